package org.openbits.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openbits.internal.queue.QueueFixture.get;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.JobId;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.internal.channel.JobAction;

/** What nobody expects happens to one job: it says so, and all others go on. */
@Timeout(180)
class TroubleTest {

    private static final OutOfMemoryError NO_THREAD = new OutOfMemoryError("unable to create native thread");

    private final QueueFixture fixture = new QueueFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aTransferThatCannotBeginIsTriedAgain() {
        fixture.transfers.broken = NO_THREAD;
        JobId job = fixture.create("fake:/a");
        assertThat(fixture.state(job)).isEqualTo(JobState.TRANSIENT_ERROR);
        assertThat(fixture.info(job).error().message()).contains("unable to create native thread");
        fixture.transfers.broken = null;

        JobId other = fixture.create("fake:/b");
        fixture.transfer("fake:/b").bring(10);
        assertThat(fixture.state(other)).isEqualTo(JobState.TRANSFERRED);
        fixture.pass(Duration.ofSeconds(10));
        fixture.transfer("fake:/a").bring(10);
        assertThat(fixture.state(job)).isEqualTo(JobState.TRANSFERRED);
    }

    @Test
    void aNotificationThatCannotBeRunIsRunLater() {
        fixture.notifier.broken = NO_THREAD;
        JobId job = fixture.create(
                JobSettings.EMPTY.with(JobProperty.NOTIFY_COMMAND_LINE, List.of("/bin/true")), true, "fake:/a");
        fixture.transfer("fake:/a").bring(10);
        assertThat(fixture.state(job)).isEqualTo(JobState.TRANSFERRED);
        fixture.notifier.broken = null;

        fixture.pass(Duration.ofSeconds(700));
        assertThat(fixture.notifier.runs).hasSize(1);
        fixture.notifier.runs.get(0).exit().complete(0);
        fixture.settle();
        assertThat(fixture.queue.isIdle()).isTrue();
        assertThat(fixture.act(job, JobAction.COMPLETE).code()).isEqualTo(ErrorCode.S_OK);
    }

    @Test
    void aHistoryThatFailsKeepsNoJob() {
        JobId job = fixture.create("fake:/a");
        fixture.transfer("fake:/a").bring(10);
        fixture.settle();
        fixture.brokenHistory = true;

        assertThat(fixture.act(job, JobAction.COMPLETE).code()).isEqualTo(ErrorCode.S_OK);
        assertThat(fixture.disk.published).containsExactly("/data/a");
    }

    @Test
    void aRecordThatCannotBeReadStopsItsOwnJobOnly() {
        JobId job = fixture.create("fake:/a");
        fixture.transfer("fake:/a").connecting().transferring(100).checkpoint(40);
        fixture.act(job, JobAction.SUSPEND);
        fixture.store.loseCheckpoints(job, new IllegalStateException("the test said so"));

        fixture.act(job, JobAction.RESUME);

        assertThat(fixture.state(job)).isEqualTo(JobState.ERROR);
        assertThat(fixture.info(job).error().code()).isEqualTo(ErrorCode.E_FAIL);
        JobId other = fixture.create("fake:/b");
        fixture.transfer("fake:/b").bring(10);
        assertThat(fixture.state(other)).isEqualTo(JobState.TRANSFERRED);
    }

    @Test
    void aTransferWhoseLastWordCannotBeSavedEndsItsJobAndGivesItsPlaceBack() {
        for (int i = 0; i < 20; i++) {
            JobId job = fixture.create("fake:/a" + i);
            FakeTransfers.Transfer transfer =
                    fixture.transfer("fake:/a" + i).connecting().transferring(10);
            fixture.settle();
            fixture.store.loseFiles(job);
            if (i % 2 == 0) {
                transfer.finish();
            } else {
                transfer.failTransiently();
            }
            fixture.awaitState(job, JobState.ERROR);
            fixture.store.loseFiles(null);
            fixture.act(job, JobAction.RESUME);
            fixture.transfer("fake:/a" + i).bring(10);
            assertThat(fixture.act(job, JobAction.COMPLETE).code()).isEqualTo(ErrorCode.S_OK);
        }
        assertThat(fixture.queue.isIdle()).isTrue();
    }

