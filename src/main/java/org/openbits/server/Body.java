package org.openbits.server;

import java.io.IOException;
import java.io.Serial;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Blocker;
import org.jspecify.annotations.Nullable;

/** The body of a request, read on the thread of its handler. */
final class Body {

    /** The client went away, or was too slow: no answer would reach it, and that is nobody's trouble but its own. */
    static final class Broken extends IOException implements QuietException {
        @Serial
        private static final long serialVersionUID = 1;

        Broken(Throwable cause) {
            super(cause);
        }
    }

    /** Some bytes of it, to be released when they are used. */
    record Part(Content.Chunk chunk) {

        ByteBuffer bytes() {
            return chunk.getByteBuffer();
        }

        void release() {
            chunk.release();
        }
    }

    private final Request request;
    private boolean isBegun;
    private boolean isOver;

    Body(Request request) {
        this.request = request;
    }

    /** What the request says of it, or -1. */
    long length() {
        return request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH);
    }

    /** The next part, or null at the end. */
    @Nullable
    Part next() throws IOException {
        while (!isOver) {
            isBegun = true;
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                await();
            } else if (Content.Chunk.isFailure(chunk)) {
                isOver = true;
                throw new Broken(chunk.getFailure());
            } else {
                isOver = chunk.isLast();
                if (chunk.hasRemaining()) {
                    return new Part(chunk);
                }
                chunk.release();
            }
        }
        return null;
    }

    private void await() throws IOException {
        try (Blocker.Runnable ready = Blocker.runnable()) {
            request.demand(ready);
            ready.block();
        } catch (IOException e) {
            throw new Broken(e);
        }
    }

    /**
     * Reads the rest and forgets it, so that a client in the middle of sending sees the answer and not a reset.
     *
     * @return false when the rest is too long, or not under way: the connection cannot be used again
     */
    boolean drain(long most) {
        if (length() <= 0) {
            return length() == 0;
        }
        boolean waitsForLeave = !isBegun && request.getHeaders().contains(HttpHeader.EXPECT, "100-continue");
        if (length() > most || waitsForLeave) {
            return false;
        }
        try {
            for (Part part = next(); part != null; part = next()) {
                part.release();
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
