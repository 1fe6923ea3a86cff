package org.openbits.internal.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.openbits.internal.file.TemporaryFile;
import org.openbits.internal.transfer.Claims.Claim;
import org.openbits.spi.DownloadSource;
import org.openbits.spi.TransferException;

/**
 * Pours the bytes of one connection's answers into the file. Confined to one thread.
 *
 * <p>It begins in turns, a read and a write, so that whatever came is in the file before the next wait. A source that
 * proves fast is read into one large buffer while a thread of the executor writes the other, so that network and disk are
 * busy at once; one that slows down goes back to turns. Whatever ends it, all that was read is written first, and nothing
 * is being written when {@link #run} returns.
 */
final class Pour {

    /** So much less than a second's worth that losing it costs nothing. */
    private static final double FAST_BYTES_PER_SECOND = 20e6;
    /** What is measured, and what is at least worth two large buffers. */
    private static final long PROBE_BYTES = 2 << 20;

    private static final long LONGEST_FILL_NANOS = Duration.ofMillis(100).toNanos();

    private final TemporaryFile file;
    private final Claims claims;
    private final Executor writers;
    private final LongSupplier nanoTime;
    private final BooleanSupplier goesOn;
    private final Written written;

    private boolean fast;
    private boolean ended;
    private @Nullable CompletableFuture<Void> pending;
    private long pendingStart;
    private long pendingEnd;

    /** Told of bytes that the file has, in order, on the thread that pours. */
    interface Written {
        void bytes(long start, long end) throws TransferException, IOException;
    }

    Pour(
            TemporaryFile file,
            Claims claims,
            Executor writers,
            LongSupplier nanoTime,
            BooleanSupplier goesOn,
            Written written) {
        this.file = file;
        this.claims = claims;
        this.writers = writers;
        this.nanoTime = nanoTime;
        this.goesOn = goesOn;
        this.written = written;
    }

    /**
     * @param keepCached whether the bytes are read again soon
     * @return where it ended: at the claim's end, or before it when the source had no more or nobody wants more
     */
    long run(DownloadSource source, Claim claim, long start, boolean keepCached) throws TransferException, IOException {
        long at = start;
        ended = false;
        while (!ended && at < claims.reach(claim, at) && goesOn.getAsBoolean()) {
            boolean worthIt = fast && !keepCached && claims.reach(claim, at) - at >= PROBE_BYTES;
            List<ByteBuffer> pair = worthIt ? Buffers.takePair() : null;
            if (pair == null) {
                at = inTurns(source, claim, at);
                continue;
            }
            try {
                at = atOnce(source, claim, at, pair);
            } finally {
                Buffers.giveBack(pair);
            }
        }
        return at;
    }

    /** Up to a probe's worth, to judge the pace by. */
    private long inTurns(DownloadSource source, Claim claim, long start) throws TransferException, IOException {
        long began = nanoTime.getAsLong();
        ByteBuffer buffer = Buffers.forThisThread();
        long at = start;
        long end = claims.reach(claim, at);
        while (at < Math.min(end, start + PROBE_BYTES) && goesOn.getAsBoolean()) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), end - at));
            int count = source.read(buffer);
            if (count < 0) {
                ended = true;
                return at;
            }
            file.writeAt(buffer.flip(), at);
            written.bytes(at, at + count);
            at += count;
            claims.advance(claim, at);
            end = claims.reach(claim, at);
        }
        fast = (at - start) * 1e9 / Math.max(1, nanoTime.getAsLong() - began) > FAST_BYTES_PER_SECOND;
        return at;
    }

    private long atOnce(DownloadSource source, Claim claim, long start, List<ByteBuffer> pair)
            throws TransferException, IOException {
        long at = start;
        TransferException failure = null;
        try {
            for (int turn = 0; goesOnFast(failure) && at < claims.reach(claim, at); turn ^= 1) {
                ByteBuffer buffer = pair.get(turn);
                int offset = (int) (at & (TemporaryFile.BLOCK_BYTES - 1));
                buffer.clear().position(offset);
                try {
                    fill(source, claim, at, buffer);
                } catch (TransferException e) {
                    failure = e;
                }
                long from = at;
                at += buffer.position() - offset;
                settle(claim);
                begin(buffer.flip().position(offset), from, at);
            }
            settle(claim);
        } finally {
            awaitPending();
        }
        if (failure != null) {
            throw failure;
        }
        return at;
    }

    private boolean goesOnFast(@Nullable TransferException failure) {
        return failure == null && fast && !ended && goesOn.getAsBoolean();
    }

    /** Reads until the buffer is full, the source or the claim ends, or it takes too long. */
    private void fill(DownloadSource source, Claim claim, long start, ByteBuffer buffer) throws TransferException {
        long began = nanoTime.getAsLong();
        int offset = buffer.position();
        while (buffer.hasRemaining() && fast && goesOn.getAsBoolean()) {
            long at = start + buffer.position() - offset;
            long left = claims.reach(claim, at) - at;
            if (left <= 0) {
                return;
            }
            buffer.limit((int) Math.min(buffer.capacity(), buffer.position() + left));
            if (source.read(buffer) < 0) {
                ended = true;
                return;
            }
            buffer.limit(buffer.capacity());
            fast = nanoTime.getAsLong() - began <= LONGEST_FILL_NANOS;
        }
    }

    private void begin(ByteBuffer bytes, long start, long end) throws IOException {
        if (start == end) {
            return;
        }
        pendingStart = start;
        pendingEnd = end;
        try {
            pending = CompletableFuture.runAsync(
                    () -> {
                        try {
                            file.writePastCache(bytes, start);
                        } catch (IOException e) {
                            throw new CompletionException(e);
                        }
                    },
                    writers);
        } catch (OutOfMemoryError e) { // no thread for it
            file.writePastCache(bytes, start);
            pending = CompletableFuture.completedFuture(null);
        }
    }

    /** Waits for the write under way and tells of it. */
    private void settle(Claim claim) throws TransferException, IOException {
        CompletableFuture<Void> write = pending;
        if (write == null) {
            return;
        }
        pending = null;
        try {
            write.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw e;
        }
        written.bytes(pendingStart, pendingEnd);
        claims.advance(claim, pendingEnd);
    }

    private void awaitPending() {
        CompletableFuture<Void> write = pending;
        if (write != null) {
            write.handle((done, failure) -> done).join();
        }
    }
}
