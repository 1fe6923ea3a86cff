package org.openbits.internal.queue;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.FileInfo;
import org.openbits.JobId;
import org.openbits.JobInfo;

/** The jobs that left the queue lately, as they were at the end; the oldest are forgotten. Confined to the queue thread. */
final class Tombstones {

    /** A job that is gone. */
    record Tombstone(JobInfo job, List<FileInfo> files) {}

    private static final int MOST_JOBS = 1_000;
    private static final int MOST_FILES = 20_000;

    private final Map<JobId, Tombstone> stones = new LinkedHashMap<>();
    private int files;

    void add(JobInfo job, List<FileInfo> itsFiles) {
        stones.put(job.id(), new Tombstone(job, List.copyOf(itsFiles)));
        files += itsFiles.size();
        Iterator<Tombstone> oldest = stones.values().iterator();
        while (stones.size() > 1 && (stones.size() > MOST_JOBS || files > MOST_FILES)) {
            files -= oldest.next().files().size();
            oldest.remove();
        }
    }

    @Nullable
    Tombstone find(JobId id) {
        return stones.get(id);
    }
}
