package org.openbits.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.openbits.internal.queue.QueueFixture.get;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.FileInfo;
import org.openbits.FileSpec;
import org.openbits.HistoryEntry;
import org.openbits.JobEvent;
import org.openbits.JobId;
import org.openbits.JobInfo;
import org.openbits.JobPriority;
import org.openbits.JobProgress;
import org.openbits.JobProperty;
import org.openbits.JobReason;
import org.openbits.JobSettings;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.internal.channel.JobAction;
import org.openbits.internal.channel.JobChannel;
import org.openbits.internal.channel.JobPage;
import org.openbits.internal.channel.Outcome;
import org.openbits.internal.transfer.TransferObserver;
import org.openbits.spi.Severity;

class JobQueueTest {

    private final QueueFixture fixture = new QueueFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void bringsFilesAndCompletes() {
        JobId job = fixture.create("fake:/a", "fake:/b");

        assertThat(fixture.state(job)).isEqualTo(JobState.CONNECTING);
        fixture.transfer("fake:/a").connecting().transferring(10);
        assertThat(fixture.state(job)).isEqualTo(JobState.TRANSFERRING);
        fixture.transfer("fake:/a").progress(10).finish();
        assertThat(fixture.info(job).progress()).isEqualTo(new JobProgress(JobProgress.SIZE_UNKNOWN, 10, 2, 1));
        fixture.transfer("fake:/b").bring(5);

        JobInfo transferred = fixture.info(job);
        assertThat(transferred.state()).isEqualTo(JobState.TRANSFERRED);
        assertThat(transferred.progress()).isEqualTo(new JobProgress(15, 15, 2, 2));
        assertThat(fixture.disk.published).isEmpty();

        Outcome outcome = fixture.act(job, JobAction.COMPLETE);
        assertThat(outcome.code()).isEqualTo(ErrorCode.S_OK);
        assertThat(outcome.job().state()).isEqualTo(JobState.ACKNOWLEDGED);
        assertThat(fixture.disk.published).containsExactlyInAnyOrder("/data/a", "/data/b");
        assertThat(get(fixture.channel.list(false))).isEmpty();
        assertThat(fixture.state(job)).isEqualTo(JobState.ACKNOWLEDGED);
        assertThat(get(fixture.channel.files(job)))
                .allMatch(file -> file.progress().completed());
    }

    @Test
    void movesAFewFilesOfAJobAtOnceInTheirOrder() {
        JobId job = fixture.create("fake:/1", "fake:/2", "fake:/3", "fake:/4", "fake:/5", "fake:/6");
        fixture.settle();
        assertThat(fixture.transfers.running())
                .extracting(FakeTransfers.Transfer::toString)
                .containsExactly("fake:/1", "fake:/2", "fake:/3", "fake:/4");
        fixture.transfer("fake:/2").bring(10);
        fixture.transfer("fake:/5").connecting().transferring(10).progress(3);
        fixture.transfer("fake:/1").connecting();
        assertThat(fixture.state(job)).isEqualTo(JobState.TRANSFERRING);
        assertThat(fixture.info(job).progress().bytesTransferred()).isEqualTo(13);

        fixture.transfer("fake:/3").failTransiently();
        assertThat(fixture.state(job)).isEqualTo(JobState.TRANSIENT_ERROR);
        assertThat(fixture.transfers.running()).isEmpty();
        fixture.pass(Duration.ofSeconds(5));
        for (String name : List.of("fake:/1", "fake:/3", "fake:/4", "fake:/5", "fake:/6")) {
            fixture.transfer(name).bring(10);
        }
        assertThat(fixture.info(job).progress()).isEqualTo(new JobProgress(60, 60, 6, 6));
        assertThat(fixture.state(job)).isEqualTo(JobState.TRANSFERRED);
    }

