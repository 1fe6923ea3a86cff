package org.openbits.internal.transfer;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.openbits.spi.Abort;
import org.openbits.spi.TransferException;
import org.openbits.spi.TransferProtocol;
import org.openbits.spi.Uploading;

/**
 * Moves files with the protocols it is given. How many run at once is the caller's decision: each transfer takes a worker
 * thread, and shares threads for its forces. Thread-safe.
 */
public final class FileTransferEngine implements FileTransfers {

    private final List<TransferProtocol> protocols;
    private final LongSupplier nanoTime;
    private final Pieces pieces;
    private final ExecutorService workers = Executors.newCachedThreadPool(threads("transfer"));
    private final ExecutorService helpers = Executors.newCachedThreadPool(threads("transfer-helper"));
    private final ExecutorService forces = Executors.newCachedThreadPool(threads("force"));
    private final Set<RunningTransfer> running = ConcurrentHashMap.newKeySet();

    /**
     * @param protocols asked in this order who speaks for a name; closed with the engine
     * @param nanoTime elapsed time, as {@link System#nanoTime}
     */
    public FileTransferEngine(List<TransferProtocol> protocols, LongSupplier nanoTime) {
        this(protocols, nanoTime, Pieces.DEFAULT);
    }

    /** @param pieces when one file is fetched over several connections */
    public FileTransferEngine(List<TransferProtocol> protocols, LongSupplier nanoTime, Pieces pieces) {
        this.pieces = pieces;
        this.protocols = List.copyOf(protocols);
        this.nanoTime = nanoTime;
    }

    @Override
    public RunningTransfer start(TransferOrder order, TransferObserver observer) {
        SerialObserver serial = new SerialObserver(observer);
        if (order.type().isUpload()) {
            return run(new FileUpload(order, serial, protocols, helpers, forces, nanoTime), serial);
        }
        return run(new FileTransfer(order, serial, protocols, pieces, helpers, forces, nanoTime), serial);
    }

    private <T extends RunningTransfer & Runnable> RunningTransfer run(T transfer, SerialObserver serial) {
        running.add(transfer);
        try {
            workers.execute(() -> {
                try {
                    transfer.run();
                } finally {
                    running.remove(transfer);
                }
            });
        } catch (RejectedExecutionException e) {
            running.remove(transfer);
            serial.stopped();
        } catch (OutOfMemoryError e) { // no thread
            running.remove(transfer);
            throw e;
        }
        return transfer;
    }

    @Override
    public void abandon(TransferOrder order, Duration limit) throws TransferException {
        Checkpoint checkpoint = order.checkpoint();
        UploadLedger ledger = checkpoint == null ? null : checkpoint.upload();
        if (ledger == null || !(new Sources(order.file(), protocols).protocol() instanceof Uploading uploading)) {
            return;
        }
        Abort abort = new Abort();
        CompletableFuture.delayedExecutor(limit.toMillis(), TimeUnit.MILLISECONDS)
                .execute(abort::abort);
        uploading.abandon(FileUpload.request(order, 0, ledger.session(), 0, abort));
    }

    @Override
    public void close() {
        workers.shutdown();
        running.forEach(RunningTransfer::stop);
        awaitEnd(workers);
        helpers.shutdown();
        forces.shutdown();
        awaitEnd(helpers);
        awaitEnd(forces);
        protocols.forEach(TransferProtocol::close);
    }

    private static void awaitEnd(ExecutorService threads) {
        boolean interrupted = false;
        while (!threads.isTerminated()) {
            try {
                threads.awaitTermination(1, TimeUnit.DAYS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory threads(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
