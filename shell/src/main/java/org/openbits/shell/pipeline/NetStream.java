package org.openbits.shell.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.ByteSource;
import org.openbits.automation.Conversion;

/** .NET's Stream, to read or to write. Public because scripts call it by name. */
public final class NetStream implements ByteSource {

    private final @Nullable InputStream in;
    private final @Nullable OutputStream out;
    private final long length;
    private final @Nullable MemoryBytes memory;

    NetStream(@Nullable InputStream in, @Nullable OutputStream out, long length) {
        this.in = in;
        this.out = out;
        this.length = length;
        this.memory = null;
    }

    /** A MemoryStream. */
    NetStream(MemoryBytes memory) {
        this.in = memory.input();
        this.out = memory.output();
        this.length = 0;
        this.memory = memory;
    }

    @Override
    public InputStream input() {
        if (in == null) {
            throw new IllegalStateException("Stream does not support reading.");
        }
        return in;
    }

    OutputStream output() {
        if (out == null) {
            throw new IllegalStateException("Stream does not support writing.");
        }
        return out;
    }

    public long getLength() {
        return memory == null ? length : memory.size();
    }

    /** Cuts or lengthens a stream in memory. */
    public void setLength(int newLength) {
        memory().resize(newLength);
    }

    /** All bytes of a stream in memory. */
    public List<@Nullable Object> toArray() {
        return TextTypes.bytes(memory().whole());
    }

    public List<@Nullable Object> getBuffer() {
        return toArray();
    }

    private MemoryBytes memory() {
        if (memory == null) {
            throw new IllegalStateException("This stream is not one in memory.");
        }
        return memory;
    }

    public boolean getCanRead() {
        return in != null;
    }

    public boolean getCanWrite() {
        return out != null;
    }

    public boolean getCanSeek() {
        return memory != null || in instanceof FileInput;
    }

    /** Where the next byte is read. */
    public long getPosition() {
        if (memory != null) {
            return memory.place();
        }
        try {
            return file().position();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public void setPosition(long place) {
        seek(place, "Begin");
    }

    /** @param origin Begin, Current or End */
    public long seek(long place, Object origin) {
        try {
            String from = Conversion.toText(origin).toLowerCase(Locale.ROOT);
            if (memory != null) {
                long base = from.equals("end") ? memory.size() : from.equals("current") ? memory.place() : 0;
                memory.place(base + place);
                return base + place;
            }
            long start = from.equals("end") ? file().size() : from.equals("current") ? file().position() : 0;
            file().seek(start + place);
            return start + place;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private FileInput file() {
        if (in instanceof FileInput file) {
            return file;
        }
        throw new IllegalStateException("This stream does not support seek operations.");
    }

    /** Reads into the script's own array; 0 at the end. */
    public int read(List<Object> buffer, int offset, int count) {
        byte[] bytes = new byte[Math.min(count, buffer.size() - offset)];
        int read = io(() -> input().read(bytes));
        for (int i = 0; i < read; i++) {
            buffer.set(offset + i, bytes[i] & 0xff);
        }
        return Math.max(read, 0);
    }

    /** One byte, -1 at the end. */
    public int readByte() {
        return io(() -> input().read());
    }

    public void write(List<Object> buffer, int offset, int count) {
        byte[] bytes = TextTypes.bytes(buffer.subList(offset, offset + count));
        io(() -> {
            output().write(bytes);
            return 0;
        });
    }

    public void writeByte(int value) {
        io(() -> {
            output().write(value);
            return 0;
        });
    }

    /** The whole of another stream. */
    public void writeTo(NetStream target) {
        io(() -> {
            target.output().write(memory().whole());
            return 0;
        });
    }

    public void copyTo(NetStream target) {
        io(() -> (int) input().transferTo(target.output()));
    }

    public void flush() {
        io(() -> {
            if (out != null) {
                out.flush();
            }
            return 0;
        });
    }

    public void close() {
        io(() -> {
            if (in != null) {
                in.close();
            }
            if (out != null) {
                out.close();
            }
            return 0;
        });
    }

    public void dispose() {
        close();
    }

    private interface Work {
        int run() throws IOException;
    }

    private static int io(Work work) {
        try {
            return work.run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
