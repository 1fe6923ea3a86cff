package org.openbits.shell.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What texts mean, and where wrong ones are wrong. */
class ParserTest {

    static Stream<Arguments> trees() {
        return Stream.of(
                // Operators by precedence.
                Arguments.of("1 + 2 * 3", "(+ 1 (* 2 3))"),
                Arguments.of("1+2*3", "(+ 1 (* 2 3))"),
                Arguments.of("$a -eq 1 -and $b -ne 2", "(-and (-eq $a 1) (-ne $b 2))"),
                Arguments.of("$a -ceq 'x'", "(-eq! $a 'x')"),
                Arguments.of("$a -ieq 'x'", "(-eq $a 'x')"),
                Arguments.of("$a -contains 1", "(-contains $a 1)"),
                Arguments.of("$a -ccontains 1", "(-contains! $a 1)"),
                Arguments.of("-not $a -and $b", "(-and (NOT $a) $b)"),
                Arguments.of("!$a", "(NOT $a)"),
                Arguments.of("1..3 -join ','", "(-join (.. 1 3) ',')"),
                Arguments.of("'{0}-{1}' -f 1, 2", "(-f '{0}-{1}' (, 1 2))"),
                Arguments.of("-join 'a', 'b'", "(, (JOIN 'a') 'b')"),
                Arguments.of("1, 2 + 3", "(+ (, 1 2) 3)"),
                Arguments.of(",1", "(COMMA 1)"),
                Arguments.of("-5 - -3", "(- -5 -3)"),
                Arguments.of("$i-1", "(- $i 1)"),
                Arguments.of("$i++", "(POST_INCREMENT $i)"),
                Arguments.of("--$i", "(DECREMENT $i)"),
                Arguments.of("$a ? 1 : 2", "(? $a 1 2)"),
                Arguments.of("$a ?? 2", "(?? $a 2)"),
                Arguments.of("$a \u2013eq 1", "(-eq $a 1)"),
                // Numbers.
                Arguments.of("1KB", "1024"),
                Arguments.of("1.5GB", "1.610612736E9"),
                Arguments.of("0x80200010", "-2145386480"),
                Arguments.of("0xFF", "255"),
                Arguments.of("10L", "10"),
                Arguments.of("1e3", "1000.0"),
                Arguments.of("18446744073709551615", "18446744073709551615"),
                Arguments.of(".5", "0.5"),
                Arguments.of("-2147483648", "-2147483648"),
                // Members, indexes, types.
                Arguments.of("$job.JobState", "$job.'JobState'"),
                Arguments.of("$a.b.c[0].d(1, $x)", "$a.'b'.'c'[0].'d'(1 $x)"),
                Arguments.of("$a.$b", "$a.$b"),
                Arguments.of("$a.'x y'", "$a.'x y'"),
                Arguments.of("$a[-1]", "$a[-1]"),
                Arguments.of("$a[1..3]", "$a[(.. 1 3)]"),
                Arguments.of("$a[0, 2]", "$a[(, 0 2)]"),
                Arguments.of("[math]::Round($x / 1MB, 1)", "[math]::'Round'((/ $x 1048576) 1)"),
                Arguments.of("[System.IO.Path]::GetFileName($u)", "[System.IO.Path]::'GetFileName'($u)"),
                Arguments.of("[int]'5'", "([int] '5')"),
                Arguments.of("[string[]]@('a')", "([string[]] (@ 'a'))"),
                Arguments.of("$x -is [int]", "(-is $x [int])"),
                Arguments.of("[pscustomobject]@{ a = 1; B = 'x' }", "([pscustomobject] @{'a'=1 'B'='x'})"),
                Arguments.of(
                        "[System.Collections.Generic.List[string]]::new()",
                        "[System.Collections.Generic.List[string]]::'new'()"),
                Arguments.of("$x.Where{ $_ }", "$x.'Where'({$_})"),
                Arguments.of("@{\n a = 1\n 'b c' = if ($x) { 2 }\n}", "@{'a'=1 'b c'=(if $x {2})}"),
                // Text.
                Arguments.of("'it''s'", "'it's'"),
                Arguments.of("\"a $b.c\"", "\"'a ' $b '.c'\""),
                Arguments.of("\"$($a.b) `$x `\"q`\" \"\"z\"\"\"", "\"($ $a.'b') ' $x \"q\" \"z\"'\""),
                Arguments.of("\"${a b}c$env:HOME\"", "\"$a b 'c' $env:HOME\""),
                Arguments.of("\"$(\"in$x\")\"", "\"($ \"'in' $x\")\""),
                Arguments.of("\"50% of $\"", "'50% of $'"),
                Arguments.of("\u201chi\u201d", "'hi'"),
                Arguments.of("@'\na\n b '@\n'@", "'a\n b '@'"),
                Arguments.of("@\"\nx=$x\n\"@", "\"'x=' $x\""),
                Arguments.of("@\"\n\"@", "''"),
                // Command lines.
                Arguments.of("Get-BitsTransfer", "<'Get-BitsTransfer'>"),
                Arguments.of("a -b c -d:e", "<'a' -b 'c' -d: 'e'>"),
                Arguments.of("a b,c d", "<'a' (, 'b' 'c') 'd'>"),
                Arguments.of("a \"x\", \"y\" -z", "<'a' (, 'x' 'y') -z>"),
                Arguments.of("a $dir\\file.zip", "<'a' \"$dir '\\file.zip'\">"),
                Arguments.of("a $s\\$t\\*.*", "<'a' \"$s '\\' $t '\\*.*'\">"),
                Arguments.of("a $job.JobId", "<'a' $job.'JobId'>"),
                Arguments.of("a $x[0]", "<'a' $x[0]>"),
                Arguments.of("a (1 + 2) $(3) @(4)", "<'a' ((+ 1 2)) ($ 3) (@ 4)>"),
                Arguments.of("a 5 5x 1..2 -5", "<'a' 5 '5x' '1..2' -5>"),
                Arguments.of("a -x:$false", "<'a' -x: $false>"),
                Arguments.of("a @p @q -z", "<'a' @p @q -z>"),
                Arguments.of("a http://h:80/x?y=1#z", "<'a' 'http://h:80/x?y=1#z'>"),
                Arguments.of("a b # c", "<'a' 'b'>"),
                Arguments.of("a `\n-b c", "<'a' -b 'c'>"),
                Arguments.of("a 2>&1 >x 2>>$null", "<'a'> 2>&1 1>'x' 2>>$null"),
                Arguments.of("a | b |\n c", "<'a'> | <'b'> | <'c'>"),
                Arguments.of("a\n| b", "<'a'> | <'b'>"),
                Arguments.of("& $x /reset", "<& $x '/reset'>"),
                Arguments.of("& 'a b' c", "<& 'a b' 'c'>"),
                Arguments.of(". ./x.ps1", "<. './x.ps1'>"),
                Arguments.of("./x.ps1 a", "<'./x.ps1' 'a'>"),
                Arguments.of("cmd --% a | b", "<'cmd' --%a> | <'b'>"),
                Arguments.of("x -- -y", "<'x' -- '-y'>"),
                Arguments.of("BitsTransfer\\Get-BitsTransfer", "<'BitsTransfer\\Get-BitsTransfer'>"),
                Arguments.of("? { $_.a -eq 1 }", "<'?' {(-eq $_.'a' 1)}>"),
                Arguments.of("7z x a", "<'7z' 'x' 'a'>"),
                Arguments.of("1..3 | % { $_ }", "(.. 1 3) | <'%' {$_}>"),
                Arguments.of("'a' > f", "'a' 1>'f'"),
                Arguments.of("a && b || c", "(|| (&& <'a'> <'b'>) <'c'>)"),
                Arguments.of("a \u2013b \u201cc\u201d", "<'a' -b 'c'>"),
                Arguments.of("echo if while", "<'echo' 'if' 'while'>"),
                // Statements.
                Arguments.of("$a = $b = 5", "(= $a (= $b 5))"),
                Arguments.of("$a, $b = 1, 2", "(= (, $a $b) (, 1 2))"),
                Arguments.of("[int]$a = 5", "(= ([int] $a) 5)"),
                Arguments.of("$a.b += 1", "(+= $a.'b' 1)"),
                Arguments.of("$a -= 1", "(-= $a 1)"),
                Arguments.of("$a ??= 1", "(??= $a 1)"),
                Arguments.of("$x = a | b", "(= $x <'a'> | <'b'>)"),
                Arguments.of("$x = if ($a) {1} else {2}", "(= $x (if $a {1} {2}))"),
                Arguments.of("if($a){1}elseif($b){2}\nelse{3}", "(if $a {1} $b {2} {3})"),
                Arguments.of("if ($a) {1}\n2", "(if $a {1}) 2"),
                Arguments.of("while (($l = f) -ne 1) { sleep 5;} # x", "(while (-ne ((= $l <'f'>)) 1) {<'sleep' 5>})"),
                Arguments.of("do { a } until ($b)", "(until $b {<'a'>})"),
                Arguments.of(
                        "for ($i=0; $i -lt 3; $i++) { a }", "(for (= $i 0);(-lt $i 3);(POST_INCREMENT $i) {<'a'>})"),
                Arguments.of("for (;;) { break }", "(for ;; {(break)})"),
                Arguments.of(":o foreach ($x in 1..2) { continue o }", "(:o foreach $x (.. 1 2) {(continue 'o')})"),
                Arguments.of(
                        "Switch($Job.JobState)\n{\n \"Transferred\" {a}\n Error {b}\n 5 {c}\n { $_ } {d}\n default {\"o\"}\n}",
                        "(switch EXACT $Job.'JobState' 'Transferred'{<'a'>} 'Error'{<'b'>} 5{<'c'>} {$_}{<'d'>} default{'o'})"),
                Arguments.of(
                        "class A : B, IC {\n [int]$n = 1; hidden static [string] $s\n A([int]$x) : base($x, 2) { $this.n = $x }\n"
                                + " static [A] Make() { return [A]::new(1) } }",
                        "(class A : B : IC $n static $s A($x) base($x 2){(= $this.'n' $x)}"
                                + " static Make(){(RETURN [A]::'new'(1))})"),
                Arguments.of("switch -regex -file $x { a {1} }", "(switch REGEX file $x 'a'{1})"),
                Arguments.of("switch -file a.log { b {1} }", "(switch EXACT file 'a.log' 'b'{1})"),
                Arguments.of("switch -wildcard ($x) { a* {1} }", "(switch WILDCARD $x 'a*'{1})"),
                Arguments.of(
                        "try { a } catch [A.B], [C] { b } catch { c } finally { d }",
                        "(try {<'a'>} catch[A.B, C]{<'b'>} catch[]{<'c'>} finally{<'d'>})"),
                Arguments.of("throw \"x\"; return 5; exit", "(THROW 'x') (RETURN 5) (EXIT)"),
                Arguments.of(
                        "function f { [CmdletBinding()] param([Parameter(Mandatory, Position=0)][string]$a = 'x', $b) $a }",
                        "(function f($a $b) $a)"),
                Arguments.of("function f($a, [int]$b = 5) { $a }", "(function f($a $b) $a)"),
                Arguments.of("filter f { $_ }", "(function f )"),
                Arguments.of("#Requires -Version 5\n# a\n<# b\n c #> 1", "1"),
                Arguments.of("", ""));
    }

