package org.openbits.cmdlets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.openbits.automation.RecordingRuntime.line;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openbits.BackgroundCopyError;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.JobProperty;
import org.openbits.JobState;
import org.openbits.automation.CmdletException;
import org.openbits.automation.CmdletInvocation;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.ExitCode;
import org.openbits.automation.Members;
import org.openbits.automation.ProgressRecord;
import org.openbits.cmdlets.FakeManager.FakeJob;

/** The cmdlets that wait for their jobs. */
class WaitingCmdletsTest extends CmdletsFixture {

    @Test
    void synchronousFormWaitsUntilTheServiceHasCompleted() throws InterruptedException {
        Running running = inBackground(1, start, line("http://h/a", "b"));
        FakeJob job = manager.jobs.get(0);
        assertThat(job.info.settings().get(JobProperty.AUTO_COMPLETE)).isTrue();
        job.become(JobState.TRANSFERRING).progress(512, 1024);
        await().until(() -> shell.progress.stream().anyMatch(record -> record.percent() == 50));
        job.become(JobState.ACKNOWLEDGED);
        running.finish();
        assertThat(shell.output).isEmpty();
        assertThat(shell.errors).isEmpty();
        assertThat(job.calls).isEmpty();
        ProgressRecord last = shell.progress.get(shell.progress.size() - 1);
        assertThat(last.completed()).isTrue();
        assertThat(last.activity()).isEqualTo("BITS Transfer");
        assertThat(shell.progress).anySatisfy(record -> {
            assertThat(record.status()).startsWith("This is a file transfer");
            assertThat(record.currentOperation()).isEqualTo("Transferring 512 bytes of 1.0 KB");
        });
    }

    @Test
    void synchronousFormNoticesTheEndWithoutEvents() throws InterruptedException {
        manager.tells = false;
        Running running = inBackground(1, start, line("http://h/a", "b"));
        manager.jobs.get(0).become(JobState.ACKNOWLEDGED);
        running.finish();
        assertThat(shell.errors).isEmpty();
    }

    /** The clock stands: a look that only time brings would never come. */
    @Test
    void synchronousFormSeesAJobThatEndedBeforeItListened() throws InterruptedException {
        patienceByHand(Duration.ofHours(1), Duration.ofHours(1));
        manager.beforeSubscription = () -> manager.jobs.get(0).become(JobState.ACKNOWLEDGED);
        inBackground(1, start, line("http://h/a", "b")).finish();
        assertThat(shell.errors).isEmpty();
    }

    @Test
    void failedJobIsReportedAndNothingIsLeft() throws InterruptedException {
        Running running = inBackground(1, start, line("http://h/a", "b"));
        FakeJob job = manager.jobs.get(0);
        job.become(JobState.ERROR, NOT_FOUND);
        running.finish();
        assertThat(job.calls).containsExactly("cancel");
        ErrorRecord record = shell.errors.get(0);
        assertThat(record.fullyQualifiedErrorId())
                .isEqualTo("StartBitsTransferCOMException," + SPACE + "NewBitsTransferCommand");
        assertThat(record.category()).isEqualTo(ErrorCategory.InvalidOperation);
        assertThat(record.message()).startsWith("HTTP status 404: ").contains("-Asynchronous");
        assertThat(Members.typeName(record.exception())).isEqualTo("System.Exception");
        assertThat(Members.get(record.exception(), "HResult"))
                .isEqualTo(ErrorCode.http(404).number());
        assertThat(record.exitCode()).isEqualTo(ExitCode.NOT_FOUND);
    }

    @Test
    void lostServiceIsReportedAndTheJobIsKept() throws InterruptedException {
        Running running = inBackground(1, start, line("http://h/a", "b"));
        manager.lost = true;
        running.finish();
        ErrorRecord error = shell.errors.get(0);
        assertThat(error.exitCode()).isEqualTo(ExitCode.NO_SERVICE);
        assertThat(error.message()).contains("is kept").contains("bits service start");
        assertThat(manager.jobs.get(0).calls).isEmpty();
        assertThat(shell.errors).hasSize(1);
    }

