package org.openbits;

/**
 * Something that happened to a job, with the job as it was just after.
 *
 * @param kind what happened
 * @param job the job after it
 * @param fileIndex the file concerned, or -1
 */
public record JobEvent(Kind kind, JobInfo job, int fileIndex) {

    /** What can happen. */
    public enum Kind {
        /** A property, the state or the progress changed; newest wins, so intermediate ones may be skipped. */
        MODIFICATION,
        /** All files are there; Complete is due. */
        TRANSFERRED,
        /** The job is in ERROR. */
        ERROR,
        /** One file is there. */
        FILE_TRANSFERRED,
        /** The job left the queue: its state is final. */
        GONE
    }
}
