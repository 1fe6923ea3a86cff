package org.openbits.internal.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.openbits.BitsException;
import org.openbits.ErrorCode;

/**
 * Keeps a second process out of a directory. The lock lives as long as the process, however that ends; the file stays and
 * tells the owner's process id.
 *
 * <p>POSIX drops all locks of a process on a file when it closes any channel to it. So a directory that this process holds
 * is known before the file is touched.
 */
final class DirectoryLock implements Closeable {

    static final String FILE = "lock";

    /** Far behind the process id: Windows lets nobody read a locked part. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private DirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /** @throws BitsException when another process, or another store of this one, holds the directory */
    static DirectoryLock of(Path directory) throws IOException {
        Path real = directory.toRealPath();
        if (!HELD.add(real)) {
            throw held(directory, Long.toString(ProcessHandle.current().pid()));
        }
        try {
            return new DirectoryLock(real, lock(real));
        } catch (IOException | RuntimeException | Error e) {
            HELD.remove(real);
            throw e;
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw held(directory, Files.readString(file).strip());
            }
            byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(pid), 0);
            return channel;
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    private static BitsException held(Path directory, String pid) {
        return new BitsException(
                ErrorCode.E_ACCESSDENIED,
                "The job store " + directory + " is in use by the process " + (pid.isEmpty() ? "?" : pid)
                        + "; stop that process, or work through it");
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(directory);
    }
}
