package org.openbits.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * An HTTP server of one file that misbehaves on request. Each request takes the next of the planned faults; when none is
 * left it is answered correctly. Thread-safe.
 *
 * <pre>{@code
 * try (FaultyServer server = FaultyServer.serving(bytes).faults(Fault.resetAfter(1000), Fault.status(503))) {
 *     download(server.url());
 * }
 * }</pre>
 */
public final class FaultyServer implements AutoCloseable {

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final Deque<Fault> planned = new ArrayDeque<>();
    private final List<Request> requests = new ArrayList<>();
    private Fault always = Fault.NONE;
    private Version file;
    private int versions;
    private ServerSocket listener;
    private SSLContext tls;
    private int port;

    /** A version of the file. */
    public record Version(byte[] content, String etag, String lastModified) {}

    /**
     * A request as it came.
     *
     * @param headers by name in lower case
     * @param content what the server holds at that time
     */
    public record Request(String method, String target, Map<String, String> headers, byte[] content) {

        public String range() {
            return headers.get("range");
        }

        public String ifRange() {
            return headers.get("if-range");
        }

        /** The first byte asked for. */
        public long from() {
            String range = range();
            return range == null ? 0 : Long.parseLong(range.substring(6, range.indexOf('-')));
        }

        /** One past the last byte asked for. */
        public long to() {
            String range = range();
            String end = range == null ? "" : range.substring(range.indexOf('-') + 1);
            return end.isEmpty() ? Long.MAX_VALUE : Long.parseLong(end) + 1;
        }
    }

    private FaultyServer(byte[] content) {
        content(content);
    }

    /** A server that listens and serves these bytes under every path. */
    public static FaultyServer serving(byte[] content) {
        FaultyServer server = new FaultyServer(content);
        server.listen();
        return server;
    }

    /** The same over TLS, with the certificate of this context. */
    public static FaultyServer secure(byte[] content, SSLContext tls) {
        FaultyServer server = new FaultyServer(content);
        server.tls = tls;
        server.listen();
        return server;
    }

    /** Replaces the file by another version, with its own entity tag and time. */
    public synchronized FaultyServer content(byte[] content) {
        versions++;
        file = new Version(
                content.clone(),
                "\"v" + versions + "-" + content.length + "\"",
                String.format(Locale.ROOT, "Sun, 22 Nov 2026 10:%02d:%02d GMT", versions / 60 % 60, versions % 60));
        return this;
    }

    /** The version served now. */
    public synchronized Version version() {
        return file;
    }

    /** The faults of the next requests, one each. */
    public synchronized FaultyServer faults(Fault... faults) {
        planned.addAll(List.of(faults));
        return this;
    }

    /** The fault of every request that has no planned one. */
    public synchronized FaultyServer always(Fault fault) {
        always = fault;
        return this;
    }

    /** Answers correctly from now on. */
    public synchronized FaultyServer recovered() {
        planned.clear();
        always = Fault.NONE;
        return this;
    }

    public String url() {
        return url("file.bin");
    }

    /** The address of a path; each serves the same file. */
    public String url(String path) {
        return (tls == null ? "http" : "https") + "://127.0.0.1:" + port + "/" + path;
    }

    public int port() {
        return port;
    }

    /** How many connections were made so far. */
    public int connections() {
        return accepted.get();
    }

    /** What was asked so far, oldest first. */
    public synchronized List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Refuses connections from now on and breaks those that are open. */
    public void refuse() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        breakConnections();
    }

    /** Accepts connections again, on the same port. */
    public void listen() {
        try {
            listener = tls == null
                    ? new ServerSocket()
                    : tls.getServerSocketFactory().createServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            port = listener.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ServerSocket mine = listener;
        thread("faulty-accept", () -> {
            while (true) {
                Socket socket = mine.accept();
                connections.add(socket);
                accepted.incrementAndGet();
                thread("faulty-connection", () -> serve(socket));
            }
        });
    }

    @Override
    public void close() {
        closed.countDown();
        refuse();
    }

    /** Resets the connections that are open. */
    public void breakConnections() {
        for (Socket socket : connections) {
            try {
                socket.setSoLinger(true, 0);
                socket.close();
            } catch (IOException e) {
                // It was closed already.
            }
        }
    }

    private void serve(Socket socket) throws IOException, InterruptedException {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            boolean more = true;
            while (more) {
                Answer answer = next(in);
                more = answer != null && answer.send(socket, closed);
            }
        } finally {
            connections.remove(socket);
        }
    }

    private Answer next(BufferedReader in) throws IOException {
        String line = in.readLine();
        if (line == null) {
            return null;
        }
        Map<String, String> headers = new TreeMap<>();
        for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        String[] start = line.split(" ");
        synchronized (this) {
            Request request = new Request(start[0], start[1], headers, file.content());
            requests.add(request);
            Answer answer = Answer.correct(request, file);
            Fault fault = planned.isEmpty() ? always : planned.removeFirst();
            fault.effect().accept(answer);
            return answer;
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void thread(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException | InterruptedException e) {
                        // The connection or the listener was closed: that is how its thread ends.
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }
}
