package org.openbits.shell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                // source | start | length | room | line | waves
                "Get-X -Y 1 | 6 | 2 | 40 | Get-X -Y 1 | \"      ~~\"",
                "\"\ta b\" | 1 | 1 | 40 | \" a b\" | \" ~\"",
                "'日本' + x | 7 | 1 | 40 | '日本' + x | \"         ~\"",
                "x = '日本' | 4 | 4 | 40 | x = '日本' | \"    ~~~~~~\"",
                "0123456789abcdef | 14 | 2 | 10 | …9abcdef | \"      ~~\"",
                "0123456789abcdef | 2 | 9 | 10 | 012345678… | \"  ~~~~~~~~\"",
                "abc | 9 | 4 | 40 | abc | \"   ~\"",
                "\"\" | 0 | 0 | 40 | \"\" | ~"
            })
    void putsTheWavesUnderThePlace(String source, int start, int length, int room, String line, String waves) {
        assertThat(Excerpt.of(source, start, length, room)).isEqualTo(new Excerpt(line, waves));
    }
}
