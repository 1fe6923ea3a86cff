package org.openbits.internal.file;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** How much a disk still takes. */
public final class DiskSpace {

    private DiskSpace() {}

    /** Bytes this user may still write to the disk that holds the existing file. */
    public static long freeBytes(Path file) throws IOException {
        long free =
                file.getFileSystem() == FileSystems.getDefault() ? file.toFile().getUsableSpace() : 0;
        // The quick way says 0 for a failure as well; the other reads the table of mounts, and says what is wrong.
        return free > 0 ? free : Files.getFileStore(file).getUsableSpace();
    }

    /** Whether a write failed for lack of space or quota. Java has no exception of its own for it: the text tells. */
    public static boolean isExhausted(IOException failure) {
        String text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return text.contains("no space left")
                || text.contains("not enough space")
                || text.contains("quota exceeded")
                || text.contains("disk full");
    }
}
