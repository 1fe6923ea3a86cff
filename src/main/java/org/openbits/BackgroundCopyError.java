package org.openbits;

import org.jspecify.annotations.Nullable;

/**
 * Why a job is in ERROR or TRANSIENT_ERROR (IBackgroundCopyError).
 *
 * @param code what went wrong
 * @param context where it went wrong
 * @param message one line for people: what, where, why; never a secret
 * @param fileIndex the position in the job of the file being processed, or -1 when the error is tied to no file
 * @param protocol {@code http} (also for HTTPS) or {@code file} (local and SMB), or null when none was involved
 */
public record BackgroundCopyError(
        ErrorCode code,
        ErrorContext context,
        String message,
        int fileIndex,
        @Nullable String protocol) {}
