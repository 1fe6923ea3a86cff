package org.openbits.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;
import org.openbits.spi.UploadSource;

/**
 * A part of the local file as the body of a request. Into a plain connection it goes past HttpClient's streams; through
 * TLS by them. When the server refuses before it has all, the rest is not sent: {@link #isCutShort()}.
 */
final class FilePart extends AbstractHttpEntity {

    private static final long CHUNK_BYTES = 4L << 20;
    private static final int STREAM_BYTES = 64 << 10;
    /** A server that tells of its progress does so now and then; one that floods is read slower than it is sent to. */
    private static final int MOST_ANSWERS_A_CHUNK = 100;

    private final UploadSource source;
    private final long start;
    private final long length;
    private final HttpContext context;
    private @Nullable AnswerDeadline deadline;
    private Duration answerLimit = Duration.ZERO;
    private boolean cutShort;

    FilePart(UploadSource source, long start, long length, HttpContext context) {
        super((String) null, null);
        this.source = source;
        this.start = start;
        this.length = length;
        this.context = context;
    }

    /** Stops that deadline while it is written, which may be more than once; from its end on the limit holds. */
    void watch(AnswerDeadline answer, Duration limit) {
        deadline = answer;
        answerLimit = limit;
    }

    /** Whether the connection lacks bytes that were announced, so that it cannot be used again. */
    boolean isCutShort() {
        return cutShort;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        if (deadline != null) {
            deadline.stop();
        }
        try {
            write(out);
        } finally {
            if (deadline != null) {
                deadline.start(answerLimit);
            }
        }
    }

    private void write(OutputStream out) throws IOException {
        out.flush(); // the head, before bytes go past this stream
        cutShort = false;
        BodyConnection plain = plain();
        Socket socket = plain == null ? null : plain.getSocket();
        WritableByteChannel direct = socket == null ? null : socket.getChannel();
        WritableByteChannel channel = direct != null ? direct : new Stream(out);
        long position = start;
        long end = start + length;
        try {
            while (position < end) {
                if (plain != null && hasBytes(socket) && isRefused(plain)) {
                    cutShort(plain);
                    return;
                }
                position += source.transferTo(position, Math.min(CHUNK_BYTES, end - position), channel);
            }
        } catch (IOException e) {
            if (plain == null || !(plain.isAnswered() || hasBytes(socket))) {
                throw e;
            }
            cutShort(plain); // the server said why before it hung up: that is the better message
        }
    }

    private static boolean hasBytes(@Nullable Socket socket) throws IOException {
        return socket != null && !socket.isClosed() && socket.getInputStream().available() > 0;
    }

    /** Reads what has come meanwhile: interim answers, such as one that came late or tells of progress, change nothing. */
    private boolean isRefused(BodyConnection plain) throws IOException {
        if (deadline != null) {
            deadline.start(answerLimit);
        }
        try {
            for (int seen = 0; seen < MOST_ANSWERS_A_CHUNK && plain.hasAnswer(); seen++) {
                if (plain.isRefusal()) {
                    return true;
                }
            }
            return false;
        } finally {
            if (deadline != null) {
                deadline.stop();
            }
        }
    }

    private void cutShort(BodyConnection plain) {
        cutShort = true;
        plain.cutShort();
    }

    /** The platform's own would write eight KiB at a time, half of what a record of TLS takes. */
    private static final class Stream implements WritableByteChannel {

        private final OutputStream out;
        private final byte[] bytes = new byte[STREAM_BYTES];

        Stream(OutputStream out) {
            this.out = out;
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            int count = Math.min(bytes.length, source.remaining());
            source.get(bytes, 0, count);
            out.write(bytes, 0, count);
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** The plain connection under the request; null through TLS, whose layers must not be passed by. */
    private @Nullable BodyConnection plain() {
        Object connection = context.getAttribute(UploadConnections.CONNECTION);
        return connection instanceof BodyConnection plain && plain.getSSLSession() == null ? plain : null;
    }

    @Override
    public long getContentLength() {
        return length;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public InputStream getContent() {
        throw new UnsupportedOperationException("a file is written, not read, here");
    }

    @Override
    public void close() {
        // The source belongs to the transfer.
    }
}
