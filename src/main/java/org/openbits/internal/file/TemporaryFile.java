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

    private final Path path;
    private final FileChannel channel;

    private TemporaryFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
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
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
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
        if (channel.size() > length) {
            channel.truncate(length);
        } else if (channel.size() < length) {
            channel.write(ByteBuffer.allocate(1), length - 1);
        }
    }

    /** Blocks until the disk holds every byte written before the call. */
    public void force() throws IOException {
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
