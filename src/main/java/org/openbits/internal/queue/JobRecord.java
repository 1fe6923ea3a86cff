package org.openbits.internal.queue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.AuthCredentials;
import org.openbits.BackgroundCopyError;
import org.openbits.JobId;
import org.openbits.JobProgress;
import org.openbits.JobSettings;
import org.openbits.JobState;
import org.openbits.JobTimes;
import org.openbits.JobType;

/**
 * The header of a job as it is kept. Immutable; a change is a new record.
 *
 * @param id identity
 * @param type direction
 * @param owner account name
 * @param ownerHost host that may run the job; empty for any (a shared store needs it)
 * @param epoch fencing token: grows whenever another host takes the job over
 * @param position order among jobs of one priority; grows with creation
 * @param state state as last saved; running states are loaded as QUEUED (foreground: CONNECTING)
 * @param intent what was begun and must be finished after a crash
 * @param settings properties, secret ones included; the store seals those
 * @param credentials credentials; the store seals them
 * @param progress totals as last saved
 * @param times time stamps
 * @param errorCount errors so far
 * @param error the error of ERROR and TRANSIENT_ERROR, else null
 * @param resumedBefore whether Resume was ever called
 * @param timers elapsed remainders, never instants: a changed wall clock moves nothing
 * @param notes what the user should know, each said once
 * @param notified whether the owner was told of the TRANSFERRED or ERROR the job is in
 * @param since when it came into its state
 */
public record JobRecord(
        JobId id,
        JobType type,
        String owner,
        String ownerHost,
        long epoch,
        long position,
        JobState state,
        Intent intent,
        JobSettings settings,
        List<AuthCredentials> credentials,
        JobProgress progress,
        JobTimes times,
        int errorCount,
        @Nullable BackgroundCopyError error,
        boolean resumedBefore,
        Timers timers,
        List<String> notes,
        boolean notified,
        Instant since) {

    public JobRecord {
        credentials = List.copyOf(credentials);
        notes = List.copyOf(notes);
    }

    /** What was begun and must be finished. */
    public enum Intent {
        NONE,
        COMPLETE,
        CANCEL
    }

    /**
     * Time that has passed, in milliseconds.
     *
     * @param failures n of the retry rule: tries without a byte since the last byte
     * @param untilRetryMillis what was left until the next try when this was saved
     * @param noProgressMillis time since the first transient error without progress
     * @param activeMillis time spent CONNECTING and TRANSFERRING since the last Resume
     * @param idleMillis time in which nothing happened to the job
     */
    public record Timers(
            int failures, long untilRetryMillis, long noProgressMillis, long activeMillis, long idleMillis) {

        public static final Timers ZERO = new Timers(0, 0, 0, 0, 0);
    }
}
