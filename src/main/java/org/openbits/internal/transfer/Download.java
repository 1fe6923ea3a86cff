package org.openbits.internal.transfer;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.openbits.JobPriority;
import org.openbits.JobProgress;
import org.openbits.JobProperty;
import org.openbits.internal.file.TemporaryFile;
import org.openbits.internal.transfer.Checkpoint.Range;
import org.openbits.internal.transfer.Claims.Claim;
import org.openbits.internal.transfer.Layout.Gap;
import org.openbits.internal.transfer.TransferObserver.SourceFacts;
import org.openbits.spi.Abort;
import org.openbits.spi.Confirming;
import org.openbits.spi.DownloadRequest;
import org.openbits.spi.DownloadSource;
import org.openbits.spi.TransferException;
import org.openbits.spi.Validator;

/**
 * Brings the bytes that the local file lacks, gap by gap, all of one version. Confined to its worker thread; what {@link
 * Helpers} share with it is thread-safe.
 *
 * <p>The version is that of the first answer. Every later answer must be of the same one; another starts the file over,
 * and bytes of two versions never meet. The class is long because this one rule must be seen whole.
 */
final class Download {

    /** How it ended without a failure; what there is of the file was kept. */
    enum End {
        WHOLE,
        /** Everything asked for is there, but not the whole file. */
        DEMAND_MET,
        STOPPED
    }

    private static final int MOST_RESTARTS = 3;

    /** So much comes with the answer, as a rule: its owner then hears of both in one. */
    private static final long AT_ONCE_BYTES = 256 << 10;

    private final TransferOrder order;
    private final TransferObserver observer;
    private final Sources sources;
    private final TemporaryFile file;
    private final Checkpointer checkpoints;
    private final StopSignal stop;
    private final Executor workers;
    private final LongSupplier nanoTime;
    private final Abort abort;
    private final Reconnects reconnects;
    private final Ledger ledger = new Ledger();
    private final Pieces pieces;
    private final Claims claims;
    private final Tally tally;
    private final Pour pour;
    private final Expected expected;
    private final Wishes wishes;
    private final Room room;
    /** Null while the server names none. */
    private @Nullable Validator version;
    /** Null while the length of the remote file is not known. */
    private @Nullable Layout layout;
    /** Null until the first answer. */
    private @Nullable SourceFacts facts;
    /** Null while one connection is enough. */
    private @Nullable Helpers helpers;

    private boolean announced;
    /** Whether the observer still has to hear of the last answer. */
    private boolean untold;

    private boolean moved;
    private boolean movedSinceBreak;
    private int restarts;

    Download(
            TransferOrder order,
            TransferObserver observer,
            Sources sources,
            TemporaryFile file,
            Checkpointer checkpoints,
            Pieces pieces,
            StopSignal stop,
            Executor workers,
            LongSupplier nanoTime) {
        this.order = order;
        this.observer = observer;
        this.sources = sources;
        this.file = file;
        this.checkpoints = checkpoints;
        this.pieces = pieces;
        this.claims = new Claims(pieces);
        this.stop = stop;
        this.workers = workers;
        this.nanoTime = nanoTime;
        this.abort = stop.newAbort();
        this.reconnects = new Reconnects(nanoTime);
        this.tally = new Tally(ledger, checkpoints, observer);
        this.wishes = new Wishes(order, ledger);
        this.room = new Room(file, order.demand().isWhole());
        this.expected = new Expected(order, sources, file);
        this.pour = new Pour(file, claims, workers, nanoTime, () -> !stop.isRequested(), this::written);
    }

    End run() throws TransferException, IOException {
        try {
            takeUp(order.checkpoint());
            observer.connecting();
            expected.learn(abort);
            while (!stop.isRequested()) {
                if (fromThisSource()) {
                    return End.WHOLE;
                }
                if (isDemandMet()) {
                    keep();
                    return End.DEMAND_MET;
                }
            }
            endHelpers();
            keep();
            return End.STOPPED;
        } catch (TransferException | IOException e) {
            endHelpers();
            keepDespite(e);
            throw e;
        } catch (RuntimeException | Error e) {
            endHelpers();
            throw e;
        }
    }

    /** Whether any byte came. */
    boolean hasMoved() {
        return moved;
    }

    /** Returns whether the file is whole; if not, the next source is to be tried, or nothing more is wanted now. */
    private boolean fromThisSource() throws TransferException, IOException {
        try {
            while (!stop.isRequested()) {
                while (!isWhole() && !isDemandMet() && !stop.isRequested()) {
                    fetchNext();
                }
                if (isDemandMet()) {
                    return false;
                }
                if (isWhole() && isConfirmed()) {
                    finish();
                    return true;
                }
            }
        } catch (TransferException e) {
            if (!stop.isRequested()) {
                sources.next(e);
                forget();
                restarts = 0;
                observer.connecting();
            }
        }
        return false;
    }

