package org.openbits.shell.groovy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.automation.CmdletRegistry;
import org.openbits.automation.Host;
import org.openbits.cmdlets.core.CoreCmdlets;
import org.openbits.shell.pipeline.ShellSession;

@Timeout(180)
class TwoLanguagesTest {

    @TempDir
    Path directory;

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final List<@Nullable Object> results = new ArrayList<>();
    private ShellSession session;
    private TwoLanguages languages;

    @BeforeEach
    void open() {
        CmdletRegistry commands = new CmdletRegistry();
        CoreCmdlets.register(commands);
        session = new ShellSession(commands, new QuietHost(errors));
        languages = new TwoLanguages(session);
        languages.output(results::add);
    }

    @Test
    void sharesVariables() {
        assertThat(run("$a = 20; b = a + 1; \"$b\"")).isZero();
        assertThat(results).containsExactly("21");
    }

    @Test
    void keepsWhatAConversationDeclares() {
        run("import java.util.concurrent.TimeUnit");
        run("def x = TimeUnit.SECONDS.toMillis(2)");
        run("def twice(n) { n * 2 }");
        run("class Point { int x }");
        run("def p = new Point(x: twice(x as int))");
        run("p.x");
        assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(results).containsExactly(4000);
    }

    @Test
    void knowsWhoseAClassIs() {
        run("class Item {\n  [string] $Name\n  [string] Shout() { return $this.Name.ToUpper() }\n}");
        run("class Heavy : Item { [int] $Weight = 3 }");
        run("enum Level {\n  Low\n  High = 7\n}");
        run("class Pair { int a; int b; int sum() { a + b } }");
        run("enum Side { LEFT, RIGHT }");
        run("$h = [Heavy]@{ Name = 'x' }; \"$($h.Shout())$($h.Weight)$([int][Level]::High)\"");
        run(":g new Pair(a: 1, b: 2).sum()");
        run(":g Side.RIGHT.ordinal()");
        assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(results).containsExactly("X37", 3, 1);
    }

    @Test
    void marksThePlaceOfAGroovyError() {
        assertThat(run("def x = 1\ndef y = x +* 2\n")).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .contains("Groovy: line:2 char:11\n2 | def y = x +* 2\n              ~\nUnexpected input: '+'\n");
        errors.reset();
        run("import java.util.concurrent.TimeUnit");
        run("z = 1 +* 2");
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("char:7\n1 | z = 1 +* 2\n          ~\n");
    }

    /** A live object answers all reads of one condition from one look; each statement and condition is a moment. */
    @Test
    void eachStatementAndEachConditionOfALoopIsAMomentOfItsOwn() {
        run("import org.openbits.automation.Moment");
        run("""
                def look() {
                  def seen = [] as Set
                  int turns = 0
                  while (seen.add(Moment.current()) && turns < 3) { turns++; if (turns == 2) continue; seen << Moment.current() }
                  def inOne = [Moment.current(), Moment.current()] as Set
                  def inTwo = [Moment.current()]
                  inTwo << Moment.current()
                  def inEach = [1, 2].collect { Moment.current() }
                  "$turns ${seen.size()} ${inOne.size()} ${inTwo.toSet().size()} ${inEach.toSet().size()}".toString()
                }
                """);
        run("look()");
        assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(results).containsExactly("3 6 1 2 2");
    }

    @Test
    void callsCommandsAsMethods() {
        run("def d = getDate(year: 2020, month: 2, day: 1); d.year");
        run("'Get-Date'(Year: 2021).year");
        assertThat(results).containsExactly(2020, 2021);
    }

    @Test
    void runsClosuresInPipelines() {
        run("1..5 | Where-Object { it > 3 } | ForEach-Object { n -> n * 10 }");
        assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(results).containsExactly(40, 50);
    }

    @Test
    void aPieceThatEndsByAnErrorEndsTheText() {
        assertThat(run("throw 'no further'\ndef x = [1, 2].collect { it * 2 }\n'shown?'"))
                .isNotZero();
        assertThat(results).isEmpty();
        assertThat(run("def y = 1 / 0\nWrite-Output 'shown?'")).isNotZero();
        assertThat(results).isEmpty();
        run("Get-Item /none\ndef z = [1].sum()\nWrite-Output $z");
        assertThat(results).containsExactly(1);
    }

