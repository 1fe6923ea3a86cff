package org.openbits.shell.pipeline;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/** The bytes of a MemoryStream: read and written at one place. Confined to the session's thread. */
final class MemoryBytes {

    private byte[] bytes;
    private int size;
    private int place;

    MemoryBytes(byte[] content) {
        this.bytes = content.clone();
        this.size = content.length;
    }

    int size() {
        return size;
    }

    int place() {
        return place;
    }

    void place(long newPlace) {
        if (newPlace < 0 || newPlace > Integer.MAX_VALUE - 16) {
            throw new IllegalArgumentException("A place of " + newPlace + " is outside a stream in memory.");
        }
        place = (int) newPlace;
    }

    /** Cuts it, or lengthens it by zeros. */
    void resize(int newSize) {
        bytes = Arrays.copyOf(Arrays.copyOf(bytes, Math.min(size, newSize)), newSize);
        size = newSize;
    }

    byte[] whole() {
        return Arrays.copyOf(bytes, size);
    }

    InputStream input() {
        return new InputStream() {
            @Override
            public int read() {
                return place < size ? bytes[place++] & 0xff : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                Objects.checkFromIndexSize(offset, length, target.length);
                int count = Math.min(length, size - place);
                if (count <= 0) {
                    return length == 0 ? 0 : -1;
                }
                System.arraycopy(bytes, place, target, offset, count);
                place += count;
                return count;
            }
        };
    }

    OutputStream output() {
        return new OutputStream() {
            @Override
            public void write(int value) {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] source, int offset, int length) {
                Objects.checkFromIndexSize(offset, length, source.length);
                int end = place + length;
                if (end > bytes.length) {
                    bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
                }
                System.arraycopy(source, offset, bytes, place, length);
                place = end;
                size = Math.max(size, end);
            }
        };
    }
}
