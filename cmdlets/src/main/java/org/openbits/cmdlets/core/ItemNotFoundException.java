package org.openbits.cmdlets.core;

/** A path that names nothing; scripts catch it by PowerShell's name for it. */
public final class ItemNotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ItemNotFoundException(String message) {
        super(message);
    }
}
