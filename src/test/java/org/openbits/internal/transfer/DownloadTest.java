package org.openbits.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.internal.http.HttpProtocol;
import org.openbits.internal.local.LocalProtocol;
import org.openbits.testing.Nginx;

/** Whole downloads from a real nginx and from the disk. */
class DownloadTest {

    @TempDir
    Path directory;

    private final FileTransferEngine engine =
            new FileTransferEngine(List.of(new HttpProtocol(), new LocalProtocol()), System::nanoTime);
    private final Recorder observer = new Recorder();

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void bringsAWholeFileOverHttp() throws IOException {
        try (Nginx nginx = Nginx.in(directory).start()) {
            byte[] content = content(nginx.root().resolve("a.bin"), 3_000_001);
            TransferOrder order = Recorder.order(nginx.url("a.bin"), directory.resolve("BIT0.tmp"));

            engine.start(order, observer);

            assertThat(observer.awaitEnd()).isEqualTo("finished");
            assertThat(order.temporary()).hasBinaryContent(content);
            assertThat(observer.finishedBytes()).isEqualTo(content.length);
            assertThat(observer.progress()).isEqualTo(content.length);
            assertThat(observer.calls()).isEqualTo("ctr");
            assertThat(observer.facts().resumable()).isTrue();
            assertThat(observer.facts().lastModified())
                    .isEqualTo(Files.getLastModifiedTime(nginx.root().resolve("a.bin"))
                            .toInstant()
                            .truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
        }
    }

    @Test
    void goesOnWhereItWasStopped() throws IOException {
        try (Nginx nginx = Nginx.in(directory).start()) {
            byte[] content = content(nginx.root().resolve("a.bin"), 8 << 20);
            TransferOrder order = Recorder.order(nginx.url("a.bin"), directory.resolve("BIT0.tmp"));
            assertThat(observer.stopAt(1 << 20, engine, order)).isEqualTo("stopped");
            long held = observer.checkpoint().heldBytes();
            assertThat(held).isGreaterThanOrEqualTo(1 << 20);

            Recorder second = new Recorder();
            engine.start(observer.again(order), second);

            assertThat(second.awaitEnd()).isEqualTo("finished");
            assertThat(order.temporary()).hasBinaryContent(content);
            await().untilAsserted(() -> assertThat(nginx.requests()).anySatisfy(request -> {
                assertThat(request.status()).isEqualTo(206);
                assertThat(request.from()).isEqualTo(held);
                assertThat(request.ifRange()).startsWith("\"");
            }));
        }
    }

    @Test
    void startsOverWhenTheFileChangedOnTheServer() throws IOException {
        try (Nginx nginx = Nginx.in(directory).start()) {
            content(nginx.root().resolve("a.bin"), 8 << 20);
            TransferOrder order = Recorder.order(nginx.url("a.bin"), directory.resolve("BIT0.tmp"));
            assertThat(observer.stopAt(1 << 20, engine, order)).isEqualTo("stopped");
            byte[] other = content(nginx.root().resolve("a.bin"), 5 << 20);

            Recorder second = new Recorder();
            engine.start(observer.again(order), second);

            assertThat(second.awaitEnd()).isEqualTo("finished");
            assertThat(order.temporary()).hasBinaryContent(other);
        }
    }

    @Test
    void bringsALocalFile() throws IOException {
        Path source = directory.resolve("source.bin");
        byte[] content = content(source, 1_000_000);
        TransferOrder order = Recorder.order(source.toUri().toString(), directory.resolve("BIT0.tmp"));

        engine.start(order, observer);

        assertThat(observer.awaitEnd()).isEqualTo("finished");
        assertThat(order.temporary()).hasBinaryContent(content);
    }

    @Test
    void bringsAnEmptyFile() throws IOException {
        try (Nginx nginx = Nginx.in(directory).start()) {
            Files.createFile(nginx.root().resolve("empty"));
            TransferOrder order = Recorder.order(nginx.url("empty"), directory.resolve("BIT0.tmp"));

            engine.start(order, observer);

            assertThat(observer.awaitEnd()).isEqualTo("finished");
            assertThat(order.temporary()).isEmptyFile();
        }
    }

    private static byte[] content(Path file, int length) throws IOException {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        Files.write(file, bytes);
        return bytes;
    }
}
