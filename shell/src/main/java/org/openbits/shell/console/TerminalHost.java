package org.openbits.shell.console;

import java.io.PrintStream;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Host;
import org.openbits.automation.Keys;
import org.openbits.automation.ProgressRecord;
import org.openbits.shell.host.StandardHost;

/** A terminal as a host: questions are asked with the line editor, output goes the same way as without one. */
public final class TerminalHost implements Host {

    private final StandardHost streams;
    private @Nullable Terminal terminal;
    private @Nullable LineReader questions;

    /** @param streams where output goes */
    public TerminalHost(StandardHost streams) {
        this.streams = streams;
    }

    void attach(Terminal opened) {
        terminal = opened;
        int atFirst = streams.width();
        streams.columnsFrom(() -> opened.getWidth() <= 0 ? atFirst : opened.getWidth());
    }

    void clearProgress() {
        streams.clearProgress();
    }

    @Override
    public boolean isInteractive() {
        return streams.isInteractive();
    }

    @Override
    public int width() {
        return streams.width();
    }

    @Override
    public @Nullable String readLine(String prompt) {
        return ask(prompt, null);
    }

    @Override
    public char @Nullable [] readSecret(String prompt) {
        String line = ask(prompt, '*');
        return line == null ? null : line.toCharArray();
    }

    private @Nullable String ask(String prompt, @Nullable Character mask) {
        Terminal open = terminal;
        if (open == null) {
            return mask == null ? streams.readLine(prompt) : text(streams.readSecret(prompt));
        }
        LineReader reader = questions;
        if (reader == null) {
            reader = LineReaderBuilder.builder()
                    .terminal(open)
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                    .build();
            questions = reader;
        }
        streams.clearProgress();
        try {
            return reader.readLine(prompt, mask);
        } catch (EndOfFileException | UserInterruptException ended) {
            return null;
        }
    }

    private static @Nullable String text(char @Nullable [] secret) {
        return secret == null ? null : new String(secret);
    }

    @Override
    public PrintStream out() {
        return streams.out();
    }

    @Override
    public PrintStream err() {
        return streams.err();
    }

    @Override
    public boolean hasColours() {
        return streams.hasColours();
    }

    @Override
    public @Nullable Keys keys() {
        Terminal open = terminal;
        streams.clearProgress();
        return open == null || !isInteractive() ? null : TerminalKeys.borrow(open);
    }

    @Override
    public void progress(ProgressRecord record) {
        streams.progress(record);
    }
}
