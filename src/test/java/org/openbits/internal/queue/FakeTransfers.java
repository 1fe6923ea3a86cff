package org.openbits.internal.queue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.internal.transfer.Checkpoint;
import org.openbits.internal.transfer.FileTransfers;
import org.openbits.internal.transfer.TransferObserver;
import org.openbits.internal.transfer.TransferOrder;
import org.openbits.spi.Severity;
import org.openbits.spi.Validator;

/** Transfers in the hand of a test: they do what it says, when it says so. Safe for use by several threads. */
final class FakeTransfers implements FileTransfers {

    private final List<Transfer> all = new ArrayList<>();
    private boolean obedient = true;
    /** What beginning a transfer throws, or null. */
    volatile @Nullable Error broken;

    /** From here on a transfer that is told to stop does so only when the test says so. */
    synchronized void stopSlowly() {
        obedient = false;
    }

    @Override
    public RunningTransfer start(TransferOrder order, TransferObserver observer) {
        Error trouble = broken;
        if (trouble != null) {
            throw trouble;
        }
        Transfer transfer = new Transfer(order, observer);
        synchronized (this) {
            all.add(transfer);
        }
        return transfer;
    }

    /** Every transfer ever started, in order. */
    synchronized List<Transfer> all() {
        return List.copyOf(all);
    }

    /** Those under way. */
    synchronized List<Transfer> running() {
        return all.stream().filter(transfer -> !transfer.over).toList();
    }

    /** The transfer under way that brings a remote name. */
    Transfer of(String remoteName) {
        return running().stream()
                .filter(transfer -> transfer.order.file().remoteName().equals(remoteName))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing brings " + remoteName + " among " + running()));
    }

    @Override
    public void abandon(TransferOrder order, java.time.Duration limit) {
        // There is no server.
    }

    @Override
    public void close() {
        running().forEach(Transfer::obey);
    }

    /** One transfer. */
    final class Transfer implements RunningTransfer {

        final TransferOrder order;
        final TransferObserver observer;
        volatile boolean over;
        volatile boolean asked;
        private long total;

        Transfer(TransferOrder order, TransferObserver observer) {
            this.order = order;
            this.observer = observer;
        }

        Transfer connecting() {
            observer.connecting();
            return this;
        }

        Transfer transferring(long bytesTotal) {
            total = bytesTotal;
            observer.transferring(facts());
            return this;
        }

        /** The server answered, after a redirect that is to be reported, or with a name for the file. */
        Transfer transferring(long bytesTotal, String remoteName, String localName) {
            total = bytesTotal;
            observer.transferring(new TransferObserver.SourceFacts(
                    total, false, null, List.of(), remoteName, List.of("cannot resume"), localName));
            return this;
        }

        /** All bytes came; the disk is still to be waited for. */
        Transfer received(long bytes) {
            total = bytes;
            observer.received(facts());
            return this;
        }

        Transfer progress(long bytes) {
            observer.progress(bytes);
            return this;
        }

        Transfer checkpoint(long bytes) {
            observer.checkpoint(
                    new Checkpoint(new Validator("\"v1\"", null, total), List.of(new Checkpoint.Range(0, bytes))));
            return this;
        }

        void finish() {
            over = true;
            observer.finished(facts(), total);
        }

        void demandMet() {
            over = true;
            observer.demandMet();
        }

        /** From the first connection to the last byte. */
        void bring(long bytes) {
            connecting().transferring(bytes).progress(bytes).finish();
        }

        void fail(ErrorCode code, Severity severity) {
            over = true;
            observer.failed(new TransferObserver.Failure(
                    code, ErrorContext.REMOTE_FILE, severity, "The test said so", "http", false));
        }

        void failTransiently() {
            fail(ErrorCode.BG_E_CONNECTION_CLOSED, Severity.TRANSIENT);
        }

        void failForGood() {
            fail(ErrorCode.http(404), Severity.FATAL);
        }

        @Override
        public void stop() {
            asked = true;
            if (obedient) {
                obey();
            }
        }

        void obey() {
            synchronized (FakeTransfers.this) {
                if (over) {
                    return;
                }
                over = true;
            }
            observer.stopped();
        }

        Path temporary() {
            return order.temporary();
        }

        private TransferObserver.SourceFacts facts() {
            return new TransferObserver.SourceFacts(
                    total, true, null, List.of("ETag: \"v1\""), order.file().remoteName(), List.of());
        }

        @Override
        public String toString() {
            return order.file().remoteName();
        }
    }
}