    @Test
    void givesUpWhenNoByteEverCame() throws InterruptedException {
        patienceByHand(Duration.ofHours(1), Duration.ofHours(9));
        Running running = inBackground(1, start, line("http://h/a", "b"));
        FakeJob job = manager.jobs.get(0);
        job.become(JobState.TRANSIENT_ERROR, REFUSED);
        awaitProgress("TransientError: It works. Gives up in 3");
        assertThat(running.isAlive()).isTrue();
        pass(Duration.ofHours(1));
        running.finish();
        assertThat(job.calls).containsExactly("cancel");
        assertThat(shell.errors.get(0).exitCode()).isEqualTo(ExitCode.TRANSIENT);
        assertThat(shell.errors.get(0).message())
                .startsWith("refused. Gave up after 3600 s")
                .contains("-RetryTimeout");
    }

    @Test
    void givingUpNamesTheLastErrorAlsoInTheMiddleOfAnotherTry() throws InterruptedException {
        patienceByHand(Duration.ofHours(1), Duration.ofHours(9));
        Running running = inBackground(1, start, line("http://h/a", "b"));
        FakeJob job = manager.jobs.get(0);
        job.become(
                JobState.TRANSIENT_ERROR,
                new BackgroundCopyError(
                        ErrorCode.ERROR_DISK_FULL, ErrorContext.LOCAL_FILE, "The disk is full", 0, "http"));
        awaitProgress("TransientError");
        job.become(JobState.CONNECTING);
        awaitProgress("Connecting");
        pass(Duration.ofHours(1));
        running.finish();
        assertThat(shell.errors.get(0).message()).startsWith("The disk is full. Gave up after");
        assertThat(shell.errors.get(0).exitCode()).isEqualTo(ExitCode.LOCAL);
    }

    @Test
    void staysPatientAfterTheFirstByteAndUntilProgressStops() throws InterruptedException {
        patienceByHand(Duration.ofMillis(1), Duration.ofHours(1));
        Running running = inBackground(1, start, line("http://h/a", "b"));
        FakeJob job = manager.jobs.get(0);
        job.become(JobState.TRANSFERRING).progress(10, 100).become(JobState.TRANSIENT_ERROR, REFUSED);
        awaitProgress("TransientError: It works. Gives up in 35");
        pass(Duration.ofMinutes(30));
        awaitProgress("TransientError: It works. Gives up in 17");
        assertThat(running.isAlive()).isTrue();
        pass(Duration.ofHours(1));
        running.finish();
        assertThat(shell.errors).hasSize(1);
        assertThat(shell.errors.get(0).message()).startsWith("refused. Gave up after 3600 s");
    }

    @Test
    void leavesGivingUpToTheServiceWhenRetryTimeoutIsGiven() throws InterruptedException {
        patience(Duration.ZERO, Duration.ZERO);
        Running running = inBackground(1, start, line("http://h/a", "b", "-RetryTimeout", 1000));
        FakeJob job = manager.jobs.get(0);
        job.become(JobState.TRANSIENT_ERROR, REFUSED);
        await().until(() -> shell.progress.stream()
                .anyMatch(record -> record.currentOperation().startsWith("Tran")));
        assertThat(running.isAlive()).isTrue();
        job.become(JobState.ACKNOWLEDGED);
        running.finish();
        assertThat(shell.errors).isEmpty();
    }

    @Test
    void stopCancelsTheJobThatTheCommandMade() throws InterruptedException {
        Running running = inBackground(1, start, line("http://h/a", "b"));
        running.call.stop();
        running.finish();
        assertThat(manager.jobs.get(0).calls).containsExactly("cancel");
        assertThat(shell.printed()).contains("was cancelled");
    }

    @Test
    void interruptIsAWishToStopAndStaysVisible() throws InterruptedException {
        Running running = inBackground(1, start, line("http://h/a", "b"));
        running.interrupt();
        running.finish();
        assertThat(manager.jobs.get(0).calls).containsExactly("cancel");
    }

