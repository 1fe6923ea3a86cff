package org.openbits.internal.smb;

import java.util.ArrayDeque;
import java.util.Arrays;
import jcifs.BufferCache;

/**
 * Message buffers, kept for the next message. The library fills them with zeros each time, for its requests skip what they
 * leave empty; here only the part that a request can take is filled, not the megabyte of an answer. Thread-safe.
 */
final class Buffers implements BufferCache {

    private static final int MOST_KEPT = 16;
    private static final int LARGEST_REQUEST = 0xFFFF + 4;

    private final ArrayDeque<byte[]> free = new ArrayDeque<>();
    private final int bytes;

    Buffers(int bytes) {
        this.bytes = bytes;
    }

    @Override
    public synchronized byte[] getBuffer() {
        byte[] buffer = free.poll();
        return buffer == null ? new byte[bytes] : buffer;
    }

    @Override
    public void releaseBuffer(byte[] buffer) {
        Arrays.fill(buffer, 0, Math.min(buffer.length, LARGEST_REQUEST), (byte) 0);
        keep(buffer);
    }

    private synchronized void keep(byte[] buffer) {
        if (free.size() < MOST_KEPT) {
            free.push(buffer);
        }
    }
}
