package org.openbits.internal.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.openbits.FileRange;
import org.openbits.internal.transfer.Checkpoint.Range;

/**
 * Which bytes of a file are wanted before others (BITS, RequestFileRanges). Immutable.
 *
 * @param first ranges of the remote file, in the order in which they are fetched; they may overlap
 * @param only whether nothing else is fetched: the job is in on-demand mode
 */
public record Demand(List<FileRange> first, boolean only) {

    /** The whole file, from its beginning. */
    public static final Demand WHOLE = new Demand(List.of(), false);

    public Demand {
        first = List.copyOf(first);
    }

    /** One past the last byte of a range in a file of that length. */
    static long end(FileRange range, long bytes) {
        if (range.length() == FileRange.TO_EOF) {
            return bytes;
        }
        long end = range.offset() + range.length();
        return end < 0 ? Long.MAX_VALUE : end;
    }

    /** What is left of ranges once the disk holds {@code held}; a range to the end stays while that is not known. */
    public static List<FileRange> left(List<FileRange> ranges, List<Range> held, long bytesTotal) {
        List<FileRange> left = new ArrayList<>();
        for (FileRange range : ranges) {
            long end = bytesTotal < 0 && range.length() == FileRange.TO_EOF ? Long.MAX_VALUE : end(range, bytesTotal);
            if (held.stream().noneMatch(there -> there.start() <= range.offset() && end <= there.end())) {
                left.add(range);
            }
        }
        return left;
    }

    /**
     * The same ranges, with what lies at {@code offset} and behind it before the rest (UpdateDownloadPosition).
     */
    public static List<FileRange> from(List<FileRange> ranges, long offset) {
        List<FileRange> behind = new ArrayList<>();
        List<FileRange> before = new ArrayList<>();
        for (FileRange range : ranges) {
            boolean toEnd = range.length() == FileRange.TO_EOF;
            if (range.offset() >= offset) {
                behind.add(range);
            } else if (end(range, Long.MAX_VALUE) > offset) {
                long cut = offset - range.offset();
                behind.add(0, new FileRange(offset, toEnd ? FileRange.TO_EOF : range.length() - cut));
                before.add(new FileRange(range.offset(), cut));
            } else {
                before.add(range);
            }
        }
        behind.addAll(before);
        return behind;
    }

    /** The ranges that {@code now} holds and {@code before} did not. */
    public static List<FileRange> filled(List<Range> before, List<Range> now) {
        Ledger old = new Ledger();
        before.forEach(range -> old.add(range.start(), range.end()));
        List<FileRange> filled = new ArrayList<>();
        for (Range range : now) {
            long at = range.start();
            while (at < range.end()) {
                Range gap = old.firstGap(at, range.end());
                if (gap == null) {
                    break;
                }
                filled.add(new FileRange(gap.start(), gap.end() - gap.start()));
                at = gap.end();
            }
        }
        return filled;
    }

    boolean isWhole() {
        return Objects.equals(this, WHOLE);
    }
}
