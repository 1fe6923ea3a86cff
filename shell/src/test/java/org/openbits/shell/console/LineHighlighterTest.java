package org.openbits.shell.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineHighlighterTest {

    /** One letter for each sign: command, unknown, parameter, variable, string, keyword, faint; a dot is plain. */
    private static final Map<AttributedStyle, String> LETTERS = Map.of(
            AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN),
            "c",
            AttributedStyle.DEFAULT.foreground(AttributedStyle.RED),
            "u",
            AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN),
            "p",
            AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA),
            "v",
            AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW),
            "s",
            AttributedStyle.DEFAULT.foreground(AttributedStyle.BLUE),
            "k",
            AttributedStyle.DEFAULT.faint(),
            "f",
            AttributedStyle.DEFAULT,
            ".");

    private final LineHighlighter highlighter = new LineHighlighter(
            Set.of("Get-Job", "foo")::contains, Set.of("Get-Job", "foo", "ls")::contains, Set.of("getJob")::contains);

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "Get-Job -Id $x 'a' # b~ccccccc.ppp.vv.sss.fff",
                "Gut-Job x~uuuuuuu..",
                "def job = getJob(name: 'a') // b~kkk.......cccccc.......sss..ffff",
                "def text = \"a \\\" // b\"; getJob()~kkk........sssssssssss..cccccc..",
                "def getJobs = [] /* open~kkk..............fffffff",
                "def s = 'open~kkk.....sssss",
                "def s = '''a 'b' \" '''~kkk.....ssssssssssssss",
                "Get-Job; def n = null~ccccccc..kkk.....kkkk",
            })
    void coloursEachWordOfBothLanguages(String line, String colours) {
        AttributedString painted = highlighter.highlight(null, line);

        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < painted.length(); i++) {
            letters.append(LETTERS.getOrDefault(painted.styleAt(i), "?"));
        }
        assertThat(painted.toString()).isEqualTo(line);
        assertThat(letters).hasToString(colours);
    }
}
