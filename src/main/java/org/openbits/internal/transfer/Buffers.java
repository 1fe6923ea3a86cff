package org.openbits.internal.transfer;

import java.nio.ByteBuffer;

/** The buffer between a source and the file: direct, so that the channel writes it without a copy, and reused. */
final class Buffers {

    private static final int BYTES = 256 << 10;
    private static final ThreadLocal<ByteBuffer> BUFFER =
            ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(BYTES));

    private Buffers() {}

    static ByteBuffer forThisThread() {
        return BUFFER.get();
    }
}
