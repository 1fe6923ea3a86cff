package org.openbits.shell.pipeline;

/** A method of an object failed; the cause is its own exception. */
final class MethodInvocationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MethodInvocationException(String message, Throwable cause) {
        super(message, cause);
    }
}
