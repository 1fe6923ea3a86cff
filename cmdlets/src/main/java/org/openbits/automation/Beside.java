package org.openbits.automation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

/** Where a file is written that takes its place only when it is whole. */
public final class Beside {

    private Beside() {}

    /**
     * An empty file in the directory of another, with the rights of the one it is to replace, else those of any new file.
     *
     * @throws IOException when the directory takes none
     */
    public static Path of(Path target) throws IOException {
        Path fresh = Files.createFile(target.toAbsolutePath().resolveSibling("." + UUID.randomUUID() + ".tmp"));
        PosixFileAttributeView rights = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
        if (rights != null && Files.exists(target)) {
            rights.setPermissions(Files.getPosixFilePermissions(target));
        }
        return fresh;
    }
}