    @Test
    void beginsTheNextFileWhileTheDiskTakesTheLast() {
        Policies d = Policies.DEFAULT;
        Policies one = new Policies(
                d.maxActiveTransfers(),
                d.backgroundSlots(),
                1,
                d.maxJobsPerMachine(),
                d.maxJobsPerUser(),
                d.maxFilesPerJob(),
                d.maxRangesPerFile(),
                d.jobInactivityTimeout(),
                d.maxDownloadTime(),
                d.historyAge(),
                d.historyBytes(),
                null);
        try (QueueFixture slow = new QueueFixture(one)) {
            JobId job = slow.create("fake:/a", "fake:/b", "fake:/c");
            slow.transfer("fake:/a").connecting().received(10);
            assertThat(slow.transfer("fake:/b").order.createdBefore()).isFalse();
            assertThat(slow.transfers.running()).hasSize(2);
            assertThat(slow.state(job)).isEqualTo(JobState.TRANSFERRING);
            slow.transfer("fake:/a").connecting(); // it was not what it should be: it needs its connection again
            slow.transfer("fake:/b").bring(10);
            assertThat(slow.transfers.running()).hasSize(1);
        }
    }

    @Test
    void namesFilesAheadAndGivesBackTheNamesItDidNotUse() {
        String[] names = IntStream.range(0, 100).mapToObj(i -> "fake:/" + i).toArray(String[]::new);
        JobId job = fixture.create(names);
        assertThat(named(job)).isBetween(20, 60);
        fixture.store.hold();
        int begun = fixture.transfers.all().size();
        for (int i = 1; i <= 10; i++) { // no commit of a file's own is waited for
            int expected = begun + i;
            fixture.transfers.running().get(0).bring(10);
            Awaitility.await().until(() -> fixture.transfers.all().size() == expected);
        }
        fixture.store.release();

        fixture.act(job, JobAction.SUSPEND);

        assertThat(named(job)).isEqualTo(fixture.transfers.all().size());
    }

    private int named(JobId job) {
        return (int) get(fixture.channel.files(job)).stream()
                .filter(file -> file.temporaryName() != null)
                .count();
    }

    @Test
    void showsWhereRedirectsLedAndStillBeginsAtTheFirstName() {
        JobId job = fixture.create("fake:/first");
        fixture.transfer("fake:/first").connecting().transferring(10, "fake:/led-to", null);
        fixture.settle();
        assertThat(get(fixture.channel.files(job)).get(0).remoteName()).isEqualTo("fake:/led-to");
        fixture.transfer("fake:/first").failTransiently();
        assertThat(fixture.state(job)).isEqualTo(JobState.TRANSIENT_ERROR);
        fixture.pass(Duration.ofMinutes(1));

        assertThat(fixture.transfers.running())
                .extracting(FakeTransfers.Transfer::toString)
                .containsExactly("fake:/first");
        fixture.crash();
        assertThat(get(fixture.channel.files(job)).get(0).remoteName()).isEqualTo("fake:/led-to");
        fixture.transfer("fake:/first").bring(10);
    }

    @Test
    void saysOnceWhatServersCannotDo() {
        JobId job = fixture.create("fake:/1", "fake:/2");
        fixture.transfer("fake:/1").connecting().transferring(10, "fake:/1", null);
        fixture.transfer("fake:/2").connecting().transferring(10, "fake:/2", null);

        assertThat(fixture.info(job).notes()).containsExactly("cannot resume");
    }

    @Test
    void callsAFileWhatItsServerCallsItWhenItMayAndTheNameIsFree() {
        List<FileSpec> files = QueueFixture.files("fake:/1", "fake:/2", "fake:/3").stream()
                .map(file -> file.withServerMayName(!file.remoteName().endsWith("3")))
                .toList();
        JobSpec spec = JobSpec.download("named").withFiles(files).resumed();
        JobId job = get(fixture.channel.create(JobId.random(), spec)).id();
        for (String name : List.of("fake:/1", "fake:/2", "fake:/3")) {
            fixture.transfer(name).connecting().transferring(10, name, "/data/report.pdf");
        }

        fixture.settle();
        assertThat(get(fixture.channel.files(job)))
                .extracting(FileInfo::localName)
                .containsExactly("/data/report.pdf", "/data/2", "/data/3");
        for (String name : List.of("fake:/1", "fake:/2", "fake:/3")) {
            fixture.transfer(name).transferring(10, name, "/data/report.pdf").finish();
        }
        fixture.act(job, JobAction.COMPLETE);
        assertThat(fixture.disk.published).containsExactlyInAnyOrder("/data/report.pdf", "/data/2", "/data/3");
    }

