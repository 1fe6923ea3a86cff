package org.openbits.shell.pipeline;

/** A command's name that stands for nothing. */
final class CommandNotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1;

    CommandNotFoundException(String message) {
        super(message);
    }
}
