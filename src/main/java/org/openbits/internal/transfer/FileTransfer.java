package org.openbits.internal.transfer;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.internal.file.TemporaryFile;
import org.openbits.internal.transfer.FileTransfers.RunningTransfer;
import org.openbits.internal.transfer.TransferObserver.Failure;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;
import org.openbits.spi.TransferProtocol;

/** The transfer of one file, from the order to its last word. Confined to its worker thread, except {@link #stop()}. */
final class FileTransfer implements RunningTransfer, Runnable {

    private final TransferOrder order;
    private final TransferObserver observer;
    private final List<TransferProtocol> protocols;
    private final Executor forces;
    private final LongSupplier nanoTime;
    private final StopSignal stop = new StopSignal();
    private @Nullable Download download;

    FileTransfer(
            TransferOrder order,
            TransferObserver observer,
            List<TransferProtocol> protocols,
            Executor forces,
            LongSupplier nanoTime) {
        this.order = order;
        this.observer = observer;
        this.protocols = protocols;
        this.forces = forces;
        this.nanoTime = nanoTime;
    }

    @Override
    public void stop() {
        stop.request();
    }

    @Override
    public void run() {
        TransferProtocol protocol = null;
        try {
            protocol = protocolOf(order.file().remoteName());
            move(protocol);
        } catch (TransferException e) {
            fail(e, protocol);
        } catch (RuntimeException | Error e) {
            fail(unexpected(e), protocol);
        }
    }

    private void move(TransferProtocol protocol) throws TransferException {
        try (TemporaryFile file = order.createdBefore()
                ? TemporaryFile.reopen(order.temporary())
                : TemporaryFile.create(order.temporary())) {
            Checkpointer checkpoints = new Checkpointer(file, observer, forces, nanoTime);
            download = new Download(order, observer, protocol, file, checkpoints, stop, nanoTime);
            if (!download.run()) {
                observer.stopped();
            }
        } catch (IOException e) {
            throw LocalFaults.verdict(e, order.temporary());
        }
    }

    private TransferProtocol protocolOf(String remoteName) throws TransferException {
        for (TransferProtocol protocol : protocols) {
            if (protocol.handles(remoteName)) {
                return protocol;
            }
        }
        throw new TransferException(
                ErrorCode.BG_E_PROTOCOL_NOT_AVAILABLE,
                ErrorContext.REMOTE_FILE,
                Severity.FATAL,
                "No protocol is installed for " + TransferProtocol.withoutSecrets(remoteName),
                null);
    }

    private void fail(TransferException failure, @Nullable TransferProtocol protocol) {
        if (stop.isRequested()) {
            observer.stopped();
            return;
        }
        observer.failed(new Failure(
                failure.code(),
                failure.context(),
                failure.severity(),
                String.valueOf(failure.getMessage()),
                protocol == null ? null : protocol.name(),
                download != null && download.hasMoved()));
    }

    /** A fault of the program itself: told as the file's error, so that the job does not hang. */
    private static TransferException unexpected(Throwable fault) {
        return new TransferException(
                ErrorCode.E_FAIL,
                ErrorContext.UNKNOWN,
                Severity.FATAL,
                "The transfer failed in an unexpected way: " + fault,
                fault);
    }
}
