package org.openbits.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.testing.SmallDisk;

/** A disk that is really full while MapDB writes a checkpoint and while the journal goes on: a small one of its own. */
class SmallDiskStoreTest {

    @TempDir
    Path directory;

    @Test
    void losesNothingAcknowledgedOnADiskThatIsFull() throws Exception {
        String said = SmallDisk.inMemory(directory, 6).run(SmallDiskStoreMain.class, "64m", "");
        assertThat(said.lines().filter(line -> line.startsWith("store: ")))
                .containsExactly(
                        "store: a checkpoint failed and the commits went on",
                        "store: full, and says so",
                        "store: nothing acknowledged is missing",
                        "store: goes on");
    }
}
