package org.openbits.internal.file;

import com.sun.nio.file.ExtendedOpenOption;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A second way to a file, past the page cache (O_DIRECT), opened when it is first asked for; null where there is none.
 * Linux only: what the flag means elsewhere was not tried. Guarded by this.
 */
final class UncachedChannel implements Closeable {

    private static final boolean LINUX =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");

    private final Path path;
    private boolean closed = !LINUX;
    private @Nullable FileChannel channel;

    UncachedChannel(Path path) {
        this.path = path;
    }

    synchronized @Nullable FileChannel channel() {
        if (channel == null && !closed) {
            try {
                if (Files.getFileStore(path).getBlockSize() <= TemporaryFile.BLOCK_BYTES) {
                    channel = FileChannel.open(
                            path, StandardOpenOption.WRITE, ExtendedOpenOption.DIRECT, LinkOption.NOFOLLOW_LINKS);
                }
            } catch (IOException | UnsupportedOperationException e) {
                // Not every file system has it; the page cache is always there.
            }
            closed = channel == null;
        }
        return channel;
    }

    /** The file system refused it: not asked again. */
    synchronized void giveUp() {
        closed = true;
        try {
            close();
        } catch (IOException e) {
            // It is not needed any more, and what it wrote is forced through the file's other channel.
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        FileChannel open = channel;
        channel = null;
        if (open != null) {
            open.close();
        }
    }
}
