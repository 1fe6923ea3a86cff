package org.openbits.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Request;

/**
 * Closes connections that bring no whole request head within the idle time (a byte now and then would keep them open for
 * ever), and those whose bodies creep. Thread-safe.
 */
final class SlowClients implements Connection.Listener {

    /** A connection whose bodies move slower over the idle time is closed. */
    private static final long LEAST_BYTES_PER_SECOND = 100;

    /** What one connection does; fields are written by its thread and read by the sweep. */
    private static final class Watch {
        volatile long sinceNanos;
        volatile long bytes;
        volatile boolean isInRequest;
        volatile boolean isExcused;
    }

    private final Map<Connection, Watch> watches = new ConcurrentHashMap<>();
    private final long idleNanos;
    private final long leastBytes;
    private final LongSupplier nanoTime;

    SlowClients(ServerSettings settings, LongSupplier nanoTime) {
        this.idleNanos = settings.get(ServerSetting.IDLE_TIMEOUT).toNanos();
        this.leastBytes = LEAST_BYTES_PER_SECOND
                * Math.max(1, settings.get(ServerSetting.IDLE_TIMEOUT).toSeconds());
        this.nanoTime = nanoTime;
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof SslConnection) {
            return; // the HTTP connection inside it is the one to watch
        }
        Watch watch = new Watch();
        watch.sinceNanos = nanoTime.getAsLong();
        watches.put(connection, watch);
    }

    @Override
    public void onClosed(Connection connection) {
        watches.remove(connection);
    }

    /** A head is whole. */
    void begin(Request request) {
        Connection connection = request.getConnectionMetaData().getConnection();
        Watch watch = watches.get(connection);
        if (watch != null) {
            watch.bytes = bytes(connection);
            watch.isExcused = false;
            watch.sinceNanos = nanoTime.getAsLong();
            watch.isInRequest = true;
            Request.addCompletionListener(request, failure -> {
                watch.isInRequest = false;
                watch.sinceNanos = nanoTime.getAsLong();
            });
        }
    }

    /** From here on the server, not the client, is what takes time. */
    void excuse(Request request) {
        Watch watch = watches.get(request.getConnectionMetaData().getConnection());
        if (watch != null) {
            watch.isExcused = true;
        }
    }

    /** Looks at all connections; called every few seconds. */
    void sweep() {
        long now = nanoTime.getAsLong();
        watches.forEach((connection, watch) -> {
            if (now - watch.sinceNanos < idleNanos || (watch.isInRequest && watch.isExcused)) {
                return;
            }
            long bytes = bytes(connection);
            if (watch.isInRequest && bytes - watch.bytes >= leastBytes) {
                watch.bytes = bytes;
                watch.sinceNanos = now;
            } else {
                connection.getEndPoint().close();
            }
        });
    }

    private static long bytes(Connection connection) {
        return connection.getBytesIn() + connection.getBytesOut();
    }
}
