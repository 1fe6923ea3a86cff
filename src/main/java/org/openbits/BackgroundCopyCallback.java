package org.openbits;

import java.util.List;

/**
 * What a program implements to hear of its jobs (IBackgroundCopyCallback).
 *
 * <p>Called on a thread of the library, one call at a time; keep it short. Modifications are coalesced: the newest wins.
 * Callbacks do not survive the program; register again and look at the jobs when it starts.
 */
public interface BackgroundCopyCallback {

    /** All files of the job are there; Complete is due. */
    default void jobTransferred(JobInfo job) {}

    /** The job is in ERROR. */
    default void jobError(JobInfo job) {}

    /** A property, the state or the progress of the job changed, or it left the queue. */
    default void jobModification(JobInfo job) {}

    /** One file of the job is there. */
    default void fileTransferred(JobInfo job, int fileIndex) {}

    /**
     * Parts of a file are on the disk and can be read there, under its temporary name. Told of downloads whose
     * notify flags have 32; adjacent ranges may be merged, and they need not equal those asked for.
     */
    default void fileRangesTransferred(JobInfo job, int fileIndex, List<FileRange> ranges) {}
}
