package org.openbits.internal.store;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The lines of a history file up to a length, from the first on; what is appended meanwhile is not seen. */
final class HistoryLines implements Closeable {

    /** No line is longer: its files are limited, and so are names. */
    private static final int MOST_LINE_BYTES = 2 << 20;

    private final BufferedReader in;

    private HistoryLines(BufferedReader in) {
        this.in = in;
    }

    static HistoryLines of(Path file, long length) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        InputStream bytes = new Bounded(Channels.newInputStream(channel), length);
        // A reader that replaces what is no UTF-8: such a line has another hash, which tells more than an exception.
        return new HistoryLines(new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), 64 * 1024));
    }

    /** The next line without its end, or null after the last. */
    @Nullable
    String next() throws IOException {
        return in.readLine();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /**
     * The last whole line of a file.
     *
     * @param text the line without its end; empty when there is none
     * @param length of the file up to the end of that line
     */
    record Last(String text, long length) {}

    static Last lastOf(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(size, MOST_LINE_BYTES));
            long from = size - bytes.capacity();
            while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
                continue;
            }
            int end = lineEndBefore(bytes, bytes.position());
            int start = lineEndBefore(bytes, end - 1);
            String text = new String(bytes.array(), start, Math.max(0, end - 1 - start), StandardCharsets.UTF_8);
            return new Last(text, from + end);
        }
    }

    /** Just after the last end of a line before a position, or 0. */
    private static int lineEndBefore(ByteBuffer bytes, int position) {
        int at = position;
        while (at > 0 && bytes.get(at - 1) != '\n') {
            at--;
        }
        return Math.max(0, at);
    }

    private static final class Bounded extends InputStream {

        private final InputStream in;
        private long left;

        Bounded(InputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = left == 0 ? -1 : in.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
