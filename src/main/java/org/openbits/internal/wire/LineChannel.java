package org.openbits.internal.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Lines of UTF-8 over a socket in blocking mode.
 *
 * <p>One thread reads and one other writes, at the same time: this uses the channel itself, because on Java 17 the two
 * streams of {@link java.nio.channels.Channels} share a lock, and a waiting reader would block the writer. Neither thread
 * may ever be interrupted: an interrupt closes the channel. {@link #close} may be called by any thread and ends both.
 */
public final class LineChannel implements AutoCloseable {

    /** Bytes of a line, its end included. */
    public static final int LONGEST_LINE = 1 << 20;

    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocate(16 * 1024).limit(0);
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);

    /** @param channel connected, blocking; owned from now on */
    public LineChannel(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * The next line, without its end; null at the end of the stream. An unfinished last line is dropped.
     *
     * @throws MalformedMessageException for a line that is too long
     */
    public @Nullable String read() throws IOException {
        while (true) {
            if (takeLine()) {
                String text = line.toString(StandardCharsets.UTF_8);
                line.reset();
                return text;
            }
            in.clear();
            int count = channel.read(in);
            in.flip();
            if (count < 0) {
                return null;
            }
        }
    }

    /** Moves bytes from the buffer to the line; whether the line's end was among them. */
    private boolean takeLine() throws MalformedMessageException {
        int from = in.position();
        int to = from;
        while (to < in.limit() && in.get(to) != '\n') {
            to++;
        }
        if (line.size() + to - from >= LONGEST_LINE) {
            throw new MalformedMessageException("a line longer than " + LONGEST_LINE + " bytes");
        }
        line.write(in.array(), from, to - from);
        boolean ended = to < in.limit();
        in.position(ended ? to + 1 : to);
        return ended;
    }

    /**
     * Writes one line and its end. Blocks while the other side does not read.
     *
     * @throws MalformedMessageException when it is too long; nothing was written then
     */
    public void write(String text) throws IOException {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST_LINE) {
            throw new MalformedMessageException("a line longer than " + LONGEST_LINE + " bytes");
        }
        ByteBuffer out = ByteBuffer.wrap(bytes);
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    /** Ends the reading and the writing thread. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The connection is given up: nobody is left to tell.
            return;
        }
    }
}
