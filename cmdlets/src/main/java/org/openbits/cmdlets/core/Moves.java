package org.openbits.cmdlets.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.openbits.automation.CommandRuntime;
import org.openbits.automation.ErrorCategory;

/** Gives a file or directory another name, on another file system too. */
final class Moves {

    private Moves() {}

    static void move(Path source, Path target, boolean replace, CommandRuntime runtime) throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !replace && !target.equals(source)) {
            runtime.writeError(Failures.of(
                    "MoveFileInfoItemIOError",
                    ErrorCategory.WriteError,
                    source.toString(),
                    "Cannot create '" + target + "' because it already exists: -Force replaces a file."));
            return;
        }
        if (target.startsWith(source) && !target.equals(source)) {
            throw new IOException("the destination is inside the source");
        }
        boolean otherDisk = Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS)
                && target.getParent() != null
                && !Files.getFileStore(source).equals(Files.getFileStore(target.getParent()));
        if (otherDisk) {
            FileTrees.copy(source, target);
            FileTrees.delete(source);
        } else {
            Files.move(source, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
