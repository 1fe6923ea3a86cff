package org.openbits.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.openbits.server.ServerSetting.NotificationType;

/**
 * A running server: serves the files of one directory and, when allowed, takes uploads into it.
 *
 * <pre>{@code
 * try (BitsServer server = BitsServer.start(ServerSettings.of(Path.of("/srv")).with(ServerSetting.ALLOW_UPLOAD, true))) {
 *     System.out.println(server.uri());
 * }
 * }</pre>
 *
 * <p>Nothing outside the directory is read or written. Thread-safe.
 */
public final class BitsServer implements AutoCloseable {

    /** A body is read in pieces of this size at most: fewer turns between the reader and the thread that waits for bytes. */
    private static final int BUFFER = 256 << 10;

    private static final long KEPT_BUFFERS_BYTES = 32L << 20;
    private static final int SPARE_THREADS = 16;
    private static final long CLEAN_MINUTES = 5;

    private final Server jetty;
    private final ServerConnector connector;
    private final ServerSettings settings;
    private final ScheduledExecutorService timer;
    private final Digests digests;
    private final @Nullable UploadSessions sessions;

    private BitsServer(
            Server jetty,
            ServerConnector connector,
            ServerSettings settings,
            ScheduledExecutorService timer,
            Digests digests,
            @Nullable UploadSessions sessions) {
        this.jetty = jetty;
        this.connector = connector;
        this.settings = settings;
        this.timer = timer;
        this.digests = digests;
        this.sessions = sessions;
    }

    /**
     * Starts a server and returns when it accepts connections.
     *
     * @throws IOException when the directory or the certificate cannot be read, the address is taken, or another server
     *     takes uploads in the directory
     * @throws IllegalArgumentException when two settings contradict each other
     */
    public static BitsServer start(ServerSettings settings) throws IOException {
        return start(settings, null);
    }

    /** @param log is told of each answer, or null */
    static BitsServer start(ServerSettings settings, @Nullable RequestLog log) throws IOException {
        return start(settings, Clock.systemUTC(), log);
    }

    static BitsServer start(ServerSettings settings, Clock clock, @Nullable RequestLog log) throws IOException {
        settings.check();
        ServedDirectory served = new ServedDirectory(settings.directory());
        ConnectionFactory[] factories = factories(settings); // may fail, so before anything is held
        SlowClients slow = new SlowClients(settings, System::nanoTime);
        UploadSessions sessions =
                settings.get(ServerSetting.ALLOW_UPLOAD) ? new UploadSessions(served, settings, clock) : null;
        Digests digests = new Digests(served);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "server-timer");
            thread.setDaemon(true);
            return thread;
        });
        // A handler may block in a body: with a thread for each connection nobody can take the last.
        QueuedThreadPool threads =
                new QueuedThreadPool(settings.get(ServerSetting.MAXIMUM_CONNECTIONS) + SPARE_THREADS, 4);
        threads.setName("server");
        threads.setDaemon(true);
        // Without a pool for buffers of that size each would be made, cleared and dropped again.
        Server jetty = new Server(
                threads,
                null,
                new ArrayByteBufferPool(0, -1, LargeReads.BYTES, -1, KEPT_BUFFERS_BYTES, KEPT_BUFFERS_BYTES));
        ServerConnector connector = new ServerConnector(jetty, 1, 1, factories);
        connector.setHost(settings.get(ServerSetting.ADDRESS));
        connector.setPort(settings.get(ServerSetting.PORT));
        connector.setIdleTimeout(settings.get(ServerSetting.IDLE_TIMEOUT).toMillis());
        connector.addBean(slow);
        jetty.addConnector(connector);
        jetty.addBean(new NetworkConnectionLimit(settings.get(ServerSetting.MAXIMUM_CONNECTIONS), jetty));
        jetty.setRequestLog(log);
        Packets packets =
                sessions == null ? null : new Packets(served, settings, sessions, application(settings), slow, clock);
        jetty.setHandler(new Front(served, settings, new FileAnswers(served, digests), slow, sessions, packets));
        BitsServer server = new BitsServer(jetty, connector, settings, timer, digests, sessions);
        server.run(slow);
        return server;
    }

    private static @Nullable ServerApplication application(ServerSettings settings) {
        URI url = settings.find(ServerSetting.NOTIFICATION_URL);
        return settings.get(ServerSetting.NOTIFICATION_TYPE) == NotificationType.NONE || url == null
                ? null
                : new ServerApplication(
                        settings.get(ServerSetting.NOTIFICATION_TYPE),
                        url,
                        settings.get(ServerSetting.NOTIFICATION_TIMEOUT));
    }

    private static ConnectionFactory[] factories(ServerSettings settings) throws IOException {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(16 << 10);
        configuration.setUriCompliance(UriCompliance.RFC3986); // RequestPath judges what else there may be
        HttpConnectionFactory http = new HttpConnectionFactory(configuration);
        http.setInputBufferSize(BUFFER);
        Path keys = settings.find(ServerSetting.TLS);
        if (keys == null) {
            return new ConnectionFactory[] {http};
        }
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStore(KeyFile.read(keys, settings.get(ServerSetting.TLS_PASSWORD)));
        tls.setKeyStorePassword(KeyFile.password(settings.get(ServerSetting.TLS_PASSWORD)));
        tls.setSniRequired(false);
        return new ConnectionFactory[] {new SslConnectionFactory(tls, http.getProtocol()), http};
    }

    private void run(SlowClients slow) throws IOException {
        try {
            jetty.start();
        } catch (Exception e) {
            close();
            throw e instanceof IOException io ? io : new IOException("The server did not start: " + e.getMessage(), e);
        }
        long every = Math.max(
                1, Math.min(5_000, settings.get(ServerSetting.IDLE_TIMEOUT).toMillis() / 4));
        timer.scheduleWithFixedDelay(slow::sweep, every, every, TimeUnit.MILLISECONDS);
        UploadSessions kept = sessions;
        if (kept != null) {
            timer.scheduleWithFixedDelay(kept::clean, 0, CLEAN_MINUTES, TimeUnit.MINUTES);
        }
    }

    /** The port it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** The address of its root, with a slash at the end. */
    public URI uri() {
        String address = settings.get(ServerSetting.ADDRESS);
        String host = address.contains(":") ? "[" + address + "]" : address;
        String scheme = settings.find(ServerSetting.TLS) == null ? "http" : "https";
        return URI.create(scheme + "://" + host + ":" + port() + "/");
    }

    /** Uploads that are not closed yet. */
    public int openSessions() {
        return sessions == null ? 0 : sessions.size();
    }

    /** Deletes abandoned uploads; a timer does so every few minutes. */
    void clean() {
        if (sessions != null) {
            sessions.clean();
        }
    }

    /** Ends it: connections break, unfinished uploads stay for the next server of the directory. */
    @Override
    public void close() throws IOException {
        timer.shutdownNow();
        try {
            jetty.stop();
        } catch (Exception e) {
            throw new IOException("The server did not stop: " + e.getMessage(), e);
        } finally {
            digests.close();
            if (sessions != null) {
                sessions.close();
            }
        }
    }
}
