package org.openbits.shell.host;

import java.io.PrintStream;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.openbits.automation.ProgressRecord;

/**
 * One line at the bottom of a terminal that says how far a command is. Painted at most ten times a second, and wiped away
 * before anything else is written. Guarded by this.
 */
final class ProgressLine {

    private static final long NANOS_BETWEEN = 100_000_000;
    private static final int BAR = 24;
    /** Room at the end for the {@code ^C} that a terminal echoes, which would begin a new line otherwise. */
    private static final int ECHO = 3;

    private static final char FIRST_WIDE = '\u1100';
    private static final String WIPE = "\r\u001b[K";

    private final PrintStream terminal;
    private final IntSupplier columns;
    private final boolean colours;
    private final LongSupplier nanoTime;
    private boolean visible;
    private boolean painted;
    private long lastPaint;

    ProgressLine(PrintStream terminal, IntSupplier columns, boolean colours, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.columns = columns;
        this.colours = colours;
        this.nanoTime = nanoTime;
    }

    synchronized void show(ProgressRecord record) {
        if (record.completed()) {
            clear();
            painted = false;
            return;
        }
        long now = nanoTime.getAsLong();
        if (painted && now - lastPaint < NANOS_BETWEEN) {
            return;
        }
        painted = true;
        lastPaint = now;
        String line = text(record, columns.getAsInt() - ECHO);
        terminal.print(WIPE + (colours ? "\u001b[36m" + line + "\u001b[m" : line));
        terminal.flush();
        visible = true;
    }

    synchronized void clear() {
        if (visible) {
            visible = false;
            terminal.print(WIPE);
            terminal.flush();
        }
    }

    /** {@code BITS Transfer  [=====>    ] 45 %  12 MB of 30 MB  0:12 left  Its description}, cut at {@code width}. */
    static String text(ProgressRecord record, int width) {
        StringBuilder line = new StringBuilder(record.activity());
        if (record.percent() >= 0) {
            int filled = Math.min(100, record.percent()) * BAR / 100;
            line.append("  [").append("=".repeat(filled));
            line.append(filled < BAR ? ">" : "").append(" ".repeat(Math.max(0, BAR - filled - 1)));
            line.append("] ").append(record.percent()).append(" %");
        }
        // What it does at the moment is worth more than what it is, which may be long.
        boolean hasOperation = !record.currentOperation().isBlank();
        append(line, hasOperation ? record.currentOperation() : record.status());
        if (record.secondsRemaining() >= 0) {
            append(line, remaining(record.secondsRemaining()) + " left");
        }
        append(line, hasOperation ? record.status() : "");
        return cut(line.toString().replaceAll("\\p{Cntrl}", " "), width);
    }

    /** What surely fits: signs beyond the alphabets may be two columns wide. */
    private static String cut(String text, int width) {
        int columns = 0;
        for (int i = 0; i < text.length(); i++) {
            columns += text.charAt(i) < FIRST_WIDE ? 1 : 2;
            if (columns > width) {
                return text.substring(0, Character.isLowSurrogate(text.charAt(i)) ? i - 1 : i);
            }
        }
        return text;
    }

    private static void append(StringBuilder line, String part) {
        if (!part.isBlank()) {
            line.append("  ").append(part);
        }
    }

    private static String remaining(int seconds) {
        return seconds >= 3600
                ? String.format("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
                : String.format("%d:%02d", seconds / 60, seconds % 60);
    }
}
