package org.openbits.shell.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageChoiceTest {

    private static final Set<String> COMMANDS = Set.of("where", "sort", "get-date", "start-bitstransfer", "r");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def job = 1",
                "import java.nio.file.Path",
                "class A {",
                "class A { }",
                "class A extends B {",
                "class A<T> { T value }",
                "class A { int b; String c() { \"$b\" } }",
                "class A { static int b\n static int[] c }",
                "class A { A() { b = 1 } }",
                "class A { final b = '$x' }",
                "class A { @Lazy b }",
                "class A { // [x]\n int b }",
                "class A { private final Map<String, int[]> b = [a: [1]] }",
                "enum E { A }",
                "enum E { A, B }",
                "enum E {\n  A,\n  B\n}",
                "enum E { A(1), B(2); final int n; E(int n) { this.n = n } }",
                "enum E { A; int b() { 1 } }",
                "enum E { A",
                "record R(int a) {}",
                "println 'x'",
                "print 1",
                "assert 1 == 1",
                "new Date()",
                "final x = 1",
                "static int f() {}",
                "@Grab('x')",
                "startBitsTransfer(source: 'a')",
                "job.jobState",
                "job?.jobState",
                "list[0]",
                "x = 5",
                "x=5",
                "x =~ /a/",
                "retry { 1 }",
                "_a.b",
                "'Get-Date'(year: 2020)"
            })
    void isGroovy(String statement) {
        assertThat(choose(statement)).isEqualTo(Language.GROOVY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Start-BitsTransfer -Source a",
                "Definitely-NotACommand",
                "nosuchword",
                "nosuchword -x",
                "$x = 5",
                "$x.y()",
                "x == 5",
                "Import-Csv a.csv",
                "new-thing",
                "define x",
                "printer",
                "if ($a) { 1 }",
                "if(1) {2}",
                "while (1) {}",
                "switch ($x) { 1 {2} }",
                "try { 1 } catch { 2 }",
                "return (1)",
                "exit(3)",
                "function f { 1 }",
                "where { $_ }",
                "Where { $_ }",
                "sort = 1",
                "r[0]",
                "./script.sh",
                ".\\x.ps1",
                "C:\\x",
                "[math]::Round(1)",
                "@{a=1}",
                "@(1,2)",
                "@\"",
                "'text'.Length",
                "'text' (1)",
                "foo{1}",
                "5 + 5",
                "-join 1",
                "param([int] $x)",
                "x ; y",
                "class A { [string] $Name }",
                "class A\n{\n  [string] $Name",
                "class A {\n  # a comment\n",
                "class A { $b = 1 }",
                "class A { static [int] $Count = 0 }",
                "class A { hidden [int] $Count }",
                "class A { static [A] Of() { return [A]::new() } }",
                "class A : B { }",
                "class A:B {",
                "class A { A([string] $name) { $this.Name = $name } }",
                "class A { Run() { Write-Host $this } }",
                "class A { Run() { Write-Host '}' }; [int] Size() { return 1 } }",
                "Class A { }",
                "enum E { A = 1 }",
                "enum E {\n  A\n  B\n}",
                "enum E { A; B }",
                "enum E { A # first\n B = 4 }",
                "enum E : byte { A }"
            })
    void isPowerShell(String statement) {
        assertThat(choose(statement)).isEqualTo(Language.POWERSHELL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                " it.bytesTotal > 1 ~ true",
                "it?.a ~ true",
                "it[0] ~ true",
                "it && it.b ~ true",
                "it | sort ~ false",
                "it = 5 ~ false",
                "it == 5 ~ true",
                "it > 5 ~ true",
                "it - 5 ~ true",
                "it in [1] ~ true",
                "a -> a.b ~ true",
                " a, b -> a <=> b ~ true",
                "-> 1 ~ true",
                "$_.BytesTotal -gt 1 ~ false",
                "it -eq 5 ~ false",
                "it ~ false",
                "items.Count ~ false",
                "'it.x' ~ false",
                "\"a -> b\" ~ false",
                "Write-Host 'a -> b' ~ false",
                "$a -> 1 ~ false"
            })
    void seesClosures(String block, boolean closure) {
        assertThat(ClosureText.isClosure(block, 0)).isEqualTo(closure);
    }

    private static Language choose(String statement) {
        return LanguageChoice.of(statement, 0, word -> COMMANDS.contains(word.toLowerCase(Locale.ROOT)));
    }
}
