package org.openbits.internal.transfer;

import java.time.Duration;
import org.openbits.spi.TransferException;

/** Starts the transfers of files on worker threads; what the queue sees of this package. */
public interface FileTransfers extends AutoCloseable {

    /**
     * Begins to move a file. Returns at once; the observer hears the rest, on threads of the transfer, ending with
     * exactly one of finished, demandMet, failed and stopped.
     */
    RunningTransfer start(TransferOrder order, TransferObserver observer);

    /**
     * Tells the server that an upload, which is stopped, will not go on. Blocks, for about {@code limit} at most; an order
     * that never reached its server costs nothing.
     *
     * @throws TransferException when the server could not be told; it forgets by itself some day
     */
    void abandon(TransferOrder order, Duration limit) throws TransferException;

    /** Stops every transfer and waits until each has said so. */
    @Override
    void close();

    /** A transfer under way. */
    interface RunningTransfer {

        /** Asks it to stop soon, keeping what it has: it forces, checkpoints and then says stopped. Does not wait. */
        void stop();
    }
}
