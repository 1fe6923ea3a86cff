package org.openbits.shell.pipeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.NetNamed;

/** .NET's StreamReader and StringReader. Public because scripts call it by name. */
public final class NetReader implements NetNamed {

    private final BufferedReader reader;
    private final @Nullable NetStream stream;
    private final @Nullable TextEncoding encoding;

    /** Of a stream that is read already as text. */
    NetReader(BufferedReader reader, @Nullable NetStream stream, @Nullable TextEncoding encoding) {
        this.reader = reader;
        this.stream = stream;
        this.encoding = encoding;
    }

    /** A StringReader. */
    static NetReader of(String text) {
        return new NetReader(new BufferedReader(new StringReader(text)), null, null);
    }

    /** A StreamReader: a mark at the beginning tells more than the encoding asked for. */
    static NetReader of(NetStream stream, TextEncoding asked) {
        try {
            TextEncoding.Decoded decoded = asked.decode(stream.input());
            return new NetReader(new BufferedReader(decoded.reader()), stream, decoded.encoding());
        } catch (IOException failure) {
            throw FileTypes.failed(failure);
        }
    }

    @Override
    public String netName() {
        return encoding == null ? "System.IO.StringReader" : "System.IO.StreamReader";
    }

    @Override
    public String toString() {
        return netName();
    }

    /** What it reads; null for a StringReader. */
    public @Nullable NetStream getBaseStream() {
        return stream;
    }

    public @Nullable TextEncoding getCurrentEncoding() {
        return encoding;
    }

    /** One character, -1 at the end. */
    public int read() {
        return io(reader::read);
    }

    /** Characters into the script's own array; 0 at the end. */
    public int read(List<Object> buffer, int offset, int count) {
        char[] part = new char[Math.min(count, buffer.size() - offset)];
        int read = io(() -> reader.read(part));
        for (int i = 0; i < read; i++) {
            buffer.set(offset + i, part[i]);
        }
        return Math.max(read, 0);
    }

    public @Nullable String readLine() {
        return lineOrEnd();
    }

    private @Nullable String lineOrEnd() {
        try {
            return reader.readLine();
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    public String readToEnd() {
        StringBuilder text = new StringBuilder();
        char[] part = new char[8192];
        for (int read = part(part); read >= 0; read = part(part)) {
            text.append(part, 0, read);
        }
        return text.toString();
    }

    private int part(char[] part) {
        return io(() -> reader.read(part));
    }

    /** The next character without taking it, -1 at the end. */
    public int peek() {
        return io(() -> {
            reader.mark(1);
            int character = reader.read();
            reader.reset();
            return character;
        });
    }

    public boolean getEndOfStream() {
        return peek() < 0;
    }

    public void close() {
        io(() -> {
            reader.close();
            return 0;
        });
    }

    public void dispose() {
        close();
    }

    private interface Work {
        int run() throws IOException;
    }

    private static int io(Work work) {
        try {
            return work.run();
        } catch (IOException failure) {
            throw failed(failure);
        }
    }

    private static RuntimeException failed(IOException failure) {
        return Objects.equals(failure.getMessage(), "Stream closed")
                ? new NetException("System.ObjectDisposedException", "Cannot read from a closed TextReader.", failure)
                : FileTypes.failed(failure);
    }
}
