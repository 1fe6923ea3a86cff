package org.openbits.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service on a disk that is full for a while: it says so, loses nothing, and goes on by itself when there is room. */
class FullDiskServiceTest {

    @TempDir
    Path directory;

    @Test
    void goesOnByItselfWhenThereIsRoomAgain() throws Exception {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        String mount = "mount -t tmpfs -o size=6m tmpfs '" + disk + "'";
        assumeTrue(
                run(mount).equals(""),
                "this system does not let a test mount a small disk (unshare -rm, mount -t tmpfs)");

        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String said = run(mount + " && BITS_HOME='" + disk + "/home' BITS_IDLE_SECONDS=20 exec '" + java
                + "' -Xmx96m -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path") + "' "
                + FullDiskServiceMain.class.getName() + " '" + disk + "'");

        assertThat(said.lines().filter(line -> line.startsWith("service: ")))
                .as(said)
                .containsExactly(
                        "service: refuses with BG_E_DATABASE_CORRUPT",
                        "service: goes on",
                        "service: all jobs are there");
    }

    /** What it printed, or why it could not run. */
    private String run(String script) throws InterruptedException {
        Path out = directory.resolve("out");
        try {
            Process process = new ProcessBuilder("unshare", "-rm", "sh", "-c", script)
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
