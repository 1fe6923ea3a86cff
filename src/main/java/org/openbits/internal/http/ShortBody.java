package org.openbits.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.hc.core5.http.MessageConstraintException;

/**
 * The body of an answer that is no file: of a refusal, a challenge, a proxy. HttpClient reads such bodies to their end, so
 * that the connection can be used again; one without an end, or one that comes byte by byte, would keep its thread for
 * ever.
 */
final class ShortBody extends FilterInputStream {

    private static final long MOST_BYTES = 1 << 20;

    private final Duration longest;
    private final long began = System.nanoTime();
    private long left = MOST_BYTES;
    private boolean isClosed;

    /** @param longest how long all of it may take */
    ShortBody(InputStream body, Duration longest) {
        super(body);
        this.longest = longest;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        count(count);
        return count;
    }

    private void count(int count) throws IOException {
        left -= Math.max(0, count);
        if (left < 0) {
            throw new MessageConstraintException("An answer without a file is longer than " + MOST_BYTES + " bytes");
        }
        if (count > 0 && System.nanoTime() - began > longest.toNanos()) {
            throw new SocketTimeoutException(
                    "An answer without a file did not come to its end in " + longest.toMillis() + " ms");
        }
    }

    /** Reads what is left first, for closing the body itself would do so without a limit. */
    @Override
    public void close() throws IOException {
        if (isClosed) {
            return; // the stream below refuses to be read again
        }
        isClosed = true;
        byte[] rest = new byte[8 << 10];
        while (read(rest, 0, rest.length) >= 0) {
            continue;
        }
        super.close();
    }
}
