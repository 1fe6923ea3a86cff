package org.openbits.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbits.ErrorCode;
import org.openbits.FileSpec;
import org.openbits.JobSettings;
import org.openbits.JobType;
import org.openbits.internal.transfer.FileTransferEngine;
import org.openbits.internal.transfer.Recorder;
import org.openbits.internal.transfer.TransferOrder;
import org.openbits.spi.Severity;

/**
 * Uploads to addresses that an object store's owner signed: the signature (AWS Signature Version 4, by query) covers method, path,
 * query and host, so whatever the client changes in them is refused with 403.
 */
class PresignedTest {

    private static final String SECRET = "wJalrXUtnFEMI";
    private static final String SCOPE = "20261122/eu-central-1/s3/aws4_request";

    @TempDir
    Path directory;

    private final FileTransferEngine engine = new FileTransferEngine(List.of(new HttpProtocol()), System::nanoTime);
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer store;
    private Path source;

    @BeforeEach
    void start() throws IOException {
        source = directory.resolve("source.bin");
        store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        store.setExecutor(threads);
        store.createContext("/", exchange -> {
            try (exchange) {
                obey(exchange);
            }
        });
        store.start();
    }

    @AfterEach
    void stop() {
        engine.close();
        store.stop(0);
        threads.shutdownNow();
    }

    /** As a store does: no OPTIONS without a policy for it, no method that it does not know, no byte without a signature. */
    private void obey(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        requests.add(method);
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getRawPath();
        if (!method.equals("PUT")) {
            exchange.sendResponseHeaders(method.equals("OPTIONS") ? 403 : 405, -1);
        } else if (!isSigned(path, String.valueOf(exchange.getRequestURI().getRawQuery()), host(exchange))) {
            exchange.sendResponseHeaders(403, -1);
        } else if (exchange.getRequestHeaders().getFirst("Transfer-Encoding") != null) {
            exchange.sendResponseHeaders(
                    501, -1); // "a header you provided implies functionality that is not implemented"
        } else {
            objects.put(path, body);
            exchange.getResponseHeaders().set("ETag", "\"1\"");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static String host(HttpExchange exchange) {
        return exchange.getRequestHeaders().getFirst("Host");
    }

    private static boolean isSigned(String path, String query, String host) {
        Map<String, String> fields = new TreeMap<>();
        for (String field : query.split("&")) {
            int equals = field.indexOf('=');
            fields.put(field.substring(0, Math.max(0, equals)), field.substring(equals + 1));
        }
        String given = fields.remove("X-Amz-Signature");
        return signature(path, fields, host).equals(given);
    }

    private static String signature(String path, Map<String, String> fields, String host) {
        StringBuilder query = new StringBuilder();
        fields.forEach((name, value) -> query.append(query.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(value));
        String request = "PUT\n" + path + "\n" + query + "\nhost:" + host + "\n\nhost\nUNSIGNED-PAYLOAD";
        String text = "AWS4-HMAC-SHA256\n20261122T100000Z\n" + SCOPE + "\n"
                + HexFormat.of().formatHex(sha256(request));
        byte[] key = ("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8);
        for (String part : SCOPE.split("/")) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, text));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@code aws s3 presign} and the SDKs make them: what is in the query is encoded, slashes too. */
    private String presigned(String path) {
        String host = "127.0.0.1:" + store.getAddress().getPort();
        Map<String, String> fields = new TreeMap<>(Map.of(
                "X-Amz-Algorithm", "AWS4-HMAC-SHA256",
                "X-Amz-Credential", URLEncoder.encode("AKIAEXAMPLE/" + SCOPE, StandardCharsets.UTF_8),
                "X-Amz-Date", "20261122T100000Z",
                "X-Amz-Expires", "3600",
                "X-Amz-SignedHeaders", "host"));
        fields.put("X-Amz-Signature", signature(path, fields, host));
        StringBuilder query = new StringBuilder();
        fields.forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(value));
        return "http://" + host + path + query;
    }

    private Recorder send(String url) {
        Recorder observer = new Recorder();
        engine.start(
                new TransferOrder(
                        JobType.UPLOAD,
                        FileSpec.of(url, source.toString()),
                        Path.of(""),
                        false,
                        null,
                        JobSettings.EMPTY,
                        List.of()),
                observer);
        observer.awaitEnd();
        return observer;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bucket/a.bin", "/bucket/with%20blank/%C3%A4+b%2Bc.bin", "/bucket/a%25b~c.bin"})
    void putsTheFileWithTheAddressAsItWasSigned(String path) throws IOException {
        byte[] content = new byte[200_000];
        new Random(1).nextBytes(content);
        Files.write(source, content);

        Recorder observer = send(presigned(path));

        assertThat(observer.end()).as(() -> String.valueOf(observer.failure())).isEqualTo("finished");
        assertThat(objects.get(path)).isEqualTo(content);
        assertThat(observer.facts().notes()).first().asString().startsWith("Sent by PUT");
        assertThat(requests).containsExactly("OPTIONS", "BITS_POST", "PUT");
    }

    @Test
    void saysThatAnAddressIsNotGoodWithoutTellingItsSignature() throws IOException {
        Files.writeString(source, "x");
        String url = presigned("/bucket/a.bin");

        Recorder observer = send(url.replace("Expires=3600", "Expires=9999"));

        assertThat(observer.failure().code()).isEqualTo(ErrorCode.http(403));
        assertThat(observer.severity()).isInstanceOf(Severity.Fatal.class);
        assertThat(observer.failure().message()).contains("/bucket/a.bin");
        assertThat(objects).isEmpty();
        String signature = URLDecoder.decode(url.substring(url.indexOf("Signature=") + 10), StandardCharsets.UTF_8);
        assertThat(observer.failure().message()).doesNotContain(signature);
    }
}
