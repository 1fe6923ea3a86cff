package org.openbits.internal.queue;

import org.openbits.BackgroundCopyError;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.JobEvent;
import org.openbits.JobProperty;
import org.openbits.JobState;
import org.openbits.internal.queue.JobRecord.Intent;
import org.openbits.internal.queue.JobRules.Input;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says when a job has to be looked at again, and does what is due then. Queue thread. */
final class Deadlines {

    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);

    private static final long HOUR_MILLIS = 3_600_000;

    /** Many jobs may be due at once: then others get their word in between. */
    private static final int MOST_AT_ONCE = 256;

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
        wait = Math.min(wait, untilSaved(row));
        return nowMillis + Math.max(1, wait);
    }

    /** The same of a job just loaded, whose timers run out in {@code wait}. */
    static long dueAfterStart(Row row, long wait) {
        return Math.min(wait, untilSaved(row));
    }

    /**
     * How often the time that passed is saved of a job to which nothing else happens: about each hour where a time-out
     * counts, each day elsewhere; spread, so that many jobs never have it at once.
     */
    private static long untilSaved(Row row) {
        long hours = row.running != null || row.state == JobState.TRANSIENT_ERROR ? 1 : 24;
        long spread = HOUR_MILLIS * Math.floorMod(row.position * 7919, 1_024) / 1_024;
        return hours * (HOUR_MILLIS - spread / 2);
    }

    /** Does what is due. */
    void expire(Turn turn) {
        JobTable table = queue.table();
        Row row = table.nextDue();
        for (int left = MOST_AT_ONCE; left > 0 && row != null && row.dueMillis <= turn.nowMillis; left--) {
            lookAtAnyhow(turn, row);
            row = table.nextDue();
        }
    }

    /** One job that cannot be dealt with must not be due for ever, before all others. */
    private void lookAtAnyhow(Turn turn, Row row) {
        try {
            lookAt(turn, row);
            queue.settle(turn, row);
        } catch (RuntimeException | Error e) {
            LOG.error("What was due for the job {} cannot be done", row.id, e);
            giveUp(turn, row, e);
        }
    }

    private void giveUp(Turn turn, Row row, Throwable why) {
        try {
            Job job = turn.edit(row);
            job.touch(turn.instant);
            String text = "What was due for the job cannot be done: " + why.getMessage();
            queue.runner()
                    .endAnyhow(
                            turn,
                            job,
                            new BackgroundCopyError(
                                    ErrorCode.E_FAIL, ErrorContext.GENERAL_QUEUE_MANAGER, text, -1, null));
            queue.settle(turn, row);
        } catch (RuntimeException | Error e) {
            LOG.error("Nor can the job {} be ended; it is looked at again in an hour", row.id, e);
            queue.table().resort(row, () -> row.dueMillis = turn.nowMillis + HOUR_MILLIS);
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
