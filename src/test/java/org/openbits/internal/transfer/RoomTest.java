package org.openbits.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.testing.SmallDisk;

/** Space made for a file on a real ext4 of 64 MiB, which has room for the file once. */
class RoomTest {

    @TempDir
    Path directory;

    @Test
    void countsWhatTheFileHasAlreadyAndGivesBackWhatItCannotKeep() throws Exception {
        String said = SmallDisk.ext4(directory, 64).run(RoomMain.class, "64m", "");
        assertThat(said).isEqualTo("""
                        40 MiB: 41943040 bytes, reserved
                        40 MiB again, of the next answer: 41943040 bytes, reserved
                        45 MiB, of another version: 47185920 bytes, reserved
                        100 MiB: ERROR_DISK_FULL WaitFor[event=SPACE], 0 bytes, free
                        an earlier attempt's 45 MiB: 47185920 bytes, reserved
                        not all of it: 47185920 bytes, free
                        filled meanwhile: ERROR_DISK_FULL WaitFor[event=SPACE], 0 bytes, free
                        """);
    }
}
