package org.openbits.internal.smb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openbits.internal.transfer.FileTransfers.RunningTransfer;
import org.openbits.internal.transfer.Recorder;
import org.openbits.internal.transfer.TransferOrder;

/** Whole transfers from a real server that dies, stands still, and changes its files. */
class SmbDownloadTest extends ShareTransfers {

    @Test
    void survivesTheDeathOfTheServersProcess() throws Exception {
        Path file = publish("big", 128);
        Recorder observer = new Recorder();
        for (int megabytes : List.of(8, 40, 80)) {
            observer.whenReached(megabytes * (long) MIB, samba::killSessions);
        }
        engine.start(order("big"), observer);

        observer.awaitEnd();

        assertThat(observer.end()).isEqualTo("finished");
        assertThat(Files.mismatch(temporary, file)).isEqualTo(-1);
        assertThat(observer.restarts()).isZero();
    }

    @Test
    void goesOnWhereAnEarlierTransferStopped() throws Exception {
        Path file = publish("big", 96);
        TransferOrder order = order("big");
        Recorder first = new Recorder();
        assertThat(first.stopAt(16L * MIB, engine, order)).isEqualTo("stopped");
        assertThat(first.checkpoint().heldBytes()).isGreaterThanOrEqualTo(16L * MIB);

        Recorder second = new Recorder();
        engine.start(first.again(order), second);
        second.awaitEnd();

        assertThat(second.end()).isEqualTo("finished");
        assertThat(second.restarts()).isZero();
        assertThat(Files.mismatch(temporary, file)).isEqualTo(-1);
    }

    /** In place, at the same length, and by a program of the server: nothing of it shows while the file is open. */
    @Test
    void startsOverWhenTheFileChangesUnderItsReader() throws Exception {
        Path file = publish("big", 96);
        Recorder observer = new Recorder().whenReached(8L * MIB, () -> {
            try (FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE)) {
                other.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), 0);
                other.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), 96L * MIB - 3);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        engine.start(order("big"), observer);

        observer.awaitEnd();

        assertThat(observer.end()).isEqualTo("finished");
        assertThat(Files.mismatch(temporary, file)).isEqualTo(-1);
        assertThat(observer.facts().lastModified()).isEqualTo(hundreds(Files.getLastModifiedTime(file)));
    }

    @Test
    void startsOverWhenTheFileChangedBetweenTwoTransfers() throws Exception {
        publish("big", 64);
        TransferOrder order = order("big");
        Recorder first = new Recorder();
        assertThat(first.stopAt(8L * MIB, engine, order)).isEqualTo("stopped");
        Path file = publish("big", 64);

        Recorder second = new Recorder();
        engine.start(first.again(order), second);
        second.awaitEnd();

        assertThat(second.end()).isEqualTo("finished");
        assertThat(Files.mismatch(temporary, file)).isEqualTo(-1);
    }

    @Test
    void stopsAtOnceThoughTheServerStandsStill() throws Exception {
        publish("big", 128);
        CountDownLatch standsStill = new CountDownLatch(1);
        Recorder observer = new Recorder().whenReached(8L * MIB, () -> {
            samba.freezeSessions();
            standsStill.countDown();
        });
        RunningTransfer running = engine.start(order("big"), observer);
        assertThat(standsStill.await(2, TimeUnit.MINUTES)).isTrue();
        long began = System.nanoTime();
        running.stop();
        observer.awaitEnd();

        assertThat(observer.end()).isEqualTo("stopped");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    @Tag("full")
    void bringsAFileBeyondFourGibibytes() throws Exception {
        Path file = samba.root().resolve("huge");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength((5L << 30) + 7);
            for (long at : List.of(0L, (4L << 30) - 2, (4L << 30) + 70_000, (5L << 30))) {
                sparse.seek(at);
                sparse.write(new byte[] {1, 2, 3, 4, 5, 6, 7});
            }
        }
        Recorder observer = new Recorder();
        engine.start(order("huge"), observer);
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> observer.end() != null);

        assertThat(observer.end()).isEqualTo("finished");
        assertThat(Files.mismatch(temporary, file)).isEqualTo(-1);
    }
}
