package org.openbits.internal.queue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.FileRange;
import org.openbits.FileSpec;
import org.openbits.JobProgress;
import org.openbits.JobProperty;
import org.openbits.internal.transfer.Checkpoint;
import org.openbits.internal.transfer.Demand;

/**
 * Parts of files that were asked for (RequestFileRanges) and on-demand mode, in which nothing else is fetched. What was
 * asked for stays with its file: should the file start over on another version, all of it is fetched again. Pure.
 */
final class Demands {

    private Demands() {}

    /** What to fetch of a file: all, with what was asked for before the rest. */
    static Demand first(FileRecord file) {
        return file.requested().isEmpty() ? Demand.WHOLE : new Demand(file.requested(), false);
    }

    /** What to fetch of a file in on-demand mode; null for nothing. */
    static @Nullable Demand only(FileRecord file, @Nullable Checkpoint checkpoint) {
        List<Checkpoint.Range> held = checkpoint == null ? List.of() : checkpoint.held();
        if (!Demand.left(file.requested(), held, file.bytesTotal()).isEmpty()) {
            return new Demand(file.requested(), true);
        }
        long total = file.bytesTotal();
        boolean allHeld = checkpoint != null && total > 0 && checkpoint.heldBytes() == total;
        // Stopped between its last byte and its end: that byte is fetched again, and the file is whole.
        return allHeld ? new Demand(List.of(new FileRange(total - 1, 1)), true) : null;
    }

    /** Whether parts of a file can be asked for, as far as its job tells. */
    static boolean isPossible(Job job, FileSpec file) {
        return !job.before.type().isUpload()
                && !job.settings.get(JobProperty.DYNAMIC_CONTENT)
                && file.ranges().isEmpty();
    }

    /** @throws BitsException BG_E_RANDOM_ACCESS_NOT_SUPPORTED */
    static void require(Job job, FileRecord file, Admission admission) {
        boolean isHttp = !admission.checkRemote(file.spec().remoteName()).name().equals("file");
        if (!isHttp || !isPossible(job, file.spec())) {
            throw new BitsException(
                    ErrorCode.BG_E_RANDOM_ACCESS_NOT_SUPPORTED,
                    ErrorContext.GENERAL_QUEUE_MANAGER,
                    "Parts of " + file.spec().localName()
                            + " cannot be asked for: that needs a download over http without dynamic content, and a"
                            + " file that was added without ranges",
                    job.row.id,
                    null);
        }
    }

    /**
     * The parts asked for after a request; the new ones come first.
     *
     * @throws BitsException BG_E_INVALID_RANGE, E_INVALIDARG or BG_E_TOO_MANY_RANGES_IN_FILE
     */
    static List<FileRange> ask(Job job, FileRecord file, List<FileRange> ranges, int most) {
        if (ranges.isEmpty()) {
            throw refused(job, ErrorCode.E_INVALIDARG, "At least one range must be asked for");
        }
        for (FileRange range : ranges) {
            if (file.bytesTotal() != JobProgress.SIZE_UNKNOWN && endsBeyond(range, file.bytesTotal())) {
                throw refused(
                        job,
                        ErrorCode.BG_E_INVALID_RANGE,
                        "The range at offset " + range.offset() + " ends beyond the file, which has "
                                + file.bytesTotal() + " bytes");
            }
        }
        List<FileRange> all = new ArrayList<>(ranges);
        for (FileRange before : file.requested()) {
            if (all.stream().noneMatch(now -> covers(now, before))) {
                all.add(before);
            }
        }
        if (all.size() > most) {
            throw refused(
                    job,
                    ErrorCode.BG_E_TOO_MANY_RANGES_IN_FILE,
                    all.size() + " ranges of one file are asked for; the policy MaxRangesPerFile allows " + most);
        }
        return all;
    }

    private static boolean endsBeyond(FileRange range, long bytes) {
        boolean toEnd = range.length() == FileRange.TO_EOF;
        return range.offset() >= bytes || (!toEnd && range.length() > bytes - range.offset());
    }

    private static boolean covers(FileRange outer, FileRange inner) {
        if (outer.offset() > inner.offset()) {
            return false;
        }
        if (outer.length() == FileRange.TO_EOF) {
            return true;
        }
        return inner.length() != FileRange.TO_EOF
                && inner.length() <= outer.length() - (inner.offset() - outer.offset());
    }

    private static BitsException refused(Job job, ErrorCode code, String message) {
        return new BitsException(code, ErrorContext.GENERAL_QUEUE_MANAGER, message, job.row.id, null);
    }
}
