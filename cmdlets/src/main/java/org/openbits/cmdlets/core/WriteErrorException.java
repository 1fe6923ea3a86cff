package org.openbits.cmdlets.core;

/** What {@code Write-Error} reports when it is given words only. */
public final class WriteErrorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WriteErrorException(String message) {
        super(message);
    }
}
