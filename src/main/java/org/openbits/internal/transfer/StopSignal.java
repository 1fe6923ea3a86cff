package org.openbits.internal.transfer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openbits.spi.Abort;

/** The wish to stop a transfer: a flag that ends waits, and aborts that end blocking I/O. Thread-safe. */
final class StopSignal {

    private final CompletableFuture<Void> requested = new CompletableFuture<>();
    private final List<Abort> aborts = new ArrayList<>();

    void request() {
        List<Abort> blocked;
        synchronized (aborts) {
            requested.complete(null);
            blocked = List.copyOf(aborts);
        }
        blocked.forEach(Abort::abort);
    }

    boolean isRequested() {
        return requested.isDone();
    }

    /** What one connection of the transfer registers its blocking I/O with. */
    Abort newAbort() {
        Abort abort = new Abort();
        boolean late;
        synchronized (aborts) {
            aborts.add(abort);
            late = isRequested();
        }
        if (late) {
            abort.abort();
        }
        return abort;
    }

    void forget(Abort abort) {
        synchronized (aborts) {
            aborts.remove(abort);
        }
    }

    /** Waits that long, or until the request. */
    void await(Duration time) {
        try {
            requested.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // The time is over: that was the wish.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the other has happened, or until the request. */
    void await(CompletableFuture<Void> other) {
        CompletableFuture.anyOf(requested, other).join();
    }
}
