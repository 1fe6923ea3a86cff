package org.openbits.cmdlets.core;

/** The service that Windows calls BITS; a shell offers it to the commands on services. */
public interface TransferService {

    /** Whether it runs now. */
    boolean isRunning();

    /** Starts it, if it does not run. */
    void start();

    /** Stops it; its jobs are kept. */
    void stop();
}
