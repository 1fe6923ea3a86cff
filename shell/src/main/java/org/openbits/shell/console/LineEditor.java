package org.openbits.shell.console;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.InfoCmp.Capability;

/**
 * JLine's editor with lines of ours right below the one being typed. They are part of what the editor displays, so they
 * move with the prompt, follow a resize, and never scroll the screen before they reach its end; JLine's own status lines
 * are tied to the foot of the screen and push what stands above out of it. A list of completions or a search takes their
 * place meanwhile, and a line that is finished leaves the screen without them.
 */
final class LineEditor extends LineReaderImpl {

    /** What stands below a line being typed. Asked at each key, under the editor's lock. */
    interface Below {
        List<AttributedString> lines(String upToCursor);
    }

    /** Before each further line of a text. */
    static final String SECONDARY_PROMPT = ">> ";

    private static final String DROP = "openbits-drop";
    private static final String REPAINT = "openbits-repaint";
    /** Less high than this and the line itself needs the room. */
    private static final int LEAST_ROWS = 6;

    private Below below = text -> List.of();
    private boolean isFinishing;

    LineEditor(Terminal terminal, Map<String, Object> variables) throws IOException {
        super(terminal, "bits", variables);
        getWidgets().put(DROP, this::drop);
        getWidgets().put(REPAINT, this::repaintAtThisSize);
    }

    void showBelow(Below lines) {
        below = lines;
    }

    @Override
    public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondaryPrompts) {
        AttributedString typed = super.getDisplayedBufferWithPrompts(secondaryPrompts);
        if (isFinishing || post != null || isDumb(terminal) || size.getRows() < LEAST_ROWS) {
            return typed;
        }
        AttributedStringBuilder all = new AttributedStringBuilder().append(typed);
        for (AttributedString line : below.lines(buf.upToCursor())) {
            all.append("\n").append(cut(line));
        }
        return all.toAttributedString();
    }

    private AttributedString cut(AttributedString line) {
        int columns = size.getColumns() - 1;
        if (columns < 1 || line.columnLength() <= columns) {
            return line;
        }
        return new AttributedStringBuilder()
                .append(line.columnSubSequence(0, columns - 1))
                .append("…")
                .toAttributedString();
    }

    /**
     * Drops the line being typed where Ctrl-C does not reach JLine: a dumb terminal, whose driver keeps the line to itself
     * and has dropped its part already. Does nothing while no line is read.
     *
     * @return whether one was
     */
    boolean dropLine() {
        if (!isReading()) {
            return false;
        }
        callQuietly(DROP);
        return true;
    }

    private boolean drop() {
        buf.clear();
        terminal.writer().println();
        redrawLine();
        return redisplay();
    }

    /** Paints again what changed without a key; nothing while no line is read. */
    void repaint() {
        callQuietly(REPAINT);
    }

    /** The window may have another size already, though the signal is still on its way. */
    private boolean repaintAtThisSize() {
        return adoptSize() || redisplay();
    }

    /** Calls a widget, which runs under the editor's lock; nothing happens while no line is read. */
    void callQuietly(String widget) {
        try {
            callWidget(widget);
        } catch (IllegalStateException noLineIsRead) {
            // What waits for a line is looked at again before the next one.
            return;
        }
    }

    /**
     * A terminal that changes its width breaks the lines anew by itself, those below the prompt too: they are wiped from
     * the prompt on and painted again.
     */
    @Override
    protected synchronized void handleSignal(Terminal.Signal signal) {
        if (signal != Terminal.Signal.WINCH || isDumb(terminal)) {
            super.handleSignal(signal);
            return;
        }
        lock.lock();
        try {
            adoptSize();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Under the lock: paints anew when the window has changed its size.
     *
     * @return whether it had
     */
    private boolean adoptSize() {
        Size now = terminal.getBufferSize();
        if (now.getRows() == size.getRows() && now.getColumns() == size.getColumns()) {
            return false;
        }
        size.copy(now);
        for (int row = rowsAboveCursor(); row > 0; row--) {
            terminal.puts(Capability.cursor_up);
        }
        wipeFromHere();
        display.resize(size.getRows(), size.getColumns());
        redrawLine();
        redisplay(true);
        return true;
    }

    /**
     * Wipes this row and all below it. In two steps: a terminal that is told to wipe everything at once may keep what it
     * showed for scrolling back, and bring lines from there when it grows.
     */
    private void wipeFromHere() {
        terminal.puts(Capability.carriage_return);
        terminal.puts(Capability.clr_eol);
        terminal.puts(Capability.cursor_right);
        terminal.puts(Capability.clr_eos);
        terminal.puts(Capability.carriage_return);
    }

    /** What stands below the line is not for scrolling back to. */
    @Override
    public boolean clearScreen() {
        isFinishing = true;
        try {
            redisplay(true);
        } finally {
            isFinishing = false;
        }
        return super.clearScreen();
    }

    /** How many rows of this width the prompt and the text up to the cursor fill before the cursor's own. */
    private int rowsAboveCursor() {
        int columns = Math.max(1, size.getColumns());
        int rows = 0;
        int before = prompt.columnLength();
        for (String line : buf.upToCursor().split("\n", -1)) {
            rows += 1 + Math.max(0, before + new AttributedString(line).columnLength() - 1) / columns;
            before = SECONDARY_PROMPT.length();
        }
        return rows - 1;
    }

    @Override
    protected void doCleanup(boolean newLine) {
        isFinishing = true;
        try {
            super.doCleanup(newLine);
        } finally {
            isFinishing = false;
        }
    }

    static boolean isDumb(Terminal terminal) {
        return terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }
}
