package org.openbits.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body whose reads take all that has come. HttpClient's own gives what came together with the head first and alone, so
 * that a small file would be written, and told of, in two parts. Waits no longer than one read of the body does.
 */
final class WholeReads extends FilterInputStream {

    private final InputStream connection;

    /** @param connection what the body is read from */
    WholeReads(InputStream body, InputStream connection) {
        super(body);
        this.connection = connection;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int total = super.read(bytes, offset, length);
        int count = total;
        while (count > 0 && total < length && connection.available() > 0) {
            count = super.read(bytes, offset + total, length - total);
            total += Math.max(0, count);
        }
        return total;
    }
}
