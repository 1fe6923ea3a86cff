package org.openbits.internal.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;

/** The local side on the platform's own file system. Thread-safe. */
public final class LocalDisk implements LocalSide {

    /** Beside the caller's own. */
    private static final int MOST_AT_ONCE = 7;

    private static final int WORTH_A_THREAD = 16;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

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
        return destination.resolveSibling("BIT" + HEX.toHexDigits(random.nextInt()) + ".tmp");
    }

    @Override
    public void publish(Path temporary, Path destination, @Nullable Instant lastModified) throws IOException {
        IOException failure = publish(List.of(new Publication(temporary, destination, lastModified, -1)))
                .get(0);
        if (failure != null) {
            throw failure;
        }
    }

    /**
     * In rounds, so that a journaling file system commits once for many files: modes and times, then their forces (the
     * first commits them all, the others only empty the disk's cache, which it does for several at once), then names, then
     * the directories of the names.
     */
    @Override
    public List<@Nullable IOException> publish(List<Publication> files) {
        List<@Nullable IOException> outcomes = new ArrayList<>(Collections.nCopies(files.size(), null));
        boolean[] done = new boolean[files.size()];
        round(files, outcomes, done, (file, i) -> done[i] = isPublished(file));
        atOnce(files, outcomes, done, (file, i) -> dress(file));
        atOnce(files, outcomes, done, (file, i) -> force(file.temporary()));
        // After the force, for which a file must be readable.
        round(files, outcomes, done, (file, i) -> takeAccess(file));
        Set<Object> named = new HashSet<>();
        round(files, outcomes, done, (file, i) -> rename(file, named));
        Set<Path> forced = new HashSet<>();
        round(files, outcomes, done, (file, i) -> {
            Path directory = file.destination().getParent();
            if (directory != null && !forced.contains(directory)) {
                forceDirectoryOf(file.destination());
                forced.add(directory);
            }
        });
        return outcomes;
    }

    /**
     * One at a time: no other job of this process may take a name between the look and the rename.
     *
     * @param named what files of the same call got theirs: links and file systems that ignore case make one of two names
     */
    private synchronized void rename(Publication file, Set<Object> named) throws IOException {
        Object there = FileKey.of(file.destination());
        if (there != null && named.contains(there)) {
            throw new FileAlreadyExistsException(
                    file.destination().toString(), null, "another file of the job has just got that name");
        }
        if (!file.mayReplace() && Files.exists(file.destination(), LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(
                    file.destination().toString(),
                    null,
                    "a file is there by now that must not be replaced: the server chose the name, or another file of the"
                            + " job has it");
        }
        Files.move(
                file.temporary(),
                file.destination(),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        Object key = FileKey.of(file.destination());
        if (key != null) {
            named.add(key);
        }
    }

    private interface Step {
        void take(Publication file, int index) throws IOException;
    }

    private static void round(
            List<Publication> files, List<@Nullable IOException> outcomes, boolean[] done, Step step) {
        for (int i = 0; i < files.size(); i++) {
            take(files, outcomes, done, step, i);
        }
    }

    private static void take(
            List<Publication> files, List<@Nullable IOException> outcomes, boolean[] done, Step step, int i) {
        if (!done[i] && outcomes.get(i) == null) {
            try {
                step.take(files.get(i), i);
            } catch (IOException e) {
                outcomes.set(i, e);
            }
        }
    }

    /** A round of steps that know nothing of each other, on several threads when there are many files. */
    private static void atOnce(
            List<Publication> files, List<@Nullable IOException> outcomes, boolean[] done, Step step) {
        AtomicInteger next = new AtomicInteger();
        Runnable work = () -> {
            for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
                take(files, outcomes, done, step, i);
            }
        };
        List<CompletableFuture<Void>> others = new ArrayList<>();
        try {
            for (int more = Math.min(MOST_AT_ONCE, files.size() / WORTH_A_THREAD); more > 0; more--) {
                others.add(CompletableFuture.runAsync(work, LocalDisk::onThread));
            }
        } catch (OutOfMemoryError e) {
            // No thread to be had: those that there are do it.
        }
        work.run();
        others.forEach(CompletableFuture::join);
    }

    private static void onThread(Runnable work) {
        Thread thread = new Thread(work, "publish");
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether an earlier call gave it its name. An older file of that name is not what was finished. */
    private static boolean isPublished(Publication file) throws IOException {
        if (Files.exists(file.temporary(), LinkOption.NOFOLLOW_LINKS)) {
            requireLength(file.temporary(), file.bytes());
            return false;
        }
        if (Files.exists(file.destination(), LinkOption.NOFOLLOW_LINKS)) {
            requireLength(file.destination(), file.bytes());
            requireTime(file);
            return true;
        }
        throw new NoSuchFileException(file.temporary().toString());
    }

    private static void requireLength(Path file, long bytes) throws IOException {
        if (bytes >= 0 && Files.size(file) != bytes) {
            throw new FileSystemException(
                    file.toString(),
                    null,
                    file.getFileName() + " has " + Files.size(file) + " bytes where " + bytes
                            + " were transferred: another program has changed or removed the transferred file");
        }
    }

    /** Publication sets the time of the source before it names the file. */
    private static void requireTime(Publication file) throws IOException {
        Instant expected = file.lastModified();
        if (expected != null
                && !mayBeKeptAs(
                        expected, Files.getLastModifiedTime(file.destination()).toInstant())) {
            throw new NoSuchFileException(
                    file.temporary().toString(), null, "another program has removed the transferred file");
        }
    }

    /** Some file systems keep whole seconds only, FAT every second one, and many no time that needs more than 32 bits. */
    private static boolean mayBeKeptAs(Instant time, Instant kept) {
        long seconds = time.getEpochSecond();
        return Math.abs(kept.getEpochSecond() - seconds) < 2 || seconds != (int) seconds;
    }

    private static void takeAccess(Publication file) {
        AccessOrigin origin = file.origin();
        if (origin != null) {
            OriginAccess.take(origin, file.temporary(), file.destination()).forEach(file.notes());
        }
    }

    private void dress(Publication file) throws IOException {
        takeMode(file.temporary(), file.destination());
        Instant lastModified = file.lastModified();
        if (lastModified != null) {
            Files.setLastModifiedTime(file.temporary(), FileTime.from(lastModified));
        }
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
