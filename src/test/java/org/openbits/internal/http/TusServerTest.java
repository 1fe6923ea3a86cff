package org.openbits.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbits.FileSpec;
import org.openbits.JobSettings;
import org.openbits.JobType;
import org.openbits.internal.transfer.FileTransferEngine;
import org.openbits.internal.transfer.FileTransfers.RunningTransfer;
import org.openbits.internal.transfer.Recorder;
import org.openbits.internal.transfer.TransferOrder;
import org.openbits.testing.TusServer;

/** Uploads to the tus server of the protocol's authors, on node; skipped where it cannot be installed. */
class TusServerTest {

    @TempDir
    Path directory;

    private static TusServer server;

    private final FileTransferEngine engine = new FileTransferEngine(List.of(new HttpProtocol()), System::nanoTime);
    private final Recorder observer = new Recorder();

    @BeforeAll
    static void start() {
        server = TusServer.start();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private TransferOrder order(Path source) {
        return new TransferOrder(
                JobType.UPLOAD,
                FileSpec.of(server.url(), source.toString()),
                Path.of(""),
                false,
                null,
                JobSettings.EMPTY,
                List.of());
    }

    /** What the server keeps of the upload that the checkpoint names. */
    private Path stored() {
        return server.stored(observer.checkpoint().upload().session().values().get("url"));
    }

    @ParameterizedTest
    @ValueSource(ints = {65_535, 20_000_000})
    void takesFilesOfAnySize(int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        Path source = Files.write(directory.resolve("source.bin"), content);

        engine.start(order(source), observer);

        assertThat(observer.awaitEnd()).isEqualTo("finished");
        assertThat(observer.facts().notes().get(0)).startsWith("Sent by tus 1.0 to " + server.url());
        assertThat(stored()).hasBinaryContent(content);
    }

    @Test
    void goesOnAfterAStop() throws IOException {
        Path source = sparse(1L << 27);
        RunningTransfer transfer = engine.start(order(source), observer);
        observer.awaitProgress(8 << 20);
        transfer.stop();
        String first = observer.awaitEnd();
        Recorder second = new Recorder();

        engine.start(observer.again(order(source)), second);

        assertThat(second.awaitEnd()).as("after %s", first).isEqualTo("finished");
        assertThat(Files.mismatch(stored(), source)).isEqualTo(-1);
    }

    private Path sparse(long bytes) throws IOException {
        Path source = directory.resolve("source.bin");
        try (RandomAccessFile file = new RandomAccessFile(source.toFile(), "rw")) {
            file.setLength(bytes);
            file.seek(bytes - 12_345);
            file.write("mark".getBytes());
        }
        return source;
    }
}
