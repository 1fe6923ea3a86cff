package org.openbits.cmdlets.core;

import org.openbits.automation.Detailed;
import org.openbits.automation.NetNamed;

/** What {@code Write-Error} reports when it is given words only. */
public final class WriteErrorException extends RuntimeException implements NetNamed, Detailed {

    private static final long serialVersionUID = 1L;

    private final String recommendedAction;
    private final String netName;

    public WriteErrorException(String message, String recommendedAction) {
        this(message, recommendedAction, "Microsoft.PowerShell.Commands.WriteErrorException");
    }

    WriteErrorException(String message, String recommendedAction, String netName) {
        super(message);
        this.recommendedAction = recommendedAction;
        this.netName = netName;
    }

    @Override
    public String details() {
        return "";
    }

    @Override
    public String recommendedAction() {
        return recommendedAction;
    }

    @Override
    public String netName() {
        return netName;
    }
}
