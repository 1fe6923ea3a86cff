package org.openbits.internal.queue;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.internal.transfer.Checkpoint;
import org.openbits.internal.transfer.FileTransfers;
import org.openbits.internal.transfer.TransferObserver;
import org.openbits.internal.transfer.TransferOrder;
import org.openbits.spi.Severity;

/**
 * One transfer of one file: starts it once its start is durable, stops it, and carries its reports to the queue thread.
 * Start and stop come from different threads; guarded by this, never held while a file is touched.
 */
final class Attempt implements TransferObserver {

    /** Who hears the reports, each on the queue thread. */
    interface Listener {
        void connecting(Attempt attempt);

        void transferring(Attempt attempt, SourceFacts facts);

        void received(Attempt attempt, SourceFacts facts);

        void progressed(Attempt attempt);

        void checkpoint(Attempt attempt, Checkpoint checkpoint, long bytes, Runnable saved);

        void startsOver(Attempt attempt, Runnable forgotten);

        void finished(Attempt attempt, SourceFacts facts, long bytes);

        void demandMet(Attempt attempt);

        void failed(Attempt attempt, Failure failure);

        void stopped(Attempt attempt);

        /** Brings a report to the queue thread. Any thread. */
        void report(Runnable report);

        /** Milliseconds of the queue. Any thread. */
        long nowMillis();
    }

    /** Progress is told ten times a second at most. */
    static final long PROGRESS_INTERVAL_MILLIS = 100;

    final Row row;
    final int index;
    final TransferOrder order;
    /** What the sums of the job count for the file. Confined to the queue thread. */
    long savedBytes;
    /** What the disk holds, and what of it listeners to ranges were told of, and when. Confined to the queue thread. */
    List<Checkpoint.Range> held;

    List<Checkpoint.Range> told;
    long toldMillis;
    /** Whether the server answered. Confined to the queue thread. */
    boolean connected;
    /** Whether all its bytes came and only the disk is waited for. Confined to the queue thread. */
    boolean received;

    private final Listener listener;
    private final AtomicBoolean progressPending = new AtomicBoolean();
    private final long bytesAtStart;
    private volatile long bytes;
    private volatile long confirmed;
    private volatile long reportedMillis;
    private FileTransfers.@Nullable RunningTransfer transfer;
    private boolean stopping;

    Attempt(Row row, int index, TransferOrder order, long bytes, long nowMillis, Listener listener) {
        this.row = row;
        this.index = index;
        this.order = order;
        this.held = order.checkpoint() == null ? List.of() : order.checkpoint().held();
        this.told = held;
        this.bytesAtStart = bytes;
        this.savedBytes = bytes;
        this.bytes = bytes;
        this.confirmed = bytes;
        this.reportedMillis = nowMillis;
        this.listener = listener;
    }

    /** Begins, unless it was stopped before. */
    void start(FileTransfers transfers) {
        synchronized (this) {
            if (stopping) {
                listener.report(() -> listener.stopped(this));
                return;
            }
        }
        FileTransfers.RunningTransfer running;
        try {
            running = transfers.start(order, this);
        } catch (RuntimeException | Error e) {
            // There may be no thread for it, which passes; nobody must wait for a transfer that did not begin.
            failed(new Failure(
                    ErrorCode.E_FAIL,
                    ErrorContext.GENERAL_QUEUE_MANAGER,
                    Severity.TRANSIENT,
                    "The transfer could not begin: " + e.getMessage(),
                    null,
                    false));
            return;
        }
        synchronized (this) {
            transfer = running;
            if (!stopping) {
                return;
            }
        }
        running.stop();
    }

    /** Asks it to stop; {@link Listener#stopped}, failed or finished follows. Does not wait. */
    void stop() {
        FileTransfers.RunningTransfer running;
        synchronized (this) {
            stopping = true;
            running = transfer;
        }
        if (running != null) {
            running.stop();
        }
    }

    /** Bytes held, as heard last. Any thread. */
    long bytes() {
        return bytes;
    }

    /** Bytes that a later transfer need not move again, as far as known. Any thread. */
    long keptBytes() {
        return order.type().isUpload() ? confirmed : bytes;
    }

    /** Whether any byte came, as far as heard; of an upload, whether the server confirmed any. Any thread. */
    boolean hasMoved() {
        if (order.type().isUpload()) {
            return confirmed > bytesAtStart;
        }
        long now = bytes;
        return now > 0 && now != bytesAtStart;
    }

    @Override
    public void connecting() {
        listener.report(() -> listener.connecting(this));
    }

    @Override
    public void transferring(SourceFacts facts) {
        listener.report(() -> listener.transferring(this, facts));
    }

    @Override
    public void received(SourceFacts facts) {
        listener.report(() -> listener.received(this, facts));
    }

    @Override
    public void progress(long bytesTransferred) {
        bytes = bytesTransferred;
        long now = listener.nowMillis();
        if (now - reportedMillis >= PROGRESS_INTERVAL_MILLIS && progressPending.compareAndSet(false, true)) {
            reportedMillis = now;
            listener.report(() -> {
                progressPending.set(false);
                listener.progressed(this);
            });
        }
    }

    @Override
    public void checkpoint(Checkpoint checkpoint) {
        checkpoint(checkpoint, () -> {});
    }

    @Override
    public void checkpoint(Checkpoint checkpoint, Runnable saved) {
        long held = checkpoint.heldBytes();
        confirmed = held;
        listener.report(() -> listener.checkpoint(this, checkpoint, held, saved));
    }

    @Override
    public void startsOver(Runnable forgotten) {
        listener.report(() -> listener.startsOver(this, forgotten));
    }

    @Override
    public void finished(SourceFacts facts, long size) {
        bytes = size;
        listener.report(() -> listener.finished(this, facts, size));
    }

    @Override
    public void demandMet() {
        listener.report(() -> listener.demandMet(this));
    }

    @Override
    public void failed(Failure failure) {
        listener.report(() -> listener.failed(this, failure));
    }

    @Override
    public void stopped() {
        listener.report(() -> listener.stopped(this));
    }
}