    /** It would be due for ever, and the scheduler would never get its word. */
    @Test
    void aTimeOutOfAJobThatCannotBeReadKeepsNoOtherFromItsTurn() {
        JobId job = fixture.create("fake:/a");
        fixture.transfer("fake:/a").connecting();
        fixture.settle();
        fixture.store.loseFiles(job);
        fixture.pass(Duration.ofDays(91));

        JobId other = fixture.create("fake:/b");
        fixture.transfer("fake:/b").bring(10);

        assertThat(fixture.state(other)).isEqualTo(JobState.TRANSFERRED);
        fixture.pass(Duration.ofDays(91));
        assertThat(get(fixture.channel.list(false))).noneMatch(left -> left.id().equals(job));
    }

    @Test
    void aCompleteThatCannotReadItsFilesIsRefusedAndTheJobCanStillBeCancelled() {
        JobId job = fixture.create("fake:/a");
        fixture.transfer("fake:/a").bring(10);
        fixture.settle();
        fixture.store.loseFiles(job);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> fixture.act(job, JobAction.COMPLETE))
                    .isInstanceOfSatisfying(
                            BitsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.E_FAIL));
        }

        assertThat(fixture.act(job, JobAction.CANCEL).code()).isEqualTo(ErrorCode.S_OK);
        assertThat(get(fixture.channel.list(false))).isEmpty();
    }

    @Test
    void aCompleteThatCannotGoOnAtTheStartKeepsNoOtherFromDoingSo() {
        JobId broken = fixture.create("fake:/a");
        fixture.transfer("fake:/a").bring(10);
        JobId good = fixture.create("fake:/b");
        fixture.transfer("fake:/b").bring(10);
        fixture.settle();
        CountDownLatch disk = new CountDownLatch(1);
        fixture.disk.hang = disk;
        fixture.channel.act(broken, JobAction.COMPLETE);
        fixture.channel.act(good, JobAction.COMPLETE);
        fixture.settle();
        fixture.store.loseFiles(broken);
        fixture.disk.hang = null;
        fixture.crash();
        disk.countDown();

        Awaitility.await().until(() -> get(fixture.channel.list(false)).size() == 1);
        assertThat(fixture.disk.published).contains("/data/b");
        assertThat(fixture.state(broken)).isEqualTo(JobState.ERROR);
        fixture.store.loseFiles(null);
        assertThat(fixture.act(broken, JobAction.COMPLETE).code()).isEqualTo(ErrorCode.S_OK);
        assertThat(fixture.disk.published).contains("/data/a");
    }

    @Test
    void aJobThatCannotBeSavedEndsAsItWasAndTheOthersGoOn() {
        JobId job = fixture.create("fake:/a");
        JobId other = fixture.create("fake:/b");
        fixture.transfer("fake:/a").connecting().transferring(100).checkpoint(40);
        fixture.transfer("fake:/b").connecting();
        fixture.settle();
        fixture.store.makeUnstorable(job);
        JobSettings change = JobSettings.EMPTY.with(JobProperty.DISPLAY_NAME, "unsaid");

        assertThatThrownBy(() -> get(fixture.channel.change(job, change)))
                .isInstanceOfSatisfying(
                        BitsException.class, e -> assertThat(e.getMessage()).contains("the test said so"));
        assertThat(fixture.state(job)).isEqualTo(JobState.ERROR);
        assertThat(fixture.transfers.running()).hasSize(1);
        fixture.transfer("fake:/b").transferring(10).progress(10).finish();

        assertThat(fixture.state(other)).isEqualTo(JobState.TRANSFERRED);
        assertThat(fixture.act(other, JobAction.COMPLETE).code()).isEqualTo(ErrorCode.S_OK);
    }

    /** The store may be able to hold it again by the time the job is to end. */
    @Test
    void aJobThatCouldNotBeSavedSaysSoAndCanBeResumed() {
        JobId job = fixture.create("fake:/a");
        fixture.transfer("fake:/a").connecting().transferring(100).checkpoint(40);
        fixture.settle();
        fixture.store.makeUnstorableOnce(job);

        fixture.transfers.of("fake:/a").checkpoint(60);

        fixture.awaitState(job, JobState.ERROR);
        assertThat(fixture.info(job).error().message()).contains("the test said so", "resume it");
        assertThat(fixture.transfers.running()).isEmpty();
        fixture.act(job, JobAction.RESUME);
        assertThat(fixture.transfer("fake:/a").order.checkpoint().heldBytes()).isEqualTo(40);
        fixture.transfer("fake:/a").bring(100);
        assertThat(fixture.act(job, JobAction.COMPLETE).code()).isEqualTo(ErrorCode.S_OK);
    }

    @Test
    void aJobThatCannotBeSavedFromItsFirstMomentIsNone() {
        JobId job = JobId.random();
        fixture.store.makeUnstorable(job);

        assertThatThrownBy(() -> get(fixture.channel.create(
                        job,
                        JobSpec.download("job")
                                .withFiles(QueueFixture.files("fake:/a"))
                                .resumed())))
                .isInstanceOf(BitsException.class);
        fixture.settle();

        assertThat(fixture.transfers.all()).isEmpty();
        assertThat(get(fixture.channel.list(false))).isEmpty();
        fixture.create("fake:/b");
        fixture.transfer("fake:/b").bring(10);
    }

    @Test
    void aCompleteThatCannotBeSavedIsAnsweredAndNamesNoFile() {
        JobId job = fixture.create("fake:/a");
        fixture.transfer("fake:/a").bring(10);
        fixture.settle();
        fixture.store.makeUnstorableOnce(job);

        assertThatThrownBy(() -> fixture.act(job, JobAction.COMPLETE)).isInstanceOf(BitsException.class);
        fixture.awaitState(job, JobState.ERROR);
        assertThat(fixture.disk.published).isEmpty();

        assertThat(fixture.act(job, JobAction.COMPLETE).code()).isEqualTo(ErrorCode.S_OK);
        assertThat(fixture.disk.published).containsExactly("/data/a");
    }

    /** As in the step of a question, which has nothing to be undone. */
    @Test
    void anErrorInAStepIsAnswered() {
        JobId job = fixture.create("fake:/a");
        fixture.transfer("fake:/a").connecting().transferring(100).checkpoint(40);
        fixture.settle();
        fixture.store.loseCheckpoints(job, NO_THREAD);

        assertThatThrownBy(() -> get(fixture.channel.details(job, 0)))
                .isInstanceOfSatisfying(
                        BitsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.E_FAIL));
    }

    @Test
    void aCheckThatExhaustsTheStackIsAnswered() {
        assertThatThrownBy(() ->
                        get(fixture.channel.addFiles(fixture.create("fake:/a"), QueueFixture.files("fake:/overflow"))))
                .isInstanceOf(AssertionError.class)
                .hasCauseInstanceOf(StackOverflowError.class);
    }

    /** Its new content gets the name, not only that which was declared invalid. */
    @Test
    void aFileThatHadItsNameAndIsInvalidGetsItAgain() {
        JobId job = fixture.create("fake:/a", "fake:/b");
        fixture.transfer("fake:/a").bring(10);
        fixture.transfer("fake:/b").bring(10);
        fixture.settle();
        fixture.disk.denied.add("/data/b");
        assertThatThrownBy(() -> fixture.act(job, JobAction.COMPLETE)).hasMessageContaining("/data/b");
        fixture.disk.denied.clear();
        fixture.disk.published.clear();

        get(fixture.channel.setValidationState(job, 0, false));
        fixture.act(job, JobAction.RESUME);
        fixture.transfer("fake:/a").bring(12);
        fixture.awaitState(job, JobState.TRANSFERRED);
        fixture.act(job, JobAction.COMPLETE);

        assertThat(fixture.disk.published).containsExactlyInAnyOrder("/data/a", "/data/b");
    }

    @Test
    void canBeClosedTwice() {
        fixture.close();
        fixture.close();

        Awaitility.await().until(() -> fixture.channel.list(false).isCompletedExceptionally());
    }
}
