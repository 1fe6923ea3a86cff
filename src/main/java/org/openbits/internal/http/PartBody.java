package org.openbits.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.MalformedChunkCodingException;

/**
 * The body of a part whose framing does not tell its length: no more of it counts than its Content-Range says. For one
 * thread.
 */
final class PartBody extends FilterInputStream {

    private long left;

    PartBody(InputStream body, long announcedBytes) {
        super(body);
        this.left = announcedBytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count > left) {
            throw new MalformedChunkCodingException("the server sends more bytes than its Content-Range says");
        }
        left -= Math.max(0, count);
        return count;
    }
}
