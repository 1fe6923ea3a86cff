package org.openbits.shell.pipeline;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.Formats;

/** .NET's StreamReader or StreamWriter. Public because scripts call it by name. */
public final class TextStream {

    private final @Nullable BufferedReader reader;
    private final @Nullable BufferedWriter writer;
    private @Nullable StringWriter text;
    private boolean autoFlush;

    TextStream(@Nullable BufferedReader reader, @Nullable BufferedWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    /** A StringWriter. */
    static TextStream intoText() {
        StringWriter text = new StringWriter();
        TextStream stream = new TextStream(null, new BufferedWriter(text));
        stream.text = text;
        return stream;
    }

    /** What was written into a text so far. */
    @Override
    public String toString() {
        StringWriter written = text;
        if (written == null) {
            return reader == null ? "System.IO.StreamWriter" : "System.IO.StreamReader";
        }
        flush();
        return written.toString();
    }

    /** One character, -1 at the end. */
    public int read() {
        Integer next = io(() -> reader().read());
        return next == null ? -1 : next;
    }

    public @Nullable String readLine() {
        return io(() -> reader().readLine());
    }

    public String readToEnd() {
        StringBuilder text = new StringBuilder();
        io(() -> {
            char[] part = new char[8192];
            for (int read = reader().read(part); read >= 0; read = reader().read(part)) {
                text.append(part, 0, read);
            }
            return null;
        });
        return text.toString();
    }

    /** The next character without taking it, -1 at the end. */
    public int peek() {
        Integer next = io(() -> {
            reader().mark(1);
            int character = reader().read();
            reader().reset();
            return character;
        });
        return next == null ? -1 : next;
    }

    public boolean getEndOfStream() {
        return peek() < 0;
    }

    public void write(@Nullable Object value) {
        put(Conversion.toText(value));
    }

    public void writeLine() {
        put(System.lineSeparator());
    }

    public void writeLine(@Nullable Object value) {
        put(Conversion.toText(value) + System.lineSeparator());
    }

    public void write(String format, @Nullable Object... values) {
        put(Formats.composite(format, Arrays.asList(values)));
    }

    public void writeLine(String format, @Nullable Object... values) {
        put(Formats.composite(format, Arrays.asList(values)) + System.lineSeparator());
    }

    public boolean getAutoFlush() {
        return autoFlush;
    }

    public void setAutoFlush(boolean value) {
        autoFlush = value;
    }

    public void flush() {
        io(() -> {
            writer().flush();
            return null;
        });
    }

    public void close() {
        io(() -> {
            if (reader != null) {
                reader.close();
            }
            if (writer != null) {
                writer.close();
            }
            return null;
        });
    }

    public void dispose() {
        close();
    }

    private void put(String text) {
        io(() -> {
            writer().write(text);
            if (autoFlush) {
                writer().flush();
            }
            return null;
        });
    }

    private BufferedReader reader() {
        if (reader == null) {
            throw new IllegalStateException("Stream was not readable.");
        }
        return reader;
    }

    private BufferedWriter writer() {
        if (writer == null) {
            throw new IllegalStateException("Stream was not writable.");
        }
        return writer;
    }

    private interface Work<T> {
        @Nullable
        T run() throws IOException;
    }

    private static <T> @Nullable T io(Work<T> work) {
        try {
            return work.run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
