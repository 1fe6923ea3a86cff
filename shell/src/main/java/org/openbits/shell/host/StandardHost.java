package org.openbits.shell.host;

import java.io.BufferedReader;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Host;
import org.openbits.automation.Keys;
import org.openbits.automation.ProgressRecord;

/**
 * The standard streams of the process. Output is data and messages go to standard error, each flushed at line ends;
 * progress is painted only where standard error is a terminal.
 */
public final class StandardHost implements Host {

    private final Surroundings surroundings;
    private final boolean mayAsk;
    private final PrintStream out;
    private final PrintStream err;
    private final @Nullable ProgressLine progress;
    private @Nullable BufferedReader input;
    private Supplier<@Nullable Keys> keys = () -> null;
    private volatile IntSupplier columns;

    /** @param mayAsk whether questions may be asked when somebody is there */
    public StandardHost(Surroundings surroundings, boolean mayAsk) {
        this.surroundings = surroundings;
        this.mayAsk = mayAsk;
        this.columns = surroundings::columns;
        OutputStream rawErr = new FileOutputStream(FileDescriptor.err);
        this.progress = surroundings.messages()
                ? new ProgressLine(print(rawErr), () -> columns.getAsInt(), surroundings.colours(), System::nanoTime)
                : null;
        this.out = print(behindProgress(new FileOutputStream(FileDescriptor.out)));
        this.err = print(behindProgress(rawErr));
    }

    /** Makes these streams what {@code System.out} and {@code System.err} are, for Groovy and Java code in scripts. */
    public void becomeSystemStreams() {
        System.setOut(out);
        System.setErr(err);
    }

    /** Says how to borrow a terminal; asked when a command wants one. */
    public void keysFrom(Supplier<@Nullable Keys> source) {
        keys = source;
    }

    /** Says how wide the display is from now on, where that can be looked at. */
    public void columnsFrom(IntSupplier source) {
        columns = source;
    }

    @Override
    public @Nullable Keys keys() {
        clearProgress();
        return isInteractive() && surroundings.output() ? keys.get() : null;
    }

    @Override
    public boolean isInteractive() {
        return mayAsk && surroundings.input() && surroundings.messages();
    }

    @Override
    public int width() {
        return columns.getAsInt();
    }

    @Override
    public @Nullable String readLine(String prompt) {
        if (isInteractive()) {
            err.print(prompt);
            err.flush();
        }
        try {
            BufferedReader reader = input;
            if (reader == null) {
                reader = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                input = reader;
            }
            return reader.readLine();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public char @Nullable [] readSecret(String prompt) {
        Console console = System.console();
        if (console != null && isInteractive()) {
            return console.readPassword("%s", prompt);
        }
        String line = readLine(prompt);
        return line == null ? null : line.toCharArray();
    }

    @Override
    public PrintStream out() {
        return out;
    }

    @Override
    public PrintStream err() {
        return err;
    }

    @Override
    public boolean hasColours() {
        // Output and messages may go apart: what is read from a file is not coloured for the other's sake.
        return surroundings.colours() && surroundings.output() && surroundings.messages();
    }

    @Override
    public void progress(ProgressRecord record) {
        if (progress != null) {
            progress.show(record);
        }
    }

    /** Wipes a progress line that an interrupted command left. */
    public void clearProgress() {
        if (progress != null) {
            progress.clear();
        }
    }

    private OutputStream behindProgress(OutputStream raw) {
        ProgressLine line = progress;
        return line == null ? raw : new WipingStream(raw, line);
    }

    private static PrintStream print(OutputStream raw) {
        return new PrintStream(new java.io.BufferedOutputStream(raw, 8192), true, StandardCharsets.UTF_8);
    }

    /** Wipes the progress line before each write. */
    private static final class WipingStream extends FilterOutputStream {

        private final ProgressLine progress;

        WipingStream(OutputStream raw, ProgressLine progress) {
            super(raw);
            this.progress = progress;
        }

        @Override
        public void write(int b) throws IOException {
            progress.clear();
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            progress.clear();
            out.write(bytes, offset, length);
        }
    }
}
