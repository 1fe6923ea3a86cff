package org.openbits.internal.channel;

/** The operations on a job that need no argument. */
public enum JobAction {
    SUSPEND,
    RESUME,
    COMPLETE,
    CANCEL,
    TAKE_OWNERSHIP
}
