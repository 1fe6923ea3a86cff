package org.openbits.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openbits.internal.queue.Records.checkpoint;
import static org.openbits.internal.queue.Records.file;
import static org.openbits.internal.queue.Records.fullFile;
import static org.openbits.internal.queue.Records.fullJob;
import static org.openbits.internal.queue.Records.id;
import static org.openbits.internal.queue.Records.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbits.JobId;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.internal.queue.JobStore.Batch;
import org.openbits.internal.transfer.Checkpoint;

/** What every {@link JobStore} promises. An implementation's test extends it and says how one is opened. */
public abstract class JobStoreContract {

    private static final JobId A = id(1);
    private static final JobId B = id(2);

    protected JobStore store;

    /** Opens the store of this test; called again after it was closed, it finds what was kept. */
    protected abstract JobStore open() throws Exception;

    @BeforeEach
    void openStore() throws Exception {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void isEmptyAtFirst() {
        assertThat(headers()).isEmpty();
        assertThat(store.job(A)).isNull();
        assertThat(store.files(A)).isEmpty();
        assertThat(store.file(A, 0)).isNull();
        assertThat(store.checkpoint(A, 0)).isNull();
    }

    @Test
    void keepsEveryFieldOfAJobAFileAndACheckpoint() throws Exception {
        Checkpoint withoutValidator = new Checkpoint(null, List.of());
        commit(new Batch()
                .put(fullJob(A))
                .put(fullFile(A, 0))
                .put(file(A, 1))
                .put(A, 0, checkpoint(1L << 35))
                .put(A, 1, withoutValidator));

        reopen();

        assertThat(store.job(A)).isEqualTo(fullJob(A));
        assertThat(store.files(A)).containsExactly(fullFile(A, 0), file(A, 1));
        assertThat(store.file(A, 0)).isEqualTo(fullFile(A, 0));
        assertThat(store.checkpoint(A, 0)).isEqualTo(checkpoint(1L << 35));
        assertThat(store.checkpoint(A, 1)).isEqualTo(withoutValidator);
    }

    @Test
    void keepsTextLongerThan64KiB() throws Exception {
        FileRecord plain = file(A, 0);
        FileRecord long_ = new FileRecord(
                A,
                0,
                plain.spec(),
                null,
                false,
                0,
                0,
                false,
                false,
                false,
                null,
                List.of("X: " + "\u00e4".repeat(70_000)),
                List.of(),
                null);
        commit(new Batch().put(long_));

        reopen();

        assertThat(store.file(A, 0)).isEqualTo(long_);
    }

    @Test
    void aLaterRecordReplacesTheEarlier() throws Exception {
        commit(new Batch().put(job(A)).put(file(A, 0)).put(A, 0, checkpoint(1)));
        JobRecord renamed = job(A, JobSettings.EMPTY.with(JobProperty.DISPLAY_NAME, "renamed"));
        commit(new Batch().put(renamed).put(fullFile(A, 0)).put(A, 0, checkpoint(2)));

        reopen();

        assertThat(store.job(A)).isEqualTo(renamed);
        assertThat(store.files(A)).containsExactly(fullFile(A, 0));
        assertThat(store.checkpoint(A, 0)).isEqualTo(checkpoint(2));
    }

    @Test
    void aRemovedJobTakesItsFilesAndCheckpointsAlong() throws Exception {
        commit(new Batch().put(job(A)).put(file(A, 0)).put(file(A, 1)).put(A, 1, checkpoint(1)));
        commit(new Batch().put(job(B)).put(file(B, 0)).put(B, 0, checkpoint(2)));
        reopen();

        commit(new Batch().remove(A));

        assertOnlyBIsLeft();
        reopen();
        assertOnlyBIsLeft();
    }

    @Test
    void aJobRemovedInTheBatchThatChangedItIsGoneAndTheOthersAreNot() throws Exception {
        commit(new Batch().put(job(A)).put(file(A, 0)).put(A, 0, checkpoint(1)));

        Batch batch = new Batch().put(job(A)).put(file(A, 0)).put(A, 1, checkpoint(1));
        batch.put(job(B)).put(file(B, 0)).put(B, 0, checkpoint(2)).put(file(A, 1));
        commit(batch.remove(A));

        assertThat(batch.changes()).as("what is removed is not written first").hasSize(4);
        assertOnlyBIsLeft();
        reopen();
        assertOnlyBIsLeft();
    }

    private void assertOnlyBIsLeft() {
        assertThat(headers()).containsExactly(job(B));
        assertThat(store.job(A)).isNull();
        assertThat(store.files(A)).isEmpty();
        assertThat(store.file(A, 1)).isNull();
        assertThat(store.checkpoint(A, 1)).isNull();
        assertThat(store.files(B)).containsExactly(file(B, 0));
        assertThat(store.checkpoint(B, 0)).isEqualTo(checkpoint(2));
    }

    @Test
    void removingAJobThatIsNotThereChangesNothing() throws Exception {
        commit(new Batch().put(job(B)).remove(A));

        assertThat(headers()).containsExactly(job(B));
    }

    @Test
    void changesOfABatchCountInTheirOrder() throws Exception {
        commit(new Batch().put(job(A)).put(file(A, 0)).put(file(A, 1)));
        commit(new Batch()
                .remove(A)
                .put(fullJob(A))
                .put(fullFile(A, 1))
                .put(job(B))
                .remove(B));

        reopen();

        assertThat(headers()).containsExactly(fullJob(A));
        assertThat(store.files(A)).containsExactly(fullFile(A, 1));
    }

    @Test
    void aNullCheckpointRemovesIt() throws Exception {
        commit(new Batch().put(A, 3, checkpoint(1)).put(A, 4, checkpoint(1)));
        commit(new Batch().put(A, 3, null));

        reopen();

        assertThat(store.checkpoint(A, 3)).isNull();
        assertThat(store.checkpoint(A, 4)).isNotNull();
    }

    @Test
    void filesComeInOrderOfTheirIndex() throws Exception {
        Batch batch = new Batch();
        List<FileRecord> expected = new ArrayList<>();
        for (int index = 0; index < 300; index++) {
            expected.add(file(A, index));
            batch.put(file(A, (index * 7) % 300));
            batch.put(file(B, index));
        }
        commit(batch);

        assertThat(store.files(A)).isEqualTo(expected);
        reopen();
        assertThat(store.files(A)).isEqualTo(expected);
    }

    @Test
    void filesKeptBeforeAndAfterAReopenMix() throws Exception {
        commit(new Batch().put(file(A, 0)).put(file(A, 2)).put(file(A, 4)));
        reopen();
        commit(new Batch().put(file(A, 1)).put(fullFile(A, 2)).put(file(A, 5)));

        assertThat(store.files(A)).containsExactly(file(A, 0), file(A, 1), fullFile(A, 2), file(A, 4), file(A, 5));
    }

    @Test
    void readsSeeABatchBeforeItIsDurable() {
        List<CompletableFuture<Void>> pending = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            pending.add(store.commit(new Batch().put(job(A)).put(file(A, i)).put(A, i, checkpoint(i))));

            assertThat(store.job(A)).isEqualTo(job(A));
            assertThat(store.file(A, i)).isEqualTo(file(A, i));
            assertThat(store.files(A)).hasSize(i + 1);
            assertThat(store.checkpoint(A, i)).isEqualTo(checkpoint(i));
        }
        pending.forEach(CompletableFuture::join);
    }