    @Test
    void aNetworkThatComesUpEndsEveryWait() {
        JobId one = fixture.create("fake:/a");
        JobId two = fixture.create("fake:/b");
        fixture.transfer("fake:/a").failTransiently();
        fixture.transfer("fake:/b")
                .fail(ErrorCode.BG_E_NETWORK_DISCONNECTED, new Severity.WaitFor(Severity.Event.NETWORK));
        assertThat(fixture.info(two).reason().kind()).isEqualTo(JobReason.Kind.NETWORK);
        fixture.queue.networkCameUp();
        fixture.settle();

        assertThat(fixture.state(one)).isEqualTo(JobState.CONNECTING);
        assertThat(fixture.state(two)).isEqualTo(JobState.CONNECTING);
    }

    @Test
    void showsAForegroundJobAsConnectingStraightAway() {
        JobInfo info = get(fixture.channel.create(
                JobId.random(),
                JobSpec.download("now")
                        .withFiles(QueueFixture.files("fake:/a"))
                        .with(JobProperty.PRIORITY, JobPriority.FOREGROUND)
                        .resumed()));

        assertThat(info.state()).isEqualTo(JobState.CONNECTING);
    }

    @Test
    void doesNotAnnounceWhatIsNotSaved() {
        fixture.store.hold();
        CompletableFuture<JobInfo> answer = fixture.channel.create(
                JobId.random(),
                JobSpec.download("job").withFiles(QueueFixture.files("fake:/a")).resumed());
        Awaitility.await().until(() -> fixture.store.heldBatches() > 0);

        assertThat(answer).isNotDone();
        assertThat(fixture.transfers.all()).isEmpty();

        fixture.store.release();
        assertThat(get(answer).state()).isEqualTo(JobState.CONNECTING);
        fixture.settle();
        assertThat(fixture.transfers.all()).hasSize(1);
    }

    @Test
    void answersEveryCallWhenTheStoreIsLost() {
        JobId job = fixture.create("fake:/a");
        fixture.store.fail(new IllegalStateException("disk on fire"));

        refuses(ErrorCode.BG_E_DATABASE_CORRUPT, () -> get(fixture.channel.act(job, JobAction.SUSPEND)));
        refuses(ErrorCode.BG_E_DATABASE_CORRUPT, () -> get(fixture.channel.info(job)));
        Awaitility.await().until(() -> fixture.transfers.running().isEmpty());
    }

    @Test
    void cancelsAJobToWhichNothingHappensFor90Days() {
        JobId job = fixture.create("fake:/a");
        String temporary = fixture.transfer("fake:/a").temporary().toString();
        fixture.transfer("fake:/a").bring(10);
        fixture.settle();
        fixture.pass(Duration.ofDays(45));
        fixture.crash();
        fixture.pass(Duration.ofDays(44));
        assertThat(fixture.state(job)).isEqualTo(JobState.TRANSFERRED);
        fixture.pass(Duration.ofDays(1));

        fixture.awaitState(job, JobState.CANCELLED);
        assertThat(fixture.disk.discarded).containsExactly(temporary);
    }

    @Test
    void stopsAJobThatUsedUpItsTime() {
        JobId job = fixture.create(JobSettings.EMPTY.with(JobProperty.MAXIMUM_DOWNLOAD_TIME, 60L), true, "fake:/a");
        FakeTransfers.Transfer transfer = fixture.transfer("fake:/a");
        fixture.pass(Duration.ofSeconds(30));
        fixture.act(job, JobAction.SUSPEND);
        fixture.pass(Duration.ofDays(1));
        fixture.act(job, JobAction.RESUME);
        fixture.pass(Duration.ofSeconds(59));
        assertThat(fixture.state(job)).isEqualTo(JobState.CONNECTING);
        fixture.pass(Duration.ofSeconds(1));

        assertThat(fixture.info(job).error().code()).isEqualTo(ErrorCode.BG_E_MAXDOWNLOAD_TIMEOUT);
        assertThat(transfer.over).isTrue();
        assertThat(fixture.transfers.running()).isEmpty();
    }

