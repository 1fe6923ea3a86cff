package org.openbits.automation;

/**
 * An error that ends what a command does with one object, not the command: it is written as non-terminating, so that
 * {@code -ErrorAction} rules it, and the next object is taken.
 */
public final class RecordFailure extends CmdletException {

    private static final long serialVersionUID = 1L;

    public RecordFailure(ErrorRecord record) {
        super(record);
    }
}