    @ParameterizedTest
    @MethodSource("trees")
    void readsTheTree(String text, String expected) {
        assertThat(TreeText.of(text)).isEqualTo(expected);
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of("$a = ", "ExpectedValueExpression", 6, true),
                Arguments.of("(1 + 2", "MissingEndParenthesisInExpression", 7, true),
                Arguments.of("if ($a) { 1", "MissingEndCurlyBrace", 12, true),
                Arguments.of("if ($a)", "MissingStatementBlock", 8, true),
                Arguments.of("if $a", "MissingOpenParenthesisInStatement", 4, false),
                Arguments.of("'abc", "TerminatorExpectedAtEndOfString", 1, true),
                Arguments.of("echo \"abc", "TerminatorExpectedAtEndOfString", 6, true),
                Arguments.of("@'\nabc", "WhitespaceBeforeHereStringFooter", 1, true),
                Arguments.of("1 +", "ExpectedValueExpression", 3, true),
                Arguments.of("a |", "EmptyPipeElement", 4, true),
                Arguments.of("a | | b", "EmptyPipeElement", 5, false),
                Arguments.of("a | 5", "ExpressionsMustBeFirstInPipeline", 5, false),
                Arguments.of("1 2", "UnexpectedToken", 3, false),
                Arguments.of("$a -foo 1", "UnexpectedToken", 4, false),
                Arguments.of("5 = 3", "InvalidLeftHandSide", 1, false),
                Arguments.of("a }", "UnexpectedToken", 3, false),
                Arguments.of("@{ a 1 }", "MissingEqualsInHashLiteral", 6, false),
                Arguments.of("@{ a = 1", "IncompleteHashLiteral", 9, true),
                Arguments.of("$a[]", "MissingArrayIndexExpression", 4, false),
                Arguments.of("$a.", "MissingPropertyName", 4, true),
                Arguments.of("try { a }", "MissingCatchOrFinally", 10, true),
                Arguments.of("do { a }", "MissingWhileOrUntilInDoWhile", 9, true),
                Arguments.of("foreach (x in 1) {}", "MissingVariableNameAfterForeach", 10, false),
                Arguments.of("foreach ($x of 1) {}", "MissingInInForeach", 13, false),
                Arguments.of("a b & c", "AmpersandNotAllowed", 5, false),
                Arguments.of("a < b", "RedirectionNotSupported", 3, false),
                Arguments.of("workflow A {}", "KeywordNotSupported", 1, false),
                Arguments.of("using x y", "InvalidUsingStatement", 7, false),
                Arguments.of("enum { a }", "MissingNameAfterKeyword", 6, false),
                Arguments.of("switch -parallel (1) {}", "SwitchFlagNotSupported", 8, false),
                Arguments.of("switch -file { 1 {} }", "MissingFilenameOption", 14, false),
                Arguments.of("class A { [int] }", "MissingNameAfterKeyword", 17, false),
                Arguments.of("class A { $x = 1 $y }", "UnexpectedToken", 18, false),
                Arguments.of("class A { F() }", "MissingMethodBody", 15, false),
                Arguments.of("class A { F() { param($x) } }", "NamedBlockNotAllowedInMethod", 15, false),
                Arguments.of("class A {", "MissingEndCurlyBrace", 10, true),
                Arguments.of("\"$x: y\"", "InvalidVariableReferenceWithDrive", 2, false),
                Arguments.of("$y = @p", "SplattingNotPermitted", 6, false),
                Arguments.of("<# a", "MissingTerminatorMultiLineComment", 1, true),
                Arguments.of("function { }", "MissingNameAfterKeyword", 10, false),
                Arguments.of("a >", "MissingFileSpecification", 4, true));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void pointsAtWhatIsWrong(String text, String errorId, int column, boolean incomplete) {
        SyntaxError error = catchThrowableOfType(SyntaxError.class, () -> Parser.parse(text, "test"));
        assertThat(error.errorId()).isEqualTo(errorId);
        assertThat(error.span().start() + 1).as("column").isEqualTo(column);
        assertThat(error.isIncomplete()).as("incomplete").isEqualTo(incomplete);
        assertThat(error.getMessage()).isNotBlank();
    }

