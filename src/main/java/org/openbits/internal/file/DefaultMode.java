package org.openbits.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The permissions a new file of this process gets. Java cannot ask for the umask, so one file is made to look at; in each
 * directory, for its default access list and its file system have their say too.
 */
final class DefaultMode {

    private static final int MOST_DIRECTORIES = 256;

    private final Map<Path, Set<PosixFilePermission>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Set<PosixFilePermission>> eldest) {
            return size() > MOST_DIRECTORIES;
        }
    };

    /** What a file created beside {@code sibling} would get. */
    synchronized Set<PosixFilePermission> of(Path sibling) throws IOException {
        Path directory = sibling.toAbsolutePath().getParent();
        Set<PosixFilePermission> permissions = known.get(directory);
        if (permissions == null) {
            Path probe = sibling.resolveSibling(sibling.getFileName() + ".mode");
            Files.deleteIfExists(probe); // A crash may have left it.
            Files.createFile(probe);
            try {
                permissions = Files.getPosixFilePermissions(probe, LinkOption.NOFOLLOW_LINKS);
            } finally {
                Files.delete(probe);
            }
            known.put(directory, permissions);
        }
        return permissions;
    }

    static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    static @Nullable PosixFileAttributeView view(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }
}
