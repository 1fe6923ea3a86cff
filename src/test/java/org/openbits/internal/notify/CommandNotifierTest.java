package org.openbits.internal.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs it runs are shell scripts")
class CommandNotifierTest {

    @TempDir
    Path directory;

    private Path script(String body) throws IOException {
        Path script = Files.writeString(directory.resolve("it is a script"), "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script;
    }

    private static int exit(CompletableFuture<Integer> run) throws Exception {
        return run.get(2, TimeUnit.MINUTES);
    }

    @Test
    void runsTheProgramAsItWasSetInACleanEnvironment() throws Exception {
        Path out = directory.resolve("out");
        Path script = script("{ for a in \"$@\"; do echo \"<$a>\"; done; pwd; env; cat; } > '" + out + "'\nexit 7\n");
        try (CommandNotifier notifier = new CommandNotifier()) {
            List<String> command = List.of(script.toString(), "two words", "$HOME;`id`", "");
            assertThat(exit(notifier.run(command, Map.of("BITS_JOB_ID", "x-1"))))
                    .isEqualTo(7);
        }
        List<String> lines = Files.readAllLines(out);
        assertThat(lines).startsWith("<two words>", "<$HOME;`id`>", "<>", "/");
        assertThat(lines).contains("BITS_JOB_ID=x-1");
        List<String> names = new ArrayList<>();
        lines.subList(4, lines.size()).forEach(line -> names.add(line.replaceAll("=.*", "")));
        assertThat(names)
                .isSubsetOf(
                        "PATH",
                        "HOME",
                        "USER",
                        "LOGNAME",
                        "LANG",
                        "TZ",
                        "TMPDIR",
                        "BITS_HOME",
                        "BITS_JOB_ID",
                        "PWD",
                        "OLDPWD",
                        "SHLVL",
                        "_");
    }

    @Test
    void saysThatAProgramIsNotThere() {
        try (CommandNotifier notifier = new CommandNotifier()) {
            CompletableFuture<Integer> run = notifier.run(List.of("/no/such/program"), Map.of());
            assertThatThrownBy(() -> exit(run))
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("/no/such");
        }
    }

    @Test
    void endsAProgramThatDoesNotEnd() throws Exception {
        Path script = script("exec sleep 1000\n");
        try (CommandNotifier notifier = new CommandNotifier(Duration.ofMillis(200))) {
            CompletableFuture<Integer> run = notifier.run(List.of(script.toString()), Map.of());
            assertThatThrownBy(() -> exit(run)).hasMessageContaining("did not end");
        }
    }
}
