package org.openbits.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.openbits.internal.queue.JobQueueTest.refuses;
import static org.openbits.internal.queue.QueueFixture.get;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.HistoryEntry;
import org.openbits.JobId;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobState;
import org.openbits.internal.channel.JobAction;
import org.openbits.internal.channel.Outcome;
import org.openbits.spi.Severity;

/** Complete and Cancel: names, leftovers, history, and what goes wrong meanwhile. */
class EndingTest {

    private final QueueFixture fixture = new QueueFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aCrashInTheMiddleOfCompleteIsFinishedAtTheNextStart() {
        JobId job = fixture.create("fake:/a");
        fixture.transfer("fake:/a").bring(10);
        fixture.settle();
        fixture.disk.hang = new CountDownLatch(1);
        CompletableFuture<Outcome> answer = fixture.channel.act(job, JobAction.COMPLETE);
        fixture.settle();
        assertThat(answer).isNotDone();
        CountDownLatch old = fixture.disk.hang;
        fixture.disk.hang = null;
        fixture.crash();
        old.countDown();

        Awaitility.await().until(() -> get(fixture.channel.list(false)).isEmpty());
        assertThat(fixture.disk.published).contains("/data/a");
        assertThat(fixture.state(job)).isEqualTo(JobState.ACKNOWLEDGED);
    }

    @Test
    void aHangingDiskDelaysOnlyItsOwnJob() {
        JobId job = fixture.create("fake:/a");
        fixture.transfer("fake:/a").bring(10);
        fixture.settle();
        fixture.disk.hang = new CountDownLatch(1);
        CompletableFuture<Outcome> complete = fixture.channel.act(job, JobAction.COMPLETE);
        CompletableFuture<Outcome> cancel = fixture.channel.act(job, JobAction.CANCEL);

        fixture.settle();
        assertThat(complete).isNotDone();
        fixture.disk.hang.countDown();
        assertThat(get(complete).code()).isEqualTo(ErrorCode.S_OK);
        refuses(ErrorCode.BG_E_INVALID_STATE, () -> get(cancel));
        assertThat(fixture.disk.threads).noneMatch(thread -> thread.getName().equals("bits-queue"));
    }

    /** Who opens these jobs next must not find somebody still at work on their files. */
    @Test
    void aQueueThatIsClosedFirstFinishesWhatItNames() throws InterruptedException {
        JobId job = fixture.create("fake:/a");
        fixture.transfer("fake:/a").bring(10);
        fixture.settle();
        CountDownLatch naming = new CountDownLatch(1);
        fixture.disk.hang = naming;
        CompletableFuture<Outcome> complete = fixture.channel.act(job, JobAction.COMPLETE);
        Awaitility.await().until(() -> fixture.disk.isHanging());
        Thread closer = new Thread(fixture.queue::close, "closer");
        closer.start();
        Awaitility.await()
                .until(() -> closer.getState() == Thread.State.TIMED_WAITING
                        || closer.getState() == Thread.State.WAITING
                        || closer.getState() == Thread.State.TERMINATED);
        assertThat(fixture.disk.published).isEmpty();
        naming.countDown();
        closer.join();

        assertThat(fixture.disk.published).containsExactly("/data/a");
        assertThat(get(complete).code()).isEqualTo(ErrorCode.S_OK);
        assertThat(fixture.store.afterCrash().job(job)).isNull();
    }

    @Test
    void completesAPartAndDropsTheRest() {
        JobId job = fixture.create("fake:/a", "fake:/b");
        fixture.transfer("fake:/a").bring(10);
        FakeTransfers.Transfer second = fixture.transfer("fake:/b").connecting().transferring(100);

        assertThat(fixture.act(job, JobAction.COMPLETE).code()).isEqualTo(ErrorCode.BG_S_PARTIAL_COMPLETE);
        assertThat(fixture.disk.published).containsExactly("/data/a");
        assertThat(fixture.disk.discarded).containsExactly(second.temporary().toString());
    }

    @Test
    void aFileThatCannotGetItsNameKeepsTheJob() {
        JobId job = fixture.create("fake:/a", "fake:/b");
        fixture.transfer("fake:/a").bring(10);
        fixture.transfer("fake:/b").bring(10);
        fixture.settle();
        fixture.disk.denied.add("/data/a");

        assertThatThrownBy(() -> fixture.act(job, JobAction.COMPLETE))
                .hasMessageContaining("/data/a")
                .satisfies(e -> assertThat(((BitsException) e).code()).isEqualTo(ErrorCode.E_ACCESSDENIED));
        assertThat(fixture.state(job)).isEqualTo(JobState.TRANSFERRED);
        assertThat(get(fixture.channel.files(job)).get(1).progress().completed())
                .isTrue();

        fixture.disk.denied.clear();
        assertThat(fixture.act(job, JobAction.COMPLETE).code()).isEqualTo(ErrorCode.S_OK);
    }

    @Test
    void cancelDeletesWhatWasBrought() {
        JobId job = fixture.create("fake:/a", "fake:/b");
        String first = fixture.transfer("fake:/a").temporary().toString();
        fixture.transfer("fake:/a").bring(10);
        String second = fixture.transfer("fake:/b").temporary().toString();

        assertThat(fixture.act(job, JobAction.CANCEL).job().state()).isEqualTo(JobState.CANCELLED);
        assertThat(fixture.disk.discarded).containsExactlyInAnyOrder(first, second);
        refuses(ErrorCode.BG_E_INVALID_STATE, () -> fixture.act(job, JobAction.RESUME));
        refuses(ErrorCode.BG_E_NOT_FOUND, () -> fixture.act(JobId.random(), JobAction.RESUME));
    }

    @Test
    void whatBecameOfAJobIsInTheHistoryBeforeItIsAnswered() {
        JobId completed = fixture.create("fake:/a");
        fixture.transfer("fake:/a").bring(10);
        JobId cancelled = fixture.create("fake:/b");

        fixture.act(completed, JobAction.COMPLETE);
        assertThat(fixture.ended).singleElement().satisfies(entry -> {
            assertThat(entry.job()).isEqualTo(completed);
            assertThat(entry.result()).isEqualTo(HistoryEntry.Result.COMPLETED);
            assertThat(entry.bytes()).isEqualTo(10);
            assertThat(entry.files()).extracting(HistoryEntry.File::remoteName).containsExactly("fake:/a");
        });
        fixture.act(cancelled, JobAction.CANCEL);
        assertThat(fixture.ended)
                .extracting(HistoryEntry::job, HistoryEntry::result)
                .contains(tuple(cancelled, HistoryEntry.Result.CANCELLED));
    }

    @Test
    void aFatalErrorIsInTheHistoryToo() {
        JobId job = fixture.create("fake:/a");
        fixture.transfer("fake:/a").fail(ErrorCode.http(404), Severity.FATAL);

        fixture.awaitState(job, JobState.ERROR);
        Awaitility.await().until(() -> fixture.ended.size() == 1);
        assertThat(fixture.ended.get(0).result()).isEqualTo(HistoryEntry.Result.FAILED);
        assertThat(fixture.ended.get(0).error().code())
                .isEqualTo(ErrorCode.http(404).number());
    }

    @Test
    void completesByItselfWhenAskedTo() {
        JobId job = fixture.create(JobSettings.EMPTY.with(JobProperty.AUTO_COMPLETE, true), true, "fake:/a");
        fixture.transfer("fake:/a").bring(10);

        fixture.awaitState(job, JobState.ACKNOWLEDGED);
        assertThat(fixture.disk.published).containsExactly("/data/a");
    }
}
