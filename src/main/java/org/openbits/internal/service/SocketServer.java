package org.openbits.internal.service;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.openbits.internal.channel.JobChannel;
import org.openbits.internal.home.Account;
import org.openbits.internal.home.PrivateDirectory;
import org.openbits.internal.wire.LineChannel;
import org.openbits.internal.wire.Peer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on the socket of one user and talks to the clients of that user only. One thread accepts, two serve each
 * client.
 */
final class SocketServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SocketServer.class);

    /** Connections at once; far more than shells a person opens, few enough for the threads they cost. */
    private static final int MOST_CLIENTS = 200;

    /** For all clients together: a service that is told to stop must not wait long for those who do not read. */
    private static final long LONGEST_FAREWELL_NANOS = Duration.ofSeconds(5).toNanos();

    private static final long AFTER_TROUBLE_NANOS = Duration.ofMillis(100).toNanos();

    private final Path socket;
    private final ServerSocketChannel server;
    private final UserPrincipal owner;
    private final Supplier<JobChannel> queues;
    private final ServiceRequests service;
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private int clientsSoFar;

    private SocketServer(
            Path socket,
            ServerSocketChannel server,
            UserPrincipal owner,
            Supplier<JobChannel> queues,
            ServiceRequests service) {
        this.socket = socket;
        this.server = server;
        this.owner = owner;
        this.queues = queues;
        this.service = service;
    }

    /**
     * Begins to listen. The caller owns the home, so a socket found there is stale and is replaced.
     *
     * @param queues gives each client its view of the queue
     * @throws IOException when the directory is not private or the socket cannot be made
     */
    static SocketServer open(Path socket, Supplier<JobChannel> queues, ServiceRequests service) throws IOException {
        PrivateDirectory.ensure(socket.resolveSibling(".").normalize());
        Files.deleteIfExists(socket);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(socket), MOST_CLIENTS);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
            }
            SocketServer opened = new SocketServer(socket, server, Account.current(), queues, service);
            new Thread(opened::accept, "bitsd-accept").start();
            return opened;
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    /** How many clients are connected. */
    int clients() {
        return sessions.size();
    }

    /** Accepts nobody any more, answers what is under way and says goodbye to everybody. */
    void leave(String reason) {
        try {
            server.close();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            LOG.warn("The socket {} could not be removed: {}", socket, e.toString());
        }
        sessions.forEach(Session::refuseMore);
        long began = System.nanoTime();
        sessions.forEach(session -> session.bye(reason, LONGEST_FAREWELL_NANOS - (System.nanoTime() - began)));
    }

    /** Hangs up on those who are left. */
    @Override
    public void close() {
        sessions.forEach(Session::close);
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                welcome(server.accept());
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                // Too many open files, or no room for another thread: that passes. A deaf service would not.
                LOG.warn("A client could not be accepted: {}", e.toString());
                LockSupport.parkNanos(AFTER_TROUBLE_NANOS);
            }
        }
    }

    private void welcome(SocketChannel client) throws IOException {
        if (!Peer.is(client, owner)) {
            LOG.warn("Another user tried to connect: refused");
            client.close();
            return;
        }
        if (sessions.size() >= MOST_CLIENTS) {
            LOG.warn("More than {} clients: one is refused", MOST_CLIENTS);
            client.close();
            return;
        }
        Session session = new Session(new LineChannel(client), queues.get(), service);
        String name = "bitsd-client-" + ++clientsSoFar;
        sessions.add(session);
        Thread reader = new Thread(() -> serve(session, name), name);
        try {
            reader.start();
        } catch (OutOfMemoryError e) {
            session.close();
            sessions.remove(session);
            throw e;
        }
    }

    private void serve(Session session, String name) {
        try {
            session.talk(name);
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("{} failed", name, e);
            session.close();
        } finally {
            sessions.remove(session);
        }
    }
}
