package org.openbits.automation;

/** Arguments that do not fit a command; carries the place of the argument at fault, so that a shell can point at it. */
public final class BindingException extends CmdletException {

    private static final long serialVersionUID = 1L;

    private final int offset;

    public BindingException(ErrorRecord record, int offset) {
        super(record);
        this.offset = offset;
    }

    /** The {@link Argument#offset} of the argument at fault, or -1 when no single one is. */
    public int offset() {
        return offset;
    }
}
