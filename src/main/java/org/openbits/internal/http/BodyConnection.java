package org.openbits.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A connection that gives large bodies of known length as {@link ChannelBody} where it is one of a channel, puts a limit to
 * those that are no file, and tells whoever sends a body of an answer that comes before its end.
 */
final class BodyConnection extends DefaultManagedHttpClientConnection {

    private static final Timeout AT_ONCE = Timeout.ofMilliseconds(1);

    private final HttpLimits limits;
    private @Nullable ChannelBody body;
    private boolean isFile;
    private @Nullable ClassicHttpResponse early;
    private boolean isCutShort;

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

    /** Whether bytes of an answer are there, or come at once. */
    boolean hasAnswer() throws IOException {
        return early == null && isDataAvailable(AT_ONCE);
    }

    /**
     * Reads the head of an answer that comes while a body is sent. An interim one (1xx) is of no interest; the last one is
     * kept for whoever awaits it.
     *
     * @return whether it refuses, so that the rest need not be sent
     */
    boolean isRefusal() throws IOException {
        try {
            ClassicHttpResponse answer = super.receiveResponseHeader();
            if (answer.getCode() >= 200) {
                early = answer;
            }
            return answer.getCode() >= 300;
        } catch (HttpException e) {
            throw new ClientProtocolException(e);
        }
    }

    /** Whether the last answer has come already. */
    boolean isAnswered() {
        return early != null;
    }

    /** It lacks bytes of a body that were announced: nothing more can be sent. */
    void cutShort() {
        isCutShort = true;
    }

    @Override
    public boolean isConsistent() {
        return !isCutShort && super.isConsistent();
    }

    @Override
    public ClassicHttpResponse receiveResponseHeader() throws HttpException, IOException {
        ClassicHttpResponse answer = early;
        early = null;
        return answer == null ? super.receiveResponseHeader() : answer;
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
            InputStream stream = super.createContentInputStream(length, buffer, in);
            return length > 0 ? new WholeReads(stream, in) : stream;
        }
        body = new ChannelBody(length, buffer, in, channel, limits.stall());
        return body;
    }
}
