package org.openbits.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is really full while MapDB writes a checkpoint and while the journal goes on: a small one of its own. */
class SmallDiskStoreTest {

    @TempDir
    Path directory;

    @Test
    void losesNothingAcknowledgedOnADiskThatIsFull() throws Exception {
        Path disk = Files.createDirectory(directory.resolve("disk"));
        String mount = "mount -t tmpfs -o size=6m tmpfs '" + disk + "'";
        assumeTrue(
                run(mount).equals(""),
                "this system does not let a test mount a small disk (unshare -rm, mount -t tmpfs)");

        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String said = run(mount + " && exec '" + java + "' -Xmx64m -XX:TieredStopAtLevel=1 -cp '"
                + System.getProperty("java.class.path") + "' " + SmallDiskStoreMain.class.getName() + " '" + disk
                + "'");

        assertThat(said.lines().filter(line -> line.startsWith("store: ")))
                .containsExactly(
                        "store: a checkpoint failed and the commits went on",
                        "store: full, and says so",
                        "store: nothing acknowledged is missing",
                        "store: goes on");
    }

    /** What it printed, or why it could not run. */
    private String run(String script) throws InterruptedException {
        Path out = directory.resolve("out");
        try {
            Process process = new ProcessBuilder("unshare", "-rm", "sh", "-c", script)
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            process.destroyForcibly();
            String said = Files.readString(out, StandardCharsets.UTF_8);
            return ended && process.exitValue() == 0 ? said : "failed: " + said;
        } catch (IOException e) {
            return "failed: " + e.getMessage();
        }
    }
}
