package org.openbits.internal.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.FileRange;
import org.openbits.JobProgress;
import org.openbits.JobProperty;
import org.openbits.internal.file.DiskSpace;
import org.openbits.internal.file.TemporaryFile;
import org.openbits.internal.transfer.Checkpoint.Range;
import org.openbits.internal.transfer.Layout.Gap;
import org.openbits.internal.transfer.TransferObserver.SourceFacts;
import org.openbits.spi.DownloadRequest;
import org.openbits.spi.DownloadSource;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;
import org.openbits.spi.TransferProtocol;
import org.openbits.spi.Validator;

/**
 * Brings the bytes that the local file lacks, gap by gap, all of one version. Confined to its worker thread.
 *
 * <p>The version is that of the first answer. Every later answer must be of the same one; another starts the file over,
 * and bytes of two versions never meet.
 */
final class Download {

    private static final int BUFFER_BYTES = 256 << 10;
    private static final ThreadLocal<ByteBuffer> BUFFER =
            ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(BUFFER_BYTES));
    private static final int MOST_RESTARTS = 3;

    private final TransferOrder order;
    private final TransferObserver observer;
    private final TransferProtocol protocol;
    private final TemporaryFile file;
    private final Checkpointer checkpoints;
    private final StopSignal stop;
    private final Reconnects reconnects;
    private final Ledger ledger = new Ledger();
    private @Nullable Validator version;
    /** Null while the length of the remote file is not known. */
    private @Nullable Layout layout;
    /** Null until the first answer. */
    private @Nullable SourceFacts facts;

    private boolean announced;
    private boolean moved;
    private boolean movedSinceBreak;
    private int restarts;

    Download(
            TransferOrder order,
            TransferObserver observer,
            TransferProtocol protocol,
            TemporaryFile file,
            Checkpointer checkpoints,
            StopSignal stop,
            LongSupplier nanoTime) {
        this.order = order;
        this.observer = observer;
        this.protocol = protocol;
        this.file = file;
        this.checkpoints = checkpoints;
        this.stop = stop;
        this.reconnects = new Reconnects(nanoTime);
    }

    /** Returns true when the file is whole, false when it was stopped; what there is of it was kept. */
    boolean run() throws TransferException, IOException {
        try {
            takeUp(order.checkpoint());
            observer.connecting();
            while (!isWhole() && !stop.isRequested()) {
                fetchNextGap();
            }
            if (isWhole()) {
                finish();
                return true;
            }
            keep();
            return false;
        } catch (TransferException | IOException e) {
            keepDespite(e);
            throw e;
        }
    }

    /** Whether any byte came. */
    boolean hasMoved() {
        return moved;
    }

    /** Goes on where an earlier transfer stopped, if the disk still has what it left and the version can be guarded. */
    private void takeUp(@Nullable Checkpoint left) throws TransferException, IOException {
        Validator leftVersion = left == null ? null : left.validator();
        if (left == null || leftVersion == null || !leftVersion.canGuard() || file.length() < endOf(left)) {
            forget();
            return;
        }
        version = leftVersion;
        for (Range range : left.held()) {
            ledger.add(range.start(), range.end());
        }
        if (leftVersion.lengthBytes() >= 0) {
            layout = layoutFor(leftVersion.lengthBytes());
            if (layout.firstGap(ledger) == null) {
                fetchTheLastByteAgain(left.held());
            }
        }
        observer.progress(ledger.heldBytes());
    }

    /** With nothing to ask for, no server would say whether the version still stands and of what time it is. */
    private void fetchTheLastByteAgain(List<Range> held) {
        ledger.clear();
        for (Range range : held) {
            long end = range.end() == endOf(held) ? range.end() - 1 : range.end();
            if (end > range.start()) {
                ledger.add(range.start(), end);
            }
        }
    }

    private boolean isWhole() {
        return facts != null && layout != null && layout.firstGap(ledger) == null;
    }

    private void fetchNextGap() throws TransferException, IOException {
        try (DownloadSource source = protocol.open(request(nextGap()))) {
            if (accept(source, nextGap().remote())) {
                copy(source, nextGap());
            }
        } catch (TransferException e) {
            Duration wait = stop.isRequested() ? Duration.ZERO : reconnects.next(e, movedSinceBreak);
            movedSinceBreak = false;
            if (wait == null) {
                throw e;
            }
            reconnect(wait);
        }
    }

    private void reconnect(Duration wait) throws IOException {
        announced = false;
        observer.connecting();
        stop.await(wait);
        if (!isResumable() && !stop.isRequested()) {
            forget();
        }
    }

    private Gap nextGap() {
        Gap gap = layout == null ? null : layout.firstGap(ledger);
        if (gap != null) {
            return gap;
        }
        List<FileRange> ranges = order.file().ranges();
        return ranges.isEmpty()
                ? new Gap(ledger.end(), ledger.end(), Long.MAX_VALUE - ledger.end())
                : new Gap(
                        0,
                        ranges.get(0).offset(),
                        ranges.get(0).length() == FileRange.TO_EOF
                                ? Long.MAX_VALUE - ranges.get(0).offset()
                                : ranges.get(0).length());
    }

    private DownloadRequest request(Gap gap) {
        long end = gap.remote() + gap.length();
        boolean toEnd = end == Long.MAX_VALUE || (version != null && end == version.lengthBytes());
        return new DownloadRequest(
                order.file().remoteName(),
                gap.remote(),
                toEnd ? DownloadRequest.TO_END : end,
                ledger.heldBytes() > 0 ? version : null,
                order.settings(),
                order.credentials(),
                stop.abort());
    }

    /**
     * Decides what an answer is good for.
     *
     * @return whether its bytes belong into the next gap; if not, the next request starts over
     */
    private boolean accept(DownloadSource source, long askedFor) throws TransferException, IOException {
        boolean here = source.offset() == askedFor;
        boolean sameVersion = ledger.heldBytes() == 0 || isSameVersion(source);
        if (!here && sameVersion && !order.file().ranges().isEmpty()) {
            layoutFor(source.totalBytes());
            throw noRanges();
        }
        if (!here || !sameVersion) {
            startOver();
        }
        if (source.offset() != nextGap().remote() || stop.isRequested()) {
            return false;
        }
        adopt(source);
        return true;
    }

    private boolean isSameVersion(DownloadSource source) {
        Validator other = source.validator();
        if (version == null || other == null) {
            return version == other && facts != null && layoutMatches(source.totalBytes());
        }
        return version.sameVersion(other);
    }

    private boolean layoutMatches(long remoteBytes) {
        return !order.file().ranges().isEmpty() || (layout != null && layout.localBytes() == remoteBytes);
    }

    private void adopt(DownloadSource source) throws TransferException, IOException {
        if (ledger.heldBytes() == 0 || version == null) {
            version = source.validator();
        }
        long remoteBytes = source.totalBytes();
        if (layout == null && remoteBytes != JobProgress.SIZE_UNKNOWN) {
            layout = layoutFor(remoteBytes);
        } else if (layout == null && !order.file().ranges().isEmpty()) {
            throw noRanges();
        }
        facts = factsOf(source);
        if (!announced) {
            announced = true;
            observer.transferring(facts);
        }
        if (layout != null && ledger.heldBytes() == 0) {
            makeRoom(layout.localBytes());
        }
    }

    private Layout layoutFor(long remoteBytes) throws TransferException {
        Layout planned = Layout.of(
                order.file().ranges(),
                remoteBytes,
                TransferProtocol.withoutSecrets(order.file().remoteName()));
        requireAllowed(planned.localBytes());
        return planned;
    }

    private void makeRoom(long bytes) throws TransferException, IOException {
        long free = DiskSpace.freeBytes(file.path());
        if (free < bytes) {
            throw LocalFaults.noSpace(
                    "The disk of " + file.path() + " has " + free + " bytes free; the file needs " + bytes
                            + ": free some; the transfer then goes on",
                    null);
        }
        if (bytes > BUFFER_BYTES) {
            file.setLength(bytes);
        }
    }

    private void copy(DownloadSource source, Gap gap) throws TransferException, IOException {
        ByteBuffer buffer = BUFFER.get();
        long at = gap.local();
        long end = gap.local() + gap.length();
        while (at < end && !stop.isRequested()) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), end - at));
            int count = source.read(buffer);
            if (count < 0) {
                ended(at, gap);
                return;
            }
            file.writeAt(buffer.flip(), at);
            ledger.add(at, at + count);
            at += count;
            moved = true;
            movedSinceBreak = true;
            told();
        }
    }

    /** A server may end before the gap does: then the next request asks for the rest. */
    private void ended(long at, Gap gap) throws TransferException {
        if (layout == null) {
            layout = layoutFor(at);
        } else if (at == gap.local()) {
            throw new TransferException(
                    ErrorCode.BG_E_CONNECTION_CLOSED,
                    ErrorContext.GENERAL_TRANSPORT,
                    Severity.TRANSIENT,
                    "The server sent none of the bytes asked for of "
                            + TransferProtocol.withoutSecrets(order.file().remoteName()),
                    null);
        }
    }

    private void told() throws TransferException, IOException {
        long held = ledger.heldBytes();
        if (layout == null) {
            requireAllowed(held);
        }
        if (isResumable()) {
            checkpoints.consider(held, this::snapshot);
        }
        // Every time, for these may be the last bytes before a long silence; who passes it on thins it out.
        observer.progress(held);
    }

    private void requireAllowed(long bytes) throws TransferException {
        long most = order.settings().get(JobProperty.MAXIMUM_DOWNLOAD_SIZE);
        if (most > 0 && bytes > most) {
            throw new TransferException(
                    ErrorCode.BG_E_MAX_DOWNLOAD_SIZE_LIMIT_REACHED,
                    ErrorContext.REMOTE_FILE,
                    Severity.FATAL,
                    TransferProtocol.withoutSecrets(order.file().remoteName()) + " has " + bytes
                            + " bytes or more; the job allows " + most,
                    null);
        }
    }

    /** The server has another version. */
    private void startOver() throws TransferException, IOException {
        if (++restarts > MOST_RESTARTS) {
            throw new TransferException(
                    ErrorCode.BG_E_REMOTE_FILE_CHANGED,
                    ErrorContext.REMOTE_FILE,
                    Severity.TRANSIENT,
                    TransferProtocol.withoutSecrets(order.file().remoteName())
                            + " changed again and again while it was fetched",
                    null);
        }
        forget();
    }

    /**
     * Lets go of every byte before the first one of another version comes: what was saved first, then the file. Stopped in
     * between, both stay as they were.
     */
    private void forget() throws IOException {
        checkpoints.await();
        ledger.clear();
        version = null;
        layout = null;
        announced = false;
        observer.progress(0);
        if (order.checkpoint() != null || checkpoints.hasTold()) {
            CompletableFuture<Void> forgotten = new CompletableFuture<>();
            observer.startsOver(() -> forgotten.complete(null));
            stop.await(forgotten);
            if (!forgotten.isDone()) {
                return;
            }
        }
        checkpoints.restart();
        file.setLength(0);
    }

    private boolean isResumable() {
        return version != null && version.canGuard() && (facts == null || facts.resumable());
    }

    private Checkpoint snapshot() {
        return new Checkpoint(version, ledger.ranges());
    }

    private void finish() throws IOException {
        long bytes = ledger.heldBytes();
        checkpoints.await();
        file.setLength(bytes);
        file.force();
        observer.progress(bytes);
        observer.finished(Objects.requireNonNull(facts), bytes);
    }

    private void keep() throws IOException {
        if (isResumable() && ledger.heldBytes() > 0) {
            checkpoints.keep(snapshot());
        } else {
            checkpoints.await();
        }
    }

    private void keepDespite(Exception failure) {
        try {
            keep();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private SourceFacts factsOf(DownloadSource source) {
        boolean resumable = source.isResumable() && version != null && version.canGuard();
        List<String> notes = new ArrayList<>();
        if (layout == null) {
            notes.add("The server does not say how long the file is.");
        }
        if (!resumable) {
            notes.add("The server cannot go on where a transfer stopped: an interruption starts this file again.");
        }
        return new SourceFacts(
                layout == null ? JobProgress.SIZE_UNKNOWN : layout.localBytes(),
                resumable,
                source.lastModified(),
                source.responseHeaders(),
                source.remoteName(),
                notes);
    }

    private TransferException noRanges() {
        return new TransferException(
                ErrorCode.BG_E_INSUFFICIENT_RANGE_SUPPORT,
                ErrorContext.REMOTE_FILE,
                Severity.FATAL,
                "The server does not deliver ranges of "
                        + TransferProtocol.withoutSecrets(order.file().remoteName()) + ": fetch the whole file instead",
                null);
    }

    private static long endOf(Checkpoint checkpoint) {
        return endOf(checkpoint.held());
    }

    private static long endOf(List<Range> held) {
        return held.isEmpty() ? 0 : held.get(held.size() - 1).end();
    }
}
