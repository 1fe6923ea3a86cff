package org.openbits.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentBytesTest {

    /** {@code s10+5}: five bytes from 10 on are sent; {@code c15}: the server says that it expects byte 15. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # known end | what happens            | end | again
             0          | s0+10 c10 s10+5 c15     | 15  | 0
             0          | s0+10 c4 s4+11 c15      | 15  | 6
             0          | s0+10 c0 s0+10 c10      | 10  | 10
            # after a crash the server tells of more than was saved: the small fragment that asked was sent before
             100        | c100 s100+64 c500 s500+10 | 510 | 64
            # it asked from the beginning of a fragment that was saved as sent
             100        | s60+64 c500             | 500 | 64
            # a protocol that asks without sending
             100        | c500 s500+10            | 510 | 0
             100        | c60 s60+50              | 110 | 40
            # the server lost all of it
             100        | c0 s0+200               | 200 | 100
            # what it has less of than was sent now is new, as far as anybody knows
             100        | s100+64 c120 s120+64    | 184 | 44
            # only its first word tells of the time before
             0          | s0+10 c10 s10+5 c50     | 50  | 0
            """)
    void countsWhatWentTwice(long known, String story, long end, long again) {
        SentBytes bytes = new SentBytes(known, 0);
        for (String event : story.split(" ")) {
            String[] numbers = event.substring(1).split("\\+");
            if (event.startsWith("s")) {
                bytes.sent(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
            } else {
                bytes.confirmed(Long.parseLong(numbers[0]));
            }
        }

        assertThat(bytes.to()).isEqualTo(end);
        assertThat(bytes.again()).isEqualTo(again);
    }
}
