package org.openbits.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.testing.Certificates;

/** The server over TLS, with a key as nginx takes it. */
class TlsServerTest {

    @TempDir
    Path room;

    @Test
    void servesAndTakesFilesOverTls() throws Exception {
        Certificates certificates = new Certificates(room).issue("server", "-ext", "san=ip:127.0.0.1");
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificates.trusted());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        HttpClient client = HttpClient.newBuilder().sslContext(context).build();
        Path root = Files.createDirectories(room.resolve("www"));
        Files.writeString(root.resolve("a"), "hello");
        try (BitsServer server = BitsServer.start(ServerSettings.of(root)
                .allowUpload(true)
                .idleTimeout(Duration.ofSeconds(30))
                .tls(certificates.pem("server"), "")
                .build())) {
            URI uri = server.uri();
            assertThat(uri.getScheme()).isEqualTo("https");
            assertThat(client.send(
                                    HttpRequest.newBuilder(uri.resolve("a")).build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body())
                    .isEqualTo("hello");
            HttpResponse<Void> answer = client.send(
                    HttpRequest.newBuilder(uri.resolve("b"))
                            .method("BITS_POST", HttpRequest.BodyPublishers.ofByteArray(new byte[0]))
                            .header("BITS-Packet-Type", "Create-Session")
                            .header("BITS-Supported-Protocols", "{7df0354d-249b-430f-820d-3d2a9bef4931}")
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            assertThat(answer.headers().firstValue("BITS-Session-Id")).isPresent();
        }
    }

    @Test
    void saysWhatAKeyFileMustHold() throws IOException {
        Path file = Files.writeString(room.resolve("x.pem"), "-----BEGIN RSA PRIVATE KEY-----\n");
        assertThatThrownBy(() ->
                        BitsServer.start(ServerSettings.of(room).tls(file, "").build()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("openssl");
    }
}
