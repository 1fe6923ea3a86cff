package org.openbits.shell.pipeline;

import org.openbits.automation.NetNamed;

/** A method of an object failed; the cause is its own exception. */
final class MethodInvocationException extends RuntimeException implements NetNamed {

    private static final long serialVersionUID = 1;

    MethodInvocationException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String netName() {
        return "System.Management.Automation.MethodInvocationException";
    }
}