    @Test
    void knowsLinesAndColumns() {
        SyntaxError error = catchThrowableOfType(SyntaxError.class, () -> Parser.parse("a\r\n  1 2", "x.ps1"));
        assertThat(error.span().line()).isEqualTo(2);
        assertThat(error.span().column()).isEqualTo(5);
        assertThat(error.span().lineText()).isEqualTo("  1 2");
        assertThat(error.span()).hasToString("x.ps1:2 char:5");
    }

    @Test
    void refusesWhatIsNestedBeyondReason() {
        for (String open :
                new String[] {"(", "{", "@(", "$(", "@{a=", "!", "[int]", "\"$(", "if(1){", "$a=", "-not ", "[a["}) {
            SyntaxError error =
                    catchThrowableOfType(SyntaxError.class, () -> Parser.parse(open.repeat(100_000), "test"));
            assertThat(error.errorId()).as(open).isEqualTo("NestedTooDeeply");
        }
    }

    @Test
    void coloursEvenWhatIsNotFinished() {
        assertThat(Parser.lexemes("get -x $y 'z"))
                .contains(
                        new Lexeme(Lexeme.Kind.COMMAND, 0, 3),
                        new Lexeme(Lexeme.Kind.PARAMETER, 4, 6),
                        new Lexeme(Lexeme.Kind.VARIABLE, 7, 9));
    }

    @Test
    void keepsRequirements() {
        ScriptBody script = Parser.parse("#Requires -Version 5.1\n#requires -Modules BitsTransfer\n1", "test");
        assertThat(script.requirements()).containsExactly("-Version 5.1", "-Modules BitsTransfer");
    }
}
