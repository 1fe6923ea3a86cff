package org.openbits.shell.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openbits.shell.language.Language.GROOVY;
import static org.openbits.shell.language.Language.POWERSHELL;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixedTextTest {

    @Test
    void leavesPowerShellWhole() {
        String script = """
                # a comment; def x = 1
                <# def y
                #>
                $a = @'
                def x = 1
                '@
                if ($a) {
                    println
                }
                else { "text $(f ")") def" }
                Get-Thing |
                  Where-Object { $_ } `
                  -x
                function retry { 1 }
                retry { 2 }
                """;
        assertThat(split(script)).containsExactly(new MixedText.Piece(POWERSHELL, script, 0, true));
    }

    @Test
    void cutsWhereTheLanguageChanges() {
        List<MixedText.Piece> pieces = split("$a = 1; $b = 2\nx = a + b; println x\nGet-Thing $x\n");
        assertThat(pieces)
                .extracting(MixedText.Piece::language)
                .containsExactly(POWERSHELL, GROOVY, GROOVY, POWERSHELL);
        assertThat(pieces)
                .extracting(piece -> piece.text().strip())
                .containsExactly("$a = 1; $b = 2", "x = a + b;", "println x", "Get-Thing $x");
        assertThat(pieces.get(3).offset()).isEqualTo(36);
    }

    @Test
    void readsForcedGroovy() {
        assertThat(split(":g 1 + 1\nGet-A"))
                .extracting(piece -> piece.language() + " " + piece.text().strip())
                .containsExactly("GROOVY 1 + 1", "POWERSHELL Get-A");
        assertThat(split("groovy { [1, 2].each { println it } }; Get-A"))
                .extracting(piece -> piece.language() + " " + piece.text().strip())
                .containsExactly("GROOVY [1, 2].each { println it }", "POWERSHELL ; Get-A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def f(a) {\n  a + 1\n}",
                "def f(a)\n{\n  a + 1\n}",
                "class A\n{\n int b\n}",
                "x = [1,\n 2]",
                "x = 1 +\n  2",
                "x = list\n  .findAll { it }\n  .size()",
                "x = a\n  && b",
                "x = '''a\nGet-B'''",
                "x = \"a ${b.collect { \"}\" }} c\"",
                "x = /a;b{/",
                "x = a ? b\n  : c",
                "x = 1 /* a\nb */ + 2",
                "x = a / b / c",
                "x = 1 // {"
            })
    void keepsAGroovyStatementWhole(String statement) {
        assertThat(split(statement + "\nGet-Thing"))
                .extracting(piece -> piece.text().strip())
                .containsExactly(statement, "Get-Thing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"def f() {", "x = [1,", "println(", "x = '''a", "groovy { 1", "x = \"\"\"${"})
    void seesThatGroovyGoesOn(String statement) {
        assertThat(split(statement)).hasSize(1).allMatch(piece -> !piece.isComplete());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x = 1", "println 'a", "def f() { }", "x++", "f(a)"})
    void seesThatGroovyIsComplete(String statement) {
        assertThat(split(statement)).hasSize(1).allMatch(MixedText.Piece::isComplete);
    }

    @Test
    void survivesAnyText() {
        String signs = "def x=1 {}()[]'\"`$/\\\n;#<>@:g|&?.it->*";
        java.util.Random random = new java.util.Random(7);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(30); length > 0; length--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            int total = split(text.toString()).stream()
                    .mapToInt(piece -> piece.text().length())
                    .sum();
            assertThat(total).isLessThanOrEqualTo(text.length());
        }
    }

    private static List<MixedText.Piece> split(String text) {
        return MixedText.split(text, word -> word.equalsIgnoreCase("where"));
    }
}
