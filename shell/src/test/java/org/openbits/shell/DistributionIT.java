package org.openbits.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbits.shell.Distribution.Result;

/** The packaged program: streams, exit codes, the service behind it. */
class DistributionIT {

    @TempDir
    Path directory;

    private static Distribution distribution;

    @BeforeAll
    static void find() {
        distribution = Distribution.fresh();
        distribution.bits(distribution.home(), "--version");
    }

    @AfterAll
    static void stopService() {
        distribution.close();
    }

    @Test
    void makesItsArchivesOnTheFirstCall() throws IOException {
        assertThat(bits("--version").out()).startsWith("OpenBITS ");
        for (String kind : new String[] {"client", "service", "all"}) {
            assertThat(Files.size(distribution.place().resolve("lib/" + kind + ".jsa")))
                    .isGreaterThan(1_000_000);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "1 + 1~0~2",
                "exit 7~7~",
                "throw 'x'~1~",
                "1..3 | ForEach-Object { $_ * 2 }~0~2\\n4\\n6",
                "x = [1, 2]; println x.size()~0~2",
                "1..4 | Where-Object { it > 3 }~0~4",
                "Get-BitsTransfer~0~",
                "bitsadmin /rawreturn /list | ForEach-Object { $_.Trim() }; $LASTEXITCODE~0~Listed 0 job(s).\\n0",
                "BitsAdmin -getstate none > $null~1~",
                "if (~2~"
            })
    void runsCommands(String commands, int code, String out) {
        Result ended = bits("-NoProfile", "-c", commands);
        assertThat(ended.out().strip()).as(ended.err()).isEqualTo(out == null ? "" : out.replace("\\n", "\n"));
        assertThat(ended.exitCode()).isEqualTo(code);
    }

    @Test
    void saysWhereTheErrorIs() {
        Result ended = bits("-c", "Get-Date; Get-Thingummy x");
        assertThat(ended.exitCode()).isNotZero();
        assertThat(ended.err()).contains("'Get-Thingummy' is not recognized").contains("~~~~~~~~~~~~");
        assertThat(ended.err()).doesNotContain("\u001b");
    }

    @Test
    void readsStandardInput() {
        assertThat(distribution
                        .run(directory, "$a = 20\nif ($a) {\n  $a + 1\n}\nprintln a\n", distribution.bitsCommand())
                        .out()
                        .strip())
                .isEqualTo("21\n20");
    }

    @Test
    void worksWithClosedStreams() {
        assertThat(distribution.bash("\"$BITS\" -c '1 + 1' <&- 2>&-").out().strip())
                .isEqualTo("2");
        assertThat(distribution.bash("\"$BITS\" -c '1 + 1' >&-").exitCode()).isZero();
        assertThat(distribution
                        .bash("\"$BITS\" -c 'Get-BitsTransfer' <&- >&- 2>&-")
                        .exitCode())
                .isZero();
    }

    @Test
    void leavesTheServiceToItselfWhenTheOutputIsCaptured() {
        bits("service", "stop");
        Result ended = distribution.bash("x=$(timeout 120 \"$BITS\" -c 'Get-BitsTransfer; 5'); echo \"[$x]\"");
        assertThat(ended.out().strip()).isEqualTo("[5]");
        assertThat(bits("service", "status", "--json").out()).contains("\"pid\":");
    }

    @Test
    void givesTheServiceASessionOfItsOwn() throws IOException {
        String status = bits("service", "start", "--json").out();
        String pid = status.replaceFirst("(?s).*\"pid\":(\\d+).*", "$1");
        if (Files.isDirectory(Path.of("/proc", pid))) {
            String[] stat = Files.readString(Path.of("/proc", pid, "stat"))
                    .split("\\) ")[1]
                    .split(" ");
            assertThat(stat[3]).as("session").isEqualTo(pid);
            assertThat(stat[4]).as("terminal").isEqualTo("0");
            assertThat(Files.readSymbolicLink(Path.of("/proc", pid, "fd", "0")).toString())
                    .isEqualTo("/dev/null");
        }
    }

