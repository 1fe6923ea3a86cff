package org.openbits.internal.transfer;

/**
 * How far an upload was ever sent, and what was sent more than once. Confined to the transfer's thread.
 *
 * <p>After a crash the saved end is up to a second old; the server's first word often tells more: bytes that it has were
 * sent. What it lost of the last second before the crash nobody knows; so the count may be that much too low, never too
 * high by more than what the connection swallowed.
 */
final class SentBytes {

    private long to;
    private long again;
    /** Sent by this order before the server said where it is, and taken for new so far. */
    private long doubtful;

    private boolean isAnythingSent;
    private boolean isServerHeard;

    SentBytes(long to, long again) {
        this.to = to;
        this.again = again;
    }

    /** The end of what was ever sent, confirmed or not, as far as known. */
    long to() {
        return to;
    }

    /** Bytes that were sent more than once, as far as known. */
    long again() {
        return again;
    }

    void sent(long position, long count) {
        isAnythingSent = true;
        long end = position + count;
        long old = Math.max(0, Math.min(to, end) - position);
        again += old;
        doubtful += isServerHeard ? 0 : count - old;
        to = Math.max(to, end);
    }

    /** The server has all bytes before that one; before anything is sent it may also be what was saved of that. */
    void confirmed(long offset) {
        if (offset > to) {
            again += doubtful; // an earlier process had sent them, and more
            to = offset;
        } else if (!isAnythingSent) {
            return; // what was saved, not what the server said
        }
        doubtful = 0;
        isServerHeard = true;
    }
}
