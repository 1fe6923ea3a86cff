package org.openbits.shell.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "plain ~ pl ~ plain",
                "two words ~ tw ~ 'two words'",
                "it's ~ it ~ 'it''s'",
                "plain ~ 'pl ~ 'plain'",
                "two words ~ \"tw ~ \"two words\"",
                "a$b ~ \"a ~ 'a$b'",
                "$var ~ $v ~ $var",
                "-Name ~ -N ~ -Name"
            })
    void quotesWhatNeedsIt(String word, String typed, String expected) {
        assertThat(Quoting.quoted(word, typed, true)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {"plain~plain", "'two w~two w", "'it''s'~it's", "\"a b\"~a b"})
    void takesQuotesOff(String typed, String expected) {
        assertThat(Quoting.unquoted(typed)).isEqualTo(expected);
    }
}
