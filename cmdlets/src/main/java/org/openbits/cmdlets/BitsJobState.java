package org.openbits.cmdlets;

import org.openbits.JobState;

/** The states of a job as scripts see them; the ordinals are the numbers of Windows. */
public enum BitsJobState {
    Queued,
    Connecting,
    Transferring,
    Suspended,
    Error,
    TransientError,
    Transferred,
    Acknowledged,
    Cancelled;

    static BitsJobState of(JobState value) {
        return values()[value.number()];
    }
}
