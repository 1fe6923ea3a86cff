package org.openbits.internal.transfer;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.openbits.spi.Abort;

/** The wish to stop a transfer: a flag that ends waits, and an abort that ends blocking I/O. Thread-safe. */
final class StopSignal {

    private final CountDownLatch requested = new CountDownLatch(1);
    private final Abort abort = new Abort();

    void request() {
        requested.countDown();
        abort.abort();
    }

    boolean isRequested() {
        return requested.getCount() == 0;
    }

    /** What blocking I/O of the transfer registers with. */
    Abort abort() {
        return abort;
    }

    /** Waits that long, or until the request. */
    void await(Duration time) {
        try {
            requested.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
