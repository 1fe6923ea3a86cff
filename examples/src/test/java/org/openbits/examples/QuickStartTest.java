package org.openbits.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each quick start runs as printed, against the server it starts itself. */
class QuickStartTest {

    @ParameterizedTest
    @ValueSource(strings = {"ps1", "groovy", "jsh", "java"})
    void bringsTheFileWhole(String language) throws Exception {
        Path examples = Path.of("").toAbsolutePath();
        Path dist = examples.resolveSibling("shell").resolve("target/dist");
        Assumptions.assumeTrue(Files.isExecutable(dist.resolve("bin/bits")), "the distribution is not packaged yet");
        ProcessBuilder builder =
                new ProcessBuilder(examples.resolve("run").toString(), language).redirectErrorStream(true);
        builder.environment().put("BITS", dist.resolve("bin/bits").toString());
        builder.environment().put("LIB", dist.resolve("lib").toString());
        Process process = builder.start();
        process.getOutputStream().close();

        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).endsWith("The file is whole.\n");
    }
}
