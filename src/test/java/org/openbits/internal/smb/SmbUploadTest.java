package org.openbits.internal.smb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.ErrorContext;
import org.openbits.FileSpec;
import org.openbits.JobSettings;
import org.openbits.JobType;
import org.openbits.internal.transfer.Recorder;
import org.openbits.internal.transfer.TransferOrder;
import org.openbits.spi.Severity;
import org.openbits.testing.Samba;

/** Whole transfers to a real server that dies, is full, and does not want them. */
class SmbUploadTest extends ShareTransfers {

    @Test
    void sendsAFileAndGivesItItsNameInTheEnd() throws Exception {
        Path local = local(20);
        Files.writeString(samba.root().resolve("sent"), "an older version");
        Recorder observer = new Recorder();

        engine.start(upload("sent", local), observer);

        assertThat(observer.awaitEnd()).isEqualTo("finished");
        assertThat(Files.mismatch(samba.root().resolve("sent"), local)).isEqualTo(-1);
        assertThat(temporaryFiles()).isEmpty();
    }

    @Test
    void sendsAnEmptyFile() throws Exception {
        Recorder observer = new Recorder();
        engine.start(upload("empty", local(0)), observer);

        assertThat(observer.awaitEnd()).isEqualTo("finished");
        assertThat(samba.root().resolve("empty")).isEmptyFile();
    }

    @Test
    void goesOnSendingAfterTheDeathOfTheServersProcess() throws Exception {
        Path local = local(192);
        boolean[] wasThere = {true};
        Recorder observer = new Recorder().whenReached(8L * MIB, () -> {
            wasThere[0] = Files.exists(samba.root().resolve("sent"));
            samba.killSessions();
        });
        engine.start(upload("sent", local), observer);

        assertThat(observer.awaitEnd()).isEqualTo("finished");
        assertThat(wasThere[0]).as("the name before all was there").isFalse();
        assertThat(Files.mismatch(samba.root().resolve("sent"), local)).isEqualTo(-1);
        assertThat(temporaryFiles()).isEmpty();
    }

    @Test
    void sendsTheRestInALaterTransfer() throws Exception {
        Path local = local(192);
        TransferOrder order = upload("sent", local);
        Recorder first = new Recorder();
        assertThat(first.stopAt(8L * MIB, engine, order)).isEqualTo("stopped");
        assertThat(temporaryFiles()).hasSize(1);
        assertThat(first.checkpoint().heldBytes()).isPositive();

        Recorder second = new Recorder();
        engine.start(first.again(order), second);

        assertThat(second.awaitEnd()).isEqualTo("finished");
        assertThat(second.restarts()).isZero();
        assertThat(Files.mismatch(samba.root().resolve("sent"), local)).isEqualTo(-1);
        assertThat(temporaryFiles()).isEmpty();
    }

    @Test
    void sendsAgainWhatAServerLostThatItWasNotAskedToForce() throws Exception {
        Path local = local(192);
        TransferOrder order = upload("sent", local);
        Recorder first = new Recorder();
        assertThat(first.stopAt(48L * MIB, engine, order)).isEqualTo("stopped");
        long held = first.checkpoint().heldBytes();
        long forced =
                Long.parseLong(first.checkpoint().upload().session().values().get("forced"));
        assertThat(held - forced).isGreaterThan(MIB);
        try (RandomAccessFile file = new RandomAccessFile(
                samba.root().resolve(temporaryFiles().get(0)).toFile(), "rw")) {
            file.seek(forced + (held - forced) / 2);
            file.write(new byte[4096]); // as a file system does that kept the length and lost a block
        }

        Recorder second = new Recorder();
        engine.start(first.again(order), second);

        assertThat(second.awaitEnd()).isEqualTo("finished");
        assertThat(Files.mismatch(samba.root().resolve("sent"), local)).isEqualTo(-1);
    }

    @Test
    void mayNotSendToAReadOnlyShare() throws Exception {
        Recorder observer = new Recorder();
        engine.start(
                new TransferOrder(
                        JobType.UPLOAD,
                        FileSpec.of(samba.name("readonly", "x"), local(1).toString()),
                        temporary,
                        false,
                        null,
                        JobSettings.EMPTY,
                        List.of()),
                observer);

        assertThat(observer.awaitEnd()).isEqualTo("failed E_ACCESSDENIED");
    }

