package org.openbits.internal.transfer;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Forces the file and then says what the disk holds. A force runs on a thread of its own beside the transfer, at most one
 * for a file; a checkpoint names only what was written before its force began. Guarded by this.
 */
final class Checkpointer {

    private static final long INTERVAL_NANOS = Duration.ofSeconds(1).toNanos();
    /** So that a crash costs little even when many connections write; the force runs beside them and is soon over. */
    private static final long INTERVAL_BYTES = 256L << 20;

    private final Disk disk;
    private final TransferObserver observer;
    private final Executor forces;
    private final LongSupplier nanoTime;
    private long lastNanos;
    private long lastBytes;
    private boolean forcing;
    private boolean told;
    private @Nullable IOException failure;

    /** The file, as far as forces go. */
    interface Disk {
        void force() throws IOException;
    }

    Checkpointer(Disk disk, TransferObserver observer, Executor forces, LongSupplier nanoTime) {
        this.disk = disk;
        this.observer = observer;
        this.forces = forces;
        this.nanoTime = nanoTime;
        this.lastNanos = nanoTime.getAsLong();
    }

    /**
     * Begins a force when one is due and none is running. Waits only for a disk that falls behind by another interval of
     * bytes: it would have to be waited for at the end, and until then a crash would cost ever more.
     */
    synchronized void consider(long heldBytes, Supplier<Checkpoint> snapshot) throws IOException {
        if (forcing && heldBytes - lastBytes >= INTERVAL_BYTES) {
            awaitForce();
        }
        rethrow();
        long now = nanoTime.getAsLong();
        boolean due = now - lastNanos >= INTERVAL_NANOS || heldBytes - lastBytes >= INTERVAL_BYTES;
        if (forcing || !due || heldBytes == lastBytes) {
            return;
        }
        told = true;
        lastNanos = now;
        lastBytes = heldBytes;
        Checkpoint written = snapshot.get();
        forcing = true;
        try {
            forces.execute(() -> forceAndTell(written));
        } catch (OutOfMemoryError e) {
            forcing = false; // no thread for it: the next may find one
        }
    }

    /** Waits for the force under way, forces again, and tells. */
    void keep(Checkpoint written) throws IOException {
        force();
        observer.checkpoint(written);
    }

    /** Waits for the force under way and forces again. */
    void force() throws IOException {
        await();
        try {
            disk.force();
        } catch (IOException e) {
            failed(e);
            throw e;
        }
    }

    /** Waits for the force under way. */
    synchronized void await() throws IOException {
        awaitForce();
        rethrow();
    }

    private synchronized void awaitForce() {
        boolean interrupted = false;
        while (forcing) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether a checkpoint of this file may have been saved since the last {@link #restart}. */
    synchronized boolean hasTold() {
        return told;
    }

    /** The file starts over: what was counted before does not matter. */
    synchronized void restart() {
        lastBytes = 0;
        told = false;
    }

    private void forceAndTell(Checkpoint written) {
        IOException problem = null;
        try {
            disk.force();
            observer.checkpoint(written);
        } catch (IOException e) {
            problem = e;
        } finally {
            done(problem);
        }
    }

    /**
     * From here on nothing is claimed any more: a system tells of a write that failed once only, and the next force succeeds
     * without the bytes.
     */
    private synchronized void failed(IOException problem) {
        failure = failure == null ? problem : failure;
    }

    private synchronized void done(@Nullable IOException problem) {
        if (problem != null) {
            failed(problem);
        }
        forcing = false;
        notifyAll();
    }

    private void rethrow() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }
}
