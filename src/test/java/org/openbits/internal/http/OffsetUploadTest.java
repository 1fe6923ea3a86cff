package org.openbits.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openbits.FileSpec;
import org.openbits.JobSettings;
import org.openbits.JobType;
import org.openbits.UploadProtocol;
import org.openbits.internal.transfer.Checkpoint;
import org.openbits.internal.transfer.FileTransferEngine;
import org.openbits.internal.transfer.Recorder;
import org.openbits.internal.transfer.TransferOrder;
import org.openbits.internal.transfer.UploadLedger;

/** tus and the draft against a small server of both, written from their texts, that misbehaves on request. */
class OffsetUploadTest {

    private static final class Upload {
        final ByteArrayOutputStream data = new ByteArrayOutputStream();
        long length;
        boolean complete;
    }

    @TempDir
    Path directory;

    private final FileTransferEngine engine = new FileTransferEngine(List.of(new HttpProtocol()), System::nanoTime);
    private final Map<String, Upload> uploads = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger number = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile long cutAfter = -1;
    private volatile long mostBody = Long.MAX_VALUE;
    private OffsetDialect dialect = OffsetDialect.TUS;
    private HttpServer server;
    private Path source;

    @BeforeEach
    void start() throws IOException {
        source = directory.resolve("source.bin");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try {
                obey(exchange);
            } finally {
                exchange.close();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        engine.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private void obey(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        requests.add(method);
        boolean isTus = dialect == OffsetDialect.TUS;
        String version = isTus ? "Tus-Resumable" : "Upload-Draft-Interop-Version";
        exchange.getResponseHeaders().set(version, isTus ? "1.0.0" : OffsetDialect.INTEROP_VERSION);
        if (method.equals("OPTIONS")) {
            exchange.sendResponseHeaders(204, -1);
            return;
        }
        if (exchange.getRequestHeaders().getFirst(version) == null) {
            exchange.sendResponseHeaders(412, -1);
            return;
        }
        if (method.equals("POST")) {
            create(exchange);
            return;
        }
        Upload upload = uploads.get(path);
        if (upload == null) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(404, -1);
        } else if (method.equals("DELETE")) {
            uploads.remove(path);
            exchange.sendResponseHeaders(204, -1);
        } else if (method.equals("HEAD")) {
            tellOffset(exchange, upload);
            exchange.sendResponseHeaders(isTus ? 200 : 204, -1);
        } else {
            synchronized (upload) {
                append(exchange, upload);
            }
        }
    }

    private void create(HttpExchange exchange) throws IOException {
        Upload upload = new Upload();
        upload.length = Long.parseLong(exchange.getRequestHeaders().getFirst("Upload-Length"));
        upload.complete = upload.length == 0;
        String path = "/uploads/" + number.incrementAndGet();
        uploads.put(path, upload);
        exchange.getResponseHeaders().set("Location", path);
        exchange.sendResponseHeaders(201, -1);
    }

    private void append(HttpExchange exchange, Upload upload) throws IOException {
        long length = Long.parseLong(exchange.getRequestHeaders().getFirst("Content-Length"));
        long offset = Long.parseLong(exchange.getRequestHeaders().getFirst("Upload-Offset"));
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        assertThat(type)
                .isEqualTo(
                        dialect == OffsetDialect.TUS
                                ? "application/offset+octet-stream"
                                : "application/partial-upload");
        if (offset != upload.data.size()) {
            exchange.getRequestBody().readAllBytes();
            tellOffset(exchange, upload);
            exchange.sendResponseHeaders(409, -1);
            return;
        }
        if (length > mostBody) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(413, -1);
            return;
        }
        long limit = cutAfter;
        cutAfter = -1;
        InputStream body = exchange.getRequestBody();
        byte[] bytes = body.readNBytes((int) (limit < 0 ? length : Math.min(limit, length)));
        upload.data.write(bytes);
        if (bytes.length < length) {
            return;
        }
        upload.complete = dialect == OffsetDialect.TUS
                ? upload.data.size() == upload.length
                : "?1".equals(exchange.getRequestHeaders().getFirst("Upload-Complete"));
        tellOffset(exchange, upload);
        exchange.sendResponseHeaders(204, -1);
    }

    private void tellOffset(HttpExchange exchange, Upload upload) {
        exchange.getResponseHeaders().set("Upload-Offset", Integer.toString(upload.data.size()));
        if (dialect == OffsetDialect.RESUMABLE) {
            exchange.getResponseHeaders().set("Upload-Complete", upload.complete ? "?1" : "?0");
        }
    }

