package org.openbits.internal.transfer;

import java.time.Duration;

/**
 * When a file is worth more than one connection, and in what pieces these fetch it.
 *
 * @param smallestFileBytes below this a file is there before a second connection could help
 * @param shortestTime what is there sooner than this, or is no large file, is not worth more load on the server
 * @param shortestWindow how long throughput is measured at least before connections are added or let go
 * @param smallestBytes the smallest piece; a quarter of it is the least that is worth a request of its own
 * @param largestBytes the largest piece
 */
public record Pieces(
        long smallestFileBytes, Duration shortestTime, Duration shortestWindow, long smallestBytes, long largestBytes) {

    /** In ordinary use. */
    public static final Pieces DEFAULT =
            new Pieces(8 << 20, Duration.ofSeconds(5), Duration.ofMillis(150), 512 << 10, 8 * Buffers.LARGE_BYTES);

    /** One request's worth: what a connection brings in about a second, so that a slow one holds no file up for longer. */
    long pieceBytes(double bytesPerSecond) {
        return within(bytesPerSecond, smallestBytes, largestBytes);
    }

    /** What is not worth a request of its own. */
    long restBytes(double bytesPerSecond) {
        return within(bytesPerSecond / 4, smallestBytes / 4, largestBytes / 8);
    }

    private static long within(double bytes, long least, long most) {
        return Math.max(least, Math.min(most, (long) bytes));
    }
}
