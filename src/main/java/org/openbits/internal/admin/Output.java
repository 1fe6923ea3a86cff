package org.openbits.internal.admin;

import java.io.PrintStream;

/** Where bitsadmin prints. Everything, errors too, goes to standard output, as scripts expect. */
final class Output {

    private static final int TAB = 8;

    private final PrintStream out;
    private final int width;
    private boolean raw;
    private boolean cut;

    /** @param width columns of the terminal, or 0 when there is none: then lines are never cut */
    Output(PrintStream out, int width) {
        this.out = out;
        this.width = width;
    }

    /** Bare values from here on, without banner and line ends. */
    void raw() {
        raw = true;
    }

    /** Long lines are cut at the right edge of the terminal; else the terminal wraps them. */
    void cutLongLines(boolean newCut) {
        cut = newCut;
    }

    boolean isRaw() {
        return raw;
    }

    boolean isTerminal() {
        return width > 0;
    }

    void line(String text) {
        out.println(cut ? fitted(text) : text);
    }

    /** As much of a line as the terminal shows beside one another, tabs counted as what they are drawn as. */
    String fitted(String text) {
        if (width == 0) {
            return text;
        }
        int column = 0;
        for (int i = 0; i < text.length(); i++) {
            column = text.charAt(i) == '\t' ? (column / TAB + 1) * TAB : column + 1;
            if (column > width) {
                return text.substring(0, i);
            }
        }
        return text;
    }

    /** A value that /RAWRETURN prints bare. */
    void value(String text) {
        if (raw) {
            out.print(text);
            out.flush();
        } else {
            line(text);
        }
    }

    /** A block drawn over the one before it: {@code lines} lines up first. */
    void redraw(int lines, String block) {
        out.print("\u001b[" + lines + "F\u001b[J" + block);
        out.flush();
    }

    void print(String text) {
        out.print(text);
        out.flush();
    }

    /** Clears the screen of a terminal. */
    void clear() {
        if (isTerminal()) {
            print("\u001b[H\u001b[2J");
        }
    }
}
