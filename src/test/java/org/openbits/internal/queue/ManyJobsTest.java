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
import org.openbits.JobSpec;

/** Thousands of jobs that nothing happens to: no single step of the queue may take all of them in hand. */
class ManyJobsTest {

    private static final int JOBS = 3_000;
    private static final int MOST_AT_ONCE = 260;

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

    @Test
    void aQueueOfManyJobsClosesWithoutTouchingThemAll() {
        QueueFixture fixture = new QueueFixture();
        create(fixture, JOBS);
        fixture.store.takeMostJobsInABatch();

        fixture.close();

        assertThat(fixture.store.takeMostJobsInABatch()).isLessThan(MOST_AT_ONCE);
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
