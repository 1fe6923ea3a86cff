package org.openbits.shell.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.ByteSource;
import org.openbits.automation.Conversion;
import org.openbits.automation.NetNamed;
import org.openbits.automation.SmallInteger;

/** .NET's Stream, to read or to write. Public because scripts call it by name. */
public final class NetStream implements ByteSource, NetNamed {

    private final @Nullable InputStream in;
    private final @Nullable OutputStream out;
    private final long length;
    private final @Nullable SeekableBytes bytes;
    private final String name;

    /** One that only goes forward. */
    NetStream(@Nullable InputStream in, @Nullable OutputStream out, long length) {
        this.in = in;
        this.out = out;
        this.length = length;
        this.bytes = null;
        this.name = "";
    }

    /** A MemoryStream. */
    NetStream(MemoryBytes memory) {
        this.in = memory.input();
        this.out = memory.output();
        this.length = 0;
        this.bytes = memory;
        this.name = "";
    }

    /** A FileStream. */
    NetStream(FileBytes file, Path path) {
        this.in = file.reads() ? file.input() : null;
        this.out = file.writes() ? file.output() : null;
        this.length = 0;
        this.bytes = file;
        this.name = path.toString();
    }

    @Override
    public String netName() {
        return bytes == null
                ? "System.IO.Stream"
                : bytes instanceof MemoryBytes ? "System.IO.MemoryStream" : "System.IO.FileStream";
    }

    @Override
    public InputStream input() {
        if (in == null) {
            throw unsupported("Stream does not support reading.");
        }
        return in;
    }

    OutputStream output() {
        if (out == null) {
            throw unsupported("Stream does not support writing.");
        }
        return out;
    }

    private static NetException unsupported(String message) {
        return new NetException("System.NotSupportedException", message, null);
    }

    private SeekableBytes seekable() {
        if (bytes == null) {
            throw unsupported("This stream does not support seek operations.");
        }
        return bytes;
    }

    private MemoryBytes memory() {
        if (bytes instanceof MemoryBytes memory) {
            return memory;
        }
        throw unsupported("This stream is not one in memory.");
    }

    /** The file's path; empty where there is none. */
    public String getName() {
        return name;
    }

    public long getLength() {
        return bytes == null ? length : io(bytes::size);
    }

    /** Cuts or lengthens it. */
    public void setLength(long newLength) {
        io(() -> {
            output().flush();
            seekable().resize(newLength);
            return 0L;
        });
    }

    /** All bytes of a stream in memory. */
    public List<@Nullable Object> toArray() {
        return TextTypes.bytes(memory().whole());
    }

    public List<@Nullable Object> getBuffer() {
        return toArray();
    }

    public boolean getCanRead() {
        return in != null;
    }

    public boolean getCanWrite() {
        return out != null;
    }

    public boolean getCanSeek() {
        return bytes != null;
    }

    /** Where the next byte is read or written. */
    public long getPosition() {
        return io(seekable()::place);
    }

    public void setPosition(long place) {
        seek(place, "Begin");
    }

    /** @param origin Begin, Current or End */
    public long seek(long place, Object origin) {
        SeekableBytes all = seekable();
        return io(() -> {
            long start = switch (Conversion.toText(origin).toLowerCase(Locale.ROOT)) {
                case "end", "2" -> all.size();
                case "current", "1" -> all.place();
                default -> 0;
            };
            if (start + place < 0) {
                throw new NetException(
                        "System.IO.IOException",
                        "An attempt was made to move the position before the beginning of the stream.",
                        null);
            }
            all.place(start + place);
            return start + place;
        });
    }

    /** Reads into the script's own array; 0 at the end. */
    public int read(List<Object> buffer, int offset, int count) {
        byte[] read = new byte[Math.min(count, buffer.size() - offset)];
        int got = (int) io(() -> (long) input().read(read));
        for (int i = 0; i < got; i++) {
            buffer.set(offset + i, SmallInteger.Kind.BYTE.of(read[i] & 0xff));
        }
        return Math.max(got, 0);
    }

    public int read(List<Object> buffer) {
        return read(buffer, 0, buffer.size());
    }

    /** One byte, -1 at the end. */
    public int readByte() {
        return (int) io(() -> (long) input().read());
    }

    public void write(List<Object> buffer, int offset, int count) {
        byte[] written = TextTypes.bytes(buffer.subList(offset, offset + count));
        io(() -> {
            output().write(written);
            return 0L;
        });
    }

    public void write(List<Object> buffer) {
        write(buffer, 0, buffer.size());
    }

    public void writeByte(int value) {
        io(() -> {
            output().write(value);
            return 0L;
        });
    }

    /** The whole of a stream in memory into another. */
    public void writeTo(NetStream target) {
        io(() -> {
            target.output().write(memory().whole());
            return 0L;
        });
    }

    /** The rest of it into another stream. */
    public void copyTo(NetStream target) {
        io(() -> input().transferTo(target.output()));
    }

    public void copyTo(NetStream target, int bufferSize) {
        copyTo(target);
    }

    public void flush() {
        io(() -> {
            if (out != null) {
                out.flush();
            }
            return 0L;
        });
    }

    /** @param toDisk whether it returns only when the disk has it */
    public void flush(boolean toDisk) {
        flush();
        if (toDisk && bytes instanceof FileBytes file) {
            io(() -> {
                file.force();
                return 0L;
            });
        }
    }

    public void close() {
        io(() -> {
            if (in != null) {
                in.close();
            }
            if (out != null) {
                out.close();
            }
            return 0L;
        });
    }

    public void dispose() {
        close();
    }

    private interface Work {
        long run() throws IOException;
    }

    private static long io(Work work) {
        try {
            return work.run();
        } catch (ClosedChannelException closed) {
            throw new NetException("System.ObjectDisposedException", "Cannot access a closed file.", closed);
        } catch (IOException failure) {
            throw FileTypes.failed(failure);
        }
    }
}
