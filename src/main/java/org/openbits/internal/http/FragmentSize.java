package org.openbits.internal.http;

import java.util.concurrent.TimeUnit;

/**
 * How many bytes the next fragment of a BITS upload carries: soon many where they go fast, for after each the connection
 * stands still until the answer comes; never more than the server takes. Confined to the upload's thread.
 */
final class FragmentSize {

    static final long FIRST = 256 << 10;
    static final long LEAST = 64 << 10;
    /** Below the 30,000,000 bytes that an IIS takes in one request by default. */
    static final long MOST = 28L << 20;
    /** The most for a server that names a limit of its own: it keeps what came of a fragment that was cut short. */
    static final long MOST_NAMED = 128L << 20;

    private static final long AT_ONCE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long QUICK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long SLOW_NANOS = TimeUnit.SECONDS.toNanos(4);

    private long bytes;
    private long most = MOST;

    /** @param first the size of the first one */
    FragmentSize(long first) {
        bytes = first;
    }

    long bytes() {
        return bytes;
    }

    /** The most that any will carry, as things stand. */
    long most() {
        return most;
    }

    /** The server names what it takes; nonsense is passed over. */
    void named(long limit) {
        if (limit >= LEAST) {
            most = Math.min(limit, MOST_NAMED);
            bytes = Math.min(bytes, most);
        }
    }

    /** One was taken, after so long. */
    void taken(long nanos) {
        if (nanos < QUICK_NANOS) {
            bytes = Math.min(most, bytes * (nanos < AT_ONCE_NANOS ? 4 : 2));
        } else if (nanos > SLOW_NANOS) {
            bytes = Math.min(most, Math.max(LEAST, bytes / 2));
        }
    }

    /**
     * One was too large.
     *
     * @param total the length of the file: none was larger
     * @return false when none can be smaller
     */
    boolean shrink(long total) {
        if (bytes <= 1) {
            return false;
        }
        bytes = Math.max(1, Math.min(bytes, total) / 2);
        most = bytes;
        return true;
    }
}
