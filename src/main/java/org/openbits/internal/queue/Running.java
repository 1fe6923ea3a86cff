package org.openbits.internal.queue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.BackgroundCopyError;

/**
 * What a job with a place is at: its transfers under way and the sums over its files. Files begin in their order; a few of
 * them may move at once. Confined to the queue thread.
 */
final class Running {

    final Totals totals;
    /** Transfers under way, by the position of their file. */
    final Map<Integer, Attempt> attempts = new LinkedHashMap<>();
    /** Files before this one are there or under way. */
    int next;

    final NamesAhead names = new NamesAhead();
    /** When subscribers heard of its progress last. */
    long toldMillis;

    private @Nullable BackgroundCopyError refused;

    Running(Totals totals, int next) {
        this.totals = totals;
        this.next = next;
    }

    @Nullable
    Attempt attempt(int fileIndex) {
        return attempts.get(fileIndex);
    }

    /** How many files a connection is needed for. */
    int moving() {
        int moving = 0;
        for (Attempt attempt : attempts.values()) {
            moving += attempt.received ? 0 : 1;
        }
        return moving;
    }

    /** Notes that a file cannot be had; of several the first in the list counts. */
    void refuse(BackgroundCopyError error) {
        if (refused == null || error.fileIndex() < refused.fileIndex()) {
            refused = error;
        }
    }

    /** What ends the job when the files before it are done; null while there is nothing of that kind. */
    @Nullable
    BackgroundCopyError refused() {
        return refused;
    }

    boolean isMovingBefore(int fileIndex) {
        return attempts.keySet().stream().anyMatch(index -> index < fileIndex);
    }

    /** Bytes that came after the last save. */
    long unsavedBytes() {
        long bytes = 0;
        for (Attempt attempt : attempts.values()) {
            bytes += attempt.bytes() - attempt.savedBytes;
        }
        return bytes;
    }

    /** Whether a server has answered one of them. */
    boolean isConnected() {
        for (Attempt attempt : attempts.values()) {
            if (attempt.connected) {
                return true;
            }
        }
        return false;
    }
}