    @Test
    void waitsForSpaceWithoutCountingErrors() {
        JobId job = fixture.create("fake:/a");
        fixture.transfer("fake:/a").fail(ErrorCode.ERROR_DISK_FULL, new Severity.WaitFor(Severity.Event.SPACE));

        JobInfo info = fixture.info(job);
        assertThat(info.state()).isEqualTo(JobState.TRANSIENT_ERROR);
        assertThat(info.reason().kind()).isEqualTo(JobReason.Kind.SPACE);
        assertThat(info.errorCount()).isZero();
        fixture.pass(info.reason().nextTry());
        fixture.transfer("fake:/a").bring(1);
        assertThat(fixture.state(job)).isEqualTo(JobState.TRANSFERRED);
    }

    @Test
    void obeysRetryAfter() {
        JobId job = fixture.create("fake:/a");
        fixture.transfer("fake:/a").fail(ErrorCode.http(503), new Severity.RetryAfter(Duration.ofMinutes(20)));

        assertThat(fixture.info(job).reason().nextTry()).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void givesEqualsTheirTurn() {
        List<JobId> jobs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            jobs.add(fixture.create("fake:/" + i));
        }
        assertThat(fixture.state(jobs.get(4))).isEqualTo(JobState.QUEUED);
        assertThat(fixture.info(jobs.get(4)).reason().kind()).isEqualTo(JobReason.Kind.SLOT);
        fixture.pass(Duration.ofSeconds(60));

        assertThat(fixture.state(jobs.get(4))).isEqualTo(JobState.CONNECTING);
        assertThat(jobs.stream().filter(job -> fixture.state(job) == JobState.QUEUED))
                .hasSize(1);
    }

    @Test
    void anInvalidFileIsFetchedAgain() {
        JobId job = fixture.create("fake:/a");
        refuses(ErrorCode.E_PENDING, () -> get(fixture.channel.setValidationState(job, 0, false)));
        fixture.transfer("fake:/a").bring(10);
        fixture.settle();
        get(fixture.channel.setValidationState(job, 0, false));

        assertThat(fixture.info(job).error().code()).isEqualTo(ErrorCode.BG_E_VALIDATION_FAILED);
        assertThat(fixture.info(job).progress().filesTransferred()).isZero();
        fixture.act(job, JobAction.RESUME);
        assertThat(fixture.transfer("fake:/a").order.checkpoint()).isNull();
        fixture.transfer("fake:/a").bring(12);
        assertThat(fixture.state(job)).isEqualTo(JobState.TRANSFERRED);
    }

    @Test
    void anAdministratorTakesAJobOverWithoutItsSecrets() {
        JobId job = fixture.create(
                JobSettings.EMPTY
                        .with(JobProperty.CUSTOM_HEADERS, List.of("X-Token: hunter2"))
                        .with(JobProperty.NOTIFY_COMMAND_LINE, List.of("/bin/true")),
                false,
                "fake:/a");
        refuses(ErrorCode.E_ACCESSDENIED, () -> fixture.act(job, JobAction.TAKE_OWNERSHIP));
        var root = fixture.queue.channel(new Caller("root", true));
        JobInfo taken = get(root.act(job, JobAction.TAKE_OWNERSHIP)).job();

        assertThat(taken.owner()).isEqualTo("root");
        assertThat(taken.settings().get(JobProperty.CUSTOM_HEADERS)).isEmpty();
        assertThat(taken.settings().get(JobProperty.NOTIFY_COMMAND_LINE)).isEmpty();
        refuses(ErrorCode.E_ACCESSDENIED, () -> get(fixture.channel.info(job)));
    }

    @Test
    void limitsHoldForOrdinaryUsersOnly() {
        fixture.queue.setPolicies(new Policies(
                32, 4, 4, 3, 2, 2, 2, Duration.ofDays(90), Duration.ofDays(90), Duration.ofDays(365), 64L << 20, null));
        fixture.create(JobSettings.EMPTY, false, "fake:/a", "fake:/b");
        JobSpec spec = JobSpec.download("more");
        refuses(
                ErrorCode.BG_E_TOO_MANY_FILES_IN_JOB,
                () -> get(fixture.channel.create(
                        JobId.random(), spec.withFiles(QueueFixture.files("fake:/1", "fake:/2", "fake:/3")))));
        get(fixture.channel.create(JobId.random(), spec));
        refuses(ErrorCode.BG_E_TOO_MANY_JOBS_PER_USER, () -> get(fixture.channel.create(JobId.random(), spec)));
        var bob = fixture.queue.channel(new Caller("bob", false));
        get(bob.create(JobId.random(), spec));
        refuses(ErrorCode.BG_E_TOO_MANY_JOBS_PER_MACHINE, () -> get(bob.create(JobId.random(), spec)));
        get(fixture.queue.channel(new Caller("root", true)).create(JobId.random(), spec));
    }

