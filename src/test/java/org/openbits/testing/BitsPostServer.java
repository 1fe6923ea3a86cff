package org.openbits.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A server of the BITS upload protocol, written from the specification for tests of the client: it keeps what comes in files
 * of a directory of its own, and misbehaves on request. Shares no code with the real server. Thread-safe. Long because it is
 * the whole protocol once more: in one place it can be read beside the specification.
 */
public final class BitsPostServer implements AutoCloseable {

    private static final String PROTOCOL = "{7df0354d-249b-430f-820d-3d2a9bef4931}";

    /** What came. */
    public record Packet(String type, String session, String range, long bytes, int status) {}

    private static final class Session {
        final String path;
        final Path data;
        boolean whole;

        Session(String path, Path data) {
            this.path = path;
            this.data = data;
        }

        long size() throws IOException {
            return Files.size(data);
        }

        void cutTo(long bytes) throws IOException {
            try (FileChannel file = FileChannel.open(data, StandardOpenOption.WRITE)) {
                file.truncate(bytes);
            }
        }
    }

    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Map<String, Path> files = new ConcurrentHashMap<>();
    private final Path directory;
    private final Map<String, byte[]> replies = new ConcurrentHashMap<>();
    private final List<Packet> packets = new CopyOnWriteArrayList<>();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong notified = new AtomicLong();
    private ExecutorService threads;
    private HttpServer server;
    private int port;

    /** Bytes a second; 0 for no limit. */
    public volatile long rate;
    /** No byte of a file from there on is read, so that no upload ends before the test has acted, however long that takes. */
    public volatile long holdsAt = Long.MAX_VALUE;
    /** The largest fragment; others get 413. */
    public volatile long mostFragment = Long.MAX_VALUE;
    /** The largest fragment as it names it, or null. */
    public volatile String named;
    /** The next fragment is cut off after so many bytes; -1 for none. */
    public volatile long cutAfter = -1;
    /** Whether bytes of a cut fragment are kept. */
    public volatile boolean keepsParts;
    /** The server application; null for none. */
    public volatile Function<byte[], byte[]> application;
    /** What the application fails with, as {@code status code}; null for success. */
    public volatile String applicationError;
    /** The BITS-Host-Id, or null. */
    public volatile String hostId;
    /** Seconds after which the client may come back from that host; null for never. */
    public volatile String hostFallback;
    /** user:password, or null for everybody. */
    public volatile String account;
    /** Packets of this type are obeyed, but their answer is lost, once. */
    public volatile String losesAnswerTo;
    /** What it says that it expects next; null for the truth. */
    public volatile String claims;
    /** Packets for which it says so are neither obeyed nor answered. */
    public volatile Predicate<String> drops = type -> false;
    /** Called after a packet of that type was obeyed, before its answer. */
    public volatile Consumer<String> listener = type -> {};

