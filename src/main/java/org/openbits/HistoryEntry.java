package org.openbits;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a job: who, what, from where, how much, how long, how it ended. Holds no secret.
 *
 * @param time when it ended or failed
 * @param job identity
 * @param displayName its name
 * @param owner account name
 * @param type direction
 * @param result how it ended
 * @param error the error of FAILED, or of a job cancelled in ERROR; else null
 * @param created when it was created
 * @param active time spent CONNECTING and TRANSFERRING since the last Resume
 * @param bytes bytes moved
 * @param filesTotal how many files it had
 * @param files the first {@value #MOST_FILES} of them
 */
public record HistoryEntry(
        Instant time,
        JobId job,
        String displayName,
        String owner,
        JobType type,
        Result result,
        @Nullable Failure error,
        Instant created,
        Duration active,
        long bytes,
        int filesTotal,
        List<File> files) {

    /** More of a job's files than this are only counted. */
    public static final int MOST_FILES = 100;

    public HistoryEntry {
        files = List.copyOf(files.subList(0, Math.min(files.size(), MOST_FILES)));
    }

    /** How a job ended. */
    public enum Result {
        COMPLETED,
        CANCELLED,
        /** It entered ERROR; it is still in the queue and may yet complete. */
        FAILED
    }

    /**
     * Why it failed.
     *
     * @param code the number, as BITS has it
     * @param message one line for people
     */
    public record Failure(int code, String message) {}

    /**
     * A file of the job.
     *
     * @param remoteName where from or to, without user, password and query: these may be secrets
     * @param localName the local file
     * @param bytes bytes moved
     * @param digest the digest the user expected, which a file that was transferred has; else null
     */
    public record File(
            String remoteName,
            String localName,
            long bytes,
            @Nullable String digest) {}
}
