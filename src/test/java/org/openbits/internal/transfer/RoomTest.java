package org.openbits.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Space made for a file on a real ext4 of 64 MiB, which has room for the file once. */
class RoomTest {

    @TempDir
    Path directory;

    @Test
    void countsWhatTheFileHasAlreadyAndGivesBackWhatItCannotKeep() throws Exception {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        String mount = "truncate -s 64M '" + directory + "/image' && mkfs.ext4 -q -m 0 '" + directory
                + "/image' && mount -o loop '" + directory + "/image' '" + disk + "'";
        assumeTrue(
                run(mount).equals(""),
                "this system does not let a test mount an ext4 of its own (unshare -m, mount -o loop)");

        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String said = run(mount + " && exec '" + java + "' -Xmx64m -XX:TieredStopAtLevel=1 -cp '"
                + System.getProperty("java.class.path") + "' " + RoomMain.class.getName() + " '" + disk + "'");

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

    /** What it printed, or why it could not run. */
    private String run(String script) throws InterruptedException {
        Path out = directory.resolve("out");
        try {
            Process process = new ProcessBuilder("unshare", "-m", "sh", "-c", script)
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            boolean ended = process.waitFor(120, TimeUnit.SECONDS);
            process.destroyForcibly();
            String said = Files.readString(out, StandardCharsets.UTF_8);
            return ended && process.exitValue() == 0 ? said : "failed: " + said;
        } catch (IOException e) {
            return "failed: " + e.getMessage();
        }
    }
}
