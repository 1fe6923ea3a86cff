package org.openbits;

/** The nine states of a job (BG_JOB_STATE). */
public enum JobState {
    /** Ready; waits for the scheduler. */
    QUEUED("Queued"),
    /** Opening a connection to the server of the current file; foreground jobs also wait here for a free slot. */
    CONNECTING("Connecting"),
    /** Moving data. */
    TRANSFERRING("Transferring"),
    /** Paused by the application, or just created. */
    SUSPENDED("Suspended"),
    /** A fatal error; not retried by itself. */
    ERROR("Error"),
    /** A recoverable error; the service retries by itself. */
    TRANSIENT_ERROR("TransientError"),
    /** All files moved; waits for Complete or Cancel. */
    TRANSFERRED("Transferred"),
    /** Complete succeeded; the job has left the queue. */
    ACKNOWLEDGED("Acknowledged"),
    /** Cancelled; the job has left the queue. */
    CANCELLED("Cancelled");

    private final String cmdletText;

    JobState(String cmdletText) {
        this.cmdletText = cmdletText;
    }

    /** The number Windows uses for this state. */
    public int number() {
        return ordinal();
    }

    /** The text the cmdlets show, such as {@code TransientError}. */
    public String cmdletText() {
        return cmdletText;
    }

    /** Whether the job has left the queue. */
    public boolean isFinal() {
        return this == ACKNOWLEDGED || this == CANCELLED;
    }

    /** Whether a worker may be busy with the job. */
    public boolean isRunning() {
        return this == CONNECTING || this == TRANSFERRING;
    }

    /** Whether the service will move the job on without being asked. */
    public boolean isActive() {
        return this == QUEUED || isRunning() || this == TRANSIENT_ERROR;
    }
}
