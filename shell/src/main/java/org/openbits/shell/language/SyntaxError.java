package org.openbits.shell.language;

/** Text that is not in the language; nothing of it has run. */
public final class SyntaxError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Span span;
    private final String errorId;
    private final boolean incomplete;

    SyntaxError(Span span, String errorId, String message, boolean incomplete) {
        super(message, null, false, false);
        this.span = span;
        this.errorId = errorId;
        this.incomplete = incomplete;
    }

    /** Where the trouble is; empty at the end of the text when something is missing there. */
    public Span span() {
        return span;
    }

    /** PowerShell's word for the error, such as {@code MissingEndCurlyBrace}. */
    public String errorId() {
        return errorId;
    }

    /** Whether more text could make it right: a prompt asks for another line then. */
    public boolean isIncomplete() {
        return incomplete;
    }
}
