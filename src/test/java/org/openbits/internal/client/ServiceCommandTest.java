package org.openbits.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.internal.home.Home;

class ServiceCommandTest {

    @TempDir
    Path lib;

    @Test
    void usesTheLaunchersArgumentFile() throws IOException {
        Files.createFile(lib.resolve("service.args"));

        ServiceCommand command = command(
                Map.of("java.home", "/jdk", "openbits.args", lib.toString(), "openbits.lib", "/else"), Map.of());

        assertThat(command.command())
                .containsSubsequence("/jdk/bin/java", "@" + lib + "/service.args", ServiceCommand.MAIN)
                .doesNotContain("-cp");
    }

    @Test
    void usesTheJarsOrOurOwnClassPathWithoutIt() {
        assertThat(command(Map.of("java.home", "/jdk", "openbits.args", "/none", "openbits.lib", "/lib"), Map.of())
                        .command())
                .containsSubsequence("-Xmx224m", "-cp", "/lib/*", ServiceCommand.MAIN);
        assertThat(command(Map.of("java.home", "/jdk", "java.class.path", "a.jar:b"), Map.of())
                        .command())
                .containsSubsequence("-Xss512k", "-cp", "a.jar:b", ServiceCommand.MAIN);
    }

    @Test
    void takesTheLoggingThatTheDistributionKeepsApart() throws IOException {
        Files.createDirectory(lib.resolve("log"));
        String jar = lib.resolve("openbits.jar").toString();

        assertThat(command(Map.of("java.home", "/jdk", "java.class.path", "a:" + jar), Map.of())
                        .command())
                .containsSubsequence("-cp", lib + "/log/*:a:" + jar, ServiceCommand.MAIN);
        assertThat(command(Map.of("java.home", "/jdk", "openbits.lib", lib.toString()), Map.of())
                        .command())
                .containsSubsequence("-cp", lib + "/log/*:" + lib + "/*", ServiceCommand.MAIN);
    }

    @Test
    void leavesTheSecondCompilerWhatTheDistributionSays() throws IOException {
        Map<String, String> properties = Map.of("java.home", "/jdk", "openbits.lib", lib.toString());
        assertThat(command(properties, Map.of()).command()).noneMatch(flag -> flag.contains("Tier4"));

        Path file = Files.createFile(lib.resolve("service.compilers"));
        assertThat(command(properties, Map.of()).command())
                .containsSubsequence(
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:Tier4InvocationThreshold=1500",
                        "-XX:CompilerDirectivesFile=" + file,
                        "-cp",
                        ServiceCommand.MAIN);
    }

    @Test
    void keepsWhatAServiceNeedsOfTheEnvironmentAndNothingElse() {
        ServiceCommand command = command(
                Map.of("java.home", "/jdk", "java.class.path", "a"),
                Map.of(
                        "PATH", "/bin",
                        "LC_ALL", "C.UTF-8",
                        "XDG_RUNTIME_DIR", "/run/user/1",
                        "https_proxy", "http://proxy",
                        "BITS_IDLE_SECONDS", "5",
                        "AWS_SECRET_ACCESS_KEY", "x",
                        "JAVA_TOOL_OPTIONS", "-verbose",
                        "BITS_HOME", "relative"));

        assertThat(command.environment())
                .containsOnlyKeys(
                        "PATH",
                        "LC_ALL",
                        "XDG_RUNTIME_DIR",
                        "https_proxy",
                        "BITS_IDLE_SECONDS",
                        "BITS_HOME",
                        "MALLOC_ARENA_MAX")
                .containsEntry("BITS_HOME", Path.of("home").toAbsolutePath().toString());
    }

    private static ServiceCommand command(Map<String, String> properties, Map<String, String> environment) {
        return ServiceCommand.of(properties::get, environment, Path.of("home"), Home.below(Path.of("home")));
    }
}
