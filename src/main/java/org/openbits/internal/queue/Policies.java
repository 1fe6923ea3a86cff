package org.openbits.internal.queue;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.JobPriority;

/**
 * What the administrator allows; the defaults are ours where Microsoft's would forbid ordinary use.
 *
 * @param maxActiveTransfers jobs moving at once, foreground and background together; also the files, as far as each
 *     job keeps one
 * @param backgroundSlots background jobs moving at once
 * @param filesPerJob files of one background job moving at once; somebody waits for a foreground job: twice as many
 * @param maxJobsPerMachine jobs of all ordinary users
 * @param maxJobsPerUser jobs of one ordinary user
 * @param maxFilesPerJob files in a download job of an ordinary user
 * @param maxRangesPerFile ranges of a file of an ordinary user
 * @param jobInactivityTimeout a job to which nothing happens for so long is cancelled
 * @param maxDownloadTime active time of a job that has no limit of its own
 * @param historyAge entries of the history older than this go
 * @param historyBytes size of the history
 * @param notifyAllow programs, or directories of programs, that notifications may run; null for any
 */
public record Policies(
        int maxActiveTransfers,
        int backgroundSlots,
        int filesPerJob,
        int maxJobsPerMachine,
        int maxJobsPerUser,
        int maxFilesPerJob,
        int maxRangesPerFile,
        Duration jobInactivityTimeout,
        Duration maxDownloadTime,
        Duration historyAge,
        long historyBytes,
        @Nullable List<String> notifyAllow) {

    /** Nothing configured. */
    public static final Policies DEFAULT = new Policies(
            32,
            4,
            4,
            100_000,
            100_000,
            100_000,
            100_000,
            Duration.ofDays(90),
            Duration.ofDays(90),
            Duration.ofDays(365),
            64L << 20,
            null);

    /** Files of one job of that priority moving at once. */
    public int filesPerJob(JobPriority priority) {
        return priority == JobPriority.FOREGROUND ? 2 * filesPerJob : filesPerJob;
    }

    public Policies {
        notifyAllow = notifyAllow == null ? null : List.copyOf(notifyAllow);
    }
}
