package org.openbits.shell.pipeline;

import org.openbits.automation.NetNamed;

/** A command's name that stands for nothing. */
final class CommandNotFoundException extends RuntimeException implements NetNamed {

    private static final long serialVersionUID = 1;

    CommandNotFoundException(String message) {
        super(message);
    }

    @Override
    public String netName() {
        return "System.Management.Automation.CommandNotFoundException";
    }
}
