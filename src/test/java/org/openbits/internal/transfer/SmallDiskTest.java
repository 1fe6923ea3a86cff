package org.openbits.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.testing.SmallDisk;

/** A real disk that is really full and really refuses a rename: a small one of its own, in a mount namespace. */
class SmallDiskTest {

    @TempDir
    Path directory;

    @Test
    void waitsForRoomAndNeverPublishesHalf() throws Exception {
        String said = SmallDisk.inMemory(directory, 2).run(SmallDiskMain.class, "64m", "");
        assertThat(said).isEqualTo("""
                        unknown length: failed ERROR_DISK_FULL WaitFor[event=SPACE]
                        known length: failed ERROR_DISK_FULL WaitFor[event=SPACE]
                        with room: finished right
                        not published, nothing there
                        published right
                        """);
    }
}
