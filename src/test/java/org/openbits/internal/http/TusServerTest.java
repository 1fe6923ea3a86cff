package org.openbits.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
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

/** Uploads to the tus server of the protocol's authors, on node; skipped where it cannot be installed. */
class TusServerTest {

    private static final String SERVER = """
            const {Server} = require('@tus/server');
            const {FileStore} = require('@tus/file-store');
            const server = new Server({path: '/files', datastore: new FileStore({directory: process.argv[2]})});
            const http = server.listen({host: '127.0.0.1', port: 0}, () => console.log('port ' + http.address().port));
            """;

    @TempDir
    static Path shared;

    @TempDir
    Path directory;

    private static Process node;
    private static String base;

    private final FileTransferEngine engine = new FileTransferEngine(List.of(new HttpProtocol()), System::nanoTime);
    private final Recorder observer = new Recorder();

    @BeforeAll
    static void start() throws Exception {
        Path files = Files.createDirectories(shared.resolve("files"));
        Files.writeString(shared.resolve("server.js"), SERVER);
        boolean installed = run("npm", "install", "--no-audit", "--no-fund", "@tus/server@2.4.5", "@tus/file-store@2");
        Assumptions.assumeTrue(installed, "node with npm and the package @tus/server cannot be had here");
        node = new ProcessBuilder("node", "server.js", files.toString())
                .directory(shared.toFile())
                .redirectError(shared.resolve("node.log").toFile())
                .start();
        BufferedReader out = node.inputReader();
        String line = out.readLine();
        assertThat(line).as(() -> node.info().toString()).startsWith("port ");
        base = "http://127.0.0.1:" + line.substring(5) + "/files/";
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(shared.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(shared.resolve("npm.log").toFile())
                    .start();
            if (process.waitFor(90, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    @AfterAll
    static void stop() {
        if (node != null) {
            node.destroyForcibly();
            node.onExit().join();
        }
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private TransferOrder order(Path source) {
        return new TransferOrder(
                JobType.UPLOAD,
                FileSpec.of(base, source.toString()),
                Path.of(""),
                false,
                null,
                JobSettings.EMPTY,
                List.of());
    }

    /** What the server keeps of the upload that the checkpoint names. */
    private Path stored() {
        String url = observer.checkpoint().upload().session().values().get("url");
        String path = URI.create(url).getPath();
        return shared.resolve("files").resolve(path.substring(path.lastIndexOf('/') + 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 20_000_000})
    void takesFilesOfAnySize(int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        Path source = Files.write(directory.resolve("source.bin"), content);

        engine.start(order(source), observer);

        assertThat(observer.awaitEnd()).isEqualTo("finished");
        assertThat(observer.facts().notes().get(0)).startsWith("Sent by tus 1.0 to " + base);
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

    @Test
    @Tag("full")
    void takesAGibibyte() throws IOException {
        Path source = sparse(1L << 30);

        engine.start(order(source), observer);

        assertThat(observer.awaitEnd()).isEqualTo("finished");
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
