package org.openbits.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;
import org.openbits.testing.Fault;
import org.openbits.testing.FaultyServer;

/** What goes over the wire to the server, to the next server after a redirect, and to a proxy. */
class HttpRequestTest {

    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString("user:secret".getBytes(StandardCharsets.UTF_8));
    private static final AuthCredentials SECRET =
            new AuthCredentials(AuthTarget.SERVER, AuthScheme.BASIC, "user", "secret");
    private static final Fault CHALLENGE = new Fault("challenge", answer -> {
        if (answer.request.headers().get("authorization") == null) {
            answer.status(401);
            answer.headers.put("WWW-Authenticate", "Basic realm=\"r\"");
        }
    });

    private final HttpProtocol protocol = new HttpProtocol();
    private final FaultyServer server = FaultyServer.serving("content".getBytes(StandardCharsets.UTF_8));
    private final FaultyServer other = FaultyServer.serving("other".getBytes(StandardCharsets.UTF_8));

    @AfterEach
    void close() {
        protocol.close();
        server.close();
        other.close();
    }

    @Test
    void beginsWithARangedGetAndNeverAHead() throws Exception {
        open(server.url(), JobSettings.EMPTY).close();

        assertThat(server.requests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.range()).isEqualTo("bytes=0-");
            assertThat(request.ifRange()).isNull();
            assertThat(request.headers()).containsEntry("accept-encoding", "identity");
            assertThat(request.headers()).containsEntry("user-agent", "OpenBITS/0.1");
            assertThat(request.headers()).doesNotContainKeys("cookie", "authorization", "referer");
        });
    }

    @Test
    void sendsTheJobsHeadersToItsOwnServerOnly() throws Exception {
        JobSettings settings = JobSettings.EMPTY.with(
                JobProperty.CUSTOM_HEADERS, List.of("Authorization: Bearer t", "Cookie: a=b", "X-Key: k"));
        server.faults(Fault.redirect(302, "/same"), Fault.redirect(302, other.url()));

        open(server.url(), settings).close();

        assertThat(server.requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.headers())
                        .containsEntry("authorization", "Bearer t")
                        .containsEntry("cookie", "a=b")
                        .containsEntry("x-key", "k"));
        assertThat(other.requests())
                .singleElement()
                .satisfies(request ->
                        assertThat(request.headers()).doesNotContainKeys("authorization", "cookie", "x-key"));
    }

    @Test
    void provesTheUserOnlyAfterAChallenge() throws Exception {
        server.always(CHALLENGE);

        open(server.url(), JobSettings.EMPTY, SECRET).close();

        assertThat(server.requests()).hasSize(2);
        assertThat(server.requests().get(0).headers()).doesNotContainKey("authorization");
        assertThat(server.requests().get(1).headers()).containsEntry("authorization", BASIC);
    }

    @Test
    void neverProvesTheUserToAnotherHost() {
        server.always(Fault.redirect(302, other.url()));
        other.always(CHALLENGE);

        assertThatThrownBy(() -> open(server.url(), JobSettings.EMPTY, SECRET)).isInstanceOf(TransferException.class);

        assertThat(other.requests())
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("authorization"));
    }

    @Test
    void keepsSecretsOutOfMessages() {
        server.always(Fault.status(404));
        String url = server.url("f?token=hidden").replace("//", "//user:secret@");

        assertThatThrownBy(() -> open(url, JobSettings.EMPTY))
                .hasMessageContaining("/f")
                .message()
                .doesNotContain("secret")
                .doesNotContain("hidden");
    }

    @Test
    void usesTheUserOfTheAddressAfterAChallenge() throws Exception {
        server.always(CHALLENGE);

        open(server.url().replace("//", "//user:secret@"), JobSettings.EMPTY).close();

        assertThat(server.requests().get(1).headers()).containsEntry("authorization", BASIC);
    }

    @Test
    void refusesHeadersThatEndALineOrBelongToTheTransfer() {
        for (String line : List.of(
                "X: a\nEvil: b",
                "X: a\rEvil: b",
                "X: a\r\nno colon",
                "X: a\r\nRange: bytes=5-",
                "no colon",
                ": empty",
                "Ra nge: x",
                "Range: bytes=5-")) {
            JobSettings settings = JobSettings.EMPTY.with(JobProperty.CUSTOM_HEADERS, List.of(line));
            TransferException refusal =
                    catchThrowableOfType(TransferException.class, () -> open(server.url(), settings));
            assertThat(refusal).as(line).isNotNull();
            assertThat(refusal.code()).isEqualTo(ErrorCode.E_INVALIDARG);
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void takesSeveralHeadersFromOneTextAsBitsDoes() throws Exception {
        JobSettings settings = JobSettings.EMPTY.with(JobProperty.CUSTOM_HEADERS, List.of("X: a\r\nY: b\r\n", "Z: c"));
        open(server.url(), settings).close();
        assertThat(server.requests().get(0).headers())
                .containsEntry("x", "a")
                .containsEntry("y", "b")
                .containsEntry("z", "c");
    }

    @Test
    void refusesAMethodThatEndsItsLine() {
        JobSettings settings = JobSettings.EMPTY.with(JobProperty.HTTP_METHOD, "GET / HTTP/1.1\r\nX: y\r\n");
        assertThatThrownBy(() -> open(server.url(), settings)).hasMessageContaining("HTTP method");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void sendsNoLineEndInAUserName() throws Exception {
        server.always(new Fault("digest challenge", answer -> {
            if (answer.request.headers().get("authorization") == null) {
                answer.status(401);
                answer.headers.put("WWW-Authenticate", "Digest realm=\"r\", nonce=\"n\", qop=\"auth\"");
            }
        }));
        AuthCredentials evil =
                new AuthCredentials(AuthTarget.SERVER, AuthScheme.DIGEST, "ann\r\nX-Evil: 1\r\n", "secret");
        assertThatThrownBy(() -> open(server.url(), JobSettings.EMPTY, evil)).isInstanceOf(TransferException.class);
        assertThat(server.requests())
                .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("x-evil"));
    }

    @Test
    void reportsTheFinalAddressWhenAskedTo() throws Exception {
        server.faults(Fault.redirect(302, other.url("moved")));
        try (DownloadSource source = open(server.url(), flags(0x100))) {
            assertThat(source.remoteName()).isEqualTo(other.url("moved"));
        }
        server.faults(Fault.redirect(302, other.url("moved")));
        try (DownloadSource source = open(server.url(), JobSettings.EMPTY)) {
            assertThat(source.remoteName()).isEqualTo(server.url());
        }
    }

    @Test
    void followsNoRedirectWhenNotAllowed() {
        server.faults(Fault.redirect(307, other.url()));

        TransferException refusal =
                catchThrowableOfType(TransferException.class, () -> open(server.url(), flags(0x200)));

        assertThat(refusal.code()).isEqualTo(ErrorCode.http(307));
        assertThat(refusal).hasMessageContaining(other.url());
        assertThat(other.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 410})
    void asksTheFirstAddressAgainWhenTheOneItLedToHasExpired(int status) throws Exception {
        server.always(Fault.redirect(302, other.url()));
        other.faults(Fault.status(status));

        open(server.url(), JobSettings.EMPTY).close();

        assertThat(server.requests()).hasSize(2);
        assertThat(other.requests()).hasSize(2);
    }

    @Test
    void asksTheFirstAddressAgainOnceOnlyAndNeverWithoutARedirect() {
        server.always(Fault.redirect(302, other.url()));
        other.always(Fault.status(403));

        TransferException refusal =
                catchThrowableOfType(TransferException.class, () -> open(server.url(), JobSettings.EMPTY));

        assertThat(refusal.code()).isEqualTo(ErrorCode.http(403));
        assertThat(refusal.severity()).isEqualTo(Severity.FATAL);
        assertThat(server.requests()).hasSize(2);
        assertThatThrownBy(() -> open(other.url(), JobSettings.EMPTY)).isInstanceOf(TransferException.class);
        assertThat(other.requests()).hasSize(3);
    }

    /** With {@code channelBody} 1 even a short body is read from its channel. */
    @ParameterizedTest
    @ValueSource(longs = {1, 1 << 20})
    void limitsTheSilenceInsideABodyApartFromThatBeforeIt(long channelBody) throws Exception {
        HttpLimits quickStall = limits(Duration.ofMillis(300), channelBody);
        server.faults(Fault.stallAfter(3));
        try (HttpProtocol impatient = new HttpProtocol(quickStall, null);
                DownloadSource source = impatient.open(request(server.url(), JobSettings.EMPTY))) {
            ByteBuffer bytes = ByteBuffer.allocateDirect(100);
            TransferException failure = catchThrowableOfType(TransferException.class, () -> {
                while (source.read(bytes) >= 0) {
                    continue;
                }
            });

            assertThat(failure.code()).isEqualTo(ErrorCode.ERROR_INTERNET_TIMEOUT);
            assertThat(bytes.position()).isEqualTo(3);
        }
    }

    private static HttpLimits limits(Duration stall, long channelBody) {
        Duration minute = Duration.ofSeconds(60);
        return new HttpLimits(minute, minute, minute, stall, 32 << 10, 200, 10, 32, 64, channelBody);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1 << 20})
    void aBodyReadToItsEndGivesItsConnectionBackAndNoOtherDoes(long channelBody) throws Exception {
        byte[] content = new byte[300_000];
        new Random(1).nextBytes(content);
        server.content(content);
        try (HttpProtocol patient = new HttpProtocol(limits(Duration.ofSeconds(60), channelBody), null)) {
            for (int round = 0; round < 3; round++) {
                try (DownloadSource source = patient.open(request(server.url(), JobSettings.EMPTY))) {
                    assertThat(bytesOf(source, content.length)).isEqualTo(content);
                }
            }
            assertThat(server.connections()).isEqualTo(1);
            try (DownloadSource source = patient.open(request(server.url(), JobSettings.EMPTY))) {
                assertThat(bytesOf(source, 100)).isEqualTo(Arrays.copyOf(content, 100));
            }
            try (DownloadSource source = patient.open(request(server.url(), JobSettings.EMPTY))) {
                assertThat(bytesOf(source, content.length)).isEqualTo(content);
            }
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    private static byte[] bytesOf(DownloadSource source, int count) throws TransferException {
        ByteBuffer bytes = ByteBuffer.allocateDirect(count);
        while (bytes.hasRemaining() && source.read(bytes) >= 0) {
            continue;
        }
        byte[] read = new byte[bytes.position()];
        bytes.flip().get(read);
        return read;
    }

    static Stream<Fault> endlessAnswers() {
        return Stream.of(
                Fault.HUGE_HEADER,
                Fault.MANY_HEADERS,
                Fault.ENDLESS_EARLY_HINTS,
                Fault.ENDLESS_CHUNKS.and(Fault.status(502)),
                Fault.ENDLESS_CHUNKS
                        .and(Fault.status(407))
                        .and(Fault.header("Proxy-Authenticate", "Basic realm=\"r\"")));
    }

    /** It is asked for a tunnel, and must fill neither memory nor time. */
    @ParameterizedTest
    @Timeout(120)
    @MethodSource("endlessAnswers")
    void aProxyThatAnswersWithoutEndEndsInAnError(Fault fault) {
        other.always(fault);
        JobSettings settings = JobSettings.EMPTY
                .with(JobProperty.PROXY_USAGE, ProxyUsage.OVERRIDE)
                .with(JobProperty.PROXY_LIST, List.of("127.0.0.1:" + other.port()));
        AuthCredentials known = new AuthCredentials(AuthTarget.PROXY, AuthScheme.BASIC, "user", "secret");
        DownloadRequest asked = new DownloadRequest(
                "https://somewhere.test/a", 0, DownloadRequest.TO_END, null, settings, List.of(known), new Abort());

        assertThatThrownBy(() -> protocol.open(asked)).isInstanceOf(TransferException.class);
        assertThat(other.requests())
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.method()).isEqualTo("CONNECT"));
    }

    @Test
    @Timeout(120)
    void aChallengeWithoutEndEndsInAnError() {
        server.always(
                Fault.ENDLESS_CHUNKS.and(Fault.status(401)).and(Fault.header("WWW-Authenticate", "Basic realm=\"r\"")));
        DownloadRequest asked = new DownloadRequest(
                server.url(), 0, DownloadRequest.TO_END, null, JobSettings.EMPTY, List.of(SECRET), new Abort());

        assertThatThrownBy(() -> protocol.open(asked)).isInstanceOf(TransferException.class);
    }

    @Test
    void goesThroughTheProxyOfTheJobExceptForBypassedHosts() throws Exception {
        JobSettings settings = JobSettings.EMPTY
                .with(JobProperty.PROXY_USAGE, ProxyUsage.OVERRIDE)
                .with(JobProperty.PROXY_LIST, List.of("127.0.0.1:" + other.port()))
                .with(JobProperty.PROXY_BYPASS_LIST, List.of("127.0.0.1"));

        open("http://somewhere.test/a", settings).close();
        open(server.url(), settings).close();

        assertThat(other.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.target()).isEqualTo("http://somewhere.test/a"));
        assertThat(server.requests()).hasSize(1);
    }

    private static JobSettings flags(long flags) {
        return JobSettings.EMPTY.with(JobProperty.SECURITY_FLAGS, flags);
    }

    private DownloadSource open(String url, JobSettings settings, AuthCredentials... credentials)
            throws TransferException {
        return protocol.open(request(url, settings, credentials));
    }

    private static DownloadRequest request(String url, JobSettings settings, AuthCredentials... credentials) {
        return new DownloadRequest(url, 0, DownloadRequest.TO_END, null, settings, List.of(credentials), new Abort());
    }
}
