package org.openbits.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.internal.transfer.FileTransferEngine;
import org.openbits.internal.transfer.Recorder;
import org.openbits.spi.Abort;
import org.openbits.spi.DownloadRequest;
import org.openbits.spi.DownloadSource;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;
import org.openbits.testing.Certificates;
import org.openbits.testing.Fault;
import org.openbits.testing.FaultyServer;
import org.openbits.testing.Nginx;

/** Servers whose certificates are wrong in one way, against jobs that look away in one way or not at all. */
class TlsTest {

    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.US_ASCII);
    private static final String HERE = "san=ip:127.0.0.1";

    @TempDir
    static Path shared;

    @TempDir
    Path directory;

    private static Certificates certificates;
    private static FaultyServer list;

    private HttpProtocol protocol;

    @BeforeAll
    static void makeCertificates() {
        list = FaultyServer.serving(new byte[0]);
        String listed = Certificates.listedAt(list.url("revoked.crl"));
        certificates = new Certificates(shared)
                .issue("good", "-ext", HERE)
                .issue("other-name", "-ext", "san=dns:elsewhere.test")
                .issue("expired", "-ext", HERE, "-startdate", "-10d", "-validity", "2")
                .issue("client-only", "-ext", HERE, "-ext", "eku=clientAuth")
                .issue("revoked", "-ext", HERE, "-ext", listed)
                .issue("listed", "-ext", HERE, "-ext", listed)
                .selfSigned("own", "-ext", HERE)
                .selfSigned("hopeless", "-ext", "eku=clientAuth", "-startdate", "-10d", "-validity", "2");
        list.content(certificates.revoked("revoked"));
    }

    @AfterAll
    static void closeList() {
        list.close();
    }

    @BeforeEach
    void open() {
        protocol = new HttpProtocol(HttpLimits.DEFAULT, certificates.trusted());
    }

    @AfterEach
    void close() {
        protocol.close();
    }

    @ParameterizedTest
    @CsvSource({
        "good, 0",
        "good, 0x1E",
        "other-name, 0x02",
        "expired, 0x04",
        "own, 0x08",
        "client-only, 0x10",
        "listed, 0x01",
        "listed, 0x0D",
        "hopeless, 0x1E",
    })
    void readsFromAServerWith(String certificate, String flags) throws Exception {
        assertThat(read(certificate, Long.decode(flags))).isEqualTo(CONTENT);
    }

    @ParameterizedTest
    @CsvSource({
        "other-name, 0, ERROR_INTERNET_SEC_CERT_CN_INVALID",
        "other-name, 0x1C, ERROR_INTERNET_SEC_CERT_CN_INVALID",
        "expired, 0, ERROR_INTERNET_SEC_CERT_DATE_INVALID",
        "expired, 0x1A, ERROR_INTERNET_SEC_CERT_DATE_INVALID",
        "own, 0, ERROR_INTERNET_INVALID_CA",
        "own, 0x16, ERROR_INTERNET_INVALID_CA",
        "client-only, 0, ERROR_WINHTTP_SECURE_CERT_WRONG_USAGE",
        "client-only, 0x0E, ERROR_WINHTTP_SECURE_CERT_WRONG_USAGE",
        "revoked, 0x01, ERROR_WINHTTP_SECURE_CERT_REVOKED",
        "revoked, 0x0F, ERROR_WINHTTP_SECURE_CERT_REVOKED",
        "good, 0x01, ERROR_WINHTTP_SECURE_CERT_REV_FAILED",
    })
    void sendsNothingToAServerWith(String certificate, String flags, String symbol) {
        try (FaultyServer server = FaultyServer.secure(CONTENT, certificates.server(certificate))) {
            TransferException refusal = catchThrowableOfType(
                    TransferException.class,
                    () -> open(server.url(), Long.decode(flags)).close());

            assertThat(refusal.code().symbol()).isEqualTo(symbol);
            assertThat(refusal.severity()).isEqualTo(Severity.FATAL);
            assertThat(refusal).hasMessageContaining(server.url());
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void namesTheIssuerItDoesNotKnow() {
        try (FaultyServer server = FaultyServer.secure(CONTENT, certificates.server("own"))) {
            assertThat(catchThrowableOfType(TransferException.class, () -> open(server.url(), 0)))
                    .hasMessageContaining("its issuer is 'CN=own'")
                    .hasMessageContaining("add its certificate");
        }
    }

    @Test
    void neverUsesAConnectionAgainThatAnotherJobTrustedTooEasily() throws Exception {
        try (FaultyServer server = FaultyServer.secure(CONTENT, certificates.server("own"))) {
            read(open(server.url(), 0x08));

            assertThat(catchThrowableOfType(TransferException.class, () -> open(server.url(), 0)))
                    .isNotNull();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void followsARedirectToPlainHttpOnlyWhenTheJobAllowsIt() throws Exception {
        try (FaultyServer plain = FaultyServer.serving(CONTENT);
                FaultyServer server = FaultyServer.secure(CONTENT, certificates.server("good"))) {
            server.always(Fault.redirect(302, plain.url()));

            assertThat(catchThrowableOfType(TransferException.class, () -> open(server.url(), 0))
                            .code()
                            .symbol())
                    .isEqualTo("ERROR_WINHTTP_REDIRECT_FAILED");
            assertThat(plain.requests()).isEmpty();
            assertThat(read(open(server.url(), 0x800))).isEqualTo(CONTENT);
        }
    }

    /** Anybody on the way can close a connection: the end of such a body must be signed like the rest of it. */
    @Test
    void believesNoEndOfAFileThatTlsDoesNotVouchFor() throws Exception {
        try (FaultyServer server = FaultyServer.secure(CONTENT, certificates.server("good"));
                ServerSocket entry = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.always(Fault.NO_END);
            Socket[] ends = new Socket[2];
            Thread relay = new Thread(() -> relay(entry, server.port(), ends), "relay");
            relay.start();

            try (DownloadSource source = open("https://127.0.0.1:" + entry.getLocalPort() + "/", 0)) {
                ByteBuffer bytes = ByteBuffer.allocate(CONTENT.length);
                while (bytes.hasRemaining()) {
                    source.read(bytes);
                }
                ends[0].close();
                ends[1].close();
                TransferException failure =
                        catchThrowableOfType(TransferException.class, () -> source.read(ByteBuffer.allocate(1)));
                assertThat(failure).isNotNull();
                assertThat(failure.severity()).isEqualTo(Severity.TRANSIENT);
            }

            server.always(Fault.NO_LENGTH);
            assertThat(read(open(server.url(), 0))).isEqualTo(CONTENT);
        }
    }

    /** Passes one connection on; both of its ends can then be closed under it. */
    private static void relay(ServerSocket entry, int port, Socket[] ends) {
        try {
            ends[0] = entry.accept();
            ends[1] = new Socket(InetAddress.getLoopbackAddress(), port);
            Thread back = new Thread(() -> pass(ends[1], ends[0]), "relay-back");
            back.start();
            pass(ends[0], ends[1]);
        } catch (IOException e) {
            // The test is over.
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of them was closed.
        }
    }

    @Test
    void aHandshakeThatNeverEndsIsATimeout() throws Exception {
        HttpLimits quick = new HttpLimits(
                Duration.ofMillis(300),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                32 << 10,
                200,
                10,
                32,
                64,
                1 << 20);
        try (HttpProtocol impatient = new HttpProtocol(quick, certificates.trusted());
                ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "https://127.0.0.1:" + silent.getLocalPort() + "/";

            TransferException failure = catchThrowableOfType(
                    TransferException.class,
                    () -> impatient.open(request(url, 0)).close());

            assertThat(failure.code().symbol()).isEqualTo("ERROR_INTERNET_TIMEOUT");
            assertThat(failure.severity()).isEqualTo(Severity.TRANSIENT);
        }
    }

    @ParameterizedTest
    @CsvSource({"good, finished", "other-name, failed ERROR_INTERNET_SEC_CERT_CN_INVALID"})
    void nginxSendsAFileWithACertificateForItsNameOnly(String certificate, String end) throws Exception {
        Recorder observer = new Recorder();
        try (Nginx nginx = Nginx.in(directory)
                        .secure(certificates.pem(certificate))
                        .start();
                FileTransferEngine engine = new FileTransferEngine(List.of(protocol), System::nanoTime)) {
            Files.write(nginx.root().resolve("a.bin"), CONTENT);

            engine.start(Recorder.order(nginx.url("a.bin"), directory.resolve("BIT0.tmp")), observer);

            assertThat(observer.awaitEnd()).isEqualTo(end);
            assertThat(directory.resolve("BIT0.tmp")).hasBinaryContent(end.equals("finished") ? CONTENT : new byte[0]);
        }
    }

    private byte[] read(String certificate, long flags) throws Exception {
        try (FaultyServer server = FaultyServer.secure(CONTENT, certificates.server(certificate))) {
            return read(open(server.url(), flags));
        }
    }

    private static byte[] read(DownloadSource source) throws Exception {
        try (source) {
            ByteBuffer bytes = ByteBuffer.allocate(100);
            while (source.read(bytes) >= 0) {
                continue;
            }
            return Arrays.copyOf(bytes.array(), bytes.position());
        }
    }

    private DownloadSource open(String url, long flags) throws TransferException {
        return protocol.open(request(url, flags));
    }

    private static DownloadRequest request(String url, long flags) {
        JobSettings settings = JobSettings.EMPTY.with(JobProperty.SECURITY_FLAGS, flags);
        return new DownloadRequest(url, 0, DownloadRequest.TO_END, null, settings, List.of(), new Abort());
    }
}
