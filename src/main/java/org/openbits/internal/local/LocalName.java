package org.openbits.internal.local;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;

/** Reads a local remote name: an absolute path, or a {@code file:} URI as any program writes it; no name of a server. */
final class LocalName {

    private static final Pattern NAMES_A_SERVER =
            Pattern.compile("file:/(/(?!/|localhost/)|///)", Pattern.CASE_INSENSITIVE);

    private LocalName() {}

    static boolean isLocal(String remoteName) {
        boolean isUri = remoteName.regionMatches(true, 0, "file:", 0, 5);
        return (isUri && !NAMES_A_SERVER.matcher(remoteName).lookingAt()) || isAbsolute(remoteName);
    }

    /** @throws BitsException E_INVALIDARG with what is wrong */
    static Path parse(String remoteName) {
        try {
            Path path = remoteName.regionMatches(true, 0, "file:", 0, 5)
                    ? Path.of(new URI(remoteName))
                    : Path.of(remoteName);
            if (!path.isAbsolute()) {
                throw refused(remoteName, "it is not an absolute path", null);
            }
            return path.normalize();
        } catch (URISyntaxException e) {
            throw refused(remoteName, e.getReason() + " at character " + (e.getIndex() + 1), e);
        } catch (InvalidPathException e) {
            throw refused(remoteName, e.getReason() + " at character " + (e.getIndex() + 1), e);
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            throw refused(remoteName, String.valueOf(e.getMessage()), e);
        }
    }

    /** Two slashes at the start lead to a server, though POSIX takes them for one. */
    private static boolean isAbsolute(String text) {
        if (text.startsWith("//") || text.startsWith("\\\\")) {
            return false;
        }
        try {
            return Path.of(text).isAbsolute();
        } catch (InvalidPathException e) {
            return text.startsWith("/");
        }
    }

    private static BitsException refused(String remoteName, String why, @Nullable Exception cause) {
        return new BitsException(
                ErrorCode.E_INVALIDARG,
                ErrorContext.REMOTE_FILE,
                "The remote name '" + remoteName.replaceAll("\\p{Cntrl}", "?") + "' cannot be used: " + why,
                null,
                cause);
    }
}
