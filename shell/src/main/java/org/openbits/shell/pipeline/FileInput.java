package org.openbits.shell.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is read from any place. */
final class FileInput extends InputStream {

    private final SeekableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(8192).limit(0);

    FileInput(Path file) throws IOException {
        this.channel = Files.newByteChannel(file);
    }

    /** Where the next byte is read. */
    long position() throws IOException {
        return channel.position() - buffer.remaining();
    }

    void seek(long place) throws IOException {
        buffer.limit(0);
        channel.position(place);
    }

    long size() throws IOException {
        return channel.size();
    }

    private boolean fill() throws IOException {
        if (buffer.hasRemaining()) {
            return true;
        }
        buffer.clear();
        int read = channel.read(buffer);
        buffer.flip();
        return read > 0;
    }

    @Override
    public int read() throws IOException {
        return fill() ? buffer.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        if (count == 0) {
            return 0;
        }
        int read = 0;
        // As .NET does: as much as was asked for, unless the file ends.
        while (read < count && fill()) {
            int some = Math.min(count - read, buffer.remaining());
            buffer.get(bytes, offset + read, some);
            read += some;
        }
        return read == 0 ? -1 : read;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
