package org.openbits.internal.transfer;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.openbits.internal.file.TemporaryFile;
import org.openbits.internal.transfer.Checkpoint.Range;
import org.openbits.internal.transfer.Claims.Claim;
import org.openbits.spi.Abort;
import org.openbits.spi.DownloadRequest;
import org.openbits.spi.DownloadSource;
import org.openbits.spi.TransferException;
import org.openbits.spi.TransferProtocol;
import org.openbits.spi.Validator;

/**
 * More connections for one large file, as long as each raises the throughput.
 *
 * <p>A helper is never needed: whatever goes wrong with it only ends it, and the first connection fetches what it left and
 * judges what the server says. All of them write bytes of one version. Guarded by this.
 */
final class Helpers {

    /** What all connections of a file share. */
    record Work(
            DownloadRequest whole,
            TransferProtocol protocol,
            Validator version,
            TemporaryFile file,
            Claims claims,
            Tally tally,
            Ledger ledger,
            Pieces pieces,
            StopSignal stop,
            Executor workers,
            LongSupplier nanoTime,
            long totalBytes,
            boolean isReadAgain) {}

    /** A file with so much left is always worth them. */
    private static final long LARGE_BYTES = 512 << 20;

    private static final int MOST = 8;
    /** A link this fast is not waiting for the network: more than four connections only cost processor time. */
    private static final int MOST_WHEN_FAST = 4;

    private static final double FAST_BYTES_PER_SECOND = 50e6;
    /** One to eight in two steps: where loss holds every connection down, each step that is waited for costs. */
    private static final int GROWTH = 4;
    /** What more connections must bring to stay. */
    private static final double WORTH_IT = 1.15;

    private static final long LONGEST_WINDOW_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long SETTLE_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long PAUSE_NANOS = Duration.ofSeconds(15).toNanos();

    private final Work work;
    private final long windowNanos;
    private final Set<Abort> running = new HashSet<>();
    private int allowed = 1;
    private int allowedBefore = 1;
    private double rateBefore;
    private double ratePerConnection;
    private boolean beginning;
    private long windowStart;
    private long windowBytes;
    private long nextTrial;

    /** @param openNanos how long the server took to answer: the measure of how soon a new connection shows */
    Helpers(Work work, long openNanos) {
        this.work = work;
        long shortest = work.pieces().shortestWindow().toNanos();
        this.windowNanos = shortest == 0 ? 0 : Math.max(shortest, Math.min(LONGEST_WINDOW_NANOS, 4 * openNanos));
        this.windowStart = work.nanoTime().getAsLong();
        this.windowBytes = work.ledger().heldBytes();
    }

    /** Called by the first connection as it goes: measures, and starts or lets go of others. */
    synchronized void consider() {
        long now = work.nanoTime().getAsLong();
        if (now - windowStart < windowNanos || now < nextTrial) {
            return;
        }
        long held = work.ledger().heldBytes();
        double rate = (held - windowBytes) * 1e9 / Math.max(1, now - windowStart);
        windowStart = now;
        windowBytes = held;
        if (beginning) {
            beginning = false; // in this window the new ones were still connecting: it says nothing of them
            return;
        }
        ratePerConnection = rate / (1 + running.size());
        decide(rate, now);
        fill();
    }

    private void decide(double rate, long now) {
        boolean onTrial = allowed > allowedBefore;
        if (onTrial && rate < rateBefore * WORTH_IT) {
            allowed = allowedBefore;
            nextTrial = now + PAUSE_NANOS;
            return;
        }
        long left = work.totalBytes() - work.ledger().heldBytes();
        if (left < LARGE_BYTES && left < rate * work.pieces().shortestTime().toNanos() / 1e9) {
            return;
        }
        int most = rate > FAST_BYTES_PER_SECOND ? MOST_WHEN_FAST : MOST;
        allowedBefore = allowed;
        rateBefore = rate;
        beginning = allowed < most;
        allowed = Math.max(allowed, Math.min(most, GROWTH * allowed));
    }

    /** Bytes that one connection brings in a second, as measured last. */
    synchronized double ratePerConnection() {
        return ratePerConnection;
    }

    private void fill() {
        while (running.size() + 1 < allowed) {
            Abort abort = work.stop().newAbort();
            running.add(abort);
            try {
                work.workers().execute(() -> help(abort));
            } catch (RejectedExecutionException | OutOfMemoryError e) { // no thread for it
                ended(abort);
                return;
            }
        }
    }

    /** Ends them all and waits for it: from here on the first connection is alone. */
    void stop() {
        Set<Abort> all;
        synchronized (this) {
            allowed = 1;
            allowedBefore = 1;
            nextTrial = work.nanoTime().getAsLong() + PAUSE_NANOS;
            all = Set.copyOf(running);
        }
        all.forEach(Abort::abort);
        awaitEnd(Long.MAX_VALUE);
    }

    /** Waits until they have fetched what they claimed; one that takes too long is ended. */
    void settle() {
        awaitEnd(SETTLE_NANOS);
        stop();
    }

    private synchronized void awaitEnd(long mostNanos) {
        long began = work.nanoTime().getAsLong();
        boolean interrupted = false;
        long left = mostNanos;
        while (!running.isEmpty() && left > 0) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
            left = mostNanos - (work.nanoTime().getAsLong() - began);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void help(Abort abort) {
        Pour pour = new Pour(
                work.file(),
                work.claims(),
                work.workers(),
                work.nanoTime(),
                () -> !abort.isAborted(),
                (from, to) -> work.tally().add(from, to, true, this::snapshot));
        try {
            while (isWanted(abort)) {
                Claim claim = work.claims().takeTail(ratePerConnection());
                if (claim == null) {
                    return;
                }
                try {
                    fetch(claim, abort, pour);
                } finally {
                    work.claims().release(claim);
                }
            }
        } catch (TransferException | IOException | RuntimeException e) {
            lessThanNow();
        } finally {
            ended(abort);
        }
    }

    private synchronized boolean isWanted(Abort abort) {
        boolean wanted = !abort.isAborted() && running.size() < allowed;
        if (!wanted) {
            ended(abort);
        }
        return wanted;
    }

    /** A server that refuses or drops a connection is not asked for more of them. */
    private synchronized void lessThanNow() {
        allowed = Math.max(1, Math.min(allowed, running.size()));
        allowedBefore = allowed;
        nextTrial = work.nanoTime().getAsLong() + PAUSE_NANOS;
    }

    private synchronized void ended(Abort abort) {
        work.stop().forget(abort);
        running.remove(abort);
        notifyAll();
    }

    private void fetch(Claim claim, Abort abort, Pour pour) throws TransferException, IOException {
        Range wanted = work.claims().rest(claim);
        DownloadRequest whole = work.whole();
        DownloadRequest part = new DownloadRequest(
                whole.remoteName(),
                wanted.start(),
                wanted.end(),
                work.version(),
                whole.settings(),
                whole.credentials(),
                abort);
        try (DownloadSource source = work.protocol().open(part)) {
            Validator version = source.validator();
            if (source.offset() == wanted.start()
                    && version != null
                    && work.version().sameVersion(version)) {
                pour.run(source, claim, wanted.start(), work.isReadAgain());
            } else {
                lessThanNow();
                abort.abort();
            }
        }
    }

    private Checkpoint snapshot() {
        return new Checkpoint(work.version(), work.ledger().ranges());
    }
}
