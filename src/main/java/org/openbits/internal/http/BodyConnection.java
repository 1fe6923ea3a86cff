package org.openbits.internal.http;

import java.io.InputStream;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A connection that gives large bodies of known length as {@link ChannelBody} where it is one of a channel, and puts a
 * limit to those that are no file.
 */
final class BodyConnection extends DefaultManagedHttpClientConnection {

    private final HttpLimits limits;
    private @Nullable ChannelBody body;
    private boolean isFile;

    /** Makes connections for a pool. */
    record Factory(Http1Config http1, HttpLimits limits) implements HttpConnectionFactory<ManagedHttpClientConnection> {

        @Override
        public ManagedHttpClientConnection createConnection(@Nullable Socket socket) {
            return new BodyConnection(http1, limits);
        }
    }

    private BodyConnection(Http1Config http1, HttpLimits limits) {
        super("", null, null, http1, null, null, null, null);
        this.limits = limits;
    }

    /** The body of the answer received last, or null when it has to be read as a stream. */
    @Nullable
    ChannelBody body() {
        return body;
    }

    @Override
    protected void onResponseReceived(ClassicHttpResponse response) {
        body = null;
        isFile = response.getCode() == 200 || response.getCode() == 206;
        super.onResponseReceived(response);
    }

    @Override
    protected InputStream createContentInputStream(long length, SessionInputBuffer buffer, InputStream in) {
        if (!isFile) {
            return new ShortBody(super.createContentInputStream(length, buffer, in), limits.stall());
        }
        Socket socket = getSocket();
        SocketChannel channel = socket == null ? null : socket.getChannel();
        if (length < limits.channelBody() || channel == null) {
            return super.createContentInputStream(length, buffer, in);
        }
        body = new ChannelBody(length, buffer, in, channel, limits.stall());
        return body;
    }
}
