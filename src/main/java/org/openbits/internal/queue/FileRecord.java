package org.openbits.internal.queue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.FileRange;
import org.openbits.FileSpec;
import org.openbits.JobId;
import org.openbits.JobProgress;

/**
 * A file of a job as it is kept. Immutable; a change is a new record.
 *
 * @param job the job
 * @param index position in the job, from 0
 * @param spec names, ranges, mirrors, expected digest
 * @param temporaryName where its bytes are until Complete; null until its first start. Saved before the file is created
 * @param createdBefore whether a transfer to that temporary name was ever started
 * @param bytesTotal size of the local file once whole, or JobProgress.SIZE_UNKNOWN
 * @param bytesTransferred bytes as last saved
 * @param transferred whether all bytes are there
 * @param completed whether it has its final name
 * @param valid SetValidationState(true), or implied by Complete
 * @param lastModified the source's time stamp, given to the local file on Complete, or null
 * @param responseHeaders header lines of the last answer
 * @param notes what the user should know, each said once
 * @param reportedName where redirects led, when the job wants to be told (BG_HTTP_REDIRECT_POLICY_ALLOW_REPORT), or null;
 *     only shown: every request begins at the spec's own name, and secrets stay with that server
 * @param requested parts asked for (RequestFileRanges) that the disk does not hold yet, the most urgent first
 */
public record FileRecord(
        JobId job,
        int index,
        FileSpec spec,
        @Nullable String temporaryName,
        boolean createdBefore,
        long bytesTotal,
        long bytesTransferred,
        boolean transferred,
        boolean completed,
        boolean valid,
        @Nullable Instant lastModified,
        List<String> responseHeaders,
        List<String> notes,
        @Nullable String reportedName,
        List<FileRange> requested) {

    /** A file nobody asked for parts of. */
    public FileRecord(
            JobId job,
            int index,
            FileSpec spec,
            @Nullable String temporaryName,
            boolean createdBefore,
            long bytesTotal,
            long bytesTransferred,
            boolean transferred,
            boolean completed,
            boolean valid,
            @Nullable Instant lastModified,
            List<String> responseHeaders,
            List<String> notes,
            @Nullable String reportedName) {
        this(
                job,
                index,
                spec,
                temporaryName,
                createdBefore,
                bytesTotal,
                bytesTransferred,
                transferred,
                completed,
                valid,
                lastModified,
                responseHeaders,
                notes,
                reportedName,
                List.of());
    }

    public FileRecord {
        requested = List.copyOf(requested);
        responseHeaders = List.copyOf(responseHeaders);
        notes = List.copyOf(notes);
    }

    /** A file just added. */
    static FileRecord added(JobId job, int index, FileSpec spec) {
        return new FileRecord(
                job,
                index,
                spec,
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

    /** Another address begins without what redirects of the former one led to. */
    public FileRecord withSpec(FileSpec newSpec) {
        String reported = newSpec.remoteName().equals(spec.remoteName()) ? reportedName : null;
        return new FileRecord(
                job,
                index,
                newSpec,
                temporaryName,
                createdBefore,
                bytesTotal,
                bytesTransferred,
                transferred,
                completed,
                valid,
                lastModified,
                responseHeaders,
                notes,
                reported,
                requested);
    }

    FileRecord withTemporary(@Nullable String name, boolean created) {
        return new FileRecord(
                job,
                index,
                spec,
                name,
                created,
                bytesTotal,
                bytesTransferred,
                transferred,
                completed,
                valid,
                lastModified,
                responseHeaders,
                notes,
                reportedName,
                requested);
    }

    FileRecord withBytes(long total, long bytes, boolean whole) {
        return new FileRecord(
                job,
                index,
                spec,
                temporaryName,
                createdBefore,
                total,
                bytes,
                whole,
                completed,
                valid,
                lastModified,
                responseHeaders,
                notes,
                reportedName,
                requested);
    }

    /** Without its bytes, and so without its name; what is left of them is fetched over. */
    FileRecord withoutContent() {
        return new FileRecord(
                job,
                index,
                spec,
                temporaryName,
                createdBefore,
                bytesTotal,
                0,
                false,
                false,
                false,
                lastModified,
                responseHeaders,
                notes,
                reportedName,
                requested);
    }

    FileRecord withFacts(
            @Nullable Instant modified, List<String> headers, List<String> newNotes, @Nullable String reported) {
        return new FileRecord(
                job,
                index,
                spec,
                temporaryName,
                createdBefore,
                bytesTotal,
                bytesTransferred,
                transferred,
                completed,
                valid,
                modified,
                headers,
                newNotes,
                reported,
                requested);
    }

    FileRecord withCompleted() {
        return new FileRecord(
                job,
                index,
                spec,
                null,
                false,
                bytesTotal,
                bytesTransferred,
                transferred,
                true,
                true,
                lastModified,
                responseHeaders,
                notes,
                reportedName,
                requested);
    }

    /** The same with other parts asked for. */
    public FileRecord withRequested(List<FileRange> ranges) {
        return new FileRecord(
                job,
                index,
                spec,
                temporaryName,
                createdBefore,
                bytesTotal,
                bytesTransferred,
                transferred,
                completed,
                valid,
                lastModified,
                responseHeaders,
                notes,
                reportedName,
                ranges);
    }

    FileRecord withValid(boolean isValid) {
        return new FileRecord(
                job,
                index,
                spec,
                temporaryName,
                createdBefore,
                bytesTotal,
                bytesTransferred,
                transferred,
                completed,
                isValid,
                lastModified,
                responseHeaders,
                notes,
                reportedName,
                requested);
    }

    /** The remote name as it is shown. */
    String shownRemoteName() {
        return reportedName == null ? spec.remoteName() : reportedName;
    }
}