    @Test
    void saysThatTheDiskOfTheShareIsFull() throws Exception {
        Path tiny = Files.createDirectories(samba.root().resolve("tiny"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", tiny.toString()), "no mounts here");
        try {
            Recorder observer = new Recorder();
            engine.start(upload("tiny/x", local(8)), observer);

            assertThat(observer.awaitEnd()).isEqualTo("failed ERROR_DISK_FULL");
            assertThat(tiny.resolve("x")).doesNotExist();
        } finally {
            run("umount", "-l", tiny.toString());
            Files.delete(tiny);
        }
    }

    /** Samba calls a quota that is used up a full disk; this server says what Windows says. */
    @Test
    void saysThatTheQuotaOnTheShareIsUsedUp() throws Exception {
        Path tiny = Files.createDirectories(samba.root().resolve("tiny"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", tiny.toString()), "no mounts here");
        try (ChangingProxy proxy = ChangingProxy.saying(samba.port(), 0xC000007F, 0xC0000044)) {
            Recorder observer = new Recorder();
            FileSpec spec = FileSpec.of(proxy.name("plain", "tiny/x"), local(8).toString());
            engine.start(
                    new TransferOrder(JobType.UPLOAD, spec, temporary, false, null, JobSettings.EMPTY, List.of()),
                    observer);

            assertThat(observer.awaitEnd()).isEqualTo("failed ERROR_DISK_QUOTA_EXCEEDED");
            assertThat(observer.severity()).isEqualTo(Severity.FATAL);
            assertThat(observer.failure().context()).isEqualTo(ErrorContext.REMOTE_FILE);
            assertThat(tiny.resolve("x")).doesNotExist();
        } finally {
            run("umount", "-l", tiny.toString());
            Files.delete(tiny);
        }
    }

    /** Signed, and changed on the way: nothing of it gets the file's name. */
    @Test
    void publishesNothingThatWasChangedOnTheWay() throws Exception {
        samba.stop();
        samba.with("server signing = mandatory").start();
        Path local = local(6);
        try (ChangingProxy proxy = ChangingProxy.flipping(samba.port(), false, 2_500_000)) {
            Recorder observer = new Recorder();
            engine.start(
                    new TransferOrder(
                            JobType.UPLOAD,
                            FileSpec.of(proxy.name("private", "sent"), local.toString()),
                            temporary,
                            false,
                            null,
                            JobSettings.EMPTY,
                            List.of(new AuthCredentials(
                                    AuthTarget.SERVER, AuthScheme.NEGOTIATE, Samba.USER, Samba.PASSWORD))),
                    observer);

            assertThat(observer.awaitEnd()).isNotEqualTo("finished");
            assertThat(samba.root().resolve("sent")).doesNotExist();
        }
    }

    @Test
    void keepsTheTimeOfAnUploadedFile() throws Exception {
        Path local = local(3);
        Files.setLastModifiedTime(local, FileTime.from(Instant.parse("2019-03-04T05:06:07.1234567Z")));
        Recorder observer = new Recorder();
        engine.start(upload("old", local), observer);

        assertThat(observer.awaitEnd()).isEqualTo("finished");
        assertThat(Files.getLastModifiedTime(samba.root().resolve("old")).toInstant())
                .isEqualTo(Instant.parse("2019-03-04T05:06:07.1234567Z"));
    }

    /** Every remainder around the size of a request, each with a file of its own. */
    @Test
    void sendsFilesOfEveryLengthAroundARequest() throws Exception {
        for (int bytes :
                List.of(1, 61_440, 61_441, 65_423, 65_424, 65_536, 126_860, 127_000, 1_105_920, 1_105_921, 2_300_001)) {
            byte[] content = new byte[bytes];
            new Random(bytes).nextBytes(content);
            Path local = Files.write(directory.resolve("local"), content);
            Recorder observer = new Recorder();
            engine.start(upload("f" + bytes, local), observer);
            assertThat(observer.awaitEnd()).isEqualTo("finished");
            assertThat(samba.root().resolve("f" + bytes)).hasBinaryContent(content);
        }
    }

    @Test
    @Tag("full")
    void sendsAFileBeyondFourGibibytes() throws Exception {
        Path local = directory.resolve("huge");
        try (RandomAccessFile sparse = new RandomAccessFile(local.toFile(), "rw")) {
            sparse.setLength((5L << 30) + 7);
            for (long at : List.of(0L, (4L << 30) - 2, (4L << 30) + 70_000, (5L << 30))) {
                sparse.seek(at);
                sparse.write(new byte[] {1, 2, 3, 4, 5, 6, 7});
            }
        }
        Recorder observer = new Recorder();
        engine.start(upload("huge", local), observer);
        Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> observer.end() != null);

        assertThat(observer.end()).isEqualTo("finished");
        assertThat(Files.mismatch(samba.root().resolve("huge"), local)).isEqualTo(-1);
    }
}
