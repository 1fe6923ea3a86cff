package org.openbits.internal.transfer;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openbits.spi.Abort;

/** The wish to stop a transfer: a flag that ends waits, and an abort that ends blocking I/O. Thread-safe. */
final class StopSignal {

    private final CompletableFuture<Void> requested = new CompletableFuture<>();
    private final Abort abort = new Abort();

    void request() {
        requested.complete(null);
        abort.abort();
    }

    boolean isRequested() {
        return requested.isDone();
    }

    /** What blocking I/O of the transfer registers with. */
    Abort abort() {
        return abort;
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
