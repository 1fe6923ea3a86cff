package org.openbits.cmdlets;

import org.openbits.JobType;

/** The directions of a job as scripts see them. */
public enum BitsJobType {
    Download,
    Upload,
    UploadReply;

    static BitsJobType of(JobType value) {
        return values()[value.number()];
    }
}
