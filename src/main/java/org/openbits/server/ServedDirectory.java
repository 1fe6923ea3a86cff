package org.openbits.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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

    /** To give back the blocks of less costs next to nothing. */
    private static final long LARGE_BYTES = 64L << 20;

    private final Path root;
    /** Names that are taken for files which have not come there yet. */
    private final Set<Path> taken = ConcurrentHashMap.newKeySet();

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
            return real.startsWith(root) && !isMine && isPlain && !taken.contains(real) ? real : null;
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

    /**
     * Whether nobody but this server's user can write in any directory from the root to the one of that file. Nobody else
     * can then bend the path to it, so that it may be used as a whole.
     */
    boolean isOursAlone(Path file) {
        Path parent = requireParent(file);
        try {
            UserPrincipal self = Files.getOwner(root.resolve(RequestPath.OWN), LinkOption.NOFOLLOW_LINKS);
            Path directory = root;
            for (Path name : root.relativize(parent)) {
                if (!isPrivate(directory, self)) {
                    return false;
                }
                directory = directory.resolve(name);
            }
            return isPrivate(directory, self);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static boolean isPrivate(Path directory, UserPrincipal self) throws IOException {
        PosixFileAttributes facts =
                Files.readAttributes(directory, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return facts.isDirectory()
                && facts.owner().equals(self)
                && !facts.permissions().contains(PosixFilePermission.GROUP_WRITE)
                && !facts.permissions().contains(PosixFilePermission.OTHERS_WRITE);
    }

    /**
     * Moves a file to a name that nobody has, through no link. The name is taken first, by an empty file that only one can
     * create; until the file has it, it is not there for clients.
     *
     * @throws FileAlreadyExistsException when somebody has it
     */
    void moveToFree(Path from, Path to) throws IOException {
        taken.add(to);
        try {
            // In one look-up of the directory: what was taken there is given back there, wherever its path leads by
            // then.
            inBoth(from, to, (source, path, target, place) -> {
                take(target, place);
                try {
                    move(source, path, target, place);
                } catch (IOException e) {
                    delete(target, place);
                    throw e;
                }
            });
        } finally {
            taken.remove(to);
        }
    }

    private static void take(@Nullable SecureDirectoryStream<Path> directory, Path file) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        SeekableByteChannel channel = directory == null
                ? Files.newByteChannel(file, options)
                : directory.newByteChannel(file.getFileName(), options);
        channel.close();
    }

    private static void delete(@Nullable SecureDirectoryStream<Path> directory, Path file) throws IOException {
        if (directory == null) {
            Files.delete(file);
        } else {
            directory.deleteFile(file.getFileName());
        }
    }

    /**
     * Moves a file over whatever has that name, through no link. The blocks of a large old one are given back by another
     * thread, as that takes a tenth of the time that writing them took.
     */
    void replace(Path from, Path to) throws IOException {
        inBoth(from, to, (source, path, target, place) -> {
            SeekableByteChannel old = target == null ? null : held(target, place.getFileName());
            try {
                move(source, path, target, place);
            } finally {
                if (old != null) {
                    CompletableFuture.runAsync(() -> letGo(old));
                }
            }
        });
    }

    /** While it is open a file keeps its blocks, whatever becomes of its name. Null for what is small, or no file. */
    private static @Nullable SeekableByteChannel held(SecureDirectoryStream<Path> directory, Path name) {
        try {
            BasicFileAttributes old = directory
                    .getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .readAttributes();
            return old.isRegularFile() && old.size() >= LARGE_BYTES
                    ? directory.newByteChannel(name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))
                    : null;
        } catch (IOException e) {
            return null; // there is none, or it may not be read: it only takes longer
        }
    }

    private static void letGo(SeekableByteChannel old) {
        try {
            old.close();
        } catch (IOException e) {
            // It was only held.
        }
    }

    private static void move(
            @Nullable SecureDirectoryStream<Path> source,
            Path path,
            @Nullable SecureDirectoryStream<Path> target,
            Path place)
            throws IOException {
        if (source == null || target == null) {
            Files.move(path, place, StandardCopyOption.ATOMIC_MOVE);
        } else {
            source.move(path.getFileName(), target, place.getFileName());
        }
    }

    private void inBoth(Path from, Path to, ActOfTwo act) throws IOException {
        inDirectory(
                requireParent(from),
                (source, path) -> inDirectory(
                        requireParent(to),
                        (target, place) -> {
                            act.in(source, path, target, place);
                            return place;
                        },
                        to),
                from);
    }

    /** Something done from one name in a directory to another in another. */
    private interface ActOfTwo {
        void in(
                @Nullable SecureDirectoryStream<Path> source,
                Path path,
                @Nullable SecureDirectoryStream<Path> target,
                Path place)
                throws IOException;
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
