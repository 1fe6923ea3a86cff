package org.openbits.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openbits.shell.Distribution.Result;
import org.openbits.testing.Nginx;

/** The exit codes of the manual, by each way of running commands; output is data alone, and messages go beside it. */
class ExitCodesIT {

    @TempDir
    static Path directory;

    private static Nginx nginx;
    private static Distribution dist;

    @BeforeAll
    static void start() throws IOException {
        nginx = Nginx.in(directory)
                .with("location /secret { return 403; }")
                .with("location /busy { return 503; }")
                .start();
        dist = Distribution.fresh();
        Files.write(nginx.root().resolve("a"), new byte[10_000]);
    }

    @AfterAll
    static void stop() {
        dist.close();
        nginx.close();
    }

    /** Commands, with the code as the last of a command line, and of a script in which more follows. */
    static Stream<Arguments> endings() {
        String never = "$job = Start-BitsTransfer @SRV@/busy @DIR@/b -Asynchronous; ";
        String wrong = "sha256:" + "0".repeat(64);
        return Stream.of(
                Arguments.of("Start-BitsTransfer @SRV@/a @DIR@/a", 0, 0),
                Arguments.of("throw 'x'", 1, 1),
                Arguments.of("Write-Error 'x'", 1, 0),
                Arguments.of("exit 42", 42, 42),
                Arguments.of("Start-BitsTransfer -Nonsense", 2, 2),
                Arguments.of("Get-Nonsense", 2, 0),
                Arguments.of("Start-BitsTransfer @SRV@/none @DIR@/n", 3, 3),
                Arguments.of("Start-BitsTransfer @SRV@/none @DIR@/n -ErrorAction Stop", 3, 3),
                Arguments.of("Start-BitsTransfer @SRV@/none @DIR@/n -ErrorAction SilentlyContinue", 3, 0),
                Arguments.of("try { Start-BitsTransfer @SRV@/none @DIR@/n -ErrorAction Stop } catch { 'c' }", 0, 0),
                Arguments.of("Get-BitsTransfer -Name nobody", 3, 3),
                Arguments.of("Start-BitsTransfer @SRV@/secret @DIR@/s", 4, 4),
                Arguments.of("Start-BitsTransfer @SRV@/busy @DIR@/b -RetryTimeout 1 -RetryInterval 60", 5, 5),
                Arguments.of("Start-BitsTransfer @SRV@/a @DIR@/i -Checksum " + wrong, 6, 6),
                Arguments.of("Start-BitsTransfer @SRV@/a @DIR@/nowhere/a", 7, 7),
                Arguments.of(never + "Wait-BitsTransfer $job -Timeout 0", 8, 8),
                Arguments.of(
                        "'Source,Destination','@SRV@/a,@DIR@/p','@SRV@/none,@DIR@/q' | ConvertFrom-Csv"
                                + " | Start-BitsTransfer",
                        12,
                        3));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void everyWayOfRunningTellsHowItEnded(String commands, int code, int codeOfScript) throws IOException {
        String text = commands.replace("@SRV@/", nginx.url("")).replace("@DIR@", directory.toString());
        assertThat(dist.command(directory, text))
                .extracting(Result::exitCode)
                .as("-c %s", text)
                .isEqualTo(code);
        assertThat(dist.run(directory, text, dist.bitsCommand()))
                .extracting(Result::exitCode)
                .as("standard input: %s", text)
                .isEqualTo(code);
        Path script = Files.writeString(directory.resolve("script.ps1"), text + "\n'after'\n");
        assertThat(dist.bits(directory, script.toString()))
                .extracting(Result::exitCode)
                .as("script: %s", text)
                .isEqualTo(codeOfScript);
        dist.command(directory, "Get-BitsTransfer | Remove-BitsTransfer");
    }

    /** Limits do not bind an administrator, so that a test run as root lends itself another user's rights. */
    @Test
    void whatAPolicyForbidsIsToldApart() throws IOException {
        try (Distribution strict = Distribution.fresh()) {
            Path configuration = Files.createDirectories(strict.home().resolve("config"));
            Files.writeString(configuration.resolve("policy"), "MaxJobsPerUser = 1\n");
            String user = "";
            if (strict.bash("id -u").out().strip().equals("0")) {
                user = "setpriv --reuid=65534 --regid=65534 --clear-groups ";
                strict.bash("chown -R 65534:65534 '" + strict.home() + "'");
                assumeThat(strict.bash(user + "\"$BITS\" -c 1").exitCode())
                        .as("another user can run what was built")
                        .isZero();
            }
            String one = user + "\"$BITS\" -c '$null = Start-BitsTransfer -Suspended'";
            Result first = strict.bash(one);
            assertThat(first.exitCode()).as("%s", first).isZero();
            Result second = strict.bash(one);
            assertThat(second.exitCode()).as("%s", second).isEqualTo(9);
            assertThat(second.err()).contains("MaxJobsPerUser");
        }
    }

    @Test
    void whatSomebodyElseCancelsIsToldApart() throws Exception {
        try (SlowServer server = SlowServer.open()) {
            Process waiting = dist.start(
                    directory,
                    dist.bitsCommand(
                            "-c", "Start-BitsTransfer " + server.url() + " '" + directory + "/s' -DisplayName w"));
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> dist.command(directory, "(Get-BitsTransfer -Name w*).BytesTransferred")
                                    .out()
                                    .strip()
                                    .compareTo("0")
                            > 0);
            dist.command(directory, "Get-BitsTransfer w* | Remove-BitsTransfer");
            assertThat(waiting.waitFor(3, TimeUnit.MINUTES)).isTrue();
            assertThat(waiting.exitValue()).isEqualTo(10);
            assertThat(new String(waiting.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("cancelled by somebody else");
        }
    }

    @Test
    void anUnreachableServiceIsToldApart() throws IOException {
        Path occupied = Files.writeString(directory.resolve("occupied"), "no directory");
        Result result = dist.bash("BITS_HOME='" + occupied + "' \"$BITS\" -c Get-BitsTransfer");
        assertThat(result.exitCode()).as("%s", result).isEqualTo(11);
    }

    @Test
    void jsonIsAloneOnStandardOutput() throws IOException {
        String talk = "Write-Host host; Write-Warning careful; Write-Error wrong; 'data'";
        for (String format : List.of("--json", "--json-lines")) {
            Result result = dist.bits(directory, format, "-c", talk);
            assertThat(result.out().replaceAll("\\s", ""))
                    .as("%s", result)
                    .isEqualTo(format.equals("--json") ? "[\"data\"]" : "\"data\"");
            assertThat(result.err()).contains("host", "careful", "wrong").doesNotContain("\u001b");
        }
        Path script = Files.writeString(directory.resolve("talk.ps1"), talk + "\n");
        assertThat(dist.bits(directory, "--json-lines", script.toString()).out().strip())
                .isEqualTo("\"data\"");
        Path groovy = Files.writeString(directory.resolve("talk.groovy"), "println 'host'\n'data'\n");
        assertThat(dist.bits(directory, "--json-lines", groovy.toString()).out().strip())
                .isEqualTo("\"data\"");
    }

    @Test
    void nobodyIsAskedWhereNobodyShallBe() {
        for (String question :
                List.of("Read-Host name", "Get-Credential", "Remove-Item /nonexistent-x -Confirm; Read-Host")) {
            Result result = dist.bits(directory, "--no-input", "-c", question);
            assertThat(result.exitCode()).as("%s: %s", question, result).isEqualTo(1);
            assertThat(result.err()).contains("Nobody is there to answer");
            assertThat(result.out().getBytes(StandardCharsets.UTF_8)).isEmpty();
        }
    }
}
