package org.openbits.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server of tus 1.0 or of the IETF's draft, written from their texts for tests of the client. It keeps uploads in files of a
 * directory, as they come, and misbehaves on request. Thread-safe.
 */
public final class OffsetServer implements AutoCloseable {

    /** One upload. */
    public static final class Upload {
        public final Path data;
        public final long length;
        public volatile boolean complete;

        Upload(Path data, long length) {
            this.data = data;
            this.length = length;
            this.complete = length == 0;
        }

        public byte[] content() {
            try {
                return Files.readAllBytes(data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        long size() throws IOException {
            return Files.size(data);
        }
    }

    private final Path directory;
    private final boolean isTus;
    private final Map<String, Upload> uploads = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> checksums = new CopyOnWriteArrayList<>();
    private final AtomicInteger number = new AtomicInteger();
    private ExecutorService threads;
    private HttpServer server;
    private int port;

    /** The next body is cut off after so many bytes; -1 for none. */
    public volatile long cutAfter = -1;
    /** The largest body; others get 413. */
    public volatile long mostBody = Long.MAX_VALUE;
    /** Headers of every answer: what it can, its limits, when uploads expire. */
    public final Map<String, String> headers = new ConcurrentHashMap<>();
    /** A byte of the next body arrives wrong. */
    public volatile boolean spoils;
    /** So many bodies are refused by 409. */
    public volatile int conflicts;
    /** What every answer to HEAD says, as {@code name: value}; null for the truth. */
    public volatile String lie;

    public OffsetServer(Path directory, boolean isTus) {
        this.directory = directory;
        this.isTus = isTus;
    }

    public OffsetServer start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = server.getAddress().getPort();
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try {
                obey(exchange);
            } finally {
                exchange.close();
            }
        });
        server.start();
        return this;
    }

    /** As if it had been killed; {@link #start} keeps port and uploads. */
    public void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    public void loseUploads() {
        uploads.clear();
    }

    public int port() {
        return port;
    }

    public String url() {
        return "http://127.0.0.1:" + port + "/files/";
    }

    /** The upload of that number, from 1 on; null when it is gone. */
    public Upload upload(int which) {
        return uploads.get("/uploads/" + which);
    }

    /** The newest upload. */
    public Upload last() {
        return upload(number.get());
    }

    public int uploads() {
        return uploads.size();
    }

    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** The Upload-Checksum of each body that had one. */
    public List<String> checksums() {
        return List.copyOf(checksums);
    }

    private void obey(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        requests.add(method);
        String version = isTus ? "Tus-Resumable" : "Upload-Draft-Interop-Version";
        exchange.getResponseHeaders().set(version, isTus ? "1.0.0" : "8");
        headers.forEach(exchange.getResponseHeaders()::set);
        String path = exchange.getRequestURI().getPath();
        Upload upload = uploads.get(path);
        if (method.equals("OPTIONS")) {
            exchange.sendResponseHeaders(204, -1);
        } else if (method.equals("GET")) {
            give(exchange, upload);
        } else if (exchange.getRequestHeaders().getFirst(version) == null) {
            exchange.sendResponseHeaders(412, -1);
        } else if (method.equals("POST")) {
            create(exchange);
        } else if (upload == null) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(404, -1);
        } else if (method.equals("DELETE")) {
            uploads.remove(path);
            exchange.sendResponseHeaders(204, -1);
        } else if (method.equals("HEAD")) {
            tellOffset(exchange, upload);
            String wrong = lie;
            if (wrong != null) {
                exchange.getResponseHeaders().set(wrong.split(": ")[0], wrong.split(": ")[1]);
            }
            exchange.sendResponseHeaders(isTus ? 200 : 204, -1);
        } else {
            synchronized (upload) {
                append(exchange, upload);
            }
        }
    }

    private static void give(HttpExchange exchange, Upload upload) throws IOException {
        if (upload == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        exchange.sendResponseHeaders(200, upload.size() == 0 ? -1 : upload.size());
        if (upload.size() > 0) {
            Files.copy(upload.data, exchange.getResponseBody());
        }
    }

    private void create(HttpExchange exchange) throws IOException {
        int which = number.incrementAndGet();
        Path data = Files.write(directory.resolve("upload" + which), new byte[0]);
        long length = Long.parseLong(exchange.getRequestHeaders().getFirst("Upload-Length"));
        uploads.put("/uploads/" + which, new Upload(data, length));
        if (exchange.getResponseHeaders().getFirst("Location") == null) {
            // Absolute, as clients may come through a relay: it is the host that they named.
            exchange.getResponseHeaders()
                    .set("Location", "http://" + exchange.getRequestHeaders().getFirst("Host") + "/uploads/" + which);
        }
        exchange.sendResponseHeaders(201, -1);
    }

    private void append(HttpExchange exchange, Upload upload) throws IOException {
        long length = Long.parseLong(exchange.getRequestHeaders().getFirst("Content-Length"));
        long offset = Long.parseLong(exchange.getRequestHeaders().getFirst("Upload-Offset"));
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (!(isTus ? "application/offset+octet-stream" : "application/partial-upload").equals(type)) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(415, -1);
        } else if (offset != upload.size() || conflicts > 0) {
            conflicts = Math.max(0, conflicts - 1);
            exchange.getRequestBody().readAllBytes();
            tellOffset(exchange, upload);
            exchange.sendResponseHeaders(409, -1);
        } else if (length > mostBody) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(413, -1);
        } else if (take(exchange, upload, length)) {
            String end = exchange.getRequestHeaders().getFirst("Upload-Complete");
            upload.complete = isTus ? upload.size() == upload.length : "?1".equals(end);
            tellOffset(exchange, upload);
            exchange.sendResponseHeaders(204, -1);
        }
    }

    /** @return whether it came whole; else it is answered, or cut */
    private boolean take(HttpExchange exchange, Upload upload, long length) throws IOException {
        long limit = cutAfter;
        cutAfter = -1;
        String[] sum = String.valueOf(exchange.getRequestHeaders().getFirst("Upload-Checksum"))
                .split(" ");
        MessageDigest digest = sum.length == 2 ? digest(sum[0]) : null;
        if (digest != null) {
            checksums.add(String.join(" ", sum));
        }
        long before = upload.size();
        long left = limit < 0 ? length : Math.min(limit, length);
        InputStream body = exchange.getRequestBody();
        byte[] buffer = new byte[64 << 10];
        try (OutputStream out = Files.newOutputStream(upload.data, StandardOpenOption.APPEND)) {
            while (left > 0) {
                int read = body.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) {
                    return false;
                }
                if (spoils) {
                    spoils = false;
                    buffer[0] ^= 1;
                }
                if (digest != null) {
                    digest.update(buffer, 0, read);
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
        if (digest != null
                && !Base64.getEncoder().encodeToString(digest.digest()).equals(sum[1])) {
            try (var data = java.nio.channels.FileChannel.open(upload.data, StandardOpenOption.WRITE)) {
                data.truncate(before);
            }
            exchange.sendResponseHeaders(460, -1);
            return false;
        }
        return limit < 0 || limit >= length;
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(
                    Map.of("sha1", "SHA-1", "sha256", "SHA-256", "md5", "MD5").get(name));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void tellOffset(HttpExchange exchange, Upload upload) throws IOException {
        exchange.getResponseHeaders().set("Upload-Offset", Long.toString(upload.size()));
        if (!isTus) {
            exchange.getResponseHeaders().set("Upload-Complete", upload.complete ? "?1" : "?0");
        }
    }

    @Override
    public void close() {
        stop();
    }
}
