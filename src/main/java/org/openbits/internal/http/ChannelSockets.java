package org.openbits.internal.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Lookup;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Makes the connections of a pool: plain ones are those of channels, so that files and buffers outside the heap can be
 * moved without a copy. What lies under TLS is read and written through streams, which channels serve less well.
 */
final class ChannelSockets extends PoolingHttpClientConnectionManagerBuilder {

    @Override
    protected HttpClientConnectionOperator createConnectionOperator(
            SchemePortResolver schemePortResolver, DnsResolver dnsResolver, TlsSocketStrategy tlsSocketStrategy) {
        Lookup<TlsSocketStrategy> tls = RegistryBuilder.<TlsSocketStrategy>create()
                .register(URIScheme.HTTPS.id, tlsSocketStrategy)
                .build();
        return new ByScheme(
                operator(ChannelSockets::ofChannel, schemePortResolver, dnsResolver, tls),
                operator(ChannelSockets::ofStreams, schemePortResolver, dnsResolver, tls));
    }

    private static HttpClientConnectionOperator operator(
            DetachedSocketFactory sockets, SchemePortResolver ports, DnsResolver names, Lookup<TlsSocketStrategy> tls) {
        return new DefaultHttpClientConnectionOperator(sockets, ports, names, tls);
    }

    private static Socket ofChannel(Proxy socks) throws IOException {
        return socks == null ? SocketChannel.open().socket() : new Socket(socks);
    }

    private static Socket ofStreams(Proxy socks) {
        return socks == null ? new Socket() : new Socket(socks);
    }

    private record ByScheme(HttpClientConnectionOperator plain, HttpClientConnectionOperator secure)
            implements HttpClientConnectionOperator {

        private HttpClientConnectionOperator of(HttpHost host) {
            return URIScheme.HTTPS.same(host.getSchemeName()) ? secure : plain;
        }

        @Override
        public void connect(
                ManagedHttpClientConnection connection,
                HttpHost host,
                InetSocketAddress local,
                TimeValue timeout,
                SocketConfig config,
                HttpContext context)
                throws IOException {
            of(host).connect(connection, host, local, timeout, config, context);
        }

        @Override
        public void connect(
                ManagedHttpClientConnection connection,
                HttpHost host,
                NamedEndpoint name,
                InetSocketAddress local,
                Timeout timeout,
                SocketConfig config,
                Object attachment,
                HttpContext context)
                throws IOException {
            of(host).connect(connection, host, name, local, timeout, config, attachment, context);
        }

        @Override
        public void connect(
                ManagedHttpClientConnection connection,
                HttpHost host,
                NamedEndpoint name,
                Path unixSocket,
                InetSocketAddress local,
                Timeout timeout,
                SocketConfig config,
                Object attachment,
                HttpContext context)
                throws IOException {
            of(host).connect(connection, host, name, unixSocket, local, timeout, config, attachment, context);
        }

        @Override
        public void upgrade(ManagedHttpClientConnection connection, HttpHost host, HttpContext context)
                throws IOException {
            secure.upgrade(connection, host, context);
        }

        @Override
        public void upgrade(
                ManagedHttpClientConnection connection,
                HttpHost host,
                NamedEndpoint name,
                Object attachment,
                HttpContext context)
                throws IOException {
            secure.upgrade(connection, host, name, attachment, context);
        }
    }
}