    @Test
    void writesJson() {
        assertThat(bits("--json-lines", "-c", "@{ a = 1 }; 'x'").out().lines()).containsExactly("{\"a\":1}", "\"x\"");
        assertThat(bits("-c", "", "--json").out().strip()).isEqualTo("[]");
    }

    @Test
    void refusesWrongArguments() {
        Result ended = bits("--jsn");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("Did you mean --json?");
        assertThat(bits("missing.ps1").exitCode()).isEqualTo(2);
    }

    @Test
    void runsScriptsOfBothLanguages() throws IOException {
        Path shell = Files.writeString(directory.resolve("a b.ps1"), "param($x)\n\"got $x $($args.Count)\"\nexit 3\n");
        Result ended = bits(shell.toString(), "one", "two");
        assertThat(ended.out().strip()).isEqualTo("got one 1");
        assertThat(ended.exitCode()).isEqualTo(3);

        Path groovy = Files.writeString(
                directory.resolve("b-c.groovy"), "println args.join('+') + getDate(year: 2020).year\nexit(4)\n");
        ended = bits(groovy.toString(), "one", "two");
        assertThat(ended.out().strip()).isEqualTo("one+two2020");
        assertThat(ended.exitCode()).isEqualTo(4);
    }

    @Test
    void tellsAScriptWhereItLives() throws IOException {
        Files.writeString(
                directory.resolve("here.ps1"), "param([Parameter(Mandatory)][string]$x)\n\"$PSScriptRoot $x\"\n");
        assertThat(bits("here.ps1", "y").out().strip()).isEqualTo(directory.toRealPath() + " y");
    }

    @Test
    void runsWithoutTheService() {
        try (Distribution alone = Distribution.fresh()) {
            Result ended = alone.bits(directory, "-NoService", "-c", "Get-BitsTransfer; 5");
            assertThat(ended.out().strip()).as(ended.err()).isEqualTo("5");
            assertThat(alone.bits(directory, "service", "status").exitCode()).isEqualTo(11);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Get-BitsServer",
                "Get-BitsServer | Stop-BitsServer",
                "Get-Help Start-BitsTransfer",
                "Get-Command *bits*",
                "Import-Module BitsTransfer; Get-Module",
                "'Start-BitsTransfer'.Length"
            })
    void whatNeedsNoJobsStartsNoService(String commands) {
        try (Distribution idle = Distribution.fresh()) {
            assertThat(idle.command(directory, commands).exitCode()).isZero();
            assertThat(idle.bits(directory, "service", "status").exitCode()).isEqualTo(11);
        }
    }

    @Test
    void loadsOnlyWhatACommandNeeds() {
        Result ended = distribution.bash("java -Xlog:class+load @\"$(dirname \"$BITS\")/../lib/client.args\""
                + " org.openbits.shell.ShellMain -c 'Get-BitsTransfer'");
        assertThat(ended.out())
                .as(ended.err())
                .contains("org.openbits.shell.pipeline")
                .doesNotContain("org.jline.")
                .doesNotContain(" groovy.")
                .doesNotContain("org.codehaus.groovy.")
                .doesNotContain("org.mapdb")
                .doesNotContain("org.apache.hc");
    }

    @Test
    void movesToAnotherPlace() throws IOException {
        Path moved = directory.resolve("Program Files").resolve("bits");
        try (Stream<Path> files = Files.walk(distribution.place())) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target =
                        moved.resolve(distribution.place().relativize(file).toString());
                Files.createDirectories(target.getParent());
                if (!Files.isDirectory(file)) {
                    Files.copy(file, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        Result ended = distribution.run(
                directory, "", List.of(moved.resolve("bin/bits").toString(), "-c", "'moved'"));
        assertThat(ended.out().strip()).as(ended.err()).isEqualTo("moved");
        assertThat(ended.err()).isEmpty();
    }

    private Result bits(String... arguments) {
        return distribution.bits(directory, arguments);
    }
}
