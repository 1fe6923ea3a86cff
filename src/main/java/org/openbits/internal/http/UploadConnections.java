package org.openbits.internal.http;

import java.io.Closeable;
import java.io.IOException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.DefaultClientConnectionReuseStrategy;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * The pooled client for uploads: its sockets are those of channels, so that a file goes straight into a plain
 * connection. Thread-safe.
 */
final class UploadConnections implements Closeable {

    /** The connection of the request under way, in its context. */
    static final String CONNECTION = "openbits.connection";

    private final CloseableHttpClient client;

    UploadConnections(HttpLimits limits, TlsSocketStrategy tls) {
        client = HttpClients.custom()
                .setConnectionManager(new ChannelSockets()
                        .setConnectionFactory(new BodyConnection.Factory(HttpConnections.http1(limits), limits))
                        .setTlsSocketStrategy(tls)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(HttpConnections.timeout(limits.connect()))
                                .setSocketTimeout(HttpConnections.timeout(limits.stall()))
                                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                                .setTimeToLive(TimeValue.ofMinutes(10))
                                .build())
                        .setDefaultSocketConfig(SocketConfig.custom()
                                .setSoTimeout(HttpConnections.timeout(limits.stall()))
                                .setTcpNoDelay(true)
                                .build())
                        .setMaxConnPerRoute(limits.connectionsPerHost())
                        .setMaxConnTotal(limits.connections())
                        .build())
                .setRequestExecutor(new ShowingExecutor())
                .setConnectionReuseStrategy(UploadConnections::isUsableAgain)
                .setUserAgent("OpenBITS/0.1")
                .disableContentCompression()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .build();
    }

    /** A body that was cut short by a challenge must not be followed by the answer to that on the same connection. */
    private static boolean isUsableAgain(HttpRequest request, HttpResponse response, HttpContext context) {
        return context.getAttribute(CONNECTION) instanceof HttpClientConnection connection
                && connection.isConsistent()
                && DefaultClientConnectionReuseStrategy.INSTANCE.keepAlive(request, response, context);
    }

    CloseableHttpClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    /** Shows the entity of a request which connection it is written to. */
    private static final class ShowingExecutor extends HttpRequestExecutor {

        @Override
        public ClassicHttpResponse execute(
                ClassicHttpRequest request,
                HttpClientConnection connection,
                @Nullable HttpResponseInformationCallback callback,
                HttpContext context)
                throws IOException, HttpException {
            context.setAttribute(CONNECTION, connection instanceof ManagedHttpClientConnection ? connection : null);
            return super.execute(request, connection, new HttpConnections.EarlyAnswers(callback)::count, context);
        }
    }
}
