package org.openbits.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The directory that a server serves, and the only way from a request to a file. A symbolic link is followed when it stays
 * inside; one that leaves is as if it were not there. What is no plain file or directory (pipe, socket, device) is not there
 * either: opening one could block for ever, or do something.
 *
 * <p>Between the look-up and the opening somebody may put a link in a name's place. So what is opened is opened name by name
 * from the root and through no link at all; where the platform cannot, only the last name is guarded.
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

    /** An open file, and which version of it that is. */
    record Opened(FileChannel channel, FileVersion version) {}

    /**
     * Opens what {@link #find} found, for reading.
     *
     * @throws IOException when a link has come in its way since, or it has gone
     */
    Opened open(Path file) throws IOException {
        return inDirectory(
                requireParent(file),
                (directory, path) -> {
                    FileChannel channel = directory == null
                            ? FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)
                            : (FileChannel) directory.newByteChannel(
                                    file.getFileName(), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
                    try {
                        return new Opened(channel, version(directory, path));
                    } catch (IOException e) {
                        channel.close();
                        throw e;
                    }
                },
                file);
    }

    /** The version that has that name now, looked up as {@link #open} does. */
    FileVersion version(Path file) throws IOException {
        return inDirectory(requireParent(file), ServedDirectory::version, file);
    }

    private static FileVersion version(@Nullable SecureDirectoryStream<Path> directory, Path file) throws IOException {
        return directory == null
                ? FileVersion.of(file)
                : FileVersion.of(directory
                        .getFileAttributeView(
                                file.getFileName(), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .readAttributes());
    }

    /** Moves a file over whatever has that name, through no link. */
    void replace(Path from, Path to) throws IOException {
        inDirectory(
                requireParent(from),
                (source, path) -> inDirectory(
                        requireParent(to),
                        (target, place) -> {
                            if (source == null || target == null) {
                                Files.move(path, place, StandardCopyOption.ATOMIC_MOVE);
                            } else {
                                source.move(path.getFileName(), target, place.getFileName());
                            }
                            return place;
                        },
                        to),
                from);
    }

    /** Something done to one name in a directory; that is null where the platform opens none. */
    private interface Act<T> {
        T in(@Nullable SecureDirectoryStream<Path> directory, Path file) throws IOException;
    }

    private <T> T inDirectory(Path parent, Act<T> act, Path file) throws IOException {
        try (DirectoryStream<Path> top = Files.newDirectoryStream(root)) {
            return top instanceof SecureDirectoryStream<Path> secure
                    ? descend(secure, root.relativize(parent), act, file)
                    : act.in(null, file);
        }
    }

    private static <T> T descend(SecureDirectoryStream<Path> directory, Path names, Act<T> act, Path file)
            throws IOException {
        if (names.toString().isEmpty()) {
            return act.in(directory, file);
        }
        try (SecureDirectoryStream<Path> next =
                directory.newDirectoryStream(names.getName(0), LinkOption.NOFOLLOW_LINKS)) {
            int count = names.getNameCount();
            return descend(next, count == 1 ? Path.of("") : names.subpath(1, count), act, file);
        }
    }

    private Path requireParent(Path file) {
        Path parent = file.getParent();
        if (parent == null || !parent.startsWith(root)) {
            throw new IllegalArgumentException(file + " is not below " + root);
        }
        return parent;
    }
}
