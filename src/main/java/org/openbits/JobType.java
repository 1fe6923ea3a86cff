package org.openbits;

/** The direction of a job, fixed at creation (BG_JOB_TYPE). */
public enum JobType {
    /** Server to client; one file or many. */
    DOWNLOAD,
    /** Client to server. */
    UPLOAD,
    /** Client to server, then the server application's reply file back. */
    UPLOAD_REPLY;

    /** The number Windows uses for this type. */
    public int number() {
        return ordinal();
    }

    /** Whether bytes flow from this host to the server first. */
    public boolean isUpload() {
        return this != DOWNLOAD;
    }
}