    @Test
    void suspendsAndResumesWhereItWas() {
        JobId job = fixture.create("fake:/a");
        FakeTransfers.Transfer first =
                fixture.transfer("fake:/a").connecting().transferring(100).checkpoint(40);
        fixture.act(job, JobAction.SUSPEND);

        assertThat(fixture.state(job)).isEqualTo(JobState.SUSPENDED);
        assertThat(first.asked).isTrue();

        fixture.act(job, JobAction.RESUME);
        FakeTransfers.Transfer second = fixture.transfer("fake:/a");
        assertThat(second).isNotSameAs(first);
        assertThat(second.temporary()).isEqualTo(first.temporary());
        assertThat(first.order.createdBefore()).isFalse();
        assertThat(second.order.createdBefore()).isTrue();
        assertThat(second.order.checkpoint()).isNotNull();
        assertThat(second.order.checkpoint().heldBytes()).isEqualTo(40);
    }

    @Test
    void waitsForTheOldTransferBeforeTheNextOfTheSameFile() {
        JobId job = fixture.create("fake:/a");
        fixture.transfers.stopSlowly();
        FakeTransfers.Transfer first = fixture.transfer("fake:/a");
        fixture.act(job, JobAction.SUSPEND);
        fixture.act(job, JobAction.RESUME);

        assertThat(fixture.state(job)).isEqualTo(JobState.QUEUED);
        assertThat(fixture.transfers.all()).hasSize(1);

        first.obey();
        fixture.settle();
        assertThat(fixture.transfers.all()).hasSize(2);
    }

