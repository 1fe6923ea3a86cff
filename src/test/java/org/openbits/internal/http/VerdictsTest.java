package org.openbits.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbits.internal.http.Verdicts.Kind;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;

class VerdictsTest {

    @ParameterizedTest
    @CsvSource({
        "204, TRANSIENT",
        "300, FATAL",
        "301, FATAL",
        "304, FATAL",
        "305, FATAL",
        "306, TRANSIENT",
        "307, FATAL",
        "308, FATAL",
        "310, TRANSIENT",
        "400, FATAL",
        "401, FATAL",
        "403, FATAL",
        "404, FATAL",
        "407, FATAL",
        "408, TRANSIENT",
        "409, TRANSIENT",
        "410, FATAL",
        "416, FATAL",
        "425, WAIT",
        "429, WAIT",
        "451, FATAL",
        "500, TRANSIENT",
        "501, FATAL",
        "502, TRANSIENT",
        "503, WAIT",
        "504, TRANSIENT",
        "505, FATAL",
        "599, TRANSIENT"
    })
    void judgesAStatus(int status, Kind kind) {
        assertThat(Verdicts.kindOf(status)).isEqualTo(kind);
    }

    @Test
    void waitsAsLongAsTheServerAsksFor() {
        assertThat(Verdicts.status(503, Duration.ofSeconds(9), "u", "").severity())
                .isEqualTo(new Severity.RetryAfter(Duration.ofSeconds(9)));
        assertThat(Verdicts.status(503, null, "u", "").severity()).isEqualTo(Severity.TRANSIENT);
        assertThat(Verdicts.status(404, Duration.ofSeconds(9), "u", "").severity())
                .isEqualTo(Severity.FATAL);
    }

    @Test
    void judgesAFailure() {
        assertThat(verdict(new UnknownHostException("h"))).isEqualTo("0x80072EE7 transient");
        assertThat(verdict(new ConnectException("refused"))).isEqualTo("0x80072EFD transient");
        assertThat(verdict(new NoRouteToHostException("n"))).isEqualTo("0x800704CF transient");
        assertThat(verdict(new SocketTimeoutException("t"))).isEqualTo("0x80072EE2 transient");
        assertThat(verdict(new SocketException("reset"))).isEqualTo("0x8020002E transient");
        assertThat(verdict(new NoHttpResponseException("n"))).isEqualTo("0x8020002E transient");
        assertThat(verdict(new TruncatedChunkException("t"))).isEqualTo("0x8020002E transient");
        assertThat(verdict(new IOException(new ProtocolException("p")))).isEqualTo("0x80072F78 transient");
        assertThat(verdict(new SSLException("reset", new SocketException("reset"))))
                .isEqualTo("0x8020002E transient");
        assertThat(verdict(new SSLHandshakeException("no cipher"))).isEqualTo("0x80072F8F fatal");
        assertThat(verdict(handshake(new CertificateExpiredException()))).isEqualTo("0x80072F05 fatal");
        assertThat(verdict(handshake(new CertPathBuilderException()))).isEqualTo("0x80072F0D fatal");
        assertThat(verdict(new SSLPeerUnverifiedException("another name"))).isEqualTo("0x80072F06 fatal");
        assertThat(verdict(handshake(new CertificateException("weak")))).isEqualTo("0x80072F8F fatal");
    }

    private static SSLHandshakeException handshake(Exception cause) {
        SSLHandshakeException failure = new SSLHandshakeException("handshake");
        failure.initCause(cause);
        return failure;
    }

    private static String verdict(IOException failure) {
        TransferException verdict = Verdicts.failure(failure, "u");
        return String.format(
                "0x%08X %s", verdict.code().number(), verdict.severity() == Severity.FATAL ? "fatal" : "transient");
    }
}
