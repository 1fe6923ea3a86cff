package org.openbits.shell.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.openbits.automation.ProgressRecord;

class ProgressLineTest {

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private long now;
    private final ProgressLine line =
            new ProgressLine(new PrintStream(terminal, true, StandardCharsets.UTF_8), () -> 80, false, () -> now);

    @Test
    void paintsAtMostTenTimesASecond() {
        for (int i = 0; i < 1000; i++) {
            now += 10_000_000;
            line.show(record(i / 10, false));
        }
        assertThat(paints()).isBetween(95L, 100L);
    }

    @Test
    void wipesItselfOnce() {
        line.show(record(5, false));
        line.clear();
        line.clear();
        assertThat(terminal.toString(StandardCharsets.UTF_8)).endsWith("5 %  12 of 30\r\u001b[K");
    }

    @Test
    void beginsAtOnceAfterACompletedOne() {
        line.show(record(5, false));
        line.show(record(100, true));
        line.show(record(6, false));
        assertThat(terminal.toString(StandardCharsets.UTF_8)).contains(" 6 %");
    }

    @Test
    void fitsTheTerminalAndHoldsNoControlCharacters() {
        ProgressRecord wide = new ProgressRecord(1, -1, "a\u001b[31m".repeat(30), "s", "", 50, 90, false);
        assertThat(ProgressLine.text(wide, 40)).hasSize(40).doesNotContain("\u001b");
        assertThat(ProgressLine.text(record(45, false), 200))
                .isEqualTo("BITS Transfer  [==========>             ] 45 %  12 of 30");
        assertThat(ProgressLine.text(new ProgressRecord(1, -1, "a", "s", "", -1, 3700, false), 200))
                .isEqualTo("a  s  1:01:40 left");
        assertThat(ProgressLine.text(new ProgressRecord(1, -1, "\u591c\ud83d\ude00", "s", "", -1, -1, false), 5))
                .as("wide signs are counted, and none is cut in half")
                .isEqualTo("\u591c");
    }

    @Test
    void saysWhatMovesBeforeWhatItIs() {
        assertThat(ProgressLine.text(new ProgressRecord(1, -1, "job", "It is long.", "12 of 30", -1, 5, false), 200))
                .isEqualTo("job  12 of 30  0:05 left  It is long.");
    }

    @Test
    void leavesRoomForTheEchoOfCtrlC() {
        line.show(new ProgressRecord(1, -1, "x".repeat(200), "", "", -1, -1, false));
        assertThat(terminal.toString(StandardCharsets.UTF_8).replaceAll("\\P{Print}|\\[K", ""))
                .hasSize(77);
    }

    private long paints() {
        return terminal.toString(StandardCharsets.UTF_8).split("BITS Transfer", -1).length - 1;
    }

    private static ProgressRecord record(int percent, boolean completed) {
        return new ProgressRecord(1, -1, "BITS Transfer", "12 of 30", "", percent, -1, completed);
    }
}
