package org.openbits.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Bad input, as people and scripts give it: a clear message with an id, a caret, an exit code, and nothing left behind. */
class BadInputIT {

    @TempDir
    static Path directory;

    private static Nginx nginx;
    private static Distribution dist;

    @BeforeAll
    static void start() throws IOException {
        nginx = Nginx.in(directory).start();
        dist = Distribution.fresh();
        Files.createDirectory(directory.resolve("dst"));
        Files.write(nginx.root().resolve("a"), new byte[10_000]);
    }

    @AfterAll
    static void stop() {
        dist.close();
        nginx.close();
    }

    /** Command, error id that stderr must show, words it must show, exit code. */
    static Stream<Arguments> mistakes() {
        String a = "@SRV@/a";
        return Stream.of(
                Arguments.of(
                        "Start-BitsTransfer " + a + " @DST@/f -Asynchronos",
                        "NamedParameterNotFound",
                        "Asynchronos",
                        2),
                Arguments.of("Start-BitsTransfer -S " + a, "AmbiguousParameter", "SecurityFlags", 2),
                Arguments.of(
                        "Start-BitsTransfer " + a + " @DST@/f extra words", "PositionalParameterNotFound", "extra", 2),
                Arguments.of(
                        "Start-BitsTransfer " + a + " @DST@/f -Priority Hgh",
                        "ParameterArgumentValidationError",
                        "Foreground",
                        2),
                Arguments.of("Start-BitsTransfer htp://127.0.0.1/a @DST@/f", "Start", "htp", 2),
                Arguments.of("Start-BitsTransfer 'http://127.0.0.1:99999/a' @DST@/f", "Start", "99999", 2),
                Arguments.of("Start-BitsTransfer @SRV@/none @DST@/f", "StartBitsTransferCOMException", "404", 3),
                Arguments.of("Start-BitsTransfer " + a + " @DST@/nowhere/f", "PathNotFound", "nowhere", 7),
                Arguments.of("Start-BitsTransfer @DST@/missing.txt @DST@/f", "StartBitsTransfer", "missing.txt", 3),
                Arguments.of("Start-BitsTransfr " + a, "CommandNotFoundException", "Start-BitsTransfer", 2),
                Arguments.of(
                        "Get-BitsTransfer -JobId c0dd3d8c-c3a2-4562-8324-80b19224879c",
                        "GetBitsTransferInvalidIdError",
                        "c0dd3d8c",
                        3),
                Arguments.of("if (1 -eq 1 { 'x' }", "Missing", ")", 2));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void saysWhatIsWrongAndLeavesNothing(String command, String errorId, String words, int exitCode)
            throws IOException {
        String text = command.replace("@SRV@/", nginx.url(""))
                .replace("@DST@", directory.resolve("dst").toString());

        Result result = dist.command(directory, text);

        assertThat(result.err()).as("%s", result).contains(errorId).contains(words);
        assertThat(result.exitCode()).as("%s", result).isEqualTo(exitCode);
        assertThat(directory.resolve("dst")).isEmptyDirectory();
        assertThat(dist.command(directory, "Get-BitsTransfer").out()).isEmpty();
    }

    @Test
    void aCaretStandsUnderTheWrongWord() {
        Result result = dist.command(directory, "Get-BitsTransfer -Nme x");

        String[] lines = result.err().split("\n");
        int caret = 0;
        while (caret < lines.length && !lines[caret].matches("[+|\\s]*[~^]+\\s*")) {
            caret++;
        }
        assertThat(caret).as("a line of carets in %s", result).isBetween(1, lines.length - 1);
        assertThat(lines[caret].indexOf('~') >= 0 ? lines[caret].indexOf('~') : lines[caret].indexOf('^'))
                .as("%s", result)
                .isEqualTo(lines[caret - 1].indexOf("-Nme"));
    }

    @Test
    void anUnwritableDestinationIsNamed() throws IOException {
        Path locked = Files.createDirectories(directory.resolve("locked"));
        String mount = "mount -t tmpfs -o ro none '" + locked + "'";
        assumeThat(dist.bash("unshare -rm bash -c \"" + mount + "\"").exitCode())
                .as("a file system of one's own needs the right to unshare")
                .isZero();

        Result result = dist.bash("unshare -rm bash -c \"" + mount + " && $BITS -NoService -c 'Start-BitsTransfer "
                + nginx.url("a") + " " + locked + "/f'; code=\\$?; ls -A '" + locked + "'; exit \\$code\"");

        assertThat(result.exitCode()).as("%s", result).isEqualTo(7);
        assertThat(result.err()).as("%s", result).contains(locked + " cannot be written");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void aHostThatDoesNotExistIsGivenUpAfterAMinute() {
        Result result = dist.command(
                directory, "Start-BitsTransfer http://no-such-host.invalid/a " + directory.resolve("dst") + "/f");

        assertThat(result.exitCode()).as("%s", result).isEqualTo(5);
        assertThat(result.err()).as("%s", result).contains("no-such-host.invalid");
        assertThat(directory.resolve("dst")).isEmptyDirectory();
    }
}
