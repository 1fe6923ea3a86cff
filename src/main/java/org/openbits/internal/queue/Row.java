package org.openbits.internal.queue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    /** Whether its transfer would begin anew after a stop: an equal then waits until it is over. */
    boolean losesAllWhenStopped;
    /** The transfer of this job that counts, or null. */
    @Nullable
    Running running;
    /** Transfers that were told to stop and have not said so yet; null for none. */
    private @Nullable Set<Attempt> draining;
    /** Complete or Cancel under way. */
    @Nullable
    Ending ending;
    /** Not before then is its notification tried again. */
    long notifyMillis;
    /** Whether it is being ended because it cannot be saved. */
    boolean endsUnsaved;
    /** Whether its notification program runs. */
    boolean notifying;
    /** Whether {@link JobTable#busy} counts it. */
    boolean countedBusy;
    /** What has to wait until its transfers have stopped and {@link #ending} are over. */
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
                && !isDraining()
                && ending == null
                && (state == JobState.QUEUED || state == JobState.CONNECTING);
    }

    boolean isDraining() {
        return draining != null;
    }

    void drains(Attempt attempt) {
        if (draining == null) {
            draining = new HashSet<>();
        }
        draining.add(attempt);
    }

    /** Whether that was the last transfer that had to stop. */
    boolean drained(Attempt attempt) {
        if (draining == null || !draining.remove(attempt) || !draining.isEmpty()) {
            return false;
        }
        draining = null;
        return true;
    }

    void defer(Runnable later) {
        if (deferred == null) {
            deferred = new ArrayList<>();
        }
        deferred.add(later);
    }
}
