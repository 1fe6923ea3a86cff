package org.openbits.shell.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.util.Objects;

/** The bytes of a FileStream. What is written waits in a buffer until it is full, flushed, or the place changes. */
final class FileBytes implements SeekableBytes {

    private final FileChannel channel;
    private final boolean reads;
    private final boolean writes;
    private final ByteBuffer buffer = ByteBuffer.allocate(8192).limit(0);
    private boolean isDirty;

    FileBytes(FileChannel channel, boolean reads, boolean writes) {
        this.channel = channel;
        this.reads = reads;
        this.writes = writes;
    }

    boolean reads() {
        return reads;
    }

    boolean writes() {
        return writes;
    }

    @Override
    public long size() throws IOException {
        flush();
        return open().size();
    }

    @Override
    public long place() throws IOException {
        return open().position() + (isDirty ? buffer.position() : -buffer.remaining());
    }

    @Override
    public void place(long newPlace) throws IOException {
        flush();
        buffer.limit(0);
        open().position(newPlace);
    }

    @Override
    public void resize(long newSize) throws IOException {
        long place = place();
        place(place);
        if (newSize > channel.size()) {
            channel.write(ByteBuffer.allocate(1), newSize - 1);
        } else {
            channel.truncate(newSize);
        }
        channel.position(Math.min(place, newSize));
    }

    void flush() throws IOException {
        if (isDirty) {
            buffer.flip();
            while (buffer.hasRemaining()) {
                open().write(buffer);
            }
            buffer.limit(0);
            isDirty = false;
        }
    }

    void force() throws IOException {
        flush();
        open().force(false);
    }

    void close() throws IOException {
        if (channel.isOpen()) {
            try {
                flush();
            } finally {
                channel.close();
            }
        }
    }

    private FileChannel open() throws IOException {
        if (!channel.isOpen()) {
            throw new ClosedChannelException();
        }
        return channel;
    }

    private boolean fill() throws IOException {
        flush();
        if (buffer.hasRemaining()) {
            return true;
        }
        buffer.clear();
        try {
            return open().read(buffer) > 0;
        } finally {
            buffer.flip();
        }
    }

    private void put(byte[] bytes, int offset, int count) throws IOException {
        if (!isDirty) {
            place(place());
            buffer.clear();
            isDirty = true;
        }
        int done = 0;
        while (done < count) {
            if (!buffer.hasRemaining()) {
                flush();
                buffer.clear();
                isDirty = true;
            }
            int some = Math.min(count - done, buffer.remaining());
            buffer.put(bytes, offset + done, some);
            done += some;
        }
    }

    @Override
    public InputStream input() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return fill() ? buffer.get() & 0xff : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int count) throws IOException {
                Objects.checkFromIndexSize(offset, count, bytes.length);
                int read = 0;
                // As .NET does: as much as was asked for, unless the file ends.
                while (read < count && fill()) {
                    int some = Math.min(count - read, buffer.remaining());
                    buffer.get(bytes, offset + read, some);
                    read += some;
                }
                return read == 0 && count > 0 ? -1 : read;
            }

            @Override
            public void close() throws IOException {
                FileBytes.this.close();
            }
        };
    }

    @Override
    public OutputStream output() {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                put(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int count) throws IOException {
                Objects.checkFromIndexSize(offset, count, bytes.length);
                put(bytes, offset, count);
            }

            @Override
            public void flush() throws IOException {
                FileBytes.this.flush();
            }

            @Override
            public void close() throws IOException {
                FileBytes.this.close();
            }
        };
    }
}
