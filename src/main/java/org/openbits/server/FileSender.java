package org.openbits.server;

import java.io.IOException;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends pieces of a file, a buffer at a time and without keeping a thread: a slow client costs one buffer. A file that
 * changes on the way ends the connection short of its length, so that no client takes a mixture for whole.
 */
final class FileSender extends IteratingCallback {

    private static final Logger LOG = LoggerFactory.getLogger(FileSender.class);

    /** Small enough to stay in the processor's cache between the read and the write. */
    private static final int BUFFER = 256 << 10;

    /** Bytes of its own, then bytes of the file. */
    record Piece(byte[] head, ByteRange range) {}

    /** The file is another than the one whose head was sent. Jetty need not tell of it a second time. */
    private static final class Changed extends IOException implements QuietException {
        @Serial
        private static final long serialVersionUID = 1;

        Changed(String message) {
            super(message);
        }
    }

    private final Response response;
    private final Callback callback;
    private final ServedDirectory served;
    private final FileAnswers.OpenFile file;
    private final List<Piece> pieces;
    private final RetainableByteBuffer buffer;

    private int index;
    private boolean isHeadSent;
    private long done;
    private boolean isOver;

    FileSender(
            Request request,
            Response response,
            Callback callback,
            ServedDirectory served,
            FileAnswers.OpenFile file,
            List<Piece> pieces) {
        this.response = response;
        this.callback = callback;
        this.served = served;
        this.file = file;
        this.pieces = pieces;
        this.buffer = request.getComponents().getByteBufferPool().acquire(BUFFER, true);
    }

    @Override
    protected Action process() throws IOException {
        if (isOver) {
            return Action.SUCCEEDED;
        }
        ByteBuffer bytes = buffer.getByteBuffer();
        BufferUtil.clearToFill(bytes);
        while (bytes.hasRemaining() && index < pieces.size()) {
            fill(bytes, pieces.get(index));
        }
        BufferUtil.flipToFlush(bytes, 0);
        isOver = index == pieces.size();
        if (isOver) {
            requireUnchanged();
        }
        response.write(isOver, bytes, this);
        return Action.SCHEDULED;
    }

    private void requireUnchanged() throws Changed {
        try {
            if (served.version(file.path()).equals(file.version())) {
                return;
            }
        } catch (IOException e) {
            throw new Changed(file.path() + " went away while it was sent");
        }
        throw new Changed(file.path() + " changed while it was sent");
    }

    private void fill(ByteBuffer bytes, Piece piece) throws IOException {
        if (!isHeadSent) {
            if (bytes.remaining() < piece.head().length) {
                bytes.limit(bytes.position()); // the next buffer has room
                return;
            }
            bytes.put(piece.head());
            isHeadSent = true;
        }
        long left = piece.range().length() - done;
        if (left > 0) {
            int limit = bytes.limit();
            bytes.limit((int) Math.min(limit, bytes.position() + left));
            int read = file.channel().read(bytes, piece.range().first() + done);
            bytes.limit(limit);
            if (read < 0) {
                throw new Changed(file.path() + " became shorter while it was sent");
            }
            done += read;
        }
        if (done == piece.range().length()) {
            index++;
            isHeadSent = false;
            done = 0;
        }
    }

    @Override
    protected void onCompleteSuccess() {
        release();
        callback.succeeded();
    }

    @Override
    protected void onCompleteFailure(Throwable cause) {
        release();
        if (cause instanceof Changed) {
            LOG.warn("{}; the client sees the connection end short of its length", cause.getMessage());
        }
        callback.failed(cause);
    }

    private void release() {
        buffer.release();
        try {
            file.channel().close();
        } catch (IOException e) {
            LOG.warn("{} was not closed: {}", file.path(), e.getMessage());
        }
    }
}
