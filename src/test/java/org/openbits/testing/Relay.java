package org.openbits.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A piece of network between a client and a server: it counts what the client sends, holds it to a rate, can keep back what
 * the server sends, and can be cut.
 * Its buffers are small, so that little is on the way. Thread-safe.
 */
public final class Relay implements AutoCloseable {

    private static final int BUFFER = 64 << 10;

    private final int server;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong came = new AtomicLong();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final int port;
    private volatile ServerSocket listener;

    /** Bytes a second that the client may send; 0 for no limit. */
    public volatile long rate;

    /** So many bytes come from the server in all, and no more until it is raised: a moment that waits for the test. */
    public volatile long holdsAt = Long.MAX_VALUE;

    /** Between clients and that port of this host. */
    public Relay(int server) {
        this.server = server;
        this.listener = listen(0);
        this.port = listener.getLocalPort();
        accept();
    }

    private static ServerSocket listen(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.setReceiveBufferSize(BUFFER);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where clients find the server. */
    public int port() {
        return port;
    }

    /** The same as an address of http. */
    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** Bytes of all requests that came from clients, heads included. */
    public long sentBytes() {
        return sent.get();
    }

    /** Nobody gets through any more, and nobody is told why. */
    public void cut() {
        close();
    }

    /** After {@link #cut()}. */
    public void mend() {
        listener = listen(port);
        accept();
    }

    private void accept() {
        ServerSocket now = listener;
        start(() -> {
            try {
                while (true) {
                    Socket client = now.accept();
                    Socket there = new Socket();
                    there.setSendBufferSize(BUFFER);
                    there.setReceiveBufferSize(BUFFER);
                    sockets.add(client);
                    sockets.add(there);
                    start(() -> join(client, there));
                }
            } catch (IOException e) {
                // Cut.
            }
        });
    }

    private void join(Socket client, Socket there) {
        try {
            there.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server), 5_000);
            start(() -> pump(there, client, false));
            pump(client, there, true);
        } catch (IOException e) {
            end(client, there); // the server is not there, and so neither are we
        }
    }

    private void pump(Socket from, Socket to, boolean isUpward) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (isUpward) {
                    sent.addAndGet(count);
                    long limit = rate;
                    if (limit > 0) {
                        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(count) / limit);
                    }
                } else {
                    came.addAndGet(count);
                    while (came.get() > holdsAt && !to.isClosed()) {
                        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
                    }
                }
                out.write(buffer, 0, count);
            }
        } catch (IOException e) {
            // One of them is gone, and so is the other now.
        } finally {
            end(from, to);
        }
    }

    private void end(Socket one, Socket other) {
        for (Socket socket : new Socket[] {one, other}) {
            sockets.remove(socket);
            try {
                socket.close();
            } catch (IOException e) {
                // It is of no use any more.
            }
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sockets.forEach(socket -> end(socket, socket));
    }
}