    @Test
    void terminatingErrorLeavesNoOtherJobOfTheCommand() {
        manager.startState = JobState.CONNECTING;
        List<CustomObject> rows = List.of(row("http://h/a", "a"), row("http://h/b", "b"));
        CmdletInvocation call = new CmdletInvocation(start, List.of(line("-ErrorAction", "Stop")), shell);
        call.bind();
        call.begin();
        rows.forEach(call::process);
        manager.jobs.get(0).become(JobState.ERROR, NOT_FOUND);
        CmdletException failure = catchThrowableOfType(CmdletException.class, call::end);
        assertThat(failure.record().errorId()).isEqualTo("StartBitsTransferCOMException");
        assertThat(manager.jobs).allSatisfy(job -> assertThat(job.calls).containsExactly("cancel"));
    }

    @Test
    void makesOneJobPerRowAsItArrives() {
        CmdletInvocation call = new CmdletInvocation(start, List.of(), shell);
        call.bind();
        call.begin();
        call.process(row("http://h/a", "a"));
        assertThat(manager.jobs).hasSize(1);
        call.process(row("http://h/b", "nowhere/b"));
        call.process(row("http://h/c", "c"));
        assertThat(manager.jobs).hasSize(2);
        manager.jobs.forEach(job -> job.become(JobState.ACKNOWLEDGED));
        call.end();
        assertThat(shell.errors).extracting(ErrorRecord::errorId).containsExactly("PathNotFound");
    }

    @Test
    void resumeWaitsCompletesAndOutputsNothing() throws InterruptedException {
        FakeJob job = job("idle", JobState.SUSPENDED);
        Running running = inBackground(1, info("Resume-BitsTransfer"), line(BitsJob.of(job)));
        await().until(() -> job.calls.contains("resume"));
        assertThat(job.info.settings().get(JobProperty.AUTO_COMPLETE)).isTrue();
        job.become(JobState.ACKNOWLEDGED);
        running.finish();
        assertThat(shell.output).isEmpty();
        FakeJob ready = job("ready", JobState.TRANSFERRED);
        shell.run(info("Resume-BitsTransfer"), line(BitsJob.of(ready)));
        assertThat(ready.calls).containsExactly("complete");
    }

    @Test
    void stopOnlyEndsTheWaitForAnOlderJob() throws InterruptedException {
        FakeJob job = job("idle", JobState.SUSPENDED);
        Running running = inBackground(1, info("Resume-BitsTransfer"), line(BitsJob.of(job)));
        await().until(() -> job.calls.contains("resume"));
        running.call.stop();
        running.finish();
        assertThat(job.calls).doesNotContain("cancel");
        assertThat(shell.printed()).contains("Stopped waiting").contains("goes on in the background");
    }

    @Test
    void failedOlderJobStays() throws InterruptedException {
        FakeJob job = job("idle", JobState.SUSPENDED);
        Running running = inBackground(1, info("Resume-BitsTransfer"), line(BitsJob.of(job)));
        await().until(() -> job.calls.contains("resume"));
        job.become(JobState.ERROR, NOT_FOUND);
        running.finish();
        assertThat(job.calls).doesNotContain("cancel");
        assertThat(shell.errors.get(0).errorId()).isEqualTo("ResumeBitsTransferCOMException");
    }

    @Test
    void waitOutputsTheJobsWhenTheyAreOver() throws InterruptedException {
        FakeJob one = job("one", JobState.TRANSFERRING);
        FakeJob two = job("two", JobState.ERROR);
        Running running =
                inBackground(2, info("Wait-BitsTransfer"), line((Object) List.of(BitsJob.of(one), BitsJob.of(two))));
        one.become(JobState.TRANSFERRED);
        running.finish();
        assertThat(shell.output).containsExactly(BitsJob.of(one), BitsJob.of(two));
        assertThat(shell.errors).isEmpty();
    }

    @Test
    void waitEndsAtItsTimeWithTheExitCodeOfAJobThatStillRuns() {
        FakeJob one = job("one", JobState.TRANSFERRING);
        shell.run(info("Wait-BitsTransfer"), line(BitsJob.of(one), "-Timeout", 0));
        assertThat(shell.output).hasSize(1);
        assertThat(shell.errors.get(0).errorId()).isEqualTo("WaitBitsTransferTimeout");
        assertThat(shell.errors.get(0).exitCode()).isEqualTo(ExitCode.STILL_RUNNING);
    }
}
