package org.openbits.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The directory that a server serves, and the only way from a request to a file. A symbolic link is followed when it stays
 * inside; one that leaves is as if it were not there. What is no plain file or directory (pipe, socket, device) is not there
 * either: opening one could block for ever, or do something.
 */
final class ServedDirectory {

    private final Path root;

    /** @throws IOException when it is no directory */
    ServedDirectory(Path directory) throws IOException {
        this.root = directory.toRealPath();
        if (!Files.isDirectory(root)) {
            throw new NotDirectoryException(directory.toString());
        }
    }

    Path root() {
        return root;
    }

    /** The real path of an existing file or directory, or null. */
    @Nullable
    Path find(RequestPath path) {
        return inside(path.names());
    }

    /** The place of a file that may not exist yet, in a directory that does; null when that directory does not. */
    @Nullable
    Path place(RequestPath path) {
        int last = path.names().size() - 1;
        if (last < 0 || path.isDirectory()) {
            return null; // not there, a loop of links, or not ours to read: all the same to a client
        }
        Path parent = inside(path.names().subList(0, last));
        return parent == null || !Files.isDirectory(parent)
                ? null
                : parent.resolve(path.names().get(last));
    }

    private @Nullable Path inside(List<String> names) {
        Path path = root;
        for (String name : names) {
            path = path.resolve(name);
        }
        try {
            Path real = path.toRealPath();
            boolean isMine = real.startsWith(root.resolve(RequestPath.OWN));
            boolean isPlain = Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)
                    || Files.isDirectory(real, LinkOption.NOFOLLOW_LINKS);
            return real.startsWith(root) && !isMine && isPlain ? real : null;
        } catch (IOException e) {
            return null; // not there, a loop of links, or not ours to read: all the same to a client
        }
    }
}
