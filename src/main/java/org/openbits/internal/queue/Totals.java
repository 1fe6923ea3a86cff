package org.openbits.internal.queue;

import java.util.List;
import org.openbits.JobProgress;

/**
 * The sums over the files of a job, kept while it runs so that a change of one file costs the same however many there
 * are. Confined to the queue thread.
 */
final class Totals {

    private int files;
    private int transferredFiles;
    private int unknownSizes;
    private long knownBytes;
    private long transferredBytes;

    Totals(List<FileRecord> records) {
        records.forEach(this::add);
    }

    void add(FileRecord file) {
        count(file, 1);
    }

    void replace(FileRecord old, FileRecord now) {
        count(old, -1);
        count(now, 1);
    }

    private void count(FileRecord file, int sign) {
        files += sign;
        transferredFiles += file.transferred() ? sign : 0;
        transferredBytes += sign * file.bytesTransferred();
        if (file.bytesTotal() == JobProgress.SIZE_UNKNOWN) {
            unknownSizes += sign;
        } else {
            knownBytes += sign * file.bytesTotal();
        }
    }

    long knownBytes() {
        return knownBytes;
    }

    JobProgress progress() {
        return new JobProgress(
                unknownSizes > 0 ? JobProgress.SIZE_UNKNOWN : knownBytes, transferredBytes, files, transferredFiles);
    }
}
