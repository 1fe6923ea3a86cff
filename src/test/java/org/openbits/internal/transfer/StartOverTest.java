package org.openbits.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.internal.http.HttpProtocol;
import org.openbits.spi.Validator;
import org.openbits.testing.FaultyServer;

/** Bytes of another version are written only when the old checkpoint is gone from the store. */
class StartOverTest {

    private static final byte[] OLD = new byte[1000];
    private static final byte[] NEW = new byte[2000];

    static {
        Arrays.fill(OLD, (byte) 'o');
        Arrays.fill(NEW, (byte) 'n');
    }

    @TempDir
    Path directory;

    private final AtomicReference<Runnable> forgotten = new AtomicReference<>();
    private final Recorder observer = new Recorder() {
        @Override
        public synchronized void startsOver(Runnable saved) {
            forgotten.set(saved);
        }
    };

    @Test
    void waitsUntilTheStoreHasForgotten() throws Exception {
        try (FaultyServer server = FaultyServer.serving(NEW);
                FileTransferEngine engine = new FileTransferEngine(List.of(new HttpProtocol()), System::nanoTime)) {
            TransferOrder order = halfDone(server.url(), 500, 500);
            engine.start(order, observer);
            Awaitility.await().atMost(2, TimeUnit.MINUTES).until(() -> forgotten.get() != null);
            assertThat(Files.readAllBytes(order.temporary())).isEqualTo(Arrays.copyOf(OLD, 500));

            forgotten.get().run();

            assertThat(observer.awaitEnd()).isEqualTo("finished");
            assertThat(order.temporary()).hasBinaryContent(NEW);
        }
    }

    @Test
    void leavesTheFileAsItWasWhenStoppedBefore() throws Exception {
        try (FaultyServer server = FaultyServer.serving(NEW);
                FileTransferEngine engine = new FileTransferEngine(List.of(new HttpProtocol()), System::nanoTime)) {
            TransferOrder order = halfDone(server.url(), 500, 500);
            FileTransfers.RunningTransfer transfer = engine.start(order, observer);
            Awaitility.await().atMost(2, TimeUnit.MINUTES).until(() -> forgotten.get() != null);

            transfer.stop();

            assertThat(observer.awaitEnd()).isEqualTo("stopped");
            assertThat(Files.readAllBytes(order.temporary())).isEqualTo(Arrays.copyOf(OLD, 500));
            assertThat(observer.checkpoint()).isNull();
        }
    }

    @Test
    void forgetsACheckpointThatNamesMoreThanTheDiskHolds() throws Exception {
        try (FaultyServer server = FaultyServer.serving(NEW);
                FileTransferEngine engine = new FileTransferEngine(List.of(new HttpProtocol()), System::nanoTime)) {
            engine.start(halfDone(server.url(), 500, 400), observer);
            Awaitility.await().atMost(2, TimeUnit.MINUTES).until(() -> forgotten.get() != null);
            assertThat(server.requests()).isEmpty();
            forgotten.get().run();
            assertThat(observer.awaitEnd()).isEqualTo("finished");
        }
    }

    /** Nothing is held of a file of one byte whose last byte is asked for again: of the other version all must come. */
    @Test
    void aFileOfOneByteThatGrewIsFetchedWhole() throws Exception {
        Recorder all = new Recorder();
        try (FaultyServer server = FaultyServer.serving(NEW);
                FileTransferEngine engine = new FileTransferEngine(List.of(new HttpProtocol()), System::nanoTime)) {
            TransferOrder order = Recorder.order(server.url(), directory.resolve("BIT0.tmp"));
            Files.write(order.temporary(), new byte[] {'o'});
            Checkpoint whole = new Checkpoint(new Validator("\"old\"", null, 1), List.of(new Checkpoint.Range(0, 1)));
            engine.start(
                    new TransferOrder(
                            order.file(), order.temporary(), true, whole, order.settings(), order.credentials()),
                    all);

            assertThat(all.awaitEnd()).isEqualTo("finished");
            assertThat(order.temporary()).hasBinaryContent(NEW);
        }
    }

    private TransferOrder halfDone(String url, int claimed, int there) throws Exception {
        TransferOrder order = Recorder.order(url, directory.resolve("BIT0.tmp"));
        Files.write(order.temporary(), Arrays.copyOf(OLD, there));
        return new TransferOrder(
                order.file(),
                order.temporary(),
                true,
                new Checkpoint(new Validator("\"old\"", null, OLD.length), List.of(new Checkpoint.Range(0, claimed))),
                order.settings(),
                order.credentials());
    }
}
