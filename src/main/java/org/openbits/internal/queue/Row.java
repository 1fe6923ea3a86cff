package org.openbits.internal.queue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.JobId;
import org.openbits.JobPriority;
import org.openbits.JobState;

/**
 * What is kept in memory of every job: enough to schedule it. Confined to the queue thread; its sorted fields change only
 * in {@link JobTable#apply}.
 */
final class Row {

    final JobId id;
    final long position;
    String owner;
    JobState state;
    JobPriority priority;
    /** Its place in the round among equals; grows each time its slice ends. */
    long turn;
    /** When a timer of the job has to be looked at, in milliseconds of the queue. */
    long dueMillis = Timing.NEVER;
    /** When the timers of the saved record were true. */
    long savedMillis;
    /** When its slice began. */
    long sliceMillis;
    /** The transfer of this job that counts, or null. */
    @Nullable
    Running running;
    /** A transfer that was told to stop and has not said so yet. */
    @Nullable
    Attempt draining;
    /** Complete or Cancel under way. */
    @Nullable
    Ending ending;
    /** Not before then is its notification tried again. */
    long notifyMillis;
    /** Whether its notification program runs. */
    boolean notifying;
    /** Whether {@link JobTable#busy} counts it. */
    boolean countedBusy;
    /** What has to wait until {@link #draining} and {@link #ending} are over. */
    @Nullable
    List<Runnable> deferred;

    Row(JobId id, long position, String owner, JobState state, JobPriority priority) {
        this.id = id;
        this.position = position;
        this.turn = position;
        this.owner = owner;
        this.state = state;
        this.priority = priority;
    }

    boolean isForeground() {
        return priority == JobPriority.FOREGROUND;
    }

    /** Whether it would move if it had a slot. */
    boolean isRunnable() {
        return running == null
                && draining == null
                && ending == null
                && (state == JobState.QUEUED || state == JobState.CONNECTING);
    }

    void defer(Runnable later) {
        if (deferred == null) {
            deferred = new ArrayList<>();
        }
        deferred.add(later);
    }
}
