package org.openbits.internal.transfer;

import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.openbits.FileSpec;
import org.openbits.JobSettings;
import org.openbits.spi.Severity;

/** An observer that remembers, for tests. Guarded by this. */
public class Recorder implements TransferObserver {

    private final StringBuilder calls = new StringBuilder();
    private long progress;
    private long mostProgress;
    private int restarts;
    private Checkpoint checkpoint;
    private SourceFacts facts;
    private Failure failure;
    private long finishedBytes = -1;
    private String end;
    private final NavigableMap<Long, Runnable> planned = new TreeMap<>();

    /** An order for one file that was never started before. */
    public static TransferOrder order(String remoteName, Path temporary) {
        return new TransferOrder(
                FileSpec.of(remoteName, temporary.resolveSibling("file").toString()),
                temporary,
                false,
                null,
                JobSettings.EMPTY,
                List.of());
    }

    /** The same order again, from what this recorder was last told. */
    public TransferOrder again(TransferOrder order) {
        return new TransferOrder(
                order.type(),
                order.file(),
                order.temporary(),
                true,
                checkpoint(),
                order.settings(),
                order.credentials());
    }

    @Override
    public synchronized void connecting() {
        calls.append('c');
    }

    @Override
    public synchronized void transferring(SourceFacts newFacts) {
        calls.append('t');
        facts = newFacts;
    }

    @Override
    public synchronized void received(SourceFacts newFacts) {
        calls.append('r');
        facts = newFacts;
    }

    /** On the transfer's own thread, once and before another byte is read there: so that no pause comes between. */
    public synchronized Recorder whenReached(long bytes, Runnable action) {
        planned.put(bytes, action);
        return this;
    }

    @Override
    public void progress(long bytesTransferred) {
        Runnable due = see(bytesTransferred);
        if (due != null) {
            due.run();
        }
    }

    private synchronized Runnable see(long bytesTransferred) {
        if (bytesTransferred < progress) {
            restarts++;
        }
        progress = bytesTransferred;
        mostProgress = Math.max(mostProgress, progress);
        boolean isDue = !planned.isEmpty() && planned.firstKey() <= bytesTransferred;
        return isDue ? planned.pollFirstEntry().getValue() : null;
    }

    @Override
    public synchronized void checkpoint(Checkpoint newCheckpoint) {
        checkpoint = newCheckpoint;
    }

    @Override
    public void checkpoint(Checkpoint newCheckpoint, Runnable saved) {
        checkpoint(newCheckpoint);
        saved.run();
    }

    @Override
    public synchronized void startsOver(Runnable forgotten) {
        checkpoint = null;
        forgotten.run();
    }

    @Override
    public synchronized void demandMet() {
        ended("demandMet");
    }

    @Override
    public synchronized void finished(SourceFacts newFacts, long bytes) {
        facts = newFacts;
        finishedBytes = bytes;
        ended("finished");
    }

    @Override
    public synchronized void failed(Failure newFailure) {
        failure = newFailure;
        ended("failed " + newFailure.code().symbol());
    }

    @Override
    public synchronized void stopped() {
        ended("stopped");
    }

    private void ended(String how) {
        end = end == null ? how : end + ", then " + how;
    }

    /** {@code finished}, {@code stopped}, {@code failed SYMBOL}, or null while it runs. */
    public synchronized String end() {
        return end;
    }

    /** Waits for the end and returns it. */
    public String awaitEnd() {
        Awaitility.await()
                .atMost(180, TimeUnit.SECONDS)
                .pollInterval(5, TimeUnit.MILLISECONDS)
                .until(() -> end() != null);
        return end();
    }

    /** Starts it and stops it when so many bytes are there; says how it ended. */
    public String stopAt(long bytes, FileTransfers transfers, TransferOrder order) {
        CompletableFuture<FileTransfers.RunningTransfer> started = new CompletableFuture<>();
        whenReached(bytes, () -> started.join().stop());
        started.complete(transfers.start(order, this));
        return awaitEnd();
    }

    /** Waits until at least that many bytes were reported. */
    public void awaitProgress(long bytes) {
        Awaitility.await()
                .atMost(180, TimeUnit.SECONDS)
                .pollInterval(5, TimeUnit.MILLISECONDS)
                .until(() -> progress() >= bytes || end() != null);
    }

    public synchronized long progress() {
        return progress;
    }

    /** How often progress went back. */
    public synchronized int restarts() {
        return restarts;
    }

    public synchronized long mostProgress() {
        return mostProgress;
    }

    public synchronized Checkpoint checkpoint() {
        return checkpoint;
    }

    public synchronized SourceFacts facts() {
        return facts;
    }

    public synchronized Failure failure() {
        return failure;
    }

    public synchronized Severity severity() {
        return failure == null ? null : failure.severity();
    }

    public synchronized long finishedBytes() {
        return finishedBytes;
    }

    /** One letter a call: c for connecting, t for transferring, r for received. */
    public synchronized String calls() {
        return calls.toString();
    }
}
