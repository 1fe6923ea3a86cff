package org.openbits.internal.home;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/**
 * A directory that only its user may enter. Another user may have made it first, where everybody may write such as
 * {@code /tmp}: so it is looked at after it was made, and never through a symbolic link.
 */
public final class PrivateDirectory {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    /** What a directory is found to be. */
    public enum Condition {
        FINE,
        MISSING,
        NOT_A_DIRECTORY,
        SOMEBODY_ELSES,
        OPEN_TO_OTHERS
    }

    private PrivateDirectory() {}

    /** Makes the directory, mode 0700, and those above it, where they are missing. */
    public static void create(Path directory) throws IOException {
        Path parent = directory.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            create(parent);
        }
        try {
            if (hasModes()) {
                Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            } else {
                Files.createDirectory(directory);
            }
        } catch (FileAlreadyExistsException e) {
            // Made before, or by another process at this moment: look() judges it.
            return;
        }
    }

    /** Looks at a directory without changing it. */
    public static Condition look(Path directory, UserPrincipal owner) throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return Condition.MISSING;
        }
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return Condition.NOT_A_DIRECTORY;
        }
        if (!hasModes()) {
            return Condition.FINE;
        }
        PosixFileAttributes facts =
                Files.readAttributes(directory, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!facts.owner().equals(owner)) {
            return Condition.SOMEBODY_ELSES;
        }
        return OWNER_ONLY.containsAll(facts.permissions()) ? Condition.FINE : Condition.OPEN_TO_OTHERS;
    }

    /**
     * Makes the directory where it is missing and insists that it is private.
     *
     * @throws IOException that says what is wrong with it and what to do
     */
    public static void ensure(Path directory) throws IOException {
        create(directory);
        Condition condition = look(directory, Account.current());
        if (condition != Condition.FINE) {
            throw new IOException(complaint(directory, condition));
        }
    }

    /** What is wrong and what to do, for people. */
    public static String complaint(Path directory, Condition condition) {
        return switch (condition) {
            case FINE -> directory + " is private";
            case MISSING -> directory + " does not exist and could not be made";
            case NOT_A_DIRECTORY -> directory + " is no directory; remove it, or choose another place with BITS_HOME";
            case SOMEBODY_ELSES ->
                directory
                        + " belongs to another user, who could read what is sent to it; choose another place with BITS_HOME";
            case OPEN_TO_OTHERS ->
                directory + " may be entered by other users; look at what is in it, then run: chmod 700 " + directory;
        };
    }

    private static boolean hasModes() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
