package org.openbits.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.testing.SmallDisk;

/** A service on a disk that is full for a while: it says so, loses nothing, and goes on by itself when there is room. */
class FullDiskServiceTest {

    @TempDir
    Path directory;

    @Test
    void goesOnByItselfWhenThereIsRoomAgain() throws Exception {
        String said = SmallDisk.inMemory(directory, 6)
                .run(FullDiskServiceMain.class, "96m", "BITS_HOME='@/home' BITS_IDLE_SECONDS=20");
        assertThat(said.lines().filter(line -> line.startsWith("service: ")))
                .as(said)
                .containsExactly(
                        "service: refuses with BG_E_DATABASE_CORRUPT",
                        "service: goes on",
                        "service: all jobs are there");
    }
}
