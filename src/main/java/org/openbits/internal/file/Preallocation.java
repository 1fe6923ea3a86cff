package org.openbits.internal.file;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sets the blocks of a file aside before it is written. Writes past the page cache then need not look for them, the file
 * lies in few pieces, and a disk that gets too full says so at the start. Blocks set aside read as zeros until they are
 * written, after a crash as well, so nothing else changes.
 *
 * <p>Java has no call for it; the program {@code fallocate} of util-linux has, and takes some milliseconds. Without it, on
 * other file systems, and when it fails for any reason but a full disk, files just stay as they are. Immutable.
 */
final class Preallocation {

    /** Where it is quick: others write zeros, or take memory. */
    static final Preallocation DEFAULT =
            new Preallocation(List.of(Path.of("/usr/bin/fallocate"), Path.of("/bin/fallocate")), Set.of("ext4", "xfs"));

    private static final long LONGEST_SECONDS = 2;

    private final List<Path> programs;
    private final Set<String> fileSystems;

    Preallocation(List<Path> programs, Set<String> fileSystems) {
        this.programs = List.copyOf(programs);
        this.fileSystems = Set.copyOf(fileSystems);
    }

    /**
     * Sets aside what the first {@code bytes} of an existing file lack; neither its length nor its bytes change.
     *
     * @return whether that was done
     * @throws IOException when the disk, or the user's share of it, is too full
     */
    boolean of(Path file, long bytes) throws IOException {
        if (!fileSystems.contains(typeOf(file))) {
            return false;
        }
        for (Path program : programs) {
            if (Files.isExecutable(program)) {
                return run(program, file, bytes);
            }
        }
        return false;
    }

    private static String typeOf(Path file) {
        try {
            return Files.getFileStore(file).type();
        } catch (IOException e) {
            return "unknown"; // such as where the table of mounts is not that of this process
        }
    }

    private static boolean run(Path program, Path file, long bytes) throws IOException {
        Process process = start(program, file, bytes);
        if (process == null) {
            return false;
        }
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                return false;
            }
            if (process.exitValue() == 0) {
                return true;
            }
            String said = new String(process.getErrorStream().readNBytes(1000), StandardCharsets.UTF_8).strip();
            FileSystemException failure = new FileSystemException(file.toString(), null, said);
            if (DiskSpace.isExhausted(failure)) {
                throw failure;
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }

    /** With -n, so that even one that comes late lets the length be. Null when no process can be had. */
    private static @Nullable Process start(Path program, Path file, long bytes) {
        ProcessBuilder builder = new ProcessBuilder(
                        program.toString(), "-n", "-l", Long.toString(bytes), file.toString())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C"); // what it says is read
        try {
            return builder.start();
        } catch (IOException | OutOfMemoryError e) { // no program, no process, or no thread for it
            return null;
        }
    }
}
