package org.openbits.internal.queue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.BackgroundCopyError;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.FileRange;
import org.openbits.FileSpec;
import org.openbits.JobId;
import org.openbits.JobPriority;
import org.openbits.JobProgress;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobState;
import org.openbits.JobTimes;
import org.openbits.JobType;
import org.openbits.internal.transfer.Checkpoint;
import org.openbits.spi.Validator;

/** Records for tests: plain ones, and ones with a value in every field. */
public final class Records {

    private static final Instant START = Instant.parse("2026-11-22T10:15:30.123456789Z");

    private Records() {}

    /** An identity that sorts by its number. */
    public static JobId id(long number) {
        return new JobId(new UUID(number, ~number));
    }

    /** A queued download of the default priority. */
    public static JobRecord job(JobId id) {
        return job(id, JobSettings.EMPTY.with(JobProperty.DISPLAY_NAME, "job " + id));
    }

    public static JobRecord job(JobId id, JobSettings settings) {
        return new JobRecord(
                id,
                JobType.DOWNLOAD,
                "ann",
                "",
                0,
                id.value().getMostSignificantBits(),
                JobState.QUEUED,
                JobRecord.Intent.NONE,
                settings,
                List.of(),
                new JobProgress(JobProgress.SIZE_UNKNOWN, 0, 0, 0),
                new JobTimes(START, START, null),
                0,
                null,
                false,
                JobRecord.Timers.ZERO,
                List.of(),
                false,
                START);
    }

    /** A job in ERROR that has a value in every field, secrets included. */
    public static JobRecord fullJob(JobId id) {
        JobSettings settings = JobSettings.EMPTY
                .with(JobProperty.DISPLAY_NAME, "na\u00efve \ud83d\ude80")
                .with(JobProperty.PRIORITY, JobPriority.HIGH)
                .with(JobProperty.MINIMUM_RETRY_DELAY, 77L)
                .with(JobProperty.DYNAMIC_CONTENT, true)
                .with(JobProperty.NOTIFY_COMMAND_LINE, List.of("/bin/echo", "two words", ""))
                .with(JobProperty.CUSTOM_HEADERS, List.of("X-Token: hunter2"));
        return new JobRecord(
                id,
                JobType.UPLOAD_REPLY,
                "ann",
                "host-1",
                Long.MAX_VALUE,
                42,
                JobState.ERROR,
                JobRecord.Intent.CANCEL,
                settings,
                List.of(
                        new AuthCredentials(AuthTarget.SERVER, AuthScheme.BASIC, "ann", "swordfish"),
                        new AuthCredentials(AuthTarget.PROXY, AuthScheme.NEGOTIATE, "", "")),
                new JobProgress(1L << 40, 12345, 3, 2),
                new JobTimes(START, START.plusMillis(1), START.plusNanos(5)),
                7,
                new BackgroundCopyError(ErrorCode.http(404), ErrorContext.REMOTE_FILE, "Not there.", 2, "http"),
                true,
                new JobRecord.Timers(3, 1000, 2000, 3000, 4000),
                List.of("The owner of the file could not be set.", "second"),
                true,
                START.plusSeconds(3));
    }

    /** A file that was never started. */
    public static FileRecord file(JobId job, int index) {
        return new FileRecord(
                job,
                index,
                FileSpec.of("http://127.0.0.1/file" + index, "/tmp/file" + index),
                null,
                false,
                JobProgress.SIZE_UNKNOWN,
                0,
                false,
                false,
                false,
                null,
                List.of(),
                List.of(),
                null);
    }

    /** A file that has a value in every field. */
    public static FileRecord fullFile(JobId job, int index) {
        return new FileRecord(
                job,
                index,
                new FileSpec(
                        "http://127.0.0.1/\u00e9/" + index,
                        "/tmp/\u65e5\u672c/" + index,
                        List.of(new FileRange(5, 10), new FileRange(100, FileRange.TO_EOF)),
                        List.of("http://127.0.0.2/a", "http://127.0.0.3/b"),
                        "sha256:00ff",
                        "http://127.0.0.1/SHA256SUMS",
                        true),
                "/tmp/BIT0a1b2c3d.tmp",
                true,
                1L << 41,
                99,
                true,
                true,
                true,
                START.plusSeconds(60),
                List.of("ETag: \"x\"", "Server: test"),
                List.of("The mode could not be set."),
                "http://127.0.0.1/reported");
    }

    public static Checkpoint checkpoint(long end) {
        return new Checkpoint(
                new Validator("\"v1\"", "Sun, 22 Nov 2026 10:00:00 GMT", 1L << 33),
                List.of(new Checkpoint.Range(0, end), new Checkpoint.Range(end + 10, end + 20)));
    }
}
