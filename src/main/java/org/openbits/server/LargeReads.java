package org.openbits.server;

import java.util.concurrent.Semaphore;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Large bodies are read a MiB at a time: a quarter of the calls, of the acknowledgements that each sends, and of the senders
 * that each wakes. Such a buffer still fits a processor's cache, but a hundred would not fit the process; so only some
 * bodies have one at a time, and the others go on as all do. Thread-safe.
 */
final class LargeReads {

    static final int BYTES = 1 << 20;
    static final int MOST_AT_A_TIME = 8;

    private static final long LEAST_BODY_BYTES = 4L << 20;

    private final Semaphore free = new Semaphore(MOST_AT_A_TIME);

    /** One body's; closed by whoever began it. */
    final class Turn implements AutoCloseable {

        private final @Nullable AbstractConnection connection;
        private final int before;

        private Turn(@Nullable AbstractConnection connection) {
            this.connection = connection;
            this.before = connection == null ? 0 : connection.getInputBufferSize();
            if (connection != null) {
                connection.setInputBufferSize(BYTES);
            }
        }

        @Override
        public void close() {
            if (connection != null) {
                connection.setInputBufferSize(before);
                free.release();
            }
        }
    }

    /** For a body of that length: like all others when it is small, or too many are under way. */
    Turn turn(Request request, long bodyLength) {
        return bodyLength >= LEAST_BODY_BYTES
                        && request.getConnectionMetaData().getConnection() instanceof AbstractConnection connection
                        && free.tryAcquire()
                ? new Turn(connection)
                : new Turn(null);
    }
}
