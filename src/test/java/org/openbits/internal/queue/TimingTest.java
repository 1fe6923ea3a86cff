package org.openbits.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobState;
import org.openbits.internal.queue.JobRecord.Timers;

class TimingTest {

    private static final Timers FAILED = new Timers(1, 5_000, 0, 0, 0);

    @ParameterizedTest
    @CsvSource({"0, 600, 5000", "1, 600, 10000", "6, 600, 320000", "7, 600, 600000", "70, 600, 600000", "3, 5, 5000"})
    void waitsTwiceAsLongEachTimeUpToTheRetryInterval(int failures, long interval, long expected) {
        JobSettings settings = JobSettings.EMPTY.with(JobProperty.MINIMUM_RETRY_DELAY, interval);
        RandomGenerator random = new Random(1);
        for (int i = 0; i < 100; i++) {
            assertThat(Timing.retryDelay(failures, settings, random)).isBetween(expected * 8 / 10, expected * 12 / 10);
        }
    }

    @ParameterizedTest
    @CsvSource({"5000, 0, 5000", "5000, 60000, 60000", "600000, 1000, 600000", "5000, 86400000, 3600000"})
    void obeysTheServerUpwardAndUpToAnHour(long own, long asked, long expected) {
        assertThat(Timing.retryDelay(own, asked)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"600, 1209600, true", "600, 0, false", "601, 600, false", "600, 600, true"})
    void triesAgainOnlyWhenTheIntervalFitsIntoTheTimeout(long interval, long timeout, boolean retries) {
        JobSettings settings = JobSettings.EMPTY
                .with(JobProperty.MINIMUM_RETRY_DELAY, interval)
                .with(JobProperty.NO_PROGRESS_TIMEOUT, timeout);
        assertThat(Timing.retries(settings)).isEqualTo(retries);
    }

    @Test
    void countsEachTimerOnlyInTheStatesItIsFor() {
        assertThat(Timing.advance(FAILED, JobState.TRANSIENT_ERROR, false, 2_000))
                .isEqualTo(new Timers(1, 3_000, 2_000, 0, 2_000));
        assertThat(Timing.advance(FAILED, JobState.TRANSFERRING, true, 2_000))
                .isEqualTo(new Timers(1, 5_000, 2_000, 2_000, 2_000));
        assertThat(Timing.advance(FAILED, JobState.CONNECTING, false, 2_000))
                .isEqualTo(new Timers(1, 5_000, 2_000, 0, 2_000));
        assertThat(Timing.advance(FAILED, JobState.SUSPENDED, false, 2_000))
                .isEqualTo(new Timers(1, 5_000, 0, 0, 2_000));
        assertThat(Timing.advance(Timers.ZERO, JobState.TRANSFERRING, true, 2_000))
                .isEqualTo(new Timers(0, 0, 0, 2_000, 2_000));
    }

    @Test
    void theGravestTimerThatRanOutWins() {
        Policies policies = Policies.DEFAULT;
        long ninetyDays = Duration.ofDays(90).toMillis();
        long fortnight = Duration.ofDays(14).toMillis();

        assertThat(expired(new Timers(1, 0, fortnight, ninetyDays, ninetyDays), JobState.TRANSFERRING, true))
                .isEqualTo(Timing.Expiry.INACTIVITY);
        assertThat(expired(new Timers(1, 0, fortnight, ninetyDays, 0), JobState.TRANSFERRING, true))
                .isEqualTo(Timing.Expiry.MAXIMUM_DOWNLOAD_TIME);
        assertThat(expired(new Timers(1, 0, fortnight, ninetyDays, 0), JobState.TRANSIENT_ERROR, false))
                .isEqualTo(Timing.Expiry.NO_PROGRESS);
        assertThat(expired(new Timers(1, 0, fortnight - 1, 0, 0), JobState.TRANSIENT_ERROR, false))
                .isEqualTo(Timing.Expiry.RETRY);
        assertThat(expired(new Timers(1, 1, fortnight - 1, 0, 0), JobState.TRANSIENT_ERROR, false))
                .isNull();
        assertThat(Timing.untilNext(
                        new Timers(1, 1, 0, 0, 0), JobState.TRANSIENT_ERROR, false, JobSettings.EMPTY, policies))
                .isEqualTo(1);
    }

    private static Timing.Expiry expired(Timers timers, JobState state, boolean moving) {
        return Timing.expired(timers, state, moving, JobSettings.EMPTY, Policies.DEFAULT);
    }
}
