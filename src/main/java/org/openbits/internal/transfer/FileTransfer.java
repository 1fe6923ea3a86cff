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
    private final Sources sources;
    private final Pieces pieces;
    private final Executor workers;
    private final Executor forces;
    private final LongSupplier nanoTime;
    private final StopSignal stop = new StopSignal();
    private @Nullable Download download;
    private @Nullable TransferProtocol protocol;

    FileTransfer(
            TransferOrder order,
            TransferObserver observer,
            List<TransferProtocol> protocols,
            Pieces pieces,
            Executor workers,
            Executor forces,
            LongSupplier nanoTime) {
        this.order = order;
        this.observer = observer;
        this.sources = new Sources(order.file(), protocols);
        this.pieces = pieces;
        this.workers = workers;
        this.forces = forces;
        this.nanoTime = nanoTime;
    }

    @Override
    public void stop() {
        stop.request();
    }

    @Override
    public void run() {
        try {
            protocol = sources.protocol();
            move();
        } catch (TransferException e) {
            fail(e);
        } catch (RuntimeException | Error e) {
            fail(unexpected(e));
        }
    }

    private void move() throws TransferException {
        try (TemporaryFile file = order.createdBefore()
                ? TemporaryFile.reopen(order.temporary())
                : TemporaryFile.create(order.temporary())) {
            Checkpointer checkpoints = new Checkpointer(file::force, observer, forces, nanoTime);
            download = new Download(order, observer, sources, file, checkpoints, pieces, stop, workers, nanoTime);
            switch (download.run()) {
                case WHOLE -> {} // it said so itself
                case DEMAND_MET -> observer.demandMet();
                case STOPPED -> observer.stopped();
            }
        } catch (IOException e) {
            throw LocalFaults.verdict(e, order.temporary());
        }
    }

    private void fail(TransferException failure) {
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
    static TransferException unexpected(Throwable fault) {
        return new TransferException(
                ErrorCode.E_FAIL,
                ErrorContext.UNKNOWN,
                Severity.FATAL,
                "The transfer failed in an unexpected way: " + fault,
                fault);
    }
}
