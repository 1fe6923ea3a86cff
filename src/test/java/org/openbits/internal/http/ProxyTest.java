package org.openbits.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.ErrorCode;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.ProxyUsage;
import org.openbits.spi.Abort;
import org.openbits.spi.DownloadRequest;
import org.openbits.spi.DownloadSource;
import org.openbits.spi.TransferException;
import org.openbits.testing.Certificates;
import org.openbits.testing.Nginx;
import org.openbits.testing.Squid;

/** Through a real squid that asks who is there. */
class ProxyTest {

    @TempDir
    Path dir;

    private Nginx server;
    private Squid proxy;
    private final HttpProtocol protocol = new HttpProtocol();

    @BeforeEach
    void open() throws IOException {
        server = Nginx.in(dir).start();
        Files.writeString(server.root().resolve("a.txt"), "hello");
        proxy = Squid.start("corp%5Cann", "secret");
    }

    @AfterEach
    void close() {
        proxy.close();
        server.close();
        protocol.close();
    }

    @Test
    void aProxyCredentialWithoutASchemeAnswersWhatTheProxyAsks() throws Exception {
        assertThat(read(server.url("a.txt"), through(proxy.port()), ann(AuthScheme.NEGOTIATE)))
                .isEqualTo("hello");
        List<String> log = proxy.endAndLog();
        assertThat(log).anyMatch(line -> line.contains("/407 "));
        assertThat(log).anyMatch(line -> line.contains("/206 ") || line.contains("/200 "));
    }

    @Test
    void aCredentialForAnotherSchemeStaysAtHome() {
        TransferException refused = catchThrowableOfType(
                TransferException.class,
                () -> read(server.url("a.txt"), through(proxy.port()), ann(AuthScheme.DIGEST)));
        assertThat(refused.code()).isEqualTo(ErrorCode.http(407));
        assertThat(proxy.endAndLog().stream().filter(line -> line.contains(" GET ")))
                .hasSize(1);
    }

    @Test
    void proxiesAreTriedInOrderUntilOneCanBeReached() throws Exception {
        assertThat(read(server.url("a.txt"), through(deadPort(), deadPort(), proxy.port()), ann(AuthScheme.BASIC)))
                .isEqualTo("hello");
    }

    @Test
    void provesTheUserOfATunnel() throws Exception {
        try (Nginx secure = Nginx.in(dir.resolve("secure"))
                .secure(new Certificates(Files.createDirectories(dir.resolve("keys")))
                        .selfSigned("a", "-ext", "san=ip:127.0.0.1")
                        .pem("a"))
                .start()) {
            Files.writeString(secure.root().resolve("b.txt"), "hidden");
            JobSettings settings = through(proxy.port()).with(JobProperty.SECURITY_FLAGS, 0x0aL);
            assertThat(read(secure.url("b.txt"), settings, ann(AuthScheme.NEGOTIATE)))
                    .isEqualTo("hidden");
            assertThat(proxy.endAndLog()).anyMatch(line -> line.contains("CONNECT"));
        }
    }

    private static AuthCredentials ann(AuthScheme scheme) {
        return new AuthCredentials(AuthTarget.PROXY, scheme, "corp\\ann", "secret");
    }

    private static JobSettings through(int... ports) {
        List<String> proxies = java.util.Arrays.stream(ports)
                .mapToObj(port -> "127.0.0.1:" + port)
                .toList();
        return JobSettings.EMPTY
                .with(JobProperty.PROXY_USAGE, ProxyUsage.OVERRIDE)
                .with(JobProperty.PROXY_LIST, proxies);
    }

    private static int deadPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String read(String url, JobSettings settings, AuthCredentials credentials)
            throws IOException, TransferException {
        DownloadRequest request =
                new DownloadRequest(url, 0, DownloadRequest.TO_END, null, settings, List.of(credentials), new Abort());
        ByteBuffer bytes = ByteBuffer.allocate(100);
        try (DownloadSource source = protocol.open(request)) {
            while (source.read(bytes) >= 0) {
                continue;
            }
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }
}
