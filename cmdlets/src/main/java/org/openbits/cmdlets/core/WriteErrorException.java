package org.openbits.cmdlets.core;

import org.openbits.automation.NetNamed;

/** What {@code Write-Error} reports when it is given words only. */
public final class WriteErrorException extends RuntimeException implements NetNamed {

    private static final long serialVersionUID = 1L;

    public WriteErrorException(String message) {
        super(message);
    }

    @Override
    public String netName() {
        return "Microsoft.PowerShell.Commands.WriteErrorException";
    }
}