    private byte[] content(int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        Files.write(source, content);
        return content;
    }

    private TransferOrder order(Checkpoint checkpoint) {
        return new TransferOrder(
                JobType.UPLOAD,
                FileSpec.of("http://127.0.0.1:" + server.getAddress().getPort() + "/files/", source.toString()),
                Path.of(""),
                checkpoint != null,
                checkpoint,
                JobSettings.EMPTY,
                List.of());
    }

    private Recorder run(Checkpoint checkpoint) {
        Recorder observer = new Recorder();
        engine.start(order(checkpoint), observer);
        observer.awaitEnd();
        return observer;
    }

    static List<Object[]> sizes() {
        return List.of(
                new Object[] {OffsetDialect.TUS, 0},
                new Object[] {OffsetDialect.TUS, 1},
                new Object[] {OffsetDialect.TUS, 65_535},
                new Object[] {OffsetDialect.TUS, 3_000_000},
                new Object[] {OffsetDialect.RESUMABLE, 0},
                new Object[] {OffsetDialect.RESUMABLE, 1},
                new Object[] {OffsetDialect.RESUMABLE, 65_536},
                new Object[] {OffsetDialect.RESUMABLE, 3_000_000});
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void findsOutAndSends(OffsetDialect spoken, int bytes) throws IOException {
        dialect = spoken;
        byte[] content = content(bytes);

        Recorder observer = run(null);

        assertThat(observer.end()).isEqualTo("finished");
        assertThat(uploads.get("/uploads/1").data.toByteArray()).isEqualTo(content);
        assertThat(uploads.get("/uploads/1").complete).isTrue();
        assertThat(observer.facts().notes().get(0)).contains(spoken.words()).endsWith("goes on where it stopped.");
        assertThat(observer.facts().resumable()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(OffsetDialect.class)
    void goesOnWhereTheServerIs(OffsetDialect spoken) throws IOException {
        dialect = spoken;
        byte[] content = content(3_000_000);
        cutAfter = 1_000_000;

        Recorder observer = run(null);

        assertThat(observer.end()).isEqualTo("finished");
        assertThat(uploads.get("/uploads/1").data.toByteArray()).isEqualTo(content);
        assertThat(requests).containsOnlyOnce("POST").contains("HEAD");
    }

    @ParameterizedTest
    @EnumSource(OffsetDialect.class)
    void beginsAnewWhenTheUploadIsGone(OffsetDialect spoken) throws IOException {
        dialect = spoken;
        byte[] content = content(500_000);
        Recorder first = run(null);
        Checkpoint open = new Checkpoint(
                first.checkpoint().validator(),
                List.of(),
                new UploadLedger(
                        HttpUpload.session(
                                spoken == OffsetDialect.TUS ? UploadProtocol.TUS : UploadProtocol.RESUMABLE,
                                Map.of(
                                        "url",
                                        "http://127.0.0.1:"
                                                + server.getAddress().getPort() + "/uploads/9")),
                        0,
                        0,
                        false,
                        null));

        Recorder second = run(open);

        assertThat(second.end()).isEqualTo("finished");
        assertThat(uploads.get("/uploads/2").data.toByteArray()).isEqualTo(content);
    }

    @ParameterizedTest
    @EnumSource(OffsetDialect.class)
    void sendsSmallerBodiesToAServerThatTakesNoLargerOnes(OffsetDialect spoken) throws IOException {
        dialect = spoken;
        byte[] content = content(1_000_000);
        mostBody = 200_000;

        assertThat(run(null).end()).isEqualTo("finished");

        assertThat(uploads.get("/uploads/1").data.toByteArray()).isEqualTo(content);
    }

    @ParameterizedTest
    @EnumSource(OffsetDialect.class)
    void deletesWhatIsGivenUp(OffsetDialect spoken) throws Exception {
        dialect = spoken;
        content(500_000);
        Recorder first = run(null);
        Checkpoint last = first.checkpoint();
        Checkpoint open = new Checkpoint(
                last.validator(),
                List.of(),
                new UploadLedger(
                        HttpUpload.session(
                                UploadProtocol.valueOf(
                                        last.upload().session().protocol().toUpperCase(Locale.ROOT)),
                                Map.of("url", last.upload().session().values().get("url"))),
                        0,
                        0,
                        false,
                        null));

        engine.abandon(order(open), Duration.ofSeconds(10));

        assertThat(uploads).isEmpty();
    }
}
