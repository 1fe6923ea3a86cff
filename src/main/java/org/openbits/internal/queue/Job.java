package org.openbits.internal.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.AuthCredentials;
import org.openbits.BackgroundCopyError;
import org.openbits.JobPriority;
import org.openbits.JobProgress;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobState;
import org.openbits.JobTimes;
import org.openbits.internal.queue.JobRecord.Intent;
import org.openbits.internal.queue.JobRecord.Timers;

/**
 * A job as one turn of the queue works on it: its record, open for changes, with its timers brought up to date. Dropped
 * when the turn fails, so a refused operation leaves nothing behind.
 */
final class Job {

    final Row row;
    final JobRecord before;
    String owner;
    JobState state;
    Intent intent;
    JobSettings settings;
    List<AuthCredentials> credentials;
    JobProgress progress;
    Instant modification;

    @Nullable
    Instant transferCompletion;

    int errorCount;

    @Nullable
    BackgroundCopyError error;

    boolean resumedBefore;
    Timers timers;
    List<String> notes;
    boolean notified;
    private Instant since;
    private final Instant now;

    Job(Row row, JobRecord record, long nowMillis, Instant now) {
        this.now = now;
        this.since = record.since();
        this.row = row;
        this.before = record;
        this.owner = record.owner();
        this.state = record.state();
        this.intent = record.intent();
        this.settings = record.settings();
        this.credentials = record.credentials();
        this.progress = record.progress();
        this.modification = record.times().modification();
        this.transferCompletion = record.times().transferCompletion();
        this.errorCount = record.errorCount();
        this.error = record.error();
        this.resumedBefore = record.resumedBefore();
        this.timers = Timing.advance(record.timers(), record.state(), row.running != null, nowMillis - row.savedMillis);
        this.notes = record.notes();
        this.notified = record.notified();
    }

    JobPriority priority() {
        return settings.get(JobProperty.PRIORITY);
    }

    boolean hasWork() {
        return progress.filesTransferred() < progress.filesTotal();
    }

    /** Something happened to the job: its inactivity starts anew. */
    void touch(Instant now) {
        modification = now;
        timers = new Timers(
                timers.failures(), timers.untilRetryMillis(), timers.noProgressMillis(), timers.activeMillis(), 0);
    }

    /** Lets the state table decide what an input does; false when the job stays where it is. */
    boolean move(JobRules.Input input) {
        JobRules.Rule rule = JobRules.require(input, state, row.id);
        JobState next = switch (rule.cell()) {
            case GO -> ready();
            case MOVES -> rule.target();
            case STAYS, NO_EFFECT, IGNORED, INVALID_STATE, NO_ERROR -> state;
        };
        boolean moved = enter(next);
        if (moved && next != JobState.ERROR && next != JobState.TRANSIENT_ERROR) {
            error = null;
        }
        return moved;
    }

    /** False when it is there already. */
    boolean enter(JobState next) {
        boolean moved = next != state;
        state = next;
        since = moved ? now : since;
        return moved;
    }

    /** When it came into its state. */
    Instant since() {
        return since;
    }

    /** Where a job goes that is ready to run. */
    JobState ready() {
        if (!hasWork()) {
            return JobState.TRANSFERRED;
        }
        return priority() == JobPriority.FOREGROUND ? JobState.CONNECTING : JobState.QUEUED;
    }

    /** Forgets the failures: a byte came, or the owner asked for a fresh start. */
    void forgetFailures() {
        timers = new Timers(0, 0, 0, timers.activeMillis(), timers.idleMillis());
    }

    void note(String note) {
        if (!notes.contains(note)) {
            notes = new ArrayList<>(notes);
            notes.add(note);
        }
    }

    JobRecord toRecord() {
        return new JobRecord(
                before.id(),
                before.type(),
                owner,
                before.ownerHost(),
                before.epoch(),
                before.position(),
                state,
                intent,
                settings,
                credentials,
                progress,
                new JobTimes(before.times().creation(), modification, transferCompletion),
                errorCount,
                error,
                resumedBefore,
                timers,
                notes,
                notified,
                since);
    }
}
