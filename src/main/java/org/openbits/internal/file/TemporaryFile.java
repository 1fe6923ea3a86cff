package org.openbits.internal.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The file that holds a download until Complete: readable by its owner only, never reached through a symbolic link.
 * Thread-safe: writers at different positions and a force may run at once.
 */
public final class TemporaryFile implements Closeable {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<OpenOption> CREATE = Set.of(
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE_NEW,
            LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> REOPEN =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    /** What every file system in use takes as a block; where one asks for more, the page cache is used. */
    public static final int BLOCK_BYTES = 4096;

    private final Path path;
    private final FileChannel channel;
    private final UncachedChannel uncached;
    /** So long it must be, as nobody else writes to it. Only a new length makes it less. */
    private final AtomicLong leastBytes = new AtomicLong();
    /** For every writer: one of them noticed. */
    private volatile boolean isCut;

    private TemporaryFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
        this.uncached = new UncachedChannel(path);
    }

    /** Creates it; a file that is there already, or a link, is somebody else's and an error. */
    public static TemporaryFile create(Path path) throws IOException {
        FileAttribute<?>[] attributes = DefaultMode.isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        return new TemporaryFile(path, FileChannel.open(path, CREATE, attributes));
    }

    /** Opens what an earlier transfer made, or creates it when that is gone. */
    public static TemporaryFile reopen(Path path) throws IOException {
        try {
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                    && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileSystemException(path.toString(), null, "It is no longer a regular file");
            }
            return new TemporaryFile(path, FileChannel.open(path, REOPEN));
        } catch (NoSuchFileException e) {
            return create(path);
        }
    }

    public Path path() {
        return path;
    }

    public long length() throws IOException {
        return channel.size();
    }

    /** Writes all remaining bytes of the buffer. */
    public void writeAt(ByteBuffer bytes, long position) throws IOException {
        requireUncut();
        long end = position + bytes.remaining();
        write(channel, bytes, position);
        grew(end);
    }

    private void grew(long end) {
        leastBytes.accumulateAndGet(end, Math::max);
    }

    /**
     * What is written behind the end of a file that somebody cut would leave zeros where bytes were, and nobody would
     * notice. So nothing of it is kept, for a checkpoint may name what is gone.
     */
    private void requireUncut() throws IOException {
        long least = leastBytes.get();
        if (isCut || channel.size() < least) {
            isCut = true;
            channel.truncate(0);
            throw new FileSystemException(
                    path.toString(),
                    null,
                    "Another program has cut it while it was transferred; nothing of it is kept, and Resume starts it over");
        }
    }

    /**
     * Whether the file is still the one of that name, and whole.
     *
     * @throws FileSystemException when another program removed, replaced or cut it
     */
    public void requireInPlace() throws IOException {
        requireUncut();
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || Files.size(path) != channel.size()) {
            isCut = true;
            channel.truncate(0);
            throw new FileSystemException(
                    path.toString(),
                    null,
                    "Another program has removed or replaced it while it was transferred; Resume starts it over");
        }
    }

    /**
     * Writes all remaining bytes of the buffer, whole blocks of them past the page cache where the file system can: so a
     * large file costs half the processor time, needs no force that takes long, and drives nothing of the user's out of
     * memory. Not worth it for bytes that are read again soon, nor for few of them.
     *
     * @param bytes a direct buffer; whole blocks only go past the cache when its position is at the same place within a
     *     block as {@code position} is (see {@link #alignedBuffer})
     */
    public void writePastCache(ByteBuffer bytes, long position) throws IOException {
        FileChannel direct = uncached.channel();
        int head = (int) (-position & (BLOCK_BYTES - 1));
        int whole = Math.max(0, bytes.remaining() - head) & -BLOCK_BYTES;
        if (direct == null || whole == 0 || bytes.alignmentOffset(bytes.position() + head, BLOCK_BYTES) != 0) {
            writeAt(bytes, position);
            return;
        }
        requireUncut();
        int limit = bytes.limit();
        int blocks = bytes.position() + head;
        write(channel, bytes.limit(blocks), position);
        grew(position + head);
        try {
            write(direct, bytes.limit(blocks + whole), position + head);
        } catch (IOException e) {
            uncached.giveUp(); // The page cache takes them, or says what is really wrong.
            writeAt(bytes.position(blocks), position + head);
        }
        grew(position + head + whole);
        writeAt(bytes.limit(limit), position + head + whole);
    }

    /** A buffer whose beginning is that of a block. */
    public static ByteBuffer alignedBuffer(int bytes) {
        return ByteBuffer.allocateDirect(bytes + BLOCK_BYTES)
                .alignedSlice(BLOCK_BYTES)
                .limit(bytes)
                .slice();
    }

    private static void write(FileChannel target, ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += target.write(bytes, at);
        }
    }

    /** Reads into the buffer until it is full or the file ends; returns how many bytes. */
    public int readAt(ByteBuffer bytes, long position) throws IOException {
        int total = 0;
        while (bytes.hasRemaining()) {
            int count = channel.read(bytes, position + total);
            if (count < 0) {
                break;
            }
            total += count;
        }
        return total;
    }

    /** Cuts the file, or extends it with a hole, so that a file system that cannot hold the size says so at once. */
    public void setLength(long length) throws IOException {
        requireUncut();
        leastBytes.set(Math.min(leastBytes.get(), length));
        if (channel.size() > length) {
            channel.truncate(length);
        } else if (channel.size() < length) {
            channel.write(ByteBuffer.allocate(1), length - 1);
        }
        grew(length);
    }

    /**
     * The same for a file to which every byte is going to come, with its blocks set aside where the file system can: see
     * {@link Preallocation}. What else it tells of the file stays as with {@link #setLength}.
     *
     * @throws IOException also when the disk has no blocks for all of it; the file is empty then
     */
    public void reserve(long length) throws IOException {
        reserve(length, Preallocation.DEFAULT);
    }

    void reserve(long length, Preallocation preallocation) throws IOException {
        setLength(length);
        try {
            preallocation.of(path, length);
        } catch (IOException e) {
            setLength(0); // gives back what it got, which may be nearly all of the disk
            throw e;
        }
    }

    /** Blocks until the disk holds every byte written before the call. */
    public void force() throws IOException {
        requireUncut();
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            uncached.close();
        }
    }
}
