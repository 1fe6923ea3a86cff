package org.openbits.shell.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Keys;

/** A terminal lent to one command: raw input and the alternate screen, both given back at the end. */
public final class TerminalKeys implements Keys {

    private final Terminal terminal;
    private final boolean isOurs;
    private final Attributes before;
    private final Display display;
    private int height;
    private int width;

    private TerminalKeys(Terminal terminal, boolean isOurs) {
        this.terminal = terminal;
        this.isOurs = isOurs;
        this.before = terminal.enterRawMode();
        this.display = new Display(terminal, true);
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.cursor_invisible);
        terminal.flush();
        measure();
    }

    /** The terminal of this process; null when it has none that can be painted on. */
    public static @Nullable Keys open() {
        try {
            Terminal terminal = TerminalBuilder.builder()
                    .system(true)
                    .dumb(true)
                    .nativeSignals(false)
                    .build();
            Keys keys = canPaint(terminal) ? new TerminalKeys(terminal, true) : null;
            if (keys == null) {
                terminal.close();
            }
            return keys;
        } catch (IOException noTerminal) {
            return null;
        }
    }

    /** A terminal that is open already; null when it cannot be painted on. */
    static @Nullable Keys borrow(Terminal terminal) {
        return canPaint(terminal) ? new TerminalKeys(terminal, false) : null;
    }

    private static boolean canPaint(Terminal terminal) {
        return !terminal.getType().startsWith(Terminal.TYPE_DUMB)
                && terminal.getStringCapability(Capability.cursor_address) != null;
    }

    @Override
    public int read(long millis) {
        try {
            int key = terminal.reader().read(millis);
            return key == NonBlockingReader.READ_EXPIRED ? NONE : key < 0 ? END : key;
        } catch (IOException interruptedOrClosed) {
            return END;
        }
    }

    @Override
    public int height() {
        measure();
        return height;
    }

    @Override
    public int width() {
        measure();
        return width;
    }

    /** Looks at the size, which the user may change at any time. */
    private void measure() {
        int rows = terminal.getHeight() > 0 ? terminal.getHeight() : 24;
        int columns = terminal.getWidth() > 0 ? terminal.getWidth() : 80;
        if (rows != height || columns != width) {
            height = rows;
            width = columns;
            display.resize(rows, columns);
            display.clear();
        }
    }

    @Override
    public void paint(List<String> lines) {
        List<AttributedString> painted = new ArrayList<>();
        // Signs of double width: what was counted in characters may be wider than the screen.
        lines.forEach(line -> painted.add(AttributedString.fromAnsi(line).columnSubSequence(0, width)));
        display.update(painted, -1);
    }

    @Override
    public void close() {
        terminal.puts(Capability.cursor_visible);
        terminal.puts(Capability.exit_ca_mode);
        terminal.flush();
        terminal.setAttributes(before);
        if (isOurs) {
            try {
                terminal.close();
            } catch (IOException alreadyGone) {
                // There is nothing left to give back.
                return;
            }
        }
    }
}
