package org.openbits.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written comes back as it was. */
class ClixmlTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file_x0041_.iso",
                "_x_x0041__x",
                "a\u0000b\r\n\tc\u007f\u0085",
                "half \ud83d and whole \ud83d\ude00",
                "\ufffe\uffff",
                "<&\">' "
            })
    void textComesBack(String text) {
        String document = ClixmlText.of(Collections.nCopies(1, text), 2);

        assertThat(ClixmlText.read(document)).isEqualTo(List.of(text));
    }
}
