package org.openbits.automation;

/** The exit codes of a process that runs commands (sysexits-like; see the manual, "Exit codes"). */
public final class ExitCode {

    public static final int OK = 0;
    public static final int FAILED = 1;

    private ExitCode() {}
}
