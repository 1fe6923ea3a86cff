package org.openbits.internal.queue;

import static java.lang.Math.max;
import static java.lang.Math.min;

import java.util.random.RandomGenerator;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobState;
import org.openbits.internal.queue.JobRecord.Timers;

/** The arithmetic of retries and time-outs, in elapsed milliseconds. Pure. */
final class Timing {

    /** No such time. */
    static final long NEVER = Long.MAX_VALUE;

    private static final long FIRST_RETRY_MILLIS = 5_000;
    private static final long LONGEST_SERVER_WISH_MILLIS = 3_600_000;

    /** What ran out, the gravest first. */
    enum Expiry {
        INACTIVITY,
        MAXIMUM_DOWNLOAD_TIME,
        NO_PROGRESS,
        RETRY
    }

    private Timing() {}

    /**
     * The timers of a job after some time in one state.
     *
     * @param moving whether a transfer was under way; a foreground job that waits for a slot is CONNECTING without one
     */
    static Timers advance(Timers timers, JobState state, boolean moving, long millis) {
        boolean retrying = state == JobState.TRANSIENT_ERROR;
        boolean noProgress = timers.failures() > 0 && state.isActive();
        return new Timers(
                timers.failures(),
                retrying ? max(0, timers.untilRetryMillis() - millis) : timers.untilRetryMillis(),
                noProgress ? timers.noProgressMillis() + millis : timers.noProgressMillis(),
                moving ? timers.activeMillis() + millis : timers.activeMillis(),
                timers.idleMillis() + millis);
    }

    /** How long until one timer runs out; zero or less when one has; NEVER when none runs. */
    static long untilNext(Timers timers, JobState state, boolean moving, JobSettings settings, Policies policies) {
        long next = policies.jobInactivityTimeout().toMillis() - timers.idleMillis();
        if (state == JobState.TRANSIENT_ERROR) {
            next = min(next, timers.untilRetryMillis());
        }
        if (timers.failures() > 0 && state.isActive()) {
            next = min(next, noProgressTimeout(settings) - timers.noProgressMillis());
        }
        if (moving) {
            next = min(next, maximumDownloadTime(settings, policies) - timers.activeMillis());
        }
        return next;
    }

    /** What ran out, or null. */
    static @org.jspecify.annotations.Nullable Expiry expired(
            Timers timers, JobState state, boolean moving, JobSettings settings, Policies policies) {
        if (timers.idleMillis() >= policies.jobInactivityTimeout().toMillis()) {
            return Expiry.INACTIVITY;
        }
        if (moving && timers.activeMillis() >= maximumDownloadTime(settings, policies)) {
            return Expiry.MAXIMUM_DOWNLOAD_TIME;
        }
        if (timers.failures() > 0 && state.isActive() && timers.noProgressMillis() >= noProgressTimeout(settings)) {
            return Expiry.NO_PROGRESS;
        }
        return state == JobState.TRANSIENT_ERROR && timers.untilRetryMillis() <= 0 ? Expiry.RETRY : null;
    }

    /**
     * The wait before the next try: min(RetryInterval, 5 s x 2^failures), a fifth more or less by chance, so that many
     * clients of one server do not come back in step.
     */
    static long retryDelay(int failures, JobSettings settings, RandomGenerator random) {
        long longest = settings.get(JobProperty.MINIMUM_RETRY_DELAY) * 1000;
        long delay = failures >= 20 ? longest : min(longest, FIRST_RETRY_MILLIS << failures);
        return (long) (delay * random.nextDouble(0.8, 1.2));
    }

    /** The same when the server asked for a wait: never sooner than asked, at most an hour later for its sake. */
    static long retryDelay(long ownDelay, long askedMillis) {
        return max(ownDelay, min(askedMillis, LONGEST_SERVER_WISH_MILLIS));
    }

    /** Whether a job tries again at all after a transient error. */
    static boolean retries(JobSettings settings) {
        long timeout = settings.get(JobProperty.NO_PROGRESS_TIMEOUT);
        return timeout > 0 && settings.get(JobProperty.MINIMUM_RETRY_DELAY) <= timeout;
    }

    private static long noProgressTimeout(JobSettings settings) {
        return settings.get(JobProperty.NO_PROGRESS_TIMEOUT) * 1000;
    }

    private static long maximumDownloadTime(JobSettings settings, Policies policies) {
        if (!settings.isSet(JobProperty.MAXIMUM_DOWNLOAD_TIME)) {
            return policies.maxDownloadTime().toMillis();
        }
        long seconds = settings.get(JobProperty.MAXIMUM_DOWNLOAD_TIME);
        return seconds == 0 ? NEVER : seconds * 1000;
    }
}