    private Path cmdlet(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name + ".groovy"), text);
    }

    @Test
    void aMethodInTheFolderIsACommand() throws IOException {
        cmdlet(
                "Get-Greeting",
                "def getGreeting(String name, int count = 1, boolean loud = false) {\n"
                        + "  def text = \"hello $name\" * count\n  loud ? text.toUpperCase() : text\n}\n");
        languages.cmdlets(directory);
        run("Get-Greeting there");
        run("'a', 'b' | get-greeting -Count 2");
        run("Get-Greeting x 1 -Loud");
        run("getGreeting(name: 'groovy')");
        assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(results.stream().map(String::valueOf))
                .containsExactly("hello there", "hello ahello a", "hello bhello b", "HELLO X", "hello groovy");
        assertThat(run("Get-Greeting")).isNotZero();
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("MissingMandatoryParameter");
    }

    @Test
    void aClassInTheFolderIsACmdlet() throws IOException {
        cmdlet("Measure-Text", """
                import org.openbits.automation.*

                @CmdletName(verb = 'Measure', noun = 'Text')
                @Help(synopsis = 'Counts letters.')
                class MeasureText extends Cmdlet {
                    @Parameter(position = 0, mandatory = true, pipeline = true, help = 'The text.')
                    String text = ''

                    @Parameter(values = ['Letters', 'Words'], help = 'What to count.')
                    String unit = 'Letters'

                    protected void process() {
                        write(unit == 'Words' ? text.split(/ +/).length : text.length())
                    }
                }
                """);
        languages.cmdlets(directory);
        run("'ab', 'a b c' | Measure-Text");
        run("Measure-Text 'a b c' -u Words");
        assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(results).containsExactly(2, 5, 3);
        run("(Get-Help Measure-Text).Synopsis");
        run("Measure-Text x -Unit Lines");
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("ParameterArgumentValidationError");
    }

    @Test
    void aFileThatIsNoCmdletHarmsNobodyUntilItIsCalled() throws IOException {
        cmdlet("Get-Broken", "def getBroken( {");
        cmdlet("Get-Other", "def somethingElse() { 1 }");
        languages.cmdlets(directory);
        assertThat(run("1 + 1")).isZero();
        assertThat(run("Get-Broken")).isNotZero();
        assertThat(run("Get-Other")).isNotZero();
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .contains("Get-Broken.groovy cannot be used")
                .contains("nor a method getOther");
    }

    @Test
    void readsShapedObjects() {
        run("$o = [pscustomobject]@{ Name = 'x'; Size = 5 }");
        run("o.name + o.Size");
        assertThat(results).containsExactly("x5");
    }

    @Test
    void showsNoValueOfAnAssignment() {
        run("x = 5");
        run("def y = 6");
        run("x == 5");
        assertThat(results).isEmpty();
        run("x.intValue() + y");
        assertThat(results).containsExactly(11);
    }

    @Test
    void failsWithTheCodeOfTheFailure() {
        assertThat(run("println missing.thing")).isEqualTo(1);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("missing").contains("line 1");
        assertThat(run("def x = [")).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("Groovy:");
    }

    @Test
    void readsAFailureAsOtherObjects() {
        run(
                ":g try { getContent(path: '/does/not/exist') } catch (org.openbits.BitsException e) {"
                        + " [e.symbol, e.code.symbol, e.code == e.code(), e.exitCode, e.job, e.message.contains('/does/not')] }");
        assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(results).containsExactly("E_INVALIDARG", "E_INVALIDARG", true, 1, null, true);
    }

    @Test
    void guessesWhatAWrongMethodMeant() {
        assertThat(run("println getDaet()")).isEqualTo(1);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("'getDaet'. Did you mean 'getDate'?");
    }

    @Test
    void turnsAFailingCommandIntoAnException() {
        run("try { getContent(path: '/does/not/exist') } catch (org.openbits.BitsException e) { 'caught' }");
        run(
                "def r = null\n"
                        + "groovy { try { getContent(path: '/does/not/exist') } catch (org.openbits.BitsException e) { r = 'caught' }; r }");
        assertThat(results).contains("caught");
    }

    @Test
    void runsAScriptWithArgumentsAndExitCode() throws IOException {
        Path script = directory.resolve("my-script.groovy");
        Files.writeString(script, "#!/usr/bin/env bits\nif (args[1] != 'b') exit(1)\nexit(args.length + 5)\n");
        assertThat(languages.runFile(script, List.of("a", "b"))).isEqualTo(7);
        assertThat(session.isExiting()).isTrue();
    }

    @Test
    void stopsALoop() throws InterruptedException {
        Thread runner = new Thread(() -> run("groovy { while (true) { started = true } }"));
        runner.start();
        org.awaitility.Awaitility.await().until(() -> session.variables().get("started") != null);
        languages.stop();
        runner.join(20_000);
        assertThat(runner.isAlive()).isFalse();
    }

    @Test
    void runsNothingWhenAPieceCannotBeRead() {
        assertThat(run("$a = 1; x = 2\nif (")).isEqualTo(2);
        assertThat(session.variables().get("a")).isNull();
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains(":2 char:");
    }

    private int run(String text) {
        return languages.run(text, "line");
    }

    /** Nobody to ask; errors are kept. */
    private record QuietHost(ByteArrayOutputStream errors) implements Host {

        @Override
        public boolean isInteractive() {
            return false;
        }

        @Override
        public int width() {
            return 120;
        }

        @Override
        public @Nullable String readLine(String prompt) {
            return null;
        }

        @Override
        public char @Nullable [] readSecret(String prompt) {
            return null;
        }

        @Override
        public PrintStream out() {
            return err();
        }

        @Override
        public PrintStream err() {
            return new PrintStream(errors, true, StandardCharsets.UTF_8);
        }

        @Override
        public boolean hasColours() {
            return false;
        }
    }
}
