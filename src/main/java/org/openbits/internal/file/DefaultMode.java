package org.openbits.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The permissions a new file of this process gets. Java cannot ask for the umask, so one file is made to look at. */
final class DefaultMode {

    private @Nullable Set<PosixFilePermission> known;

    /** What a file created beside {@code sibling} would get; asked of the system once. */
    synchronized Set<PosixFilePermission> of(Path sibling) throws IOException {
        if (known == null) {
            Path probe = sibling.resolveSibling(sibling.getFileName() + ".mode");
            Files.deleteIfExists(probe); // A crash may have left it.
            Files.createFile(probe);
            try {
                known = Files.getPosixFilePermissions(probe, LinkOption.NOFOLLOW_LINKS);
            } finally {
                Files.delete(probe);
            }
        }
        return known;
    }

    static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    static @Nullable PosixFileAttributeView view(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }
}
