package org.openbits.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The prompt in a real terminal, with a person's keys; tmux is the terminal. */
class TerminalIT {

    private static final Duration LIMIT = Duration.ofSeconds(120);

    private Distribution distribution;
    private String socket;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        assumeThat(List.of("/usr/bin/tmux", "/bin/tmux", "/usr/local/bin/tmux", "/opt/homebrew/bin/tmux"))
                .as("tmux is installed")
                .anyMatch(place -> Files.isExecutable(Path.of(place)));
        distribution = Distribution.fresh();
        distribution.bits(distribution.home(), "--version");
        socket = "bits-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
        tmux("-f", "/dev/null", "new-session", "-d", "-s", "t", "-x", "110", "-y", "40", program());
        awaitScreen("PS ");
    }

    @AfterEach
    void close() throws IOException, InterruptedException {
        tmux("kill-server");
        distribution.close();
    }

    @Test
    void completesCommandsParametersAndPaths() throws IOException, InterruptedException {
        type("Suspend-BitsTr");
        keys("Tab");
        awaitScreen("Suspend-BitsTransfer");
        keys("C-u");
        type("Get-BitsTransfer -Al");
        keys("Tab");
        awaitScreen("-AllUsers");
        keys("C-u");
        type("Get-Date -");
        keys("Tab");
        awaitScreen("Another month, 1 to 12.");
    }

    @Test
    void readsTextOfSeveralLines() throws IOException, InterruptedException {
        type("if ($true) {");
        keys("Enter");
        awaitScreen("\n>>");
        type("'in' + 'side' }");
        keys("Enter");
        awaitScreen("\ninside\n");
        type("def twice(n) {");
        keys("Enter");
        type("n * 2 }");
        keys("Enter");
        type("println twice(21)");
        keys("Enter");
        awaitScreen("\n42\n");
    }

    @Test
    void suggestsFromHistory() throws IOException, InterruptedException {
        type("'alpha' + 'beta'");
        keys("Enter");
        awaitScreen("\nalphabeta\n");
        type("'alp");
        awaitScreen("> 'alpha' + 'beta'");
        keys("C-f", "Enter");
        awaitScreen("(?s).*\nalphabeta\n.*\nalphabeta\n.*");
        assertThat(Files.readString(distribution.home().resolve("config/history")))
                .contains("'alpha' + 'beta'");
    }

    @Test
    void stopsTheCommandAndNotTheShell() throws IOException, InterruptedException {
        type("'be' + 'gun'; while ($true) { $i++ }");
        keys("Enter");
        awaitScreen("\nbegun\n");
        keys("C-c");
        awaitScreen("(?s).*\nbegun\n[^\n]*\n*[^\n]*>\\s*");
        type("'still' + 'here'");
        keys("Enter");
        awaitScreen("\nstillhere\n");
        type("half a line");
        awaitScreen("> half a line");
        keys("C-c");
        awaitScreen("(?s).*> half a line\n[^\n]*>\\s*");
        type("'and' + 'here'");
        keys("Enter");
        awaitScreen("\nandhere\n");
        keys("C-d");
        awaitScreen("LEFT 0");
    }

    @Test
    void leavesTheServiceRunning() throws IOException, InterruptedException {
        type("Get-BitsTransfer; 'li' + 'sted'");
        keys("Enter");
        awaitScreen("\nlisted\n");
        long before = distribution.servicePid();
        assertThat(before).isPositive();
        keys("C-c");
        tmux("kill-server");
        assertThat(distribution.servicePid()).isEqualTo(before);
    }

    @Test
    void showsJobsWhileOneTypesAndTellsTheirEnd() throws IOException, InterruptedException {
        try (SlowServer server = SlowServer.open()) {
            type("$job = Start-BitsTransfer " + server.url() + " '" + distribution.home()
                    + "/slow.bin' -DisplayName crawler -Asynchronous");
            keys("Enter");
            awaitScreen("1 job  crawler");
            type("'half a li");
            awaitScreen("> 'half a li");
            server.finish();
            awaitScreen("Job 'crawler' is transferred");
            // What was being typed stands below the notice and goes on.
            type("ne'");
            awaitScreen("> 'half a line'");
            keys("Enter");
            awaitScreen("\nhalf a line\n");
            type("Get-BitsTransfer -Name crawler | Complete-BitsTransfer; 'do' + 'ne'");
            keys("Enter");
            awaitScreen("\ndone\n");
        }
    }

    @Test
    void hintsAtTheParameterBeingTyped() throws IOException, InterruptedException {
        type("Wait-BitsTransfer -Timeout ");
        awaitScreen("-Timeout <Int32>: Seconds to wait");
    }

    @Test
    void offersUrlsTypedBefore() throws IOException, InterruptedException {
        type("'http://127.0.0.1:1/once.iso'");
        keys("Enter");
        awaitScreen("\nhttp://127.0.0.1:1/once.iso\n");
        type("Start-BitsTransfer -Source http");
        keys("Tab");
        awaitScreen("-Source http://127.0.0.1:1/once.iso");
    }

    @Test
    void watchesJobsAndActsOnKeys() throws IOException, InterruptedException {
        try (SlowServer server = SlowServer.open()) {
            type("$job = Start-BitsTransfer " + server.url() + " '" + distribution.home()
                    + "/slow.bin' -DisplayName crawler -Asynchronous");
            keys("Enter");
            awaitScreen("1 job  crawler");
            type("Watch-BitsTransfer");
            keys("Enter");
            awaitScreen("> crawler");
            awaitScreen("    Transferring");
            tmux("resize-window", "-t", "t", "-x", "70", "-y", "20");
            keys("e");
            awaitScreen("priority Foreground");
            keys("s");
            awaitScreen("    Suspended");
            keys("x");
            awaitScreen("y removes it");
            keys("n", "x", "y");
            awaitScreen("no jobs");
            keys("q");
            // The screen as it was before, with a prompt below.
            awaitScreen("(?s).*> Watch-BitsTransfer\n.*PS [^\n]*>\\s*");
            type("'be' + 'hind'");
            keys("Enter");
            awaitScreen("\nbehind\n");
        }
    }

    private String program() {
        return "BITS_HOME='" + distribution.home() + "' '"
                + distribution.place().resolve("bin/bits") + "'; echo LEFT $?; cat";
    }

    private void type(String text) throws IOException, InterruptedException {
        tmux("send-keys", "-t", "t", "-l", "--", text);
    }

    private void keys(String... keys) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("send-keys", "-t", "t"));
        words.addAll(List.of(keys));
        tmux(words.toArray(String[]::new));
    }

    /** Waits until the screen holds a text; one that begins with {@code (?s)} is a pattern. */
    private void awaitScreen(String expected) {
        await().atMost(LIMIT).untilAsserted(() -> {
            String screen = tmux("capture-pane", "-p", "-t", "t");
            if (expected.startsWith("(?s)")) {
                assertThat(screen).matches(expected);
            } else {
                assertThat(screen).contains(expected);
            }
        });
    }

    private String tmux(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tmux", "-L", socket));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return out;
    }
}