    @Test
    void retriesByTheRetryRule() {
        JobId job = fixture.create("fake:/a");
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            fixture.transfer("fake:/a").failTransiently();
            JobInfo info = fixture.info(job);
            assertThat(info.state()).isEqualTo(JobState.TRANSIENT_ERROR);
            assertThat(info.errorCount()).isEqualTo(i + 1);
            Duration next = info.reason().nextTry();
            waits.add(next.toSeconds());
            fixture.pass(next.minusMillis(1));
            assertThat(fixture.state(job)).isEqualTo(JobState.TRANSIENT_ERROR);
            fixture.pass(Duration.ofMillis(1));
        }
        assertThat(waits).containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 320L, 600L, 600L);

        fixture.transfer("fake:/a").connecting().transferring(10).progress(1).failTransiently();
        assertThat(fixture.info(job).reason().nextTry()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void givesUpAfterTheNoProgressTimeout() {
        JobId job = fixture.create("fake:/a");
        fixture.transfer("fake:/a").failTransiently();
        Duration left = Duration.ofDays(14);
        while (fixture.state(job) == JobState.TRANSIENT_ERROR) {
            Duration step = fixture.info(job).reason().nextTry();
            fixture.pass(step.compareTo(left) < 0 ? step : left);
            left = left.minus(step);
            if (fixture.state(job) == JobState.CONNECTING) {
                fixture.transfer("fake:/a").failTransiently();
            }
        }
        assertThat(left).isLessThanOrEqualTo(Duration.ZERO);
        assertThat(fixture.state(job)).isEqualTo(JobState.ERROR);
        assertThat(fixture.info(job).error().code()).isEqualTo(ErrorCode.BG_E_NO_PROGRESS);
    }

    @Test
    void fatalErrorsWaitForTheOwnerAndLeaveTheOthersGoing() {
        JobId broken = fixture.create("fake:/a");
        JobId sound = fixture.create("fake:/b");
        fixture.transfer("fake:/a").failForGood();
        fixture.transfer("fake:/b").bring(1);

        JobInfo info = fixture.info(broken);
        assertThat(info.state()).isEqualTo(JobState.ERROR);
        assertThat(info.error().code().httpStatus()).isEqualTo(404);
        assertThat(info.reason().kind()).isEqualTo(JobReason.Kind.FIX);
        assertThat(fixture.state(sound)).isEqualTo(JobState.TRANSFERRED);

        fixture.act(broken, JobAction.RESUME);
        fixture.transfer("fake:/a").bring(1);
        assertThat(fixture.state(broken)).isEqualTo(JobState.TRANSFERRED);
    }

    @Test
    void aCrashLosesNothingThatWasAnswered() {
        JobId job = fixture.create("fake:/a", "fake:/b");
        JobId front = fixture.create(JobPriority.FOREGROUND, "fake:/c");
        JobId idle = fixture.create(JobSettings.EMPTY, false, "fake:/d");
        fixture.transfer("fake:/a").bring(10);
        FakeTransfers.Transfer second =
                fixture.transfer("fake:/b").connecting().transferring(100).checkpoint(60);
        fixture.settle();
        fixture.crash();

        assertThat(fixture.state(job)).isEqualTo(JobState.CONNECTING);
        assertThat(fixture.state(front)).isEqualTo(JobState.CONNECTING);
        assertThat(fixture.state(idle)).isEqualTo(JobState.SUSPENDED);
        FakeTransfers.Transfer again = fixture.transfer("fake:/b");
        assertThat(again.temporary()).isEqualTo(second.temporary());
        assertThat(again.order.createdBefore()).isTrue();
        assertThat(again.order.checkpoint().heldBytes()).isEqualTo(60);
        again.bring(100);
        assertThat(fixture.info(job).progress()).isEqualTo(new JobProgress(110, 110, 2, 2));
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

    @Test
    void tellsOfEventsNewestFirstForgotten() {
        List<JobEvent.Kind> heard = new ArrayList<>();
        fixture.channel.subscribe(event -> {
            synchronized (heard) {
                heard.add(event.kind());
            }
        });
        JobId job = fixture.create("fake:/a");
        fixture.transfer("fake:/a").bring(10);
        fixture.settle();
        fixture.act(job, JobAction.COMPLETE);

        Awaitility.await().untilAsserted(() -> {
            synchronized (heard) {
                assertThat(heard)
                        .contains(JobEvent.Kind.FILE_TRANSFERRED, JobEvent.Kind.TRANSFERRED)
                        .endsWith(JobEvent.Kind.GONE);
            }
        });
    }

    @Test
    void refusesAJobWithoutFilesAndAStrangersJob() {
        JobId empty = fixture.create(JobSettings.EMPTY, false);
        refuses(ErrorCode.BG_E_EMPTY, () -> fixture.act(empty, JobAction.RESUME));

        var stranger = fixture.queue.channel(new Caller("bob", false));
        refuses(ErrorCode.E_ACCESSDENIED, () -> get(stranger.info(empty)));
        refuses(ErrorCode.E_ACCESSDENIED, () -> get(stranger.list(true)));
        assertThat(get(stranger.list(false))).isEmpty();
        assertThat(get(fixture.queue.channel(new Caller("root", true)).list(true)))
                .hasSize(1);
    }

    @Test
    void createsAWholeJobOrNone() {
        JobSpec bad = JobSpec.download("bad").withFiles(QueueFixture.files("fake:/a", "gopher:/b"));
        refuses(ErrorCode.E_INVALIDARG, () -> get(fixture.channel.create(JobId.random(), bad)));
        JobSpec nowhere = JobSpec.download("bad").withFiles(QueueFixture.files("fake:/missing"));
        refuses(ErrorCode.ERROR_PATH_NOT_FOUND, () -> get(fixture.channel.create(JobId.random(), nowhere)));

        assertThat(get(fixture.channel.list(false))).isEmpty();
    }

    @Test
    void answersARepeatedCreateWithTheSameJob() {
        JobId id = JobId.random();
        get(fixture.channel.create(id, JobSpec.download("one")));
        JobInfo again = get(fixture.channel.create(id, JobSpec.download("two")));

        assertThat(again.displayName()).isEqualTo("one");
        assertThat(get(fixture.channel.list(false))).hasSize(1);
    }

    static void refuses(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(BitsException.class)
                .satisfies(e -> assertThat(((BitsException) e).code()).isEqualTo(code));
    }

    @Test
    void aListHasPagesAndEndsWhereItBegan() {
        List<JobId> created = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            JobId id = JobId.random();
            fixture.channel.create(id, JobSpec.download("job"));
            created.add(id);
        }
        JobPage first = get(fixture.channel.page(false, null));
        fixture.act(created.get(300), JobAction.CANCEL);
        fixture.act(created.get(0), JobAction.CANCEL);
        fixture.create("fake:/late");
        fixture.crash();

        List<JobId> listed = new ArrayList<>();
        for (JobPage page = first; ; page = get(fixture.channel.page(false, page.next()))) {
            assertThat(page.jobs()).hasSizeLessThan(300);
            page.jobs().forEach(job -> listed.add(job.id()));
            if (page.next() == null) {
                break;
            }
        }
        created.remove(300);
        assertThat(listed).isEqualTo(created);
        assertThat(get(fixture.channel.list(false))).hasSize(599);
        refuses(ErrorCode.E_INVALIDARG, () -> get(fixture.channel.page(false, "somewhere")));
        refuses(ErrorCode.E_ACCESSDENIED, () -> get(fixture.channel.page(true, null)));
    }

    @Test
    void othersHistoryIsForAdministrators() {
        fixture.act(fixture.create("fake:/a"), JobAction.CANCEL);
        JobChannel bob = fixture.queue.channel(new Caller("bob", false));
        JobChannel root = fixture.queue.channel(new Caller("root", true));

        assertThat(get(fixture.channel.history(false, 5))).hasSize(1);
        assertThat(get(bob.history(false, 5))).isEmpty();
        assertThat(get(root.history(true, 5))).hasSize(1);
        refuses(ErrorCode.E_ACCESSDENIED, () -> get(bob.history(true, 5)));
    }

    @Test
    void withoutANetworkAJobWaitsForOneAndAllGoOnTogether() {
        JobId far = fixture.create("fake:/far");
        JobId other = fixture.create("fake:/other");
        fixture.queue.networkWentAway();
        fixture.transfer("fake:/far").fail(ErrorCode.ERROR_INTERNET_CANNOT_CONNECT, Severity.TRANSIENT);
        fixture.transfer("fake:/other").failTransiently();

        JobInfo waits = fixture.info(far);
        assertThat(waits.state()).isEqualTo(JobState.TRANSIENT_ERROR);
        assertThat(waits.error().code()).isEqualTo(ErrorCode.BG_E_NETWORK_DISCONNECTED);
        assertThat(waits.reason().kind()).isEqualTo(JobReason.Kind.NETWORK);
        assertThat(waits.reason().since()).isEqualTo(QueueFixture.START);
        assertThat(fixture.info(other).reason().kind()).isEqualTo(JobReason.Kind.RETRY);

        fixture.queue.networkCameUp();
        fixture.settle();
        assertThat(fixture.transfers.running())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("fake:/far", "fake:/other");
        fixture.transfer("fake:/far").fail(ErrorCode.ERROR_INTERNET_CANNOT_CONNECT, Severity.TRANSIENT);
        assertThat(fixture.info(far).error().code()).isEqualTo(ErrorCode.ERROR_INTERNET_CANNOT_CONNECT);
    }

    @Test
    void aServerOnThisHostNeedsNoNetwork() {
        TransferObserver.Failure refused = new TransferObserver.Failure(
                ErrorCode.ERROR_INTERNET_CANNOT_CONNECT,
                ErrorContext.GENERAL_TRANSPORT,
                Severity.TRANSIENT,
                "refused",
                "http",
                false);
        assertThat(Offline.explains(refused, "http://host/a")).isTrue();
        assertThat(Offline.explains(refused, "http://localhost.example/a")).isTrue();
        assertThat(Offline.explains(refused, "http://127.0.0.1:80/a")).isFalse();
        assertThat(Offline.explains(refused, "https://ann@localhost/a")).isFalse();
        assertThat(Offline.explains(refused, "http://[::1]:8080")).isFalse();
    }
}
