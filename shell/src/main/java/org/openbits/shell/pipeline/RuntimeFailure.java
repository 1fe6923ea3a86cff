package org.openbits.shell.pipeline;

import org.openbits.automation.NetNamed;

/** What the exception of an error of the language is: PowerShell's RuntimeException. */
final class RuntimeFailure extends RuntimeException implements NetNamed {

    private static final long serialVersionUID = 1;

    RuntimeFailure(String message) {
        super(message);
    }

    RuntimeFailure(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String netName() {
        return "System.Management.Automation.RuntimeException";
    }
}
