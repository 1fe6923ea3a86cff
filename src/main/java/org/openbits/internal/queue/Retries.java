package org.openbits.internal.queue;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.openbits.BackgroundCopyError;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.JobEvent;
import org.openbits.JobReason;
import org.openbits.internal.queue.JobRecord.Timers;
import org.openbits.internal.queue.JobRules.Input;
import org.openbits.spi.Severity;

/** Puts a job into TRANSIENT_ERROR and says when it tries again. */
final class Retries {

    /** How often a job looks whether what it waits for has come, where nobody tells it. */
    private static final long POLL_MILLIS = 30_000;

    /** It is told when there is a network; this is for the case that nobody is. */
    private static final long NETWORK_MILLIS = 3_600_000;

    private Retries() {}

    /** A job that would have had its turn waits until the host has a network; that is no failed try. */
    static void waitForNetwork(Turn turn, Job job, int file) {
        ErrorCode code = ErrorCode.BG_E_NETWORK_DISCONNECTED;
        job.move(Input.BLOCKED);
        job.error = new BackgroundCopyError(code, ErrorContext.GENERAL_QUEUE_MANAGER, code.text(), file, null);
        job.timers = new Timers(
                job.timers.failures(),
                NETWORK_MILLIS,
                job.timers.noProgressMillis(),
                job.timers.activeMillis(),
                job.timers.idleMillis());
        turn.event(JobEvent.Kind.MODIFICATION, job.row, -1);
    }

    static void tryLater(Turn turn, Job job, BackgroundCopyError error, Severity severity, RandomGenerator random) {
        int failures = job.timers.failures();
        long delay = Timing.retryDelay(failures, job.settings, random);
        if (severity instanceof Severity.RetryAfter) {
            Duration asked = ((Severity.RetryAfter) severity).delay();
            delay = Timing.retryDelay(delay, asked.toMillis());
        }
        job.move(Input.TRANSIENT_FAILURE);
        job.error = error;
        JobReason.Kind kind = Snapshots.waitsFor(error);
        if (severity instanceof Severity.WaitFor || kind != JobReason.Kind.RETRY) {
            delay = POLL_MILLIS;
            failures = Math.max(0, failures - 1); // waiting for an event is no failed try
        } else {
            job.errorCount++;
        }
        job.timers = new Timers(
                failures + 1, delay, job.timers.noProgressMillis(), job.timers.activeMillis(), job.timers.idleMillis());
        turn.event(JobEvent.Kind.MODIFICATION, job.row, -1);
    }
}
