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

/**
 * The prompt in a real terminal, with a person's keys; tmux is the terminal. Long because each test is a session of its own
 * and all of them share how keys are sent and the screen is read.
 */
class TerminalIT {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private Distribution distribution;
    private String socket;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        assumeThat(List.of("/usr/bin/tmux", "/bin/tmux", "/usr/local/bin/tmux", "/opt/homebrew/bin/tmux"))
                .as("tmux is installed")
                .anyMatch(place -> Files.isExecutable(Path.of(place)));
        distribution = Distribution.fresh();
        distribution.bits(distribution.home(), "--version");
        socket = distribution.home().resolve("tmux").toString();
        start("");
    }

    /** A new shell in a new window. */
    private void start(String environment) throws IOException, InterruptedException {
        tmux("-f", "/dev/null", "new-session", "-d", "-s", "t", "-x", "110", "-y", "40", environment + program());
        awaitScreen("PS ");
    }

    private void startAgain(String environment) throws IOException, InterruptedException {
        tmux("kill-server");
        socket += "x";
        start(environment);
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
        keys("C-u");
        type("function greet([string]$Whom, [switch]$Loudly) { $Whom }");
        keys("Enter");
        type("greet -");
        awaitScreen("\ngreet: -Whom -Loudly\n");
        keys("Tab");
        awaitScreen("(?s).*\n-Whom +\\(<string>\\)\n.*");
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
    void completesJobsAndValuesAndPaintsWhatIsUnknownRed() throws IOException, InterruptedException {
        try (SlowServer server = SlowServer.open()) {
            type("$job = Start-BitsTransfer " + server.url() + " '" + distribution.home()
                    + "/slow.bin' -DisplayName crawler -Asynchronous");
            keys("Enter");
            awaitScreen("1 job  crawler [");
            type("Suspend-BitsTransfer -BitsJob ");
            keys("Tab");
            awaitScreen("(?s).*\n[0-9a-f-]{36} +\\(crawler, [a-z]+ \\d+ %\\)\n.*");
            awaitScreen("(?s).*\ncrawler +\\([a-z]+ \\d+ %\\)\n.*");
            keys("C-u");
            type("Start-BitsTransfer -Priority ");
            keys("Tab");
            awaitScreen("(?s).*\nForeground +\\(value of -Priority\\).*");
            keys("C-u");
            type("$job.DisplayN");
            keys("Tab");
            awaitScreen("$job.DisplayName");
            keys("C-u");
            type("Get-Daet");
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(tmux("capture-pane", "-p", "-e", "-t", "t"))
                            .contains("\u001b[31mGet-Daet"));
            keys("Enter");
            awaitScreen("Did you mean 'Get-Date'?");
            type("Get-Error | Format-List Message, Trace");
            keys("Enter");
            awaitScreen("Trace   : ");
        }
    }

    /** What is pasted comes as it is: no completion, no history, and each statement runs when it is whole. */
    @Test
    void takesAPastedScriptOfSeveralLines() throws IOException, InterruptedException {
        Path script = Files.writeString(
                distribution.home().resolve("paste.txt"),
                "function add([int]$a,\n\t[int]$b) {\n\t$a + $b\n}\nclass Box {\n  [int] $N = 40\n}\n"
                        + "\"sum: $(add 2 ([Box]::new().N))\"\n'日本' + '語'\n");
        tmux("load-buffer", script.toString());
        tmux("paste-buffer", "-p", "-t", "t");
        keys("Enter");
        awaitScreen("\nsum: 42\n日本語\n");
    }

    @Test
    void hintsAtTheParameterBeingTyped() throws IOException, InterruptedException {
        type("Wait-BitsTransfer -Timeout ");
        awaitScreen("-Timeout <Int32>: Seconds to wait");
    }

    @Test
    void hintsLeaveTheScreenAboveWhereItIs() throws IOException, InterruptedException {
        type("Wait-BitsTransfer -Timeout ");
        awaitScreen("(?s)OpenBITS [^\n]*\nPS [^\n]*-Timeout\\s*\n-Timeout <Int32>: Seconds to wait.*");
        keys("C-u");
        awaitScreen("(?s)OpenBITS [^\n]*\nPS [^\n]*>\\s*");
    }

    @Test
    void followsAResize() throws IOException, InterruptedException {
        // A prompt of known length.
        type("cd /");
        keys("Enter");
        awaitScreen("\nPS />\n");
        type("Wait-BitsTransfer -Timeout 5 -BitsJob (Get-BitsTransfer -Name 'a name of some length*')");
        awaitScreen("length*')\n-BitsJob");
        tmux("resize-window", "-t", "t", "-x", "60", "-y", "20");
        awaitScreen("(?s).*PS /> Wait-BitsTransfer[^\n]*\n[^\n]*length\\*'\\)\n-BitsJob[^\n]{0,51}[…s.]\\s*");
        tmux("resize-window", "-t", "t", "-x", "110", "-y", "40");
        awaitScreen("(?s).*PS /> Wait-BitsTransfer[^\n]*length\\*'\\)\n-BitsJob[^\n]*names\\.\\s*");
    }

    /** A terminal may keep what it is told to wipe for scrolling back, and show it again when it grows. */
    @Test
    void aResizeBringsNoOldLineBack() throws IOException, InterruptedException {
        try (SlowServer server = SlowServer.open()) {
            type("$job = Start-BitsTransfer " + server.url() + " '" + distribution.home()
                    + "/slow.bin' -DisplayName crawler -Asynchronous; cd /; cls");
            keys("Enter");
            awaitScreen("(?s)PS />\n1 job  crawler.*");
            type("Wait-BitsTransfer -Timeout ");
            for (String size : List.of("50x30", "100x12", "60x20", "110x40")) {
                String[] sides = size.split("x");
                tmux("resize-window", "-t", "t", "-x", sides[0], "-y", sides[1]);
                awaitScreen(
                        "(?s).*PS /> Wait-BitsTransfer -Timeout\n-Timeout <Int32>: [^\n]*\n1 job  crawler[^\n]*\n*");
            }
            keys("C-l");
            awaitScreen("(?s).*PS /> Wait-BitsTransfer -Timeout\n-Timeout <Int32>: [^\n]*\n1 job  crawler[^\n]*\n*");
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(tmux("capture-pane", "-p", "-S", "-", "-t", "t")
                                    .split("1 job  crawler", -1))
                            .as("the screen and what scrolled off")
                            .hasSize(2));
        }
    }

    @Test
    void searchesTheHistory() throws IOException, InterruptedException {
        type("'alpha' + 'beta'");
        keys("Enter");
        awaitScreen("\nalphabeta\n");
        keys("C-r");
        type("lph");
        awaitScreen("> 'alpha' + 'beta'\nbck-i-search: lph_");
        keys("Enter");
        awaitScreen("(?s).*\nalphabeta\n.*\nalphabeta\n.*");
    }

    @Test
    void ctrlCCancelsWhatTheCommandMadeAndOnlyStopsWaitingForTheRest() throws IOException, InterruptedException {
        try (SlowServer server = SlowServer.open()) {
            String file = "'" + distribution.home() + "/slow.bin'";
            type("Start-BitsTransfer " + server.url() + " " + file + " -DisplayName mine");
            keys("Enter");
            awaitScreen("mine  [");
            keys("C-c");
            awaitScreen("Stopped: the job 'mine' (");
            type("$job = Start-BitsTransfer " + server.url() + " " + file + " -DisplayName theirs -Asynchronous");
            keys("Enter");
            awaitScreen("1 job  theirs");
            type("Wait-BitsTransfer $job");
            keys("Enter");
            awaitScreen("theirs  [");
            keys("C-c");
            awaitScreen("Stopped waiting: the job 'theirs' (");
            type("\"left: $((Get-BitsTransfer).DisplayName).\"");
            keys("Enter");
            awaitScreen("\nleft: theirs.\n");
            assertThat(screen()).as("no echo of Ctrl-C, no progress").doesNotContain("^C", "theirs  [", "mine  [");
        }
    }

    @Test
    void announcesNoEndThatItsCommandHasTold() throws IOException, InterruptedException {
        type("Start-BitsTransfer -Source file:///nonexistent/a -Destination '" + distribution.home()
                + "/a' -DisplayName first");
        keys("Enter");
        awaitScreen("FullyQualifiedErrorId");
        type("$job = Start-BitsTransfer -Source file:///nonexistent/a -Destination '" + distribution.home()
                + "/a' -DisplayName second -Asynchronous");
        keys("Enter");
        awaitScreen("Job 'second' is in error");
        assertThat(screen()).doesNotContain("Job 'first' is");
    }

    @Test
    void aBrokenProfileIsShownAndTheShellStarts() throws IOException, InterruptedException {
        Path profile = distribution.home().resolve("config/profile.ps1");
        Files.writeString(profile, "function hello { 'hel' + 'lo' }\nGet-Nonsense\n");
        startAgain("");
        awaitScreen("profile.ps1:2 char:1");
        type("hello");
        keys("Enter");
        awaitScreen("\nhello\n");
        Files.writeString(profile, "if (1\n");
        startAgain("");
        awaitScreen("(?s).*profile.ps1:2 char:1\n.*MissingEndParenthesis.*PS [^\n]*>\\s*");
    }

    @Test
    void withoutColoursNothingIsColoured() throws IOException, InterruptedException {
        startAgain("NO_COLOR=1 ");
        type("Get-Nonsense");
        keys("Enter");
        awaitScreen("CommandNotFoundException");
        type("Get-Date -");
        keys("Tab");
        awaitScreen("Another month, 1 to 12.");
        assertThat(tmux("capture-pane", "-p", "-e", "-t", "t")).doesNotContainPattern("\u001b\\[(3[0-8]|4[0-8]|9\\d)");
    }

    @Test
    void aDumbTerminalGetsTextAlone() throws IOException, InterruptedException {
        startAgain("TERM=dumb ");
        type("'be' + 'gun'; while ($true) { $i++ }");
        keys("Enter");
        awaitScreen("\nbegun\n");
        keys("C-c");
        awaitScreen("(?s).*\nbegun\n\\^?C?\n*PS [^\n]*>\\s*");
        type("'half");
        awaitScreen("> 'half");
        keys("C-c");
        awaitScreen("(?s).*> 'half[^\n]*\n[^\n]*>\\s*");
        type("'still' + 'here'");
        keys("Enter");
        awaitScreen("\nstillhere\n");
        try (SlowServer server = SlowServer.open()) {
            type("$job = Start-BitsTransfer " + server.url() + " '" + distribution.home()
                    + "/slow.bin' -DisplayName crawler -Asynchronous; Watch-BitsTransfer");
            keys("Enter");
            awaitScreen("\ncrawler: Transferring ");
            server.finish();
            awaitScreen("\ncrawler: Transferred 100 %");
            keys("Enter");
            awaitScreen("Job 'crawler' is transferred");
        }
        keys("C-d");
        awaitScreen("LEFT 0");
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
            String screen = screen();
            if (expected.startsWith("(?s)")) {
                assertThat(screen).matches(expected);
            } else {
                assertThat(screen).contains(expected);
            }
        });
    }

    private String screen() throws IOException, InterruptedException {
        return tmux("capture-pane", "-p", "-t", "t");
    }

    private String tmux(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tmux", "-S", socket));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return out;
    }
}
