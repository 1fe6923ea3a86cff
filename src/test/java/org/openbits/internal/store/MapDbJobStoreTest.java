package org.openbits.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openbits.internal.queue.Records.fullFile;
import static org.openbits.internal.queue.Records.fullJob;
import static org.openbits.internal.queue.Records.id;
import static org.openbits.internal.queue.Records.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.BitsException;
import org.openbits.JobProperty;
import org.openbits.internal.queue.JobRecord;
import org.openbits.internal.queue.JobStore;
import org.openbits.internal.queue.JobStore.Batch;
import org.openbits.internal.queue.JobStoreContract;
import org.openbits.internal.transfer.Checkpoint;
import org.openbits.spi.Validator;

class MapDbJobStoreTest {

    private static final long NEVER = Long.MAX_VALUE;

    @TempDir
    Path root;

    @Test
    void aSecondStoreOfADirectoryIsRefusedAndToldTheProcess() {
        try (JobStore first = MapDbJobStore.open(root)) {
            assertThatThrownBy(() -> MapDbJobStore.open(root))
                    .isInstanceOf(BitsException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
            first.scan(job -> {});
        }
        MapDbJobStore.open(root).close();
    }

    @Test
    void aRecordThatCannotBeEncodedIsRefusedAndTheStoreGoesOn() throws Exception {
        Checkpoint endless = new Checkpoint(new Validator("x".repeat(70_000), null, 1), List.of());
        try (MapDbJobStore store = MapDbJobStore.open(root)) {
            assertThatThrownBy(
                            () -> store.commit(new Batch().put(fullJob(id(1))).put(id(2), 0, endless)))
                    .isInstanceOf(JobStore.UnstorableException.class)
                    .hasMessageContaining(id(2).toString());
            assertThat(store.job(id(1))).isNull();

            store.commit(new Batch().put(fullJob(id(1)))).get(1, TimeUnit.MINUTES);
        }
        try (MapDbJobStore store = MapDbJobStore.open(root)) {
            assertThat(store.job(id(1))).isNotNull();
        }
    }

    @Test
    void secretsAreSealedAndTheKeyIsItsOwnersOnly() throws Exception {
        try (MapDbJobStore store = MapDbJobStore.open(root)) {
            store.commit(new Batch().put(fullJob(id(1)))).get(1, TimeUnit.MINUTES);
            assertThat(everythingOnDisk()).contains("host-1").doesNotContain("hunter2", "swordfish");
            store.checkpointNow().get(1, TimeUnit.MINUTES);
            assertThat(everythingOnDisk()).contains("host-1").doesNotContain("hunter2", "swordfish");
        }
        assertThat(Files.getPosixFilePermissions(root.resolve("key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    private String everythingOnDisk() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }

    @Test
    void theSameSecretsAreNeverSealedTheSameWay() throws Exception {
        RecordCodec codec = new RecordCodec(Seal.of(DirectoryFiles.in(root)));

        assertThat(codec.encode(fullJob(id(1)))).isNotEqualTo(codec.encode(fullJob(id(1))));
    }

    @Test
    void aJobWhoseKeyWasLostIsReadWithoutItsSecretsAndSaysSo() throws Exception {
        try (MapDbJobStore store = MapDbJobStore.open(root)) {
            store.commit(new Batch().put(fullJob(id(1)))).get(1, TimeUnit.MINUTES);
        }
        Files.delete(root.resolve("key"));

        try (MapDbJobStore store = MapDbJobStore.open(root)) {
            JobRecord job = store.job(id(1));
            assertThat(job.credentials()).isEmpty();
            assertThat(job.settings().isSet(JobProperty.CUSTOM_HEADERS)).isFalse();
            assertThat(job.settings().get(JobProperty.MINIMUM_RETRY_DELAY)).isEqualTo(77);
            assertThat(job.notes()).contains(RecordCodec.LOST_SECRETS);
        }
    }

    @Test
    void secretsOfOneJobDoNotOpenInAnother() throws Exception {
        Seal seal = Seal.of(DirectoryFiles.in(root));
        byte[] sealed = seal.seal(new byte[] {1, 2, 3}, Keys.job(id(1)));

        assertThat(seal.open(sealed, Keys.job(id(1)))).containsExactly(1, 2, 3);
        assertThat(seal.open(sealed, Keys.job(id(2)))).isNull();
    }

    @Test
    void fieldsThatALaterVersionAddedAreLeftUnread() throws Exception {
        RecordCodec codec = new RecordCodec(Seal.of(DirectoryFiles.in(root)));
        byte[] job = codec.encode(fullJob(id(1)));
        byte[] file = codec.encode(fullFile(id(1), 2));

        assertThat(codec.job(Arrays.copyOf(job, job.length + 50))).isEqualTo(fullJob(id(1)));
        assertThat(codec.file(Arrays.copyOf(file, file.length + 50))).isEqualTo(fullFile(id(1), 2));
    }

    @Test
    void aRecordThatEndsTooEarlyIsRefusedWithAReason() throws Exception {
        RecordCodec codec = new RecordCodec(Seal.of(DirectoryFiles.in(root)));
        byte[] job = codec.encode(fullJob(id(1)));

        int withoutSince = job.length - Long.BYTES - Integer.BYTES; // "since" and "notified" were added later
        int mandatory = withoutSince - 1;
        JobRecord older = codec.job(Arrays.copyOf(job, mandatory));
        assertThat(older.notified()).isFalse();
        assertThat(older.since()).isEqualTo(older.times().modification());
        assertThat(codec.job(Arrays.copyOf(job, withoutSince)).notified()).isTrue();
        for (int length = 0; length < job.length; length++) {
            if (length == mandatory || length == withoutSince) {
                continue;
            }
            byte[] shorter = Arrays.copyOf(job, length);
            assertThatThrownBy(() -> codec.job(shorter))
                    .as("%d bytes", length)
                    .isInstanceOf(BitsException.class)
                    .hasMessageContaining("cannot be read");
        }
    }

    @Test
    void aStoreThatCannotBeReadIsSetAsideAndSaidSoUntilItIsMoved() throws Exception {
        try (MapDbJobStore store = MapDbJobStore.open(root)) {
            assertThat(store.setAside()).isNull();
            store.commit(new Batch().put(job(id(1)))).get(1, TimeUnit.MINUTES);
        }
        Files.write(root.resolve("jobs/journal.1"), new byte[] {1, 2, 3});

        for (int start = 0; start < 2; start++) {
            try (MapDbJobStore store = MapDbJobStore.open(root)) {
                assertThat(store.job(id(1))).isNull();
                assertThat(store.setAside())
                        .contains(root.resolve("jobs.damaged-1").toString(), "journal.1", "Move or remove");
                store.commit(new Batch().put(job(id(2)))).get(1, TimeUnit.MINUTES);
            }
        }
        assertThat(root.resolve("jobs.damaged-1/journal.1")).hasBinaryContent(new byte[] {1, 2, 3});

        Files.write(root.resolve("jobs/journal.1"), new byte[0]);
        try (MapDbJobStore store = MapDbJobStore.open(root)) {
            assertThat(store.setAside()).contains("jobs.damaged-1", "jobs.damaged-2");
        }
    }

    @Test
    void aDirectoryThatCannotBeMadeIsAnErrorThatNamesIt() throws IOException {
        Path file = Files.createFile(root.resolve("file"));

        assertThatThrownBy(() -> MapDbJobStore.open(file.resolve("store")))
                .isInstanceOf(BitsException.class)
                .hasMessageContaining(file.toString());
    }

    /** All that is kept comes from the journal. */
    @Nested
    class WithAJournalOnly extends JobStoreContract {

        @TempDir
        Path directory;

        @Override
        protected JobStore open() {
            return MapDbJobStore.open(directory, NEVER);
        }
    }

    /** After every reopen all that is kept comes from a checkpoint. */
    @Nested
    class WithACheckpointAtEachOpening extends JobStoreContract {

        @TempDir
        Path directory;

        @Override
        protected JobStore open() throws Exception {
            MapDbJobStore store = MapDbJobStore.open(directory, NEVER);
            store.checkpointNow().get(60, TimeUnit.SECONDS);
            return store;
        }
    }

    /** Checkpoints run beside nearly every commit. */
    @Nested
    class WithCheckpointsAllTheTime extends JobStoreContract {

        @TempDir
        Path directory;

        @Override
        protected JobStore open() {
            return MapDbJobStore.open(directory, 1000);
        }
    }
}
