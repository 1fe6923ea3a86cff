package org.openbits.automation;

/** A terminating error: it ends the statement, and {@code try/catch} sees it. */
public class CmdletException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorRecord record;

    public CmdletException(ErrorRecord record) {
        super(record.message(), record.exception());
        this.record = record;
    }

    /** What happened. */
    public final ErrorRecord record() {
        return record;
    }
}
