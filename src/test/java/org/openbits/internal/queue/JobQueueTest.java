package org.openbits.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openbits.internal.queue.QueueFixture.get;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
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
import org.openbits.internal.channel.JobPage;
import org.openbits.internal.channel.Outcome;
import org.openbits.internal.transfer.TransferOrder;

/** One job from its creation to its end, and what every caller may rely on. */
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
    void tellsNobodyOfWhatHeDoesNotWant() {
        List<JobEvent.Kind> heard = new CopyOnWriteArrayList<>();
        fixture.channel.subscribe(kind -> kind != JobEvent.Kind.FILE_TRANSFERRED, event -> heard.add(event.kind()));
        JobId job = fixture.create("fake:/a", "fake:/b");
        fixture.transfer("fake:/a").bring(10);
        fixture.settle();
        fixture.transfer("fake:/b").bring(10);
        fixture.settle();
        fixture.act(job, JobAction.COMPLETE);

        Awaitility.await().until(() -> heard.contains(JobEvent.Kind.GONE));
        assertThat(heard)
                .contains(JobEvent.Kind.MODIFICATION, JobEvent.Kind.TRANSFERRED)
                .doesNotContain(JobEvent.Kind.FILE_TRANSFERRED);
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

    /** The transfer from the old address is told to stop, and says what it has only when the file has its new one. */
    @Test
    void whatStillComesFromAFormerAddressIsNotTheFile() {
        fixture.transfers.stopSlowly();
        JobId job = fixture.create("fake:/a", "fake:/b");
        FakeTransfers.Transfer first = fixture.transfer("fake:/a").connecting().transferring(100);
        FakeTransfers.Transfer second = fixture.transfer("fake:/b").connecting().transferring(100);
        fixture.settle();

        get(fixture.channel.setRemoteName(job, 0, "fake:/x/a"));
        get(fixture.channel.setRemoteName(job, 1, "fake:/x/b"));
        first.checkpoint(60).obey();
        second.transferring(100).finish();

        TransferOrder again = fixture.transfer("fake:/x/a").order;
        assertThat(again.checkpoint().heldBytes()).isEqualTo(60);
        assertThat(again.checkpoint().validator().canGuard()).isFalse();
        assertThat(fixture.transfer("fake:/x/b").order.checkpoint()).isNull();
        fixture.transfer("fake:/x/a").bring(50);
        fixture.transfer("fake:/x/b").bring(50);
        assertThat(fixture.info(job).progress()).isEqualTo(new JobProgress(100, 100, 2, 2));
    }
}
