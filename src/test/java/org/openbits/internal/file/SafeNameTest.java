package org.openbits.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "report.pdf | report.pdf",
                "a report, final.pdf | a report, final.pdf",
                "../../etc/passwd | passwd",
                "/etc/shadow | shadow",
                "..\\..\\boot.ini | boot.ini",
                "C:\\x\\y.txt | y.txt",
                "c:evil.txt | c_evil.txt",
                "file.txt:stream | file.txt_stream",
                ".bashrc | _bashrc",
                "-rf | _rf",
                "~ | _",
                "CON | _CON",
                "nul.txt | _nul.txt",
                "com1.tar.gz | _com1.tar.gz",
                "name. . . | name",
                "BIT0A1b2C3d.tmp | _BIT0A1b2C3d.tmp",
                "what?*.txt | what__.txt"
            })
    void keepsWhatIsHarmless(String text, String name) {
        assertThat(SafeName.of(text)).isEqualTo(name);
    }

    @Test
    void leavesOutWhatCannotBeSeen() {
        assertThat(SafeName.of("a\u0000b\r\nc\u001b[31m.txt")).isEqualTo("abc[31m.txt");
        assertThat(SafeName.of("gnp.\u202etxt.exe")).isEqualTo("gnp.txt.exe");
        assertThat(SafeName.of("a\u2028b\u200bc\ud800")).isEqualTo("abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", " ", "dir/", "a\\", "\u202e", "/"})
    void hasNoNameForNothing(String text) {
        assertThat(SafeName.of(text)).isNull();
    }

    @Test
    void cutsLongNamesBeforeTheirKind() {
        String name = SafeName.of("\u65e5".repeat(300) + ".tar");
        assertThat(name).endsWith("\u65e5.tar");
        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isBetween(195, 200);
    }

    @Test
    void staysInItsDirectoryWhateverTheNameIs() {
        Random random = new Random(3);
        Path directory = Path.of("/some/directory");
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(12); j >= 0; j--) {
                text.append("../\\:.a\u0000\u202e-~ ".charAt(random.nextInt(12)));
            }
            String name = SafeName.of(text.toString());
            if (name != null) {
                assertThat(directory.resolve(name).normalize().getParent()).isEqualTo(directory);
                assertThat(name).doesNotContain("/", "\\", ":").doesNotStartWith(".");
            }
        }
    }
}
