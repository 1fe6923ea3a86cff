package org.openbits.automation;

/** The exit codes of a process that ends by an error; see the manual, "Exit codes". */
public final class ExitCode {

    /** Done, changed or not. */
    public static final int OK = 0;
    /** An unexpected error. */
    public static final int FAILED = 1;
    /** The command was written wrongly. */
    public static final int USAGE = 2;
    /** The source does not exist. */
    public static final int NOT_FOUND = 3;
    /** The remote side refuses the account. */
    public static final int DENIED = 4;
    /** Transient: the network, a busy server, or a limit of retries was reached; try again. */
    public static final int TRANSIENT = 5;
    /** The data is not what was promised. */
    public static final int INTEGRITY = 6;
    /** The local disk or path. */
    public static final int LOCAL = 7;
    /** The time is over and the job still runs. */
    public static final int STILL_RUNNING = 8;
    /** A policy holds it back. */
    public static final int POLICY = 9;
    /** Cancelled. */
    public static final int CANCELLED = 10;
    /** The service cannot be reached. */
    public static final int NO_SERVICE = 11;
    /** Some files failed. */
    public static final int PARTIAL = 12;

    private ExitCode() {}
}
