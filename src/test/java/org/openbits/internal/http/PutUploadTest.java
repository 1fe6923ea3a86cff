package org.openbits.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbits.FileSpec;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobType;
import org.openbits.internal.transfer.FileTransferEngine;
import org.openbits.internal.transfer.Recorder;
import org.openbits.internal.transfer.TransferOrder;
import org.openbits.spi.Severity;
import org.openbits.testing.Apache;
import org.openbits.testing.Certificates;
import org.openbits.testing.Nginx;

/** Uploads by PUT to the servers people have, found by asking them. */
class PutUploadTest {

    @TempDir
    Path directory;

    private final HttpProtocol protocol = new HttpProtocol();
    private final FileTransferEngine engine = new FileTransferEngine(List.of(protocol), System::nanoTime);
    private Path source;

    @BeforeEach
    void name() {
        source = directory.resolve("source.bin");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private byte[] content(int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        Files.write(source, content);
        return content;
    }

    private Recorder upload(String url, JobSettings settings) {
        Recorder observer = new Recorder();
        engine.start(order(url, settings), observer);
        observer.awaitEnd();
        return observer;
    }

    private TransferOrder order(String url, JobSettings settings) {
        return new TransferOrder(
                JobType.UPLOAD, FileSpec.of(url, source.toString()), Path.of(""), false, null, settings, List.of());
    }

    private Nginx nginx() {
        return Nginx.in(directory)
                .with("dav_methods PUT DELETE;")
                .with("create_full_put_path on;")
                .with("client_max_body_size 100m;")
                .start();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 20_000_000})
    void reachesNginx(int bytes) throws IOException {
        byte[] content = content(bytes);
        try (Nginx nginx = nginx()) {
            Recorder observer = upload(nginx.url("in/new/a.bin"), JobSettings.EMPTY);

            assertThat(observer.end()).isEqualTo("finished");
            assertThat(nginx.root().resolve("in/new/a.bin")).hasBinaryContent(content);
            assertThat(observer.facts().notes())
                    .containsExactly("Sent by PUT; an interrupted upload starts from the beginning.");
            assertThat(observer.facts().resumable()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 5_000_000})
    void reachesApache(int bytes) throws IOException {
        byte[] content = content(bytes);
        try (Apache apache = Apache.start(directory)) {
            Recorder observer = upload(apache.url("a.bin"), JobSettings.EMPTY);

            assertThat(observer.end()).isEqualTo("finished");
            assertThat(apache.root().resolve("a.bin")).hasBinaryContent(content);
        }
    }

    @Test
    void asksAHostOnlyOnce() throws IOException {
        content(1_000);
        try (Nginx nginx = nginx()) {
            upload(nginx.url("in/a.bin"), JobSettings.EMPTY);
            upload(nginx.url("in/b.bin"), JobSettings.EMPTY);

            assertThat(nginx.requests().stream().map(Nginx.Request::method))
                    .containsExactly("OPTIONS", "BITS_POST", "PUT", "PUT");
        }
    }

    @Test
    void aRefusalCostsNoBytesAndSaysWhy() throws IOException {
        content(20_000_000);
        try (Nginx nginx = Nginx.in(directory)
                .with("dav_methods PUT;")
                .with("client_max_body_size 1m;")
                .start()) {
            Recorder observer = upload(nginx.url("in/a.bin"), JobSettings.EMPTY);

            assertThat(observer.end()).isEqualTo("failed BG_E_HTTP_ERROR_413");
            assertThat(observer.severity()).isEqualTo(Severity.FATAL);
            assertThat(observer.mostProgress()).isZero();
        }
    }

    @Test
    void namesTheOtherWaysToAServerThatTakesNoPut() throws IOException {
        content(100_000);
        try (Nginx nginx = Nginx.in(directory).start()) {
            Recorder observer = upload(nginx.url("in/a.bin"), JobSettings.EMPTY);

            assertThat(observer.end()).isEqualTo("failed BG_E_HTTP_ERROR_405");
            assertThat(observer.failure().message()).contains("takes no PUT").contains("-UploadProtocol");
        }
    }

    /** Bytes that went past TLS would reach nginx as no request at all. */
    @Test
    void encryptsWhatGoesBySecureConnection() throws Exception {
        byte[] content = content(3_000_000);
        Certificates certificates = new Certificates(directory).issue("good", "-ext", "san=ip:127.0.0.1");
        try (Nginx nginx = Nginx.in(directory)
                        .secure(certificates.pem("good"))
                        .with("dav_methods PUT;")
                        .with("client_max_body_size 0;")
                        .start();
                FileTransferEngine trusting = new FileTransferEngine(
                        List.of(new HttpProtocol(HttpLimits.DEFAULT, certificates.trusted())), System::nanoTime)) {
            Recorder observer = new Recorder();
            trusting.start(order(nginx.url("a.bin"), JobSettings.EMPTY), observer);

            assertThat(observer.awaitEnd()).isEqualTo("finished");
            assertThat(nginx.root().resolve("a.bin")).hasBinaryContent(content);
        }
    }

    /** As a tus server behind a proxy does that does not know of the TLS before it. */
    @ParameterizedTest
    @CsvSource({"0, failed BG_E_INVALID_SERVER_RESPONSE", "2048, failed ERROR_INTERNET_CANNOT_CONNECT"})
    void isNotContinuedInTheClearUnlessAllowed(long securityFlags, String end) throws Exception {
        content(1_000);
        Certificates certificates = new Certificates(directory).issue("good", "-ext", "san=ip:127.0.0.1");
        try (Nginx nginx = Nginx.in(directory)
                        .secure(certificates.pem("good"))
                        .with("add_header Tus-Resumable 1.0.0 always;")
                        .with("add_header Location http://127.0.0.1:1/files/1 always;")
                        .with("location / { return 201; }")
                        .start();
                FileTransferEngine trusting = new FileTransferEngine(
                        List.of(new HttpProtocol(HttpLimits.DEFAULT, certificates.trusted())), System::nanoTime)) {
            Recorder observer = new Recorder();
            JobSettings settings = JobSettings.EMPTY.with(JobProperty.SECURITY_FLAGS, securityFlags);
            trusting.start(order(nginx.url("files/"), settings), observer);

            assertThat(observer.awaitEnd()).isEqualTo(end);
            if (securityFlags == 0) {
                assertThat(observer.failure().message()).contains("in the clear", "http://127.0.0.1:1/files/1");
            }
        }
    }

    @Test
    void takesAnotherMethodForARestEndpoint() throws IOException {
        byte[] content = content(200_000);
        List<String> seen = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            seen.add(exchange.getRequestMethod() + " " + (java.util.Arrays.equals(body, content) ? "whole" : "broken")
                    + " " + exchange.getRequestHeaders().getFirst("Content-Type"));
            exchange.sendResponseHeaders(201, -1);
            exchange.close();
        });
        server.start();
        try {
            Recorder observer = upload(
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/api?signature=x",
                    JobSettings.EMPTY
                            .with(JobProperty.HTTP_METHOD, "POST")
                            .with(JobProperty.CUSTOM_HEADERS, List.of("Content-Type: image/png")));

            assertThat(observer.end()).isEqualTo("finished");
            assertThat(seen).containsExactly("POST whole image/png");
        } finally {
            server.stop(0);
        }
    }
}
