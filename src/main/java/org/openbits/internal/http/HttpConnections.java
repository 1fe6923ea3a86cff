package org.openbits.internal.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpConnection;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The pooled client, with everything switched off that would decide in our place: cookies, compression (it would break
 * ranges), retries, redirects. Thread-safe.
 */
final class HttpConnections implements Closeable {

    private static final int MOST_EARLY_ANSWERS = 20;
    private static final int LINE_BUFFER_BYTES = 8 << 10;

    /** The {@link ChannelBody} of the last answer, in the context of its request; null for one that is a stream only. */
    static final String BODY = "openbits.body";

    /** The {@link AnswerDeadline} of a connection that is being made, in the context of its request. */
    static final String CONNECTING = "openbits.connecting";

    private final CloseableHttpClient client;

    HttpConnections(HttpLimits limits, CertificateChecks checks, @Nullable KeyStore issuers) {
        client = HttpClients.custom()
                .setConnectionManager(new ChannelSockets()
                        .setConnectionFactory(new BodyConnection.Factory(http1(limits), limits))
                        .setTlsSocketStrategy(tls(checks, issuers))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout(limits.connect()))
                                .setSocketTimeout(timeout(limits.stall()))
                                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                                .setTimeToLive(TimeValue.ofMinutes(10))
                                .build())
                        .setDefaultSocketConfig(SocketConfig.custom()
                                .setSoTimeout(timeout(limits.stall()))
                                .setTcpNoDelay(true)
                                .build())
                        .setMaxConnPerRoute(limits.connectionsPerHost())
                        .setMaxConnTotal(limits.connections())
                        .build())
                .setRequestExecutor(new PatientExecutor(limits))
                .setUserAgent("OpenBITS/0.1")
                .disableContentCompression()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .build();
    }

    /** How long lines and heads may be. */
    static Http1Config http1(HttpLimits limits) {
        return Http1Config.custom()
                .setBufferSize(LINE_BUFFER_BYTES)
                .setMaxLineLength(limits.headerLine())
                .setMaxHeaderCount(limits.headerCount())
                .setMaxEmptyLineCount(3)
                .build();
    }

    /** How certificates are looked at. */
    static TlsSocketStrategy tls(CertificateChecks checks, @Nullable KeyStore issuers) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new ServerTrust(checks, issuers)}, null);
            HostnameVerifier names =
                    checks.ignoresName() ? NoopHostnameVerifier.INSTANCE : HttpsSupport.getDefaultHostnameVerifier();
            TlsSocketStrategy strategy =
                    new DefaultClientTlsStrategy(context, HostnameVerificationPolicy.CLIENT, names);
            return (socket, host, port, attachment, where) -> {
                SignedEnd end = new SignedEnd(socket);
                SSLSocket secured = strategy.upgrade(end, host, port, attachment, where);
                end.handshakeIsOver();
                return secured;
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot speak TLS", e);
        }
    }

    /** Interim answers (1xx) of one request; there is an end to them. */
    static final class EarlyAnswers {

        private final @Nullable HttpResponseInformationCallback informed;
        private int seen;

        EarlyAnswers(@Nullable HttpResponseInformationCallback informed) {
            this.informed = informed;
        }

        void count(HttpResponse information, HttpConnection from, HttpContext where) throws HttpException {
            if (++seen > MOST_EARLY_ANSWERS) {
                throw new HttpException("the server sends interim answers (1xx) without end");
            }
            if (informed != null) {
                informed.execute(information, from, where);
            }
        }
    }

    /**
     * The head of each answer, that of a challenge or a proxy too, has its time as a whole: one byte of it now and then
     * would keep the time-out of reads away for ever. Once it is there, only the pauses between the bytes of the body count.
     */
    private static final class PatientExecutor extends HttpRequestExecutor {

        private final Duration head;
        private final Duration connecting;
        private final Timeout stall;

        PatientExecutor(HttpLimits limits) {
            this.head = limits.firstByte();
            this.connecting = limits.connecting();
            this.stall = timeout(limits.stall());
        }

        @Override
        public ClassicHttpResponse execute(
                ClassicHttpRequest request,
                HttpClientConnection connection,
                @Nullable HttpResponseInformationCallback informed,
                HttpContext context)
                throws IOException, HttpException {
            AnswerDeadline deadline = new AnswerDeadline(() -> connection.close(CloseMode.IMMEDIATE));
            deadline.start(head);
            AnswerDeadline connected =
                    context.getAttribute(CONNECTING) instanceof AnswerDeadline its ? its : new AnswerDeadline(() -> {});
            connected.stop();
            ClassicHttpResponse response;
            try {
                response = super.execute(request, connection, new EarlyAnswers(informed)::count, context);
            } catch (IOException e) {
                throw deadline.isOver() ? new SocketTimeoutException("no whole answer in time") : e;
            } finally {
                deadline.stop();
            }
            if (Method.CONNECT.isSame(request.getMethod())) {
                connected.start(connecting); // TLS through the proxy comes now
            }
            connection.setSocketTimeout(stall);
            context.setAttribute(BODY, connection instanceof BodyConnection bodies ? bodies.body() : null);
            return response;
        }
    }

    CloseableHttpClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    static Timeout timeout(Duration duration) {
        return Timeout.ofMilliseconds(duration.toMillis());
    }
}
