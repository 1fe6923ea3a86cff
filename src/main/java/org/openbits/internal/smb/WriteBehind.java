package org.openbits.internal.smb;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.openbits.spi.UploadSource;

/**
 * Pieces of a file on their way to a share: while one is read, those before it are written, over one connection or, as long
 * as each raises the throughput, over more. Confirmed is what has no gap before it.
 *
 * <p>A further connection is never needed: whatever goes wrong with it only ends it, and the first one writes what it left.
 * Used by the upload's thread; only {@link #disconnect()} may come from another.
 */
final class WriteBehind {

    private static final int PIECE_BYTES = LargeWrite.MOST_BYTES;
    private static final int MOST_LANES = 4;
    private static final int PIECES_A_LANE = 2;
    /** What one more connection must bring to stay. */
    private static final double WORTH_IT = 1.15;
    /** What is there sooner than this is not worth more load on the server. */
    private static final double SHORTEST_SECONDS = 3;

    private static final long WINDOW_NANOS = Duration.ofMillis(400).toNanos();
    private static final long PAUSE_NANOS = Duration.ofSeconds(15).toNanos();

    /** A connection and its handle of the file. */
    record Lane(Share share, byte[] file) {}

    private final Lane first;
    private final Callable<Lane> opener;
    private final boolean mayHaveMore;
    private final Executor writers;
    private final long totalBytes;
    private final List<Lane> lanes = new CopyOnWriteArrayList<>();
    private final Deque<Piece> underWay = new ArrayDeque<>();
    private final Deque<byte[]> rooms = new ArrayDeque<>();
    private long sent;
    private long confirmed;
    /** Null when no further connection is being made. */
    private @Nullable CompletableFuture<Lane> coming;

    private boolean onTrial;
    private double rateBefore;
    private long windowStart = System.nanoTime();
    private long windowBytes;
    private long nextTrial;

    private record Piece(Lane lane, long start, byte[] bytes, int count, Future<?> written) {}

    /** @param opener makes one more connection with a handle of the same file */
    WriteBehind(
            Lane first, Callable<Lane> opener, boolean mayHaveMore, Executor writers, long offset, long totalBytes) {
        this.first = first;
        this.opener = opener;
        this.mayHaveMore = mayHaveMore;
        this.writers = writers;
        this.sent = offset;
        this.confirmed = offset;
        this.windowBytes = offset;
        this.totalBytes = totalBytes;
        lanes.add(first);
    }

    long confirmed() {
        return confirmed;
    }

    /** Takes the next pieces, as many as fill {@code bytes}; those before may still be on their way afterwards. */
    void send(UploadSource source, long bytes) throws IOException {
        long end = Math.min(totalBytes, sent + bytes);
        while (sent < end) {
            Lane lane = freeLane();
            while (lane == null) {
                awaitOldest();
                lane = freeLane();
            }
            hand(lane, source);
            while (!underWay.isEmpty() && underWay.getFirst().written().isDone()) {
                awaitOldest();
            }
        }
        if (sent == totalBytes) {
            settle();
        }
        consider();
    }

    /** Waits until nothing is on its way. */
    void settle() throws IOException {
        while (!underWay.isEmpty()) {
            awaitOldest();
        }
    }

    private @Nullable Lane freeLane() {
        Lane best = null;
        long fewest = PIECES_A_LANE;
        for (Lane lane : lanes) {
            long pieces = underWay.stream()
                    .filter(each -> each.lane() == lane && !each.written().isDone())
                    .count();
            if (pieces < fewest) {
                fewest = pieces;
                best = lane;
            }
        }
        return underWay.size() < PIECES_A_LANE * MOST_LANES ? best : null;
    }

