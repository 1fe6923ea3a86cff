package org.openbits.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openbits.internal.queue.JobQueueTest.refuses;
import static org.openbits.internal.queue.QueueFixture.get;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openbits.ErrorCode;
import org.openbits.JobId;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobState;
import org.openbits.internal.channel.JobAction;

class NotificationsTest {

    private static final List<String> COMMAND = List.of("/usr/bin/notify", "an argument");
    private static final JobSettings TELLS = JobSettings.EMPTY.with(JobProperty.NOTIFY_COMMAND_LINE, COMMAND);

    private final QueueFixture fixture = new QueueFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private FakeNotifier.Run run(int number) {
        Awaitility.await().until(() -> fixture.notifier.runs.size() == number);
        return fixture.notifier.runs.get(number - 1);
    }

    @Test
    void tellsOfTransferredOnce() {
        JobId job = fixture.create(TELLS, true, "fake:/a");
        fixture.settle();
        assertThat(fixture.notifier.runs).isEmpty();
        fixture.transfer("fake:/a").bring(10);

        FakeNotifier.Run run = run(1);
        assertThat(run.command()).isEqualTo(COMMAND);
        assertThat(run.about())
                .containsEntry("BITS_JOB_ID", job.toString())
                .containsEntry("BITS_JOB_STATE", "TRANSFERRED")
                .containsEntry("BITS_ERROR_CODE", "0x00000000")
                .hasSize(3);
        run.exit().complete(0);
        fixture.settle();
        fixture.pass(Duration.ofDays(1));
        fixture.crash();
        fixture.pass(Duration.ofDays(1));
        assertThat(fixture.notifier.runs).hasSize(1);
    }

    @Test
    void tellsOfAnErrorWithItsCode() {
        fixture.create(TELLS, true, "fake:/a");
        fixture.transfer("fake:/a").failForGood();

        assertThat(run(1).about())
                .containsEntry("BITS_JOB_STATE", "ERROR")
                .containsEntry("BITS_ERROR_CODE", "0x80190194");
    }

    @Test
    void triesAgainAfterTheRetryDelayUntilItSucceeds() {
        fixture.create(TELLS, true, "fake:/a");
        fixture.transfer("fake:/a").bring(10);
        run(1).exit().complete(3);
        fixture.settle();
        fixture.pass(Duration.ofSeconds(599));
        assertThat(fixture.notifier.runs).hasSize(1);
        fixture.pass(Duration.ofSeconds(1));
        run(2).exit().completeExceptionally(new IOException("no such program"));
        fixture.settle();
        fixture.pass(Duration.ofSeconds(600));
        run(3).exit().complete(0);
        fixture.pass(Duration.ofSeconds(6000));
        assertThat(fixture.notifier.runs).hasSize(3);
    }

    @Test
    void aCrashBeforeTheProgramSucceededRunsItAgain() {
        fixture.create(TELLS, true, "fake:/a");
        fixture.transfer("fake:/a").bring(10);
        run(1);
        fixture.crash();

        run(2).exit().complete(0);
    }

    @Test
    void tellsAlsoWhenTheCommandComesAfterTheEvent() {
        JobId job = fixture.create(JobSettings.EMPTY, true, "fake:/a");
        fixture.transfer("fake:/a").bring(10);
        fixture.settle();
        get(fixture.channel.change(job, TELLS));

        run(1);
    }

    @Test
    void tellsEachErrorAnew() {
        JobId job = fixture.create(TELLS, true, "fake:/a");
        fixture.transfer("fake:/a").failForGood();
        run(1).exit().complete(0);
        fixture.act(job, JobAction.RESUME);
        fixture.transfer("fake:/a").failForGood();

        run(2);
    }

    @Test
    void flagsSayWhatIsTold() {
        fixture.create(TELLS.with(JobProperty.NOTIFY_FLAGS, 1L), true, "fake:/a");
        fixture.create(TELLS.with(JobProperty.NOTIFY_FLAGS, 7L), true, "fake:/b");
        fixture.transfer("fake:/a").failForGood();
        fixture.transfer("fake:/b").bring(1);
        fixture.settle();

        assertThat(fixture.notifier.runs).isEmpty();
    }

    @Test
    void aJobThatCompletesByItselfTellsWhenItsFilesHaveTheirNames() {
        JobId job = fixture.create(TELLS.with(JobProperty.AUTO_COMPLETE, true), true, "fake:/a");
        fixture.transfer("fake:/a").bring(10);
        fixture.awaitState(job, JobState.ACKNOWLEDGED);

        assertThat(run(1).about()).containsEntry("BITS_JOB_STATE", "ACKNOWLEDGED");
        assertThat(fixture.disk.published).containsExactly("/data/a");
    }

    @Test
    void refusesWhatCannotBeRun() {
        JobId job = fixture.create(JobSettings.EMPTY, false);
        refuses(ErrorCode.E_INVALIDARG, () -> set(job, "notify"));
        refuses(ErrorCode.BG_E_STRING_TOO_LONG, () -> set(job, "/" + "x".repeat(260)));
    }

    @Test
    void thePolicyNamesWhatMayBeRun() {
        fixture.queue.setPolicies(new Policies(
                32,
                4,
                4,
                9,
                9,
                9,
                9,
                Duration.ofDays(90),
                Duration.ofDays(90),
                Duration.ofDays(365),
                1 << 20,
                List.of("/opt/tools", "/bin/true")));
        JobId job = fixture.create(JobSettings.EMPTY, false);
        set(job, "/opt/tools/notify");
        set(job, "/bin/true");
        refuses(ErrorCode.E_ACCESSDENIED, () -> set(job, "/opt/tools/../evil"));
        refuses(ErrorCode.E_ACCESSDENIED, () -> set(job, "/bin/truer"));
    }

    private void set(JobId job, String program) {
        get(fixture.channel.change(job, JobSettings.EMPTY.with(JobProperty.NOTIFY_COMMAND_LINE, List.of(program))));
    }
}
