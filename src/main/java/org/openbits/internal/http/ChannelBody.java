package org.openbits.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/**
 * A body of known length that can be read from its connection's channel straight into a buffer outside the heap; as a
 * stream it is what HttpClient's own is. For one thread.
 *
 * <p>A channel knows no limit for a read. So a body watches itself: a read that stands still for longer than allowed finds
 * its channel closed, and says that it timed out.
 */
final class ChannelBody extends InputStream {

    private final long length;
    private final SessionInputBuffer early;
    private final InputStream in;
    private final SocketChannel channel;
    private final Duration stall;
    private long left;
    private boolean watched;
    private volatile boolean over;
    private volatile boolean stalled;
    /** When the read under way began, or 0. */
    private volatile long readingSince;

    /**
     * @param early what came together with the head is still in there
     * @param in the channel as a stream
     */
    ChannelBody(long length, SessionInputBuffer early, InputStream in, SocketChannel channel, Duration stall) {
        this.length = length;
        this.early = early;
        this.in = in;
        this.channel = channel;
        this.stall = stall;
        this.left = length;
    }

    /** Reads as much as is there, or waits for some; -1 when the body is over. Never past its end. */
    int read(ByteBuffer target) throws IOException {
        if (left == 0) {
            return -1;
        }
        if (!target.isDirect() || early.length() > 0) {
            byte[] bytes = new byte[(int) Math.min(Math.min(left, 8 << 10), target.remaining())];
            int count = read(bytes, 0, bytes.length);
            target.put(bytes, 0, Math.max(0, count));
            return count;
        }
        int limit = target.limit();
        target.limit((int) Math.min(limit, target.position() + left));
        try {
            return count(readWatched(target));
        } finally {
            target.limit(limit);
        }
    }

    private int readWatched(ByteBuffer target) throws IOException {
        if (!watched) {
            watched = true;
            watch();
        }
        readingSince = System.nanoTime() | 1;
        try {
            return channel.read(target);
        } catch (AsynchronousCloseException e) {
            if (stalled) {
                throw new SocketTimeoutException("No byte came for " + stall.toMillis() + " ms");
            }
            throw e;
        } finally {
            readingSince = 0;
        }
    }

    private void watch() {
        CompletableFuture.delayedExecutor(Math.max(1, stall.toMillis() / 4), TimeUnit.MILLISECONDS)
                .execute(() -> {
                    long since = readingSince;
                    if (since != 0 && System.nanoTime() - since > stall.toNanos()) {
                        stalled = true;
                        closeChannel();
                    } else if (!over && channel.isOpen()) {
                        watch();
                    }
                });
    }

    private void closeChannel() {
        try {
            channel.close();
        } catch (IOException e) {
            // Who reads from it hears of it.
        }
    }

    private int count(int count) throws ConnectionClosedException {
        if (count < 0) {
            over = true;
            throw new ConnectionClosedException(
                    "The body ended early: %,d bytes were announced, %,d came", length, length - left);
        }
        left -= count;
        over = left == 0;
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        if (left == 0) {
            return -1;
        }
        return count == 0 ? 0 : count(early.read(bytes, offset, (int) Math.min(count, left), in));
    }

    @Override
    public int available() {
        return (int) Math.min(early.length(), left);
    }

    /** Reads what is left, so that the connection can be used again; whoever does not want that ends the connection first. */
    @Override
    public void close() throws IOException {
        over = true;
        byte[] rest = new byte[(int) Math.min(left, 8 << 10)];
        while (left > 0) {
            read(rest, 0, rest.length);
        }
    }
}
