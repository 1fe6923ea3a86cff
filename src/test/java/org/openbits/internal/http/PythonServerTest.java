package org.openbits.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.JobSettings;
import org.openbits.internal.transfer.Checkpoint;
import org.openbits.internal.transfer.FileTransferEngine;
import org.openbits.internal.transfer.Recorder;
import org.openbits.internal.transfer.TransferOrder;
import org.openbits.spi.Abort;
import org.openbits.spi.DownloadRequest;
import org.openbits.spi.DownloadSource;
import org.openbits.spi.Validator;
import org.openbits.testing.PythonServer;

/** Python's http.server speaks HTTP/1.0 and knows no ranges: a whole file each time, and always the right one. */
class PythonServerTest {

    private static final byte[] CONTENT = random(1);
    private static final byte[] OTHER = random(2);

    @TempDir
    Path directory;

    private final HttpProtocol protocol = new HttpProtocol();
    private final FileTransferEngine engine = new FileTransferEngine(List.of(protocol), System::nanoTime);
    private final Recorder observer = new Recorder();
    private PythonServer server;

    @BeforeEach
    void start() throws IOException {
        server = PythonServer.start(directory);
        Files.write(server.root().resolve("a.bin"), CONTENT);
    }

    @AfterEach
    void close() {
        engine.close();
        if (server != null) {
            server.close();
        }
    }

    @Test
    void bringsAWholeFileAndSaysThatItCannotGoOn() {
        TransferOrder order = order();
        engine.start(order, observer);

        assertThat(observer.awaitEnd()).isEqualTo("finished");
        assertThat(order.temporary()).hasBinaryContent(CONTENT);
        assertThat(observer.facts().bytesTotal()).isEqualTo(CONTENT.length);
        assertThat(observer.facts().resumable()).isFalse();
        assertThat(observer.facts().lastModified()).isNotNull();
    }

    @Test
    void startsOverInsteadOfAppending() throws Exception {
        TransferOrder order = halfDone();
        engine.start(order, observer);

        assertThat(observer.awaitEnd()).isEqualTo("finished");
        assertThat(order.temporary()).hasBinaryContent(CONTENT);
    }

    @Test
    void bringsTheNewFileWhenItChanged() throws Exception {
        TransferOrder order = halfDone();
        Files.write(server.root().resolve("a.bin"), OTHER);
        engine.start(order, observer);

        assertThat(observer.awaitEnd()).isEqualTo("finished");
        assertThat(order.temporary()).hasBinaryContent(OTHER);
    }

    private TransferOrder order() {
        return Recorder.order(server.url("a.bin"), directory.resolve("BIT0.tmp"));
    }

    /** As another server, which knew ranges, left it at the same address. */
    private TransferOrder halfDone() throws Exception {
        Validator version;
        try (DownloadSource source = protocol.open(new DownloadRequest(
                server.url("a.bin"), 0, DownloadRequest.TO_END, null, JobSettings.EMPTY, List.of(), new Abort()))) {
            version = source.validator();
        }
        TransferOrder fresh = order();
        Files.write(fresh.temporary(), Arrays.copyOf(CONTENT, 100_000));
        Checkpoint checkpoint = new Checkpoint(version, List.of(new Checkpoint.Range(0, 100_000)));
        return new TransferOrder(
                fresh.file(), fresh.temporary(), true, checkpoint, fresh.settings(), fresh.credentials());
    }

    private static byte[] random(int seed) {
        byte[] bytes = new byte[700_000];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
