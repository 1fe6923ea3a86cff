package org.openbits.shell.pipeline;

/** What the exception of an error of the language is: PowerShell's RuntimeException. */
final class RuntimeFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    RuntimeFailure(String message) {
        super(message);
    }

    RuntimeFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
