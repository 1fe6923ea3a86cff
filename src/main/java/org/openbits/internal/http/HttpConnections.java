package org.openbits.internal.http;

import java.io.Closeable;
import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The pooled client, with everything switched off that would decide in our place: cookies, compression (it would break
 * ranges), retries, redirects. Thread-safe.
 */
final class HttpConnections implements Closeable {

    private static final int LINE_BUFFER_BYTES = 8 << 10;

    private final CloseableHttpClient client;

    HttpConnections(HttpLimits limits) {
        Http1Config http1 = Http1Config.custom()
                .setBufferSize(LINE_BUFFER_BYTES)
                .setMaxLineLength(limits.headerLine())
                .setMaxHeaderCount(limits.headerCount())
                .setMaxEmptyLineCount(3)
                .build();
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(http1)
                                .build())
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
                .setUserAgent("OpenBITS/0.1")
                .disableContentCompression()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .build();
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
