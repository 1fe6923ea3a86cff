package org.openbits.spi;

import org.jspecify.annotations.Nullable;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;

/** A transfer that fails, with its verdict. Thrown only by protocols and by the local side of a transfer. */
public final class TransferException extends Exception {

    private static final long serialVersionUID = 1;

    private final int number;
    private final ErrorContext context;
    private final transient Severity severity;

    public TransferException(
            ErrorCode code, ErrorContext context, Severity severity, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.number = code.number();
        this.context = context;
        this.severity = severity;
    }

    public ErrorCode code() {
        return ErrorCode.of(number);
    }

    public ErrorContext context() {
        return context;
    }

    /** What to do about it. */
    public Severity severity() {
        return severity;
    }
}
