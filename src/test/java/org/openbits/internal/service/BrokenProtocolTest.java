package org.openbits.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.BackgroundCopyManager;
import org.openbits.spi.TransferProtocol;

/** A provider on the class path that cannot be loaded, which is an Error: the jobs are not locked away with it. */
class BrokenProtocolTest {

    @TempDir
    Path directory;

    /** The program that opens the same jobs twice, in a process with such a provider. */
    static final class TwiceMain {

        private TwiceMain() {}

        public static void main(String[] args) {
            for (int i = 0; i < 2; i++) {
                try {
                    BackgroundCopyManager.embedded(Path.of(args[0])).close();
                } catch (RuntimeException | Error e) {
                    System.out.println("opening: " + e.getClass().getSimpleName());
                }
            }
        }
    }

    @Test
    void doesNotLockTheJobs() throws Exception {
        Path services = Files.createDirectories(directory.resolve("extra/META-INF/services"));
        Files.writeString(services.resolve(TransferProtocol.class.getName()), "no.such.Protocol\n");
        Path out = directory.resolve("out");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path") + File.pathSeparator + directory.resolve("extra"),
                        TwiceMain.class.getName(),
                        directory.resolve("home").toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES))
                .as("no thread keeps the process")
                .isTrue();

        assertThat(Files.readString(out).lines().filter(line -> line.startsWith("opening: ")))
                .containsExactly("opening: ServiceConfigurationError", "opening: ServiceConfigurationError");
    }
}
