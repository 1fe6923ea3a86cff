package org.openbits.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openbits.internal.queue.QueueFixture.get;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.openbits.JobId;
import org.openbits.JobInfo;
import org.openbits.JobPriority;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.internal.channel.JobAction;

/** Thousands of jobs that nothing happens to: no single step of the queue may take all of them in hand. */
class ManyJobsTest {

    private static final int JOBS = 3_000;
    /** A part, and the few jobs that get a place in the same step. */
    private static final int MOST_AT_ONCE = 256 + Policies.DEFAULT.maxActiveTransfers() + 1;

    @Test
    void timersOfManyJobsAreSavedInParts() {
        try (QueueFixture fixture = new QueueFixture()) {
            create(fixture, JOBS);
            fixture.store.takeMostJobsInABatch();

            fixture.pass(Duration.ofHours(25));

            Awaitility.await()
                    .until(() ->
                            leastIdleMillis(fixture) >= Duration.ofHours(25).toMillis());
            assertThat(fixture.store.takeMostJobsInABatch()).isLessThan(MOST_AT_ONCE);
        }
    }

    /** Every operation on every one of ten thousand, handed over without waiting, as several programs at once do. */
    @Test
    void tenThousandJobsTakeEveryOperation() {
        try (QueueFixture fixture = new QueueFixture()) {
            List<JobId> jobs = new ArrayList<>();
            List<CompletableFuture<?>> answers = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                JobId job = JobId.random();
                jobs.add(job);
                answers.add(fixture.channel.create(
                        job, JobSpec.download("job " + i).withFiles(QueueFixture.files("fake:/" + i))));
            }
            for (JobId job : jobs) {
                answers.add(fixture.channel.change(
                        job, JobSettings.EMPTY.with(JobProperty.PRIORITY, JobPriority.FOREGROUND)));
                answers.add(fixture.channel.act(job, JobAction.RESUME));
                answers.add(fixture.channel.addFiles(job, QueueFixture.files("fake:/more")));
                answers.add(fixture.channel.change(job, JobSettings.EMPTY.with(JobProperty.PRIORITY, JobPriority.LOW)));
                answers.add(fixture.channel.setRemoteName(job, 0, "fake:/renamed"));
                answers.add(fixture.channel.act(job, JobAction.SUSPEND));
                answers.add(fixture.channel.replaceRemotePrefix(job, "fake:/", "fake:/x/"));
            }
            answers.forEach(QueueFixture::get);

            assertThat(get(fixture.channel.list(false)))
                    .hasSize(jobs.size())
                    .allMatch(job -> job.state() == JobState.SUSPENDED
                            && job.progress().filesTotal() == 2
                            && job.priority() == JobPriority.LOW);
            List<CompletableFuture<?>> ends = new ArrayList<>();
            for (int i = 0; i < jobs.size(); i++) {
                ends.add(fixture.channel.act(jobs.get(i), i % 2 == 0 ? JobAction.CANCEL : JobAction.COMPLETE));
            }
            ends.forEach(QueueFixture::get);
            assertThat(get(fixture.channel.list(false))).isEmpty();
            assertThat(fixture.transfers.running()).isEmpty();
            assertThat(fixture.queue.isIdle()).isTrue();
        }
    }

    @Test
    void aQueueOfManyJobsClosesWithoutTouchingThemAll() {
        QueueFixture fixture = new QueueFixture();
        create(fixture, JOBS);
        fixture.store.takeMostJobsInABatch();

        fixture.close();

        assertThat(fixture.store.takeMostJobsInABatch()).isLessThan(MOST_AT_ONCE);
    }

    @Test
    void aRestartGoesOnWithManyJobsInParts() {
        try (QueueFixture fixture = new QueueFixture()) {
            create(fixture, JOBS);
            List<JobRecord> records = new ArrayList<>();
            fixture.store.scan(records::add);
            JobStore.Batch asIfRunning = new JobStore.Batch();
            records.forEach(record -> asIfRunning.put(inState(record, JobState.TRANSFERRING)));
            get(fixture.store.commit(asIfRunning));
            fixture.crash();

            assertThat(fixture.store.takeMostJobsInABatch()).isLessThan(MOST_AT_ONCE);
            assertThat(get(fixture.channel.list(false)))
                    .hasSize(JOBS)
                    .noneMatch(job -> job.state() == JobState.TRANSFERRING);
        }
    }

    private static JobRecord inState(JobRecord record, JobState state) {
        return new JobRecord(
                record.id(),
                record.type(),
                record.owner(),
                record.ownerHost(),
                record.epoch(),
                record.position(),
                state,
                record.intent(),
                record.settings(),
                record.credentials(),
                record.progress(),
                record.times(),
                record.errorCount(),
                record.error(),
                record.resumedBefore(),
                record.timers(),
                record.notes(),
                record.notified(),
                record.since());
    }

    /** The inactivity time-out is 90 days, however often the service is killed meanwhile. */
    @Test
    void timeThatPassesBetweenKillsCounts() {
        try (QueueFixture fixture = new QueueFixture()) {
            JobId job = fixture.create(org.openbits.JobSettings.EMPTY, false, "fake:/a");
            for (int day = 0; day < 88; day++) {
                fixture.pass(Duration.ofHours(24));
                fixture.crash();
            }
            assertThat(get(fixture.channel.list(false))).extracting(JobInfo::id).containsExactly(job);
            for (int day = 0; day < 4; day++) {
                fixture.pass(Duration.ofHours(24));
                fixture.crash();
            }
            Awaitility.await().until(() -> get(fixture.channel.list(false)).isEmpty());
        }
    }

    private static void create(QueueFixture fixture, int jobs) {
        List<CompletableFuture<?>> answers = new ArrayList<>();
        for (int i = 0; i < jobs; i++) {
            answers.add(fixture.channel.create(JobId.random(), JobSpec.download("job " + i)));
        }
        answers.forEach(QueueFixture::get);
    }

    private static long leastIdleMillis(QueueFixture fixture) {
        AtomicLong least = new AtomicLong(Long.MAX_VALUE);
        fixture.store.scan(job -> least.accumulateAndGet(job.timers().idleMillis(), Math::min));
        return least.get();
    }
}
