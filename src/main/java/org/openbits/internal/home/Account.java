package org.openbits.internal.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;

/** The user this process runs as, as the file system knows it. */
public final class Account {

    private Account() {}

    /**
     * The owner of files this process makes. Found by making one: an account of a container may have a number and no
     * name, so that a look-up by name fails.
     */
    public static UserPrincipal current() throws IOException {
        try {
            return Path.of("/")
                    .getFileSystem()
                    .getUserPrincipalLookupService()
                    .lookupPrincipalByName(System.getProperty("user.name", ""));
        } catch (IOException | UnsupportedOperationException e) {
            Path probe = Files.createTempFile("bits", ".owner");
            try {
                return Files.getOwner(probe);
            } finally {
                Files.delete(probe);
            }
        }
    }

    /**
     * Whether this process runs as the system's administrator, uid 0.
     *
     * @param own a file that this process made
     */
    public static boolean isAdministrator(Path own) throws IOException {
        return own.getFileSystem().supportedFileAttributeViews().contains("unix")
                && Integer.valueOf(0).equals(Files.getAttribute(own, "unix:uid"));
    }
}