    public BitsPostServer() {
        try {
            directory = Files.createTempDirectory("bits-post");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public BitsPostServer start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = server.getAddress().getPort();
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        return this;
    }

    /** Nobody can reach it; {@link #start} keeps port, files and sessions. */
    public void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    public void loseSessions() {
        sessions.clear();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    public int port() {
        return port;
    }

    /** The content of a path, or null. */
    public byte[] file(String path) {
        try {
            Path file = files.get(path);
            return file == null ? null : Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the content of a path lies, or null. */
    public Path stored(String path) {
        return files.get(path);
    }

    public List<Packet> packets() {
        return List.copyOf(packets);
    }

    public List<String> types() {
        return packets.stream().map(Packet::type).toList();
    }

    /** Bytes of all fragments, those that came twice included. */
    public long receivedBytes() {
        return received.get();
    }

    /** How often the application was given a file. */
    public long notified() {
        return notified.get();
    }

    public int openSessions() {
        return sessions.size();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            String method = exchange.getRequestMethod();
            if (account != null && !isAllowed(exchange)) {
                exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"bits\"");
                exchange.sendResponseHeaders(401, -1);
            } else if (method.equals("BITS_POST")) {
                obey(exchange);
            } else if (method.equals("GET")) {
                serve(exchange);
            } else {
                exchange.sendResponseHeaders(405, -1);
            }
        } finally {
            exchange.close();
        }
    }

    private boolean isAllowed(HttpExchange exchange) {
        String expected = "Basic " + Base64.getEncoder().encodeToString(account.getBytes());
        return expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Path file = files.get(path);
        byte[] reply = replies.get(path);
        if (file == null && reply == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        long length = reply != null ? reply.length : Files.size(file);
        exchange.sendResponseHeaders(200, length == 0 ? -1 : length);
        if (reply != null && length > 0) {
            exchange.getResponseBody().write(reply);
        } else if (length > 0) {
            Files.copy(file, exchange.getResponseBody());
        }
    }

    private void obey(HttpExchange exchange) throws IOException {
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("BITS-Packet-Type"));
        String id = exchange.getRequestHeaders().getFirst("BITS-Session-Id");
        if (drops.test(type)) {
            return;
        }
        switch (type.toUpperCase(Locale.ROOT)) {
            case "PING" -> answer(exchange, type, 200);
            case "CREATE-SESSION" -> create(exchange, type);
            case "FRAGMENT" -> fragment(exchange, type, id);
            case "CLOSE-SESSION", "CANCEL-SESSION" -> {
                if (id == null || sessions.remove(id) == null) {
                    unknown(exchange, type);
                } else {
                    replies.remove("/replies/" + id);
                    answer(exchange, type, 200);
                }
            }
            default -> answer(exchange, type, 400);
        }
    }

    private void create(HttpExchange exchange, String type) throws IOException {
        if (!String.valueOf(exchange.getRequestHeaders().getFirst("BITS-Supported-Protocols"))
                .toLowerCase(Locale.ROOT)
                .contains(PROTOCOL)) {
            answer(exchange, type, 400);
            return;
        }
        String id = "{" + UUID.randomUUID() + "}";
        Path data = Files.createFile(directory.resolve(id));
        sessions.put(id, new Session(exchange.getRequestURI().getPath(), data));
        exchange.getResponseHeaders().set("BITS-Protocol", PROTOCOL);
        exchange.getResponseHeaders().set("BITS-Session-Id", id);
        if (named != null) {
            exchange.getResponseHeaders().set("OpenBITS-Fragment-Bytes", named);
        }
        if (hostId != null) {
            exchange.getResponseHeaders().set("BITS-Host-Id", hostId);
            if (hostFallback != null) {
                exchange.getResponseHeaders().set("BITS-Host-Id-Fallback-Timeout", hostFallback);
            }
        }
        answer(exchange, type, 200);
    }

    private void fragment(HttpExchange exchange, String type, String id) throws IOException {
        Session session = id == null ? null : sessions.get(id);
        String range = exchange.getRequestHeaders().getFirst("Content-Range");
        long length = Long.parseLong(exchange.getRequestHeaders().getFirst("Content-Length"));
        if (session == null) {
            drain(exchange);
            unknown(exchange, type);
            return;
        }
        if (length > mostFragment) {
            drain(exchange);
            answer(exchange, type, 413);
            return;
        }
        long total = Long.parseLong(range.substring(range.indexOf('/') + 1));
        long first = total == 0 ? 0 : Long.parseLong(range.substring(6, range.indexOf('-')));
        synchronized (session) {
            take(exchange, type, session, first, length, total);
        }
    }

    private void take(HttpExchange exchange, String type, Session session, long first, long length, long total)
            throws IOException {
        long held = session.size();
        if (first > held) {
            drain(exchange);
            expected(exchange, session);
            answer(exchange, type, 416);
            return;
        }
        long limit = cutAfter;
        long taken = read(exchange.getRequestBody(), first, limit < 0 ? length : Math.min(limit, length), session);
        if (taken < length) {
            if (!keepsParts) {
                session.cutTo(held);
            }
            if (limit >= 0) {
                cutAfter = -1;
                packets.add(new Packet(type, "", header(exchange, "Content-Range"), taken, 0));
            }
            return; // the connection ends without an answer
        }
        if (session.size() == total && !end(exchange, type, session)) {
            return;
        }
        expected(exchange, session);
        answer(exchange, type, 200);
    }

    private boolean end(HttpExchange exchange, String type, Session session) throws IOException {
        if (application == null) {
            files.put(session.path, session.data);
            return true;
        }
        String id = header(exchange, "BITS-Session-Id");
        if (!session.whole) {
            notified.incrementAndGet();
            if (applicationError != null) {
                String[] parts = applicationError.split(" ");
                exchange.getResponseHeaders().set("BITS-Error-Code", parts[1]);
                exchange.getResponseHeaders().set("BITS-Error-Context", "0x7");
                answer(exchange, type, Integer.parseInt(parts[0]));
                return false;
            }
            session.whole = true;
            replies.put("/replies/" + id, application.apply(Files.readAllBytes(session.data)));
        }
        exchange.getResponseHeaders()
                .set("BITS-Reply-URL", url("/replies/" + id.replace("{", "%7B").replace("}", "%7D")));
        return true;
    }

    private void expected(HttpExchange exchange, Session session) throws IOException {
        String lie = claims;
        exchange.getResponseHeaders()
                .set("BITS-Received-Content-Range", lie == null ? Long.toString(session.size()) : lie);
    }

    /** Appends a body but for what is there already; returns how many bytes came. */
    private long read(InputStream body, long first, long count, Session session) throws IOException {
        byte[] buffer = new byte[64 << 10];
        long skip = session.size() - first;
        long taken = 0;
        try (OutputStream data = Files.newOutputStream(session.data, StandardOpenOption.APPEND)) {
            while (taken < count && awaitLeave(first + taken)) {
                long most = Math.min(buffer.length, Math.min(count, holdsAt - first) - taken);
                int read = body.read(buffer, 0, (int) Math.max(1, most));
                if (read < 0) {
                    break;
                }
                int over = (int) Math.min(read, Math.max(0, skip - taken));
                data.write(buffer, over, read - over);
                taken += read;
                received.addAndGet(read);
                if (rate > 0) {
                    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(read) / rate);
                }
            }
        } catch (IOException e) {
            return taken; // the client is gone
        }
        return taken;
    }

    /** Waits until the byte at that place may be read; false when the server ends first. */
    private boolean awaitLeave(long place) {
        while (place >= holdsAt && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        return place < holdsAt;
    }

    private static void drain(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
    }

    private void unknown(HttpExchange exchange, String type) throws IOException {
        exchange.getResponseHeaders().set("BITS-Error-Code", "0x8020001F");
        exchange.getResponseHeaders().set("BITS-Error-Context", "0x5");
        answer(exchange, type, 500);
    }

    private void answer(HttpExchange exchange, String type, int status) throws IOException {
        packets.add(new Packet(
                type,
                header(exchange, "BITS-Session-Id"),
                header(exchange, "Content-Range"),
                exchange.getRequestHeaders().getFirst("Content-Length") == null
                        ? -1
                        : Long.parseLong(header(exchange, "Content-Length")),
                status));
        listener.accept(type);
        if (type.equals(losesAnswerTo)) {
            losesAnswerTo = null;
            return;
        }
        exchange.getResponseHeaders().set("BITS-Packet-Type", "Ack");
        exchange.sendResponseHeaders(status, -1);
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    @Override
    public void close() {
        stop();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
