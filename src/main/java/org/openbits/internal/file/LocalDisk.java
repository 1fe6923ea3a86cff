package org.openbits.internal.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Instant;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;

/** The local side on the platform's own file system. Thread-safe. */
public final class LocalDisk implements LocalSide {

    private final RandomGenerator random;
    private final DefaultMode defaultMode = new DefaultMode();

    /** @param random gives the names of temporary files; thread-safe */
    public LocalDisk(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public void checkDestination(String localName) {
        Path destination = parse(localName);
        Path directory = destination.getParent();
        if (!destination.isAbsolute() || directory == null || destination.getFileName() == null) {
            throw refused(ErrorCode.E_INVALIDARG, localName, "it is not the absolute path of a file");
        }
        if (!Files.exists(directory)) {
            throw refused(ErrorCode.ERROR_PATH_NOT_FOUND, localName, "the directory " + directory + " does not exist");
        }
        if (!Files.isDirectory(directory)) {
            throw refused(ErrorCode.ERROR_PATH_NOT_FOUND, localName, directory + " is not a directory");
        }
        if (Files.isDirectory(destination)) {
            throw refused(ErrorCode.E_INVALIDARG, localName, "it is a directory; add a file name");
        }
        if (!Files.isWritable(directory)) {
            throw refused(ErrorCode.E_ACCESSDENIED, localName, "the directory " + directory + " cannot be written");
        }
    }

    @Override
    public void checkSource(String localName) {
        Path source = parse(localName);
        if (!source.isAbsolute()) {
            throw refused(ErrorCode.E_INVALIDARG, localName, "it is not the absolute path of a file");
        }
        if (!Files.exists(source)) {
            throw refused(ErrorCode.ERROR_FILE_NOT_FOUND, localName, "it does not exist");
        }
        if (!Files.isRegularFile(source)) {
            throw refused(ErrorCode.E_INVALIDARG, localName, "it is not a file");
        }
        if (!Files.isReadable(source)) {
            throw refused(ErrorCode.E_ACCESSDENIED, localName, "it may not be read");
        }
    }

    @Override
    public Path temporaryFor(Path destination) {
        return destination.resolveSibling(String.format(Locale.ROOT, "BIT%08X.tmp", random.nextInt()));
    }

    @Override
    public void publish(Path temporary, Path destination, @Nullable Instant lastModified) throws IOException {
        if (!Files.exists(temporary, LinkOption.NOFOLLOW_LINKS)) {
            if (Files.exists(destination, LinkOption.NOFOLLOW_LINKS)) {
                return;
            }
            throw new NoSuchFileException(temporary.toString());
        }
        takeMode(temporary, destination);
        if (lastModified != null) {
            Files.setLastModifiedTime(temporary, FileTime.from(lastModified));
        }
        force(temporary);
        Files.move(temporary, destination, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceDirectoryOf(destination);
    }

    @Override
    public void discard(Path temporary) throws IOException {
        Files.deleteIfExists(temporary);
    }

    private static Path parse(String localName) {
        try {
            return Path.of(localName);
        } catch (InvalidPathException e) {
            throw refused(ErrorCode.E_INVALIDARG, localName, e.getReason() + " at character " + (e.getIndex() + 1));
        }
    }

    private static BitsException refused(ErrorCode code, String localName, String why) {
        return new BitsException(
                code,
                ErrorContext.LOCAL_FILE,
                "The local name '" + localName.replace('\0', '?') + "' cannot be used: " + why,
                null,
                null);
    }

    /** The mode of the file that is replaced, or the one a new file gets; it was the owner's alone until here. */
    private void takeMode(Path temporary, Path destination) throws IOException {
        PosixFileAttributeView view = DefaultMode.view(temporary);
        if (view == null) {
            return;
        }
        view.setPermissions(
                Files.isRegularFile(destination, LinkOption.NOFOLLOW_LINKS)
                        ? Files.getPosixFilePermissions(destination, LinkOption.NOFOLLOW_LINKS)
                        : defaultMode.of(temporary));
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            channel.force(true);
        }
    }

    /** The new name is durable only with its directory. Windows has no such call and needs none. */
    private static void forceDirectoryOf(Path destination) throws IOException {
        Path directory = destination.getParent();
        if (directory == null || !DefaultMode.isPosix(destination)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
