package org.openbits.internal.transfer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.FileRange;
import org.openbits.internal.transfer.Checkpoint.Range;
import org.openbits.spi.TransferException;

/**
 * Where the bytes of a remote file of known length belong in the local file: all of them at their own place, or ranges
 * one after another in the order given (BITS, AddFileWithRanges). Immutable.
 */
final class Layout {

    private final List<Part> parts;
    private final long localBytes;

    private Layout(List<Part> parts, long localBytes) {
        this.parts = parts;
        this.localBytes = localBytes;
    }

    /** A stretch that is contiguous on both sides. */
    private record Part(long local, long remote, long length) {}

    /**
     * Bytes to fetch.
     *
     * @param local where the first of them belongs in the local file
     * @param remote where it is in the remote file
     * @param length how many
     */
    record Gap(long local, long remote, long length) {}

    /** The whole file, or the ranges of it. */
    static Layout of(List<FileRange> ranges, long remoteBytes, String remoteName) throws TransferException {
        if (ranges.isEmpty()) {
            return new Layout(List.of(new Part(0, 0, remoteBytes)), remoteBytes);
        }
        List<Part> parts = new ArrayList<>();
        long local = 0;
        for (FileRange range : ranges) {
            long length = range.length() == FileRange.TO_EOF ? remoteBytes - range.offset() : range.length();
            if (length <= 0 || length > remoteBytes - range.offset()) {
                throw RemoteFaults.rangeBeyondTheEnd(range, remoteBytes, remoteName);
            }
            parts.add(new Part(local, range.offset(), length));
            local += length;
        }
        return new Layout(parts, local);
    }

    /** The length of the local file once whole. */
    long localBytes() {
        return localBytes;
    }

    /** The first bytes the ledger lacks, or null when it has all. */
    @Nullable
    Gap firstGap(Ledger ledger) {
        for (Part part : parts) {
            Range gap = ledger.firstGap(part.local(), part.local() + part.length());
            if (gap != null) {
                return new Gap(gap.start(), part.remote() + gap.start() - part.local(), gap.end() - gap.start());
            }
        }
        return null;
    }
}
