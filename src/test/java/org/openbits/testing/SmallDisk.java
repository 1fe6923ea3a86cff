package org.openbits.testing;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real disk that is small enough to be filled, mounted in a namespace of its own for one program. */
public final class SmallDisk {

    private final Path directory;
    private final Path mountPoint;
    private final String flags;
    private final String mount;

    private SmallDisk(Path directory, String flags, String mount) throws IOException {
        this.directory = directory;
        this.mountPoint = Files.createDirectory(directory.resolve("disk"));
        this.flags = flags;
        this.mount = mount;
    }

    /** One in memory; needs no rights. */
    public static SmallDisk inMemory(Path directory, int mebibytes) throws IOException {
        return new SmallDisk(
                directory, "-rm", "mount -t tmpfs -o size=" + mebibytes + "m tmpfs '" + directory + "/disk'");
    }

    /** One with ext4; needs root. */
    public static SmallDisk ext4(Path directory, int mebibytes) throws IOException {
        String image = "'" + directory + "/image'";
        return new SmallDisk(
                directory,
                "-m",
                "truncate -s " + mebibytes + "M " + image + " && mkfs.ext4 -q -m 0 " + image + " && mount -o loop "
                        + image + " '" + directory + "/disk'");
    }

    /**
     * Runs a program on the disk; the test is skipped where the system lets no test mount one.
     *
     * @param main a class of the tests; its argument is the mount point
     * @param environment assignments before the program, such as {@code A=b}, in which {@code @} is the mount point
     * @return what it printed, or why it failed
     */
    public String run(Class<?> main, String memory, String environment) throws InterruptedException {
        assumeThat(shell(mount))
                .as("a disk of its own (unshare " + flags + ", mount)")
                .isEmpty();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return shell(mount + " && " + environment.replace("@", mountPoint.toString()) + " exec '" + java + "' -Xmx"
                + memory + " -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path") + "' "
                + main.getName() + " '" + mountPoint + "'");
    }

    private String shell(String script) throws InterruptedException {
        Path out = directory.resolve("out");
        try {
            Process process = new ProcessBuilder("unshare", flags, "sh", "-c", script)
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
