package org.openbits.shell.pipeline;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/** The bytes of a MemoryStream: read and written at one place. Confined to the session's thread. */
final class MemoryBytes implements SeekableBytes {

    private byte[] bytes;
    private int size;
    private int place;

    MemoryBytes(byte[] content) {
        this.bytes = content.clone();
        this.size = content.length;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public long place() {
        return place;
    }

    @Override
    public void place(long newPlace) {
        if (newPlace < 0 || newPlace > Integer.MAX_VALUE - 16) {
            throw new IllegalArgumentException("A place of " + newPlace + " is outside a stream in memory.");
        }
        place = (int) newPlace;
    }

    @Override
    public void resize(long newSize) {
        int length = Math.toIntExact(newSize);
        bytes = Arrays.copyOf(Arrays.copyOf(bytes, Math.min(size, length)), length);
        size = length;
        place = Math.min(place, length);
    }

    byte[] whole() {
        return Arrays.copyOf(bytes, size);
    }

    @Override
    public InputStream input() {
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

    @Override
    public OutputStream output() {
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
