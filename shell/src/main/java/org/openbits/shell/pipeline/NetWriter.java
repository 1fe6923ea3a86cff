package org.openbits.shell.pipeline;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.Formats;
import org.openbits.automation.NetNamed;

/** .NET's StreamWriter and StringWriter. Public because scripts call it by name. */
public final class NetWriter implements NetNamed {

    private final Writer writer;
    private final @Nullable NetStream stream;
    private final @Nullable TextBuilder text;
    private final TextEncoding encoding;
    private String newLine = System.lineSeparator();
    private boolean autoFlush;

    private NetWriter(Writer writer, @Nullable NetStream stream, @Nullable TextBuilder text, TextEncoding encoding) {
        this.writer = writer;
        this.stream = stream;
        this.text = text;
        this.encoding = encoding;
    }

    /** A StringWriter, into a StringBuilder. */
    static NetWriter into(TextBuilder text) {
        Writer writer = new Writer() {
            @Override
            public void write(char[] part, int offset, int count) {
                text.append(new String(part, offset, count));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        return new NetWriter(writer, null, text, new TextEncoding(StandardCharsets.UTF_16LE));
    }

    /** A StreamWriter; the encoding's mark is written where the stream begins. */
    static NetWriter into(NetStream stream, TextEncoding encoding) {
        try {
            if (stream.getCanSeek() && stream.getPosition() == 0) {
                stream.output().write(encoding.mark());
            }
            Writer writer = new BufferedWriter(new OutputStreamWriter(stream.output(), encoding.charset()));
            return new NetWriter(writer, stream, null, encoding);
        } catch (IOException failure) {
            throw FileTypes.failed(failure);
        }
    }

    @Override
    public String netName() {
        return text == null ? "System.IO.StreamWriter" : "System.IO.StringWriter";
    }

    /** What was written into a text so far. */
    @Override
    public String toString() {
        return text == null ? netName() : text.toString();
    }

    /** Where a StringWriter writes; null for a StreamWriter. */
    public @Nullable TextBuilder getStringBuilder() {
        return text;
    }

    public @Nullable NetStream getBaseStream() {
        return stream;
    }

    public TextEncoding getEncoding() {
        return encoding;
    }

    public String getNewLine() {
        return newLine;
    }

    public void setNewLine(String value) {
        newLine = value;
    }

    public void write(@Nullable Object value) {
        put(Conversion.isMany(value) ? joined(value) : Conversion.toText(value));
    }

    public void writeLine() {
        put(newLine);
    }

    public void writeLine(@Nullable Object value) {
        write(value);
        put(newLine);
    }

    public void write(String format, @Nullable Object... values) {
        put(Formats.composite(format, Arrays.asList(values)));
    }

    public void writeLine(String format, @Nullable Object... values) {
        put(Formats.composite(format, Arrays.asList(values)) + newLine);
    }

    /** An array of characters is their text; of anything else, .NET writes its name. */
    private static String joined(@Nullable Object many) {
        StringBuilder text = new StringBuilder();
        List<@Nullable Object> all = Conversion.enumerate(many);
        if (all.stream().anyMatch(each -> !(each instanceof Character))) {
            return Conversion.toText(many);
        }
        all.forEach(text::append);
        return text.toString();
    }

    public boolean getAutoFlush() {
        return autoFlush;
    }

    public void setAutoFlush(boolean value) {
        autoFlush = value;
        flush();
    }

    public void flush() {
        io(writer::flush);
    }

    public void close() {
        io(writer::close);
    }

    public void dispose() {
        close();
    }

    private void put(String part) {
        io(() -> {
            writer.write(part);
            if (autoFlush) {
                writer.flush();
            }
        });
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void io(Work work) {
        try {
            work.run();
        } catch (IOException failure) {
            throw Objects.equals(failure.getMessage(), "Stream closed")
                    ? new NetException(
                            "System.ObjectDisposedException", "Cannot write to a closed TextWriter.", failure)
                    : FileTypes.failed(failure);
        }
    }
}
