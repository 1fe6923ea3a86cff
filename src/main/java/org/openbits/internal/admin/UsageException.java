package org.openbits.internal.admin;

/** A command line that bitsadmin cannot obey; exit code 1. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
