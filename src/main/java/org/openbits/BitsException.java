package org.openbits;

import org.jspecify.annotations.Nullable;

/**
 * A call that cannot be obeyed.
 *
 * <p>A transfer that fails throws at nobody: it becomes the job's {@link BackgroundCopyError}. The message answers what,
 * where, why and what to do, and never holds a password, token or authorization header.
 */
public final class BitsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int number;
    private final ErrorContext context;
    private final @Nullable String job;

    public BitsException(ErrorCode code, String message) {
        this(code, message, null);
    }

    public BitsException(ErrorCode code, String message, @Nullable Throwable cause) {
        this(code, ErrorContext.GENERAL_QUEUE_MANAGER, message, null, cause);
    }

    /** @param job the job concerned, or null when there is none (yet) */
    public BitsException(
            ErrorCode code, ErrorContext context, String message, @Nullable JobId job, @Nullable Throwable cause) {
        super(message, cause);
        this.number = code.number();
        this.context = context;
        this.job = job == null ? null : job.toString();
    }

    /** An exception whose message is the code's own sentence. */
    public static BitsException of(ErrorCode code) {
        return new BitsException(code, code.text());
    }

    public ErrorCode code() {
        return ErrorCode.of(number);
    }

    public ErrorContext context() {
        return context;
    }

    /** The job concerned, or null when there is none. */
    public @Nullable JobId job() {
        return job == null ? null : JobId.parse(job);
    }
}
