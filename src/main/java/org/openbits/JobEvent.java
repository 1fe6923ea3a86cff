package org.openbits;

import java.util.List;

/**
 * Something that happened to a job, with the job as it was just after.
 *
 * @param kind what happened
 * @param job the job after it
 * @param fileIndex the file concerned, or -1
 * @param ranges what came of it since the event of this kind before; of FILE_RANGES_TRANSFERRED only
 */
public record JobEvent(Kind kind, JobInfo job, int fileIndex, List<FileRange> ranges) {

    public JobEvent {
        ranges = List.copyOf(ranges);
    }

    /** An event that is not about ranges. */
    public JobEvent(Kind kind, JobInfo job, int fileIndex) {
        this(kind, job, fileIndex, List.of());
    }

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
        /** Parts of a file are on the disk; told of jobs whose notify flags have 32. */
        FILE_RANGES_TRANSFERRED,
        /** The job left the queue: its state is final. */
        GONE
    }
}
