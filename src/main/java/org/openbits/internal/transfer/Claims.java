package org.openbits.internal.transfer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.internal.file.TemporaryFile;
import org.openbits.internal.transfer.Checkpoint.Range;

/**
 * Which connection fetches what. A connection without work takes the tail of the claim with the most left: one piece of
 * it, or half when less than two pieces are left. So the first stream runs on undisturbed, and no slow connection decides
 * when the file is whole. Guarded by this.
 */
final class Claims {

    private final Pieces pieces;
    private final List<Claim> claims = new ArrayList<>();

    Claims(Pieces pieces) {
        this.pieces = pieces;
    }

    /** A stretch of the file that one connection is fetching. Its end may come nearer while it does. */
    static final class Claim {

        /** Up to here the file has the bytes. */
        private long at;
        /** Up to here they were read, some may still be on their way to the file. */
        private long read;

        private long end;

        private Claim(long at, long end) {
            this.at = at;
            this.read = at;
            this.end = end;
        }
    }

    synchronized Claim claim(long start, long end) {
        Claim claim = new Claim(start, end);
        claims.add(claim);
        return claim;
    }

    /** Its connection has read up to there; returns how far the claim goes. */
    synchronized long reach(Claim claim, long read) {
        claim.read = read;
        return claim.end;
    }

    /** The file has the claim's bytes up to there. */
    synchronized void advance(Claim claim, long at) {
        claim.at = at;
    }

    synchronized Range rest(Claim claim) {
        return new Range(claim.at, claim.end);
    }

    synchronized void release(Claim claim) {
        claims.remove(claim);
    }

    /**
     * Work for one more connection, or null when there is not enough for two.
     *
     * @param bytesPerSecond what one connection brings
     */
    synchronized @Nullable Claim takeTail(double bytesPerSecond) {
        Claim largest = null;
        for (Claim claim : claims) {
            if (largest == null || claim.end - claim.read > largest.end - largest.read) {
                largest = claim;
            }
        }
        long left = largest == null ? 0 : largest.end - largest.read;
        if (largest == null || left < 2 * pieces.restBytes(bytesPerSecond)) {
            return null;
        }
        long start = atBlock(largest.end - Math.min(pieces.pieceBytes(bytesPerSecond), left / 2), largest.end);
        Claim tail = claim(start, largest.end);
        largest.end = start;
        return tail;
    }

    /** Where the next block begins, when that is before the end: so no block is written by two connections. */
    private static long atBlock(long start, long end) {
        long block = (start + TemporaryFile.BLOCK_BYTES - 1) & -TemporaryFile.BLOCK_BYTES;
        return block < end ? block : start;
    }

    /** The first stretch that is neither held nor claimed, or null. */
    synchronized @Nullable Range firstFree(Ledger held, long totalBytes) {
        Ledger taken = new Ledger();
        for (Range range : held.ranges()) {
            taken.add(range.start(), range.end());
        }
        for (Claim claim : claims) {
            if (claim.end > claim.at) {
                taken.add(claim.at, claim.end);
            }
        }
        return taken.firstGap(0, totalBytes);
    }
}