    /** Goes on where an earlier transfer stopped, if the disk still has what it left and the version can be guarded. */
    private void takeUp(@Nullable Checkpoint left) throws TransferException, IOException {
        Validator leftVersion = left == null ? null : left.validator();
        if (left == null || leftVersion == null || !leftVersion.canGuard() || file.length() < endOf(left.held())) {
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

    private boolean isDemandMet() {
        return wishes.areMet(layout);
    }

    private void fetchNext() throws TransferException, IOException {
        Gap wanted = nextGap();
        if (wanted == null) {
            Objects.requireNonNull(helpers).settle();
            return;
        }
        long asked = nanoTime.getAsLong();
        try (DownloadSource source = sources.protocol().open(request(wanted))) {
            Gap gap = accept(source, wanted);
            if (gap != null) {
                considerHelpers(nanoTime.getAsLong() - asked);
                copy(source, gap);
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

    /** The next bytes to ask for, or null when helpers have claimed all of them. */
    private @Nullable Gap nextGap() {
        if (layout == null) {
            return wishes.first();
        }
        if (helpers == null) {
            return wishes.next(layout);
        }
        Range free = claims.firstFree(ledger, layout.localBytes());
        if (free == null) {
            Claim tail = claims.takeTail(helpers.ratePerConnection());
            if (tail == null) {
                return null;
            }
            free = claims.rest(tail);
            claims.release(tail);
        }
        return new Gap(free.start(), free.start(), free.end() - free.start());
    }

    private DownloadRequest request(Gap gap) {
        long end = gap.remote() + gap.length();
        boolean toEnd = end == Long.MAX_VALUE || (version != null && end == version.lengthBytes());
        return new DownloadRequest(
                sources.name(),
                gap.remote(),
                toEnd ? DownloadRequest.TO_END : end,
                ledger.heldBytes() > 0 ? version : null,
                sources.settingsFor(sources.name(), order.settings()),
                sources.credentialsFor(sources.name(), order.credentials()),
                abort);
    }

    /** Decides where the bytes of an answer belong; null when they do not, and the next request starts over. */
    private @Nullable Gap accept(DownloadSource source, Gap wanted) throws TransferException, IOException {
        boolean here = source.offset() == wanted.remote();
        boolean sameVersion = ledger.heldBytes() == 0 || isSameVersion(source);
        if (!here && sameVersion && !order.file().ranges().isEmpty()) {
            layoutFor(source.totalBytes());
            throw RemoteFaults.noRanges(sources.shownName());
        }
        if (here && sameVersion) {
            return continued(source, wanted);
        }
        if (ledger.heldBytes() == 0
                && wanted.remote() > 0
                && order.file().ranges().isEmpty()) {
            if (source.totalBytes() != JobProgress.SIZE_UNKNOWN) {
                wishes.requireWithin(source.totalBytes(), sources.shownName());
            }
            wishes.takeInOrder(sources.shownName());
        } else {
            startOver();
        }
        if (stop.isRequested() || source.offset() != wishes.first().remote()) {
            return null;
        }
        adopt(source);
        return nextGap();
    }

    /** While nothing is held each answer may be of another version, and of another length, than the one before. */
    private @Nullable Gap continued(DownloadSource source, Gap wanted) throws TransferException, IOException {
        if (ledger.heldBytes() == 0) {
            endHelpers();
            layout = null;
            expected.forget();
        }
        boolean wasKnown = layout != null;
        adopt(source);
        Gap gap = wasKnown ? wanted : layout == null ? wishes.first() : wishes.next(layout);
        return gap != null && gap.remote() == source.offset() ? gap : null;
    }

    /** Asks once more where a file may change under its reader; with another version the file starts over. */
    private boolean isConfirmed() throws TransferException, IOException {
        Validator fetched = version;
        if (fetched == null || !(sources.protocol() instanceof Confirming confirming)) {
            return true;
        }
        endHelpers();
        if (fetched.sameVersion(confirming.version(request(new Gap(0, 0, 0))))) {
            return true;
        }
        startOver();
        return false;
    }

    /** What cannot be told apart is never joined. */
    private boolean isSameVersion(DownloadSource source) throws TransferException {
        Validator other = source.validator();
        if (version == null && !order.file().ranges().isEmpty()) {
            throw RemoteFaults.noVersions(sources.shownName());
        }
        return version != null && other != null && version.sameVersion(other);
    }

    private void adopt(DownloadSource source) throws TransferException, IOException {
        if (ledger.heldBytes() == 0 || version == null) {
            version = source.validator();
        }
        long remoteBytes = source.totalBytes();
        expected.compare(source);
        if (layout == null && remoteBytes != JobProgress.SIZE_UNKNOWN) {
            layout = layoutFor(remoteBytes);
            wishes.requireWithin(remoteBytes, sources.shownName());
        } else if (layout == null && !order.file().ranges().isEmpty()) {
            throw RemoteFaults.noRanges(sources.shownName());
        } else if (layout == null) {
            wishes.requireNoDemand(sources.shownName());
        }
        expected.believe(source);
        facts = facts(source);
        if (!announced) {
            announced = true;
            untold = true;
            if (layout == null || layout.localBytes() > AT_ONCE_BYTES) {
                tell(facts);
            }
        }
        if (layout != null && ledger.heldBytes() == 0) {
            room.make(layout.localBytes());
        }
    }

    private Layout layoutFor(long remoteBytes) throws TransferException {
        Layout planned = Layout.of(order.file().ranges(), remoteBytes, sources.shownName());
        requireAllowed(planned.localBytes());
        return planned;
    }

    private void considerHelpers(long openNanos) throws TransferException {
        Layout known = layout;
        Validator guard = version;
        // A server that names versions now and then only must be asked for all of a file at once.
        boolean eligible = helpers == null
                && restarts == 0
                && mayBeKept()
                && order.file().ranges().isEmpty()
                && order.demand().isWhole()
                && order.settings().get(JobProperty.PRIORITY) != JobPriority.LOW;
        if (!eligible
                || known == null
                || guard == null
                || known.localBytes() - ledger.heldBytes() < pieces.smallestFileBytes()) {
            return;
        }
        Helpers.Work work = new Helpers.Work(
                request(new Gap(0, 0, Long.MAX_VALUE)),
                sources.protocol(),
                guard,
                file,
                claims,
                tally,
                ledger,
                pieces,
                stop,
                workers,
                nanoTime,
                known.localBytes(),
                expected.hasDigest());
        helpers = new Helpers(work, openNanos);
    }

    private void copy(DownloadSource source, Gap gap) throws TransferException, IOException {
        long end = gap.local() + gap.length();
        Claim claim = claims.claim(gap.local(), end);
        try {
            long at = pour.run(source, claim, gap.local(), expected.hasDigest());
            if (at < claims.reach(claim, at) && !stop.isRequested()) {
                ended(at, gap);
            }
        } finally {
            claims.release(claim);
        }
    }

    private void tell(SourceFacts now) {
        untold = false;
        observer.transferring(now);
    }

    private void written(long start, long end) throws TransferException, IOException {
        moved = true;
        movedSinceBreak = true;
        if (untold && layout != null && ledger.heldBytes() + end - start < layout.localBytes()) {
            tell(Objects.requireNonNull(facts));
        }
        tally.add(start, end, mayBeKept(), this::snapshot);
        if (layout == null) {
            requireAllowed(ledger.heldBytes());
        }
        if (helpers != null) {
            helpers.consider();
        }
        expected.follow(ledger.contiguousBytes());
    }

    /** A server may end before the gap does: then the next request asks for the rest. */
    private void ended(long at, Gap gap) throws TransferException {
        if (layout == null) {
            expected.requireLength(at);
            layout = layoutFor(at);
        } else if (at == gap.local()) {
            throw RemoteFaults.nothingCame(sources.shownName());
        }
    }

    private void requireAllowed(long bytes) throws TransferException {
        long most = order.settings().get(JobProperty.MAXIMUM_DOWNLOAD_SIZE);
        if (most > 0 && bytes > most) {
            throw RemoteFaults.largerThanAllowed(bytes, most, sources.shownName());
        }
    }

    /** The server has another version. */
    private void startOver() throws TransferException, IOException {
        if (++restarts > MOST_RESTARTS) {
            throw RemoteFaults.changesAllTheTime(sources.shownName());
        }
        forget();
    }

    /**
     * Lets go of every byte before the first one of another version comes: what was saved first, then the file. Stopped in
     * between, both stay as they were.
     */
    private void forget() throws IOException {
        endHelpers();
        checkpoints.await();
        ledger.clear();
        version = null;
        layout = null;
        announced = false;
        expected.forget();
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
        room.giveBack();
    }

    private void endHelpers() {
        if (helpers != null) {
            helpers.stop();
            helpers = null;
        }
    }

    private boolean isResumable() {
        return version != null && version.canGuard() && (facts == null || facts.resumable());
    }

    /** A validator means something at its own address only: the next attempt begins with the first one again. */
    private boolean mayBeKept() {
        return isResumable() && !sources.isMirror();
    }

    private Checkpoint snapshot() {
        return new Checkpoint(version, ledger.ranges());
    }

    private void finish() throws TransferException, IOException {
        endHelpers();
        observer.received(Objects.requireNonNull(facts));
        checkpoints.await();
        long bytes = ledger.heldBytes();
        file.setLength(bytes);
        verify(bytes);
        checkpoints.force();
        file.requireInPlace();
        observer.progress(bytes);
        observer.finished(Objects.requireNonNull(facts), bytes);
    }

    private void verify(long bytes) throws TransferException, IOException {
        try {
            expected.verify(bytes);
        } catch (TransferException e) {
            forget();
            facts = null;
            throw e;
        }
    }

    private void keep() throws IOException {
        if (mayBeKept() && ledger.heldBytes() > 0) {
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

    private SourceFacts facts(DownloadSource source) {
        boolean resumable = source.isResumable() && version != null && version.canGuard();
        return Answers.facts(
                order, sources, source, layout == null ? JobProgress.SIZE_UNKNOWN : layout.localBytes(), resumable);
    }

    private static long endOf(List<Range> held) {
        return held.isEmpty() ? 0 : held.get(held.size() - 1).end();
    }
}
