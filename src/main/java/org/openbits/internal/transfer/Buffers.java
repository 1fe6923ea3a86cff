package org.openbits.internal.transfer;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.internal.file.TemporaryFile;

/** The buffers between a source and the file: direct, so that the channel writes them without a copy, and reused. */
final class Buffers {

    private static final int BYTES = 256 << 10;
    private static final ThreadLocal<ByteBuffer> BUFFER =
            ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(BYTES));

    /**
     * As much as makes a write past the page cache as fast as the disk. The pages of a buffer lie anywhere in memory, and
     * disks take a limited number of places in one request: virtual disks 254, NVMe 127. One page more, and each write
     * becomes a large request and a tiny one.
     */
    static final int LARGE_BYTES = 254 * TemporaryFile.BLOCK_BYTES;
    /** All large buffers together stay below what the service may use; who gets none uses its small one. */
    private static final int MOST_PAIRS = 10;

    private static final ArrayDeque<List<ByteBuffer>> FREE_PAIRS = new ArrayDeque<>();
    private static int pairs;

    private Buffers() {}

    static ByteBuffer forThisThread() {
        return BUFFER.get();
    }

    /** Two large buffers whose beginnings are those of blocks, or null when all are taken. */
    static @Nullable List<ByteBuffer> takePair() {
        synchronized (FREE_PAIRS) {
            if (FREE_PAIRS.isEmpty() && pairs < MOST_PAIRS) {
                pairs++;
                List<ByteBuffer> made = new ArrayList<>();
                made.add(TemporaryFile.alignedBuffer(LARGE_BYTES));
                made.add(TemporaryFile.alignedBuffer(LARGE_BYTES));
                return made;
            }
            return FREE_PAIRS.poll();
        }
    }

    static void giveBack(List<ByteBuffer> pair) {
        synchronized (FREE_PAIRS) {
            FREE_PAIRS.push(pair);
        }
    }
}
