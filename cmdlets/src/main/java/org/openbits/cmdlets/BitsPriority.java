package org.openbits.cmdlets;

import org.openbits.JobPriority;

/** The scheduling classes of a job as scripts see them. */
public enum BitsPriority {
    Foreground,
    High,
    Normal,
    Low;

    static BitsPriority of(JobPriority value) {
        return values()[value.number()];
    }
}
