package org.openbits.cmdlets.core;

import org.openbits.automation.NetNamed;

/** A path that names nothing; scripts catch it by PowerShell's name for it. */
public final class ItemNotFoundException extends RuntimeException implements NetNamed {

    private static final long serialVersionUID = 1L;

    public ItemNotFoundException(String message) {
        super(message);
    }

    @Override
    public String netName() {
        return "System.Management.Automation.ItemNotFoundException";
    }
}