    private void hand(Lane lane, UploadSource source) throws IOException {
        byte[] room = rooms.isEmpty() ? new byte[PIECE_BYTES] : rooms.pop();
        int count = (int) Math.min(PIECE_BYTES, totalBytes - sent);
        Room channel = new Room(ByteBuffer.wrap(room, 0, count));
        long start = sent;
        while (channel.to().hasRemaining()) {
            source.transferTo(start + channel.to().position(), channel.to().remaining(), channel);
        }
        FutureTask<Void> task = new FutureTask<>(() -> {
            lane.share().write(lane.file(), start, room, 0, count);
            return null;
        });
        underWay.add(new Piece(lane, start, room, count, task));
        sent += count;
        try {
            writers.execute(task);
        } catch (RejectedExecutionException e) {
            throw new IOException(e);
        }
    }

    private void awaitOldest() throws IOException {
        Piece piece = underWay.removeFirst();
        try {
            piece.written().get();
        } catch (ExecutionException e) {
            if (piece.lane() == first) {
                throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
            }
            drop(piece.lane());
            nextTrial = System.nanoTime() + PAUSE_NANOS;
            first.share().write(first.file(), piece.start(), piece.bytes(), 0, piece.count());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        confirmed = piece.start() + piece.count();
        rooms.push(piece.bytes());
    }

    /** Measures, and takes or lets go of connections. */
    private void consider() throws IOException {
        long now = System.nanoTime();
        CompletableFuture<Lane> made = coming;
        if (made != null && made.isDone()) {
            coming = null;
            try {
                lanes.add(made.join());
                onTrial = true;
                startWindow(now);
            } catch (CompletionException e) {
                nextTrial = now + PAUSE_NANOS;
            }
            return;
        }
        if (made != null || now - windowStart < WINDOW_NANOS) {
            return;
        }
        double rate = (confirmed - windowBytes) * 1e9 / (now - windowStart);
        startWindow(now);
        if (onTrial && rate < rateBefore * WORTH_IT) {
            nextTrial = now + PAUSE_NANOS;
            drop(lanes.get(lanes.size() - 1));
        }
        onTrial = false;
        boolean isWorthIt = mayHaveMore && totalBytes - confirmed > rate * SHORTEST_SECONDS;
        if (isWorthIt && lanes.size() < MOST_LANES && now >= nextTrial) {
            rateBefore = rate;
            CompletableFuture<Lane> next = new CompletableFuture<>();
            coming = next;
            writers.execute(() -> open(next));
        }
    }

    private void startWindow(long now) {
        windowStart = now;
        windowBytes = confirmed;
    }

    private void open(CompletableFuture<Lane> next) {
        try {
            Lane lane = opener.call();
            if (!next.complete(lane)) {
                lane.share().disconnect();
            }
        } catch (Exception e) {
            next.completeExceptionally(e);
        }
    }

    /** What it was writing is written again over the first connection. */
    private void drop(Lane lane) {
        if (lane != first && lanes.remove(lane)) {
            boolean isIdle = underWay.stream()
                    .noneMatch(each -> each.lane() == lane && !each.written().isDone());
            if (isIdle) {
                close(lane);
            }
            lane.share().disconnect();
        }
    }

    private static void close(Lane lane) {
        try {
            lane.share().close(lane.file());
        } catch (IOException e) {
            // The server closes it with the connection.
        }
    }

    /** Everything is on the share: from here on the first connection is alone. */
    void end() {
        CompletableFuture<Lane> made = coming;
        coming = null;
        if (made != null && made.completeExceptionally(new IOException("too late"))) {
            made = null;
        }
        if (made != null && !made.isCompletedExceptionally()) {
            lanes.add(made.join());
        }
        for (Lane lane : lanes) {
            drop(lane);
        }
    }

    /** Whether nothing is on its way, so that the first connection can be used for something else. */
    boolean isIdle() {
        return underWay.isEmpty();
    }

    /** Breaks every connection at once. */
    void disconnect() {
        for (Lane lane : lanes) {
            lane.share().disconnect();
        }
    }

    /** Collects what the source gives. */
    private record Room(ByteBuffer to) implements WritableByteChannel {

        @Override
        public int write(ByteBuffer from) {
            int count = Math.min(from.remaining(), to.remaining());
            to.put(from.slice().limit(count));
            from.position(from.position() + count);
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // Nothing to close.
        }
    }
}
