package org.openbits.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openbits.internal.queue.QueueFixture.get;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openbits.FileInfo;
import org.openbits.JobId;
import org.openbits.JobProgress;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.internal.channel.JobAction;
import org.openbits.internal.channel.Outcome;
import org.openbits.internal.transfer.TransferOrder;

/** The process dies between two steps: at each named gap nothing acknowledged is lost and no file is half published. */
class CrashTest {

    private final QueueFixture fixture = new QueueFixture();
    private final CountDownLatch disk = new CountDownLatch(1);

    @AfterEach
    void close() {
        disk.countDown();
        fixture.close();
    }

    /** A job with three files, all there. */
    private JobId transferred() {
        JobId job = fixture.create("fake:/a", "fake:/b", "fake:/c");
        for (String name : new String[] {"fake:/a", "fake:/b", "fake:/c"}) {
            fixture.transfer(name).bring(10);
        }
        assertThat(fixture.state(job)).isEqualTo(JobState.TRANSFERRED);
        return job;
    }

    private void awaitBatchesHeld() {
        Awaitility.await().until(() -> fixture.store.heldBatches() > 0);
    }

    private void awaitEmptyQueue() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> get(fixture.channel.list(false)).isEmpty());
    }

    @Test
    void beforeACreateIsSavedThereIsNoJob() {
        fixture.store.hold();
        CompletableFuture<?> answer = fixture.channel.create(
                JobId.random(),
                JobSpec.download("job").withFiles(QueueFixture.files("fake:/a")).resumed());
        awaitBatchesHeld();
        assertThat(fixture.transfers.all()).isEmpty();
        assertThat(answer).isNotDone();
        fixture.crash();

        assertThat(get(fixture.channel.list(false))).isEmpty();
        assertThat(fixture.transfers.all()).isEmpty();
    }

    @Test
    void afterAForceBeforeItsSaveTheCheckpointBeforeCounts() {
        JobId job = fixture.create("fake:/a");
        fixture.transfer("fake:/a").connecting().transferring(100).checkpoint(40);
        fixture.settle();
        fixture.store.hold();
        fixture.transfers.of("fake:/a").checkpoint(60);
        awaitBatchesHeld();
        fixture.crash();

        assertThat(fixture.transfer("fake:/a").order.checkpoint().heldBytes()).isEqualTo(40);
        fixture.transfer("fake:/a").bring(100);
        assertThat(fixture.info(job).progress()).isEqualTo(new JobProgress(100, 100, 1, 1));
    }

    /** A name saved ahead may or may not have become a file when the process died: both go on, and Cancel leaves neither. */
    @Test
    void aNameSavedAheadIsTheFilesOwnAfterwards() {
        String[] names = IntStream.range(0, 50).mapToObj(i -> "fake:/" + i).toArray(String[]::new);
        JobId job = fixture.create(names);
        List<String> before = get(fixture.channel.files(job)).stream()
                .map(FileInfo::temporaryName)
                .toList();
        int begun = fixture.transfers.all().size();
        assertThat(before.get(begun)).isNotNull();
        fixture.crash();

        for (int i = 0; i < begun; i++) {
            fixture.transfer("fake:/" + i).bring(10);
        }
        TransferOrder next = fixture.transfer("fake:/" + begun).order;
        assertThat(next.temporary()).hasToString(before.get(begun));
        assertThat(next.createdBefore()).isTrue();
        assertThat(next.checkpoint()).isNull();
        fixture.act(job, JobAction.CANCEL);
        assertThat(fixture.disk.discarded).contains(before.get(begun));
    }

    @Test
    void afterTheLastByteBeforeItsSaveTheFileIsNotYetThere() {
        JobId job = fixture.create("fake:/a");
        fixture.transfer("fake:/a").connecting().transferring(10);
        fixture.settle();
        fixture.store.hold();
        fixture.transfers.of("fake:/a").finish();
        awaitBatchesHeld();
        fixture.crash();

        assertThat(fixture.state(job)).isEqualTo(JobState.CONNECTING);
        assertThat(fixture.transfer("fake:/a").order.createdBefore()).isTrue();
    }

    @Test
    void beforeTheIntentToCompleteIsSavedNoFileHasItsName() {
        JobId job = transferred();
        fixture.store.hold();
        fixture.channel.act(job, JobAction.COMPLETE);
        awaitBatchesHeld();
        fixture.crash();

        assertThat(fixture.disk.published).isEmpty();
        assertThat(fixture.state(job)).isEqualTo(JobState.TRANSFERRED);
    }

    @Test
    void inTheMiddleOfCompleteTheRestIsNamedAtTheNextStart() {
        JobId job = transferred();
        fixture.disk.hangAt = "/b";
        fixture.disk.hang = disk;
        CompletableFuture<Outcome> answer = fixture.channel.act(job, JobAction.COMPLETE);
        Awaitility.await().until(() -> fixture.disk.published.size() == 1);
        assertThat(answer).isNotDone();
        fixture.disk.hang = null;
        fixture.crash();

        awaitEmptyQueue();
        assertThat(fixture.disk.published).containsExactlyInAnyOrder("/data/a", "/data/b", "/data/c");
        assertThat(fixture.disk.discarded).isEmpty();
    }

    @Test
    void betweenTheLastNameAndTheRemovalNothingIsDoneTwiceThatMatters() {
        JobId job = transferred();
        fixture.disk.hangAt = "/c";
        fixture.disk.hang = disk;
        CompletableFuture<Outcome> answer = fixture.channel.act(job, JobAction.COMPLETE);
        Awaitility.await().until(() -> fixture.disk.published.size() == 2);
        fixture.store.hold();
        disk.countDown();
        awaitBatchesHeld();
        assertThat(fixture.disk.published).hasSize(3);
        assertThat(answer).isNotDone();
        fixture.crash();

        awaitEmptyQueue();
        assertThat(fixture.state(job)).isEqualTo(JobState.ACKNOWLEDGED);
        assertThat(fixture.disk.discarded).isEmpty();
    }

    @Test
    void inTheMiddleOfCancelTheRestIsDeletedAtTheNextStart() {
        JobId job = transferred();
        fixture.disk.hangAt = get(fixture.channel.files(job)).get(1).temporaryName();
        fixture.disk.hang = disk;
        fixture.channel.act(job, JobAction.CANCEL);
        Awaitility.await().until(() -> fixture.disk.discarded.size() == 1);
        fixture.disk.hang = null;
        fixture.crash();

        awaitEmptyQueue();
        assertThat(fixture.disk.discarded).hasSize(3);
        assertThat(fixture.disk.published).isEmpty();
        assertThat(fixture.state(job)).isEqualTo(JobState.CANCELLED);
    }
}