    @Test
    void scansEachHeaderOnce() throws Exception {
        List<JobRecord> expected = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            expected.add(job(id(i)));
            commit(new Batch().put(job(id(i))).put(file(id(i), 0)));
        }
        reopen();
        expected.set(10, fullJob(id(10)));
        expected.add(job(id(-1)));
        store.commit(new Batch().put(fullJob(id(10))).put(job(id(-1))));

        assertThat(headers()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void anEmptyBatchIsDurableToo() throws Exception {
        commit(new Batch());
    }

    @Test
    void laterChangesOfABatchObjectDoNotReachTheStore() throws Exception {
        Batch batch = new Batch().put(job(A));
        CompletableFuture<Void> done = store.commit(batch);
        batch.put(job(B));
        done.get(60, TimeUnit.SECONDS);

        reopen();

        assertThat(headers()).containsExactly(job(A));
    }

    @Test
    void closeWaitsForWhatWasHandedOver() throws Exception {
        List<CompletableFuture<Void>> pending = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            pending.add(store.commit(new Batch().put(job(id(i)))));
        }
        store.close();

        assertThat(pending).allMatch(done -> done.isDone() && !done.isCompletedExceptionally());
        store = open();
        assertThat(headers()).hasSize(500);
    }

    @Test
    void closingTwiceDoesNoHarm() {
        store.close();
        store.close();
    }

    protected final void commit(Batch batch) throws Exception {
        store.commit(batch).get(60, TimeUnit.SECONDS);
    }

    protected final void reopen() throws Exception {
        store.close();
        store = open();
    }

    protected final List<JobRecord> headers() {
        List<JobRecord> all = new ArrayList<>();
        store.scan(all::add);
        return all;
    }
}
