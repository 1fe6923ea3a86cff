package org.openbits.internal.queue;

import org.openbits.BackgroundCopyError;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.JobEvent;
import org.openbits.JobProperty;
import org.openbits.internal.queue.JobRecord.Intent;
import org.openbits.internal.queue.JobRules.Input;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says when a job has to be looked at again, and does what is due then. Queue thread. */
final class Deadlines {

    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);

    /** How often the time that passed is saved for a job to which nothing else happens; a day where it hardly matters. */
    private static final long HOUR_MILLIS = 3_600_000;

    private final JobQueue queue;

    Deadlines(JobQueue queue) {
        this.queue = queue;
    }

    /** When the job has to be looked at, in milliseconds of the queue. */
    long due(Job job, long nowMillis) {
        Row row = job.row;
        if (row.ending != null) {
            return Timing.NEVER;
        }
        boolean moving = row.running != null;
        long wait = Timing.untilNext(job.timers, job.state, moving, job.settings, queue.policies());
        if (moving && job.priority().isBackground()) {
            long slice = row.sliceMillis + Scheduler.SLICE_MILLIS - nowMillis;
            wait = Math.min(wait, slice > 0 ? slice : Scheduler.SLICE_MILLIS);
        }
        if (Notifications.isDue(job) && !row.notifying) {
            wait = Math.min(wait, row.notifyMillis - nowMillis);
        }
        wait = Math.min(wait, job.state.isActive() ? HOUR_MILLIS : 24 * HOUR_MILLIS);
        return nowMillis + Math.max(1, wait);
    }

    /** Does what is due. */
    void expire(Turn turn) {
        JobTable table = queue.table();
        for (Row row = table.nextDue(); row != null && row.dueMillis <= turn.nowMillis; row = table.nextDue()) {
            lookAt(turn, row);
            queue.settle(turn);
        }
    }

    private void lookAt(Turn turn, Row row) {
        Job job = turn.edit(row); // even when nothing is due the time that passed is saved
        Timing.Expiry expiry =
                Timing.expired(job.timers, job.state, row.running != null, job.settings, queue.policies());
        if (expiry == null || row.ending != null) {
            return;
        }
        switch (expiry) {
            case INACTIVITY -> {
                LOG.info("The job {} is cancelled: nothing happened to it for too long", row.id);
                queue.endings().begin(turn, row, Intent.CANCEL, null);
            }
            case MAXIMUM_DOWNLOAD_TIME ->
                end(
                        turn,
                        job,
                        Input.MAXIMUM_DOWNLOAD_TIME,
                        ErrorCode.BG_E_MAXDOWNLOAD_TIMEOUT,
                        "The job used up its time for moving bytes");
            case NO_PROGRESS -> end(turn, job, Input.NO_PROGRESS_TIMEOUT, ErrorCode.BG_E_NO_PROGRESS, noProgress(job));
            case RETRY -> {
                job.move(Input.RETRY_DUE);
                turn.event(JobEvent.Kind.MODIFICATION, row, -1);
            }
        }
    }

    private void end(Turn turn, Job job, Input input, ErrorCode code, String message) {
        queue.runner()
                .end(
                        turn,
                        job,
                        input,
                        new BackgroundCopyError(code, ErrorContext.GENERAL_QUEUE_MANAGER, message, -1, null));
    }

    private static String noProgress(Job job) {
        BackgroundCopyError last = job.error;
        return "No byte came for " + job.settings.get(JobProperty.NO_PROGRESS_TIMEOUT) + " s"
                + (last == null ? "" : "; the last error was: " + last.message());
    }
}
