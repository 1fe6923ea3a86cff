package org.openbits.shell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbits.automation.Argument;
import org.openbits.automation.CmdletException;
import org.openbits.automation.Moment;
import org.openbits.automation.Shaped;
import org.openbits.shell.language.SyntaxError;

/** What a session promises the prompt, scripts and Groovy. */
class ShellSessionTest {

    @TempDir
    Path directory;

    private final ScriptedHost host = new ScriptedHost();
    private final ShellSession session = session();

    private ShellSession session() {
        ShellSession made = Sessions.session(host);
        FakeTransfers.offer(made);
        return made;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 0",
                "exit | 0",
                "exit 5 | 5",
                "1; exit 5; 2 | 5",
                "throw 'x' | 1",
                "1 / 0 | 1",
                "1 / 0; 'fine' | 0",
                "Start-BitsTransfer missing x | 3",
                "Start-BitsTransfer missing x; 'fine' | 0",
                "Start-BitsTransfer missing x -ErrorAction SilentlyContinue | 3",
                "try { Start-BitsTransfer missing x -ErrorAction Stop } catch { 'caught' } | 0",
                "Start-BitsTransfer missing x -ErrorAction Stop; 'never' | 3",
                "Start-BitsTransfer a b -NoSuchParameter | 2",
                "NoSuchCommand | 2",
                "/bin/sh -c 'exit 6' | 6",
                "/bin/sh -c 'exit 6'; 'fine' | 0",
                "$ErrorActionPreference = 'Stop'; Start-BitsTransfer missing x; 'never' | 3",
                "function f { exit 4 }; f; 'never' | 4",
                "break; 'never' | 0",
                "return; 'never' | 0"
            })
    void endsALineWithTheCodeOfItsLastStatement(String text, int code) {
        session.setCurrentDirectory(directory);
        assertThat(session.run(text, "line")).isEqualTo(code);
        assertThat(session.exitCode()).isEqualTo(code);
        assertThat(session.isExiting())
                .isEqualTo(text.contains("exit ") && !text.contains("/bin/sh") || text.equals("exit"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'fine' | 0 | 0",
                "Start-BitsTransfer missing x; 'fine' | 3 | 0",
                "Start-BitsTransfer missing x; if (-not $?) { 'seen' } | 0 | 0",
                "Start-BitsTransfer missing x; $Error.Count | 0 | 0",
                "Start-BitsTransfer missing x -ErrorVariable e; 'fine' | 0 | 0",
                "Start-BitsTransfer missing x -ErrorAction SilentlyContinue; 'fine' | 0 | 0",
                "Start-BitsTransfer missing x -ErrorAction Stop; 'never' | 3 | 3",
                "Get-Item /no/such; 'fine' | 0 | 0",
                "throw 'x' | 1 | 1",
                "exit 9 | 9 | 9"
            })
    void endsAScriptWithTheFirstErrorItDidNotLookAt(String text, int code, int lenient) throws IOException {
        Path script = Files.writeString(directory.resolve("s.ps1"), text);
        session.setCurrentDirectory(directory);
        assertThat(session.runFile(script, List.of())).isEqualTo(code);
        session.lenient(true);
        assertThat(session.runFile(script, List.of())).isEqualTo(lenient);
    }

    @Test
    void handsArgumentsToAScriptAndKeepsItsVariablesToItself() throws IOException {
        Path script = Files.writeString(
                directory.resolve("s.ps1"),
                "param([string]$Url, [int]$Times = 1, [switch]$Loud) $own = 1; \"$Url $Times $Loud\"");
        session.runFile(script, List.of("http://h/x", "-Times", "3", "-Loud"));
        assertThat(host.take().trim()).isEqualTo("http://h/x 3 True");
        assertThat(session.variables()).doesNotContainKey("own");
    }

    @Test
    void showsASyntaxErrorOfAFileAndThrowsThatOfALine() throws IOException {
        Path script = Files.writeString(directory.resolve("s.ps1"), "'a'\nif (");
        assertThat(session.runFile(script, List.of())).isEqualTo(1);
        assertThat(host.take()).contains("s.ps1:2").doesNotContain("'a'\n");
        assertThatThrownBy(() -> session.run("if (", "line")).isInstanceOf(SyntaxError.class);
    }

    @Test
    void sharesVariablesWhateverTheCaseOfTheirNames() {
        session.variables().put("job", "j1");
        session.run("$JOB + '!'; $Result = 42", "line");
        assertThat(host.take().trim()).isEqualTo("j1!");
        assertThat(session.variables().get("result")).isEqualTo(42);
        session.variables().remove("job");
        assertThat(session.evaluate("$null -eq $job", "line")).containsExactly(true);
    }

    /** A live object answers all reads of one moment from one look: a condition is one, each statement is another. */
    @Test
    void eachStatementAndEachConditionIsAMomentOfItsOwn() {
        session.variables().put("live", new Shaped() {
            @Override
            public String typeName() {
                return "Live";
            }

            @Override
            public List<String> propertyNames() {
                return List.of("Moment");
            }

            @Override
            public Object property(String name) {
                return Moment.current();
            }
        });
        session.run("$same = $live.Moment -eq $live.Moment", "line");
        session.run("$first = $live.Moment; $second = $live.Moment; $other = $first -ne $second", "line");
        assertThat(session.variables().get("same")).isEqualTo(true);
        assertThat(session.variables().get("other")).isEqualTo(true);
        session.run(
                "$last = 0; for ($i = 0; $i -lt 3 -and $live.Moment -gt $last; $i++) { $last = $live.Moment }", "line");
        assertThat(session.variables().get("i"))
                .as("turns, each of a later moment")
                .isEqualTo(3);
    }

    @Test
    void callsCommandsWithValues() {
        List<@Nullable Object> sorted =
                session.call("sort", List.of(Argument.name("Descending", -1)), List.of(1, 3, 2));
        assertThat(sorted).containsExactly(3, 2, 1);
        session.run("function twice($x) { $x * 2 }", "line");
        assertThat(session.call("twice", List.of(Argument.named("x", 4, -1)), null))
                .containsExactly(8);
        assertThat(session.functions()).containsExactly("twice");
        assertThatThrownBy(() -> session.call("NoSuch", List.of(), null))
                .isInstanceOfSatisfying(
                        CmdletException.class,
                        e -> assertThat(e.record().errorId()).isEqualTo("CommandNotFoundException"));
    }

    @Test
    void runsABlockWithItsObject() {
        assertThat(session.block("$_ * 2").invokeSingle(21)).isEqualTo(42);
        assertThat(session.block("param($a) $a + 1").invoke(null, List.of(1))).containsExactly(2);
    }

    @Test
    void sendsWhatIsLeftToTheSink() {
        List<@Nullable Object> seen = new ArrayList<>();
        session.output(seen::add);
        session.run("1, 'a'; $null = 5", "line");
        session.output(null);
        assertThat(seen).containsExactly(1, "a");
        assertThat(host.take()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while ($true) { }",
                "while ($true) { $x = 1 + 1 }",
                "for (;;) { }",
                "1..2147483647 | ForEach-Object { $_ }",
                "while ($true) { try { 1 / 0 } catch { } }",
                "[System.Threading.Thread]::Sleep(600000)",
                "/bin/sleep 600",
                "function f { f }; while ($true) { try { f } catch { } }"
            })
    @Timeout(value = 180, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void stopsWhateverRuns(String text) {
        CompletableFuture<Integer> running = CompletableFuture.supplyAsync(
                () -> session.run("$started = 1; " + text.replace("1..2147483647", "1..3000000"), "line"));
        await().atMost(Duration.ofMinutes(2)).until(() -> session.variables().get("started") != null);
        session.stop();
        assertThat(running.join()).isEqualTo(10);
        assertThat(session.run("'goes on'", "line")).isZero();
        assertThat(host.take()).endsWith("goes on\n");
    }

    @Test
    @Timeout(180)
    void runsFinallyBlocksWhenStopped() {
        CompletableFuture<Integer> running = CompletableFuture.supplyAsync(
                () -> session.run("try { $started = 1; while ($true) { } } finally { 'cleaned up' }", "line"));
        await().atMost(Duration.ofMinutes(2)).until(() -> session.variables().get("started") != null);
        session.stop();
        assertThat(running.join()).isEqualTo(10);
        assertThat(host.take().trim()).isEqualTo("cleaned up");
    }

    @Test
    void keepsTheNewest256Errors() {
        session.run("1..300 | ForEach-Object { Write-Error \"e$_\" -ErrorAction SilentlyContinue }", "line");
        assertThat(session.evaluate("$Error.Count; $Error[0].Exception.Message", "line"))
                .containsExactly(256, "e300");
    }

    @Test
    void endsARunawayRecursionAsAnError() {
        session.run("function f($n) { f ($n + 1) }; f 0", "line");
        assertThat(host.take()).contains("CallDepthOverflow");
        assertThat(session.run("'alive'", "line")).isZero();
    }
}
