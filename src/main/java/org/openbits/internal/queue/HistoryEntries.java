package org.openbits.internal.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.openbits.BackgroundCopyError;
import org.openbits.HistoryEntry;
import org.openbits.HistoryEntry.Failure;
import org.openbits.HistoryEntry.File;
import org.openbits.HistoryEntry.Result;
import org.openbits.JobProperty;

/** Makes the entry of a job that ended; what may be a secret stays out. */
final class HistoryEntries {

    private static final Pattern USER_INFO = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*://)[^/?#]*@");
    private static final Pattern HTTP_QUERY =
            Pattern.compile("^(https?://[^?#]*)[?#].*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private HistoryEntries() {}

    /** The entry of a job as it is kept. */
    static HistoryEntry of(JobRecord job, List<FileRecord> files, Result result, Instant time) {
        BackgroundCopyError error = job.error();
        return new HistoryEntry(
                time,
                job.id(),
                job.settings().get(JobProperty.DISPLAY_NAME),
                job.owner(),
                job.type(),
                result,
                error == null ? null : new Failure(error.code().number(), error.message()),
                job.times().creation(),
                Duration.ofMillis(job.timers().activeMillis()),
                job.progress().bytesTransferred(),
                files.size(),
                files.stream()
                        .limit(HistoryEntry.MOST_FILES)
                        .map(HistoryEntries::of)
                        .toList());
    }

    private static File of(FileRecord file) {
        return new File(
                withoutSecrets(file.spec().remoteName()),
                file.spec().localName(),
                file.bytesTransferred(),
                file.transferred() ? file.spec().checksum() : null);
    }

    private static String withoutSecrets(String remoteName) {
        String withoutUser = USER_INFO.matcher(remoteName).replaceFirst("$1");
        return HTTP_QUERY.matcher(withoutUser).replaceFirst("$1?***");
    }
}
