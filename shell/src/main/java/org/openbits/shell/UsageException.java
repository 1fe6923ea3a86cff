package org.openbits.shell;

/** The arguments of the program make no sense; the message says which and what to do. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
