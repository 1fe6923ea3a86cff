package org.openbits.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written beside a file looks like it in its place. */
class BesideTest {

    @TempDir
    Path directory;

    @Test
    void aNewFileHasTheRightsOfAnyNewFile() throws IOException {
        Path plain = Files.createFile(directory.resolve("plain"));
        Path beside = Beside.of(directory.resolve("new"));
        assertThat(Files.getPosixFilePermissions(beside)).isEqualTo(Files.getPosixFilePermissions(plain));
        assertThat(beside).hasParentRaw(directory);
    }

    @Test
    void oneThatReplacesAnotherHasItsRights() throws IOException {
        Path there = Files.createFile(directory.resolve("there"));
        Files.setPosixFilePermissions(there, PosixFilePermissions.fromString("rwxr-x---"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Beside.of(there))))
                .isEqualTo("rwxr-x---");
    }
}
