package org.openbits.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;
import org.openbits.spi.Digest;
import org.openbits.spi.DownloadSource;
import org.openbits.spi.TransferException;
import org.openbits.spi.Validator;

/** The body of an answer that was judged good. */
final class HttpSource implements DownloadSource {

    private static final int CHUNK_BYTES = 256 << 10;
    private static final ThreadLocal<byte[]> CHUNK = ThreadLocal.withInitial(() -> new byte[CHUNK_BYTES]);

    private final HttpUriRequestBase request;
    private final ClassicHttpResponse response;
    private final InputStream body;
    /** The same body, where it can be read without a copy; null where not. */
    private final @Nullable ChannelBody direct;

    private final Facts facts;
    private final String url;
    /** What is to be told when the source is closed; null once it was. */
    private final AtomicReference<@Nullable Runnable> closed;
    /** Bytes of the body still to come, or -1 when only its end will tell. */
    private long remaining;

    private boolean ended;

    /** What the head of the answer said; see {@link DownloadSource}. */
    record Facts(
            long offset,
            long totalBytes,
            @Nullable Validator validator,
            boolean isResumable,
            String remoteName,
            @Nullable Instant lastModified,
            List<String> headers,
            List<Digest> digests) {}

    HttpSource(
            HttpUriRequestBase request,
            ClassicHttpResponse response,
            InputStream body,
            @Nullable ChannelBody direct,
            Facts facts,
            String url,
            Runnable closed) {
        this.request = request;
        this.response = response;
        this.body = body;
        this.direct = direct;
        this.facts = facts;
        this.url = url;
        this.closed = new AtomicReference<>(closed);
        this.remaining = response.getEntity() == null ? 0 : response.getEntity().getContentLength();
    }

    @Override
    public int read(ByteBuffer buffer) throws TransferException {
        try {
            int count = direct != null && remaining > 0 ? direct.read(buffer) : readStream(buffer);
            if (count < 0) {
                ended = true;
                return -1;
            }
            if (remaining > 0) {
                remaining -= count;
            }
            return count;
        } catch (IOException e) {
            throw Verdicts.failure(e, url);
        }
    }

    /** Its end is always read so, for only that gives the connection back. */
    private int readStream(ByteBuffer buffer) throws IOException {
        byte[] chunk = CHUNK.get();
        int count = body.read(chunk, 0, Math.min(chunk.length, buffer.remaining()));
        buffer.put(chunk, 0, Math.max(0, count));
        return count;
    }

    /** A body read to its end gives its connection back; any other is cut off, for its rest may be endless. */
    @Override
    public void close() {
        try {
            if (remaining == 0 && !ended) {
                ended = body.read() < 0;
            }
            if (!ended) {
                request.cancel();
            }
            response.close();
        } catch (IOException e) {
            // All bytes that anybody wanted are there; how the rest of the connection ends matters to no one.
            request.cancel();
        } finally {
            Runnable first = closed.getAndSet(null);
            if (first != null) {
                first.run();
            }
        }
    }

    @Override
    public long offset() {
        return facts.offset();
    }

    @Override
    public long totalBytes() {
        return facts.totalBytes();
    }

    @Override
    public @Nullable Validator validator() {
        return facts.validator();
    }

    @Override
    public boolean isResumable() {
        return facts.isResumable();
    }

    @Override
    public String remoteName() {
        return facts.remoteName();
    }

    @Override
    public @Nullable Instant lastModified() {
        return facts.lastModified();
    }

    @Override
    public List<Digest> digests() {
        return facts.digests();
    }

    @Override
    public @Nullable String suggestedName() {
        Header header = response.getFirstHeader("Content-Disposition");
        return header == null ? null : ContentDisposition.fileName(header.getValue());
    }

    @Override
    public List<String> responseHeaders() {
        return facts.headers();
    }
}
