package org.openbits.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The service as a process that cannot start. */
class BitsdMainTest {

    @TempDir
    Path directory;

    /** One that stayed would keep its home from the next. */
    @Test
    @Timeout(240)
    void endsWhenAProtocolOnItsClassPathIsBroken() throws Exception {
        Path services = Files.createDirectories(directory.resolve("broken/META-INF/services"));
        Files.writeString(services.resolve("org.openbits.spi.TransferProtocol"), "no.such.Provider");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        directory.resolve("broken") + File.pathSeparator + System.getProperty("java.class.path"),
                        BitsdMain.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out").toFile());
        builder.environment().put("BITS_HOME", directory.resolve("home").toString());
        Process service = builder.start();
        try {
            assertThat(service.waitFor(3, TimeUnit.MINUTES)).as("ended").isTrue();
            assertThat(service.exitValue()).isEqualTo(1);
            assertThat(directory.resolve("out")).content().contains("no.such.Provider");
        } finally {
            service.destroyForcibly().waitFor();
        }
    }
}
