package org.openbits.internal.transfer;

import java.io.IOException;
import java.util.function.Supplier;

/** Counts what every connection of a file wrote, and tells of it. Thread-safe. */
final class Tally {

    private final Ledger ledger;
    private final Checkpointer checkpoints;
    private final TransferObserver observer;

    Tally(Ledger ledger, Checkpointer checkpoints, TransferObserver observer) {
        this.ledger = ledger;
        this.checkpoints = checkpoints;
        this.observer = observer;
    }

    /** These bytes are written. */
    void add(long start, long end, boolean keep, Supplier<Checkpoint> snapshot) throws IOException {
        ledger.add(start, end);
        if (keep) {
            checkpoints.consider(ledger.heldBytes(), snapshot);
        }
        tell();
    }

    /**
     * Every time, for these may be the last bytes before a long silence; who passes it on thins it out. One at a time, so
     * that of two connections the one that counted less does not speak last.
     */
    private synchronized void tell() {
        observer.progress(ledger.heldBytes());
    }
}
