package org.openbits.internal.transfer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.JobType;
import org.openbits.internal.transfer.FileTransfers.RunningTransfer;
import org.openbits.internal.transfer.TransferObserver.Failure;
import org.openbits.internal.transfer.TransferObserver.SourceFacts;
import org.openbits.spi.Abort;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;
import org.openbits.spi.TransferProtocol;
import org.openbits.spi.UploadRequest;
import org.openbits.spi.UploadSession;
import org.openbits.spi.UploadTarget;
import org.openbits.spi.Uploading;
import org.openbits.spi.Validator;

/**
 * The upload of one file, from the order to its last word: open or find the session, send until the server has all, fetch
 * the reply, end the session. Confined to its worker thread, except {@link #stop()}.
 *
 * <p>What the server confirmed is saved now and then; after a crash the server says where it really is. That it has all, and
 * that the reply is there, is saved before the session ends, for the server drops it then.
 */
final class FileUpload implements RunningTransfer, Runnable {

    private static final long SAVE_NANOS = Duration.ofSeconds(1).toNanos();
    /** How often one order begins anew because the server forgot the session. */
    private static final int MOST_RESTARTS = 3;

    private final TransferOrder order;
    private final TransferObserver observer;
    private final List<TransferProtocol> protocols;
    private final Executor workers;
    private final Executor forces;
    private final LongSupplier nanoTime;
    private final StopSignal stop = new StopSignal();
    private final Reconnects reconnects;
    private final Path path;

    private @Nullable TransferProtocol protocol;
    private @Nullable Validator version;
    private @Nullable UploadLedger ledger;
    private long confirmed;
    private long confirmedAtStart;
    private SentBytes bytes = new SentBytes(0, 0);
    private long savedNanos;
    private int restarts;
    private boolean replyBegun;
    private boolean finished;

    FileUpload(
            TransferOrder order,
            TransferObserver observer,
            List<TransferProtocol> protocols,
            Executor workers,
            Executor forces,
            LongSupplier nanoTime) {
        this.order = order;
        this.observer = observer;
        this.protocols = protocols;
        this.workers = workers;
        this.forces = forces;
        this.nanoTime = nanoTime;
        this.reconnects = new Reconnects(nanoTime);
        this.path = Path.of(order.file().localName());
    }

    @Override
    public void stop() {
        stop.request();
    }

    @Override
    public void run() {
        try {
            Uploading uploading = uploading();
            recall();
            while (!stop.isRequested() && !attempt(uploading)) {
                observer.progress(confirmed);
            }
            if (!finished) {
                observer.stopped();
            }
        } catch (TransferException e) {
            fail(e);
        } catch (RuntimeException | Error e) {
            fail(FileTransfer.unexpected(e));
        }
    }

    private Uploading uploading() throws TransferException {
        Sources sources = new Sources(order.file(), protocols);
        protocol = sources.protocol();
        if (protocol instanceof Uploading uploading) {
            return uploading;
        }
        throw new TransferException(
                ErrorCode.E_NOTIMPL,
                ErrorContext.REMOTE_FILE,
                Severity.FATAL,
                "Files cannot be sent to " + sources.shownName(),
                null);
    }

    /** Takes up what an earlier order left; the file must be the same. */
    private void recall() throws TransferException {
        Checkpoint checkpoint = order.checkpoint();
        if (checkpoint != null) {
            version = checkpoint.validator();
            ledger = checkpoint.upload();
            confirmed = checkpoint.heldBytes();
            bytes = ledger == null
                    ? new SentBytes(confirmed, 0)
                    : new SentBytes(Math.max(ledger.sentTo(), confirmed), ledger.resentBytes());
        }
        if (version == null) {
            version = UploadFile.versionOf(path);
        }
        confirmedAtStart = confirmed;
    }

    /**
     * One connection's worth.
     *
     * @return whether the upload is over; false to try again at once
     */
    private boolean attempt(Uploading uploading) throws TransferException {
        observer.connecting();
        Abort abort = stop.newAbort();
        long before = confirmed;
        try (UploadTarget target = uploading.openTarget(request(abort))) {
            learn(target);
            observer.progress(confirmed);
            observer.transferring(facts(target));
            send(target);
            if (!target.isWhole()) {
                keep(); // it was stopped
                return true;
            }
            UploadTarget.Reply reply = target.reply();
            boolean hasReply = reply == null || ledger().replyWhole() || fetch(reply);
            if (!hasReply || !saveDurably(ledger())) {
                return true;
            }
            target.finish();
            finished = true;
            observer.finished(facts(target), version().lengthBytes());
            return true;
        } catch (TransferException e) {
            if (stop.isRequested()) {
                keep();
                return true;
            }
            if (e.code().equals(ErrorCode.BG_E_SESSION_NOT_FOUND) && restarts++ < MOST_RESTARTS) {
                startOver();
                return false;
            }
            Duration wait = reconnects.next(e, confirmed > before);
            if (wait == null) {
                throw e;
            }
            stop.await(wait);
            return false;
        } finally {
            stop.forget(abort);
        }
    }

    private void send(UploadTarget target) throws TransferException {
        if (target.isWhole()) {
            return; // the local file may have changed or gone since
        }
        Abort abort = stop.newAbort();
        try (UploadFile file = UploadFile.open(path, version(), this::sent, workers, nanoTime)) {
            abort.guard(file);
            while (!target.isWhole() && !stop.isRequested()) {
                try {
                    target.sendNext(file);
                } catch (TransferException e) {
                    if (file.isChanged()) {
                        file.requireUnchanged();
                    }
                    throw e;
                } finally {
                    learn(target);
                }
                file.requireUnchanged();
            }
        } finally {
            stop.forget(abort);
        }
    }

    private void sent(long position, long count) {
        bytes.sent(position, count);
        observer.progress(position + count);
        UploadLedger now = ledger;
        if (now != null && nanoTime.getAsLong() - savedNanos >= SAVE_NANOS) {
            // In the middle of a request only how far it was sent is new.
            ledger = new UploadLedger(now.session(), bytes.to(), bytes.again(), now.replyWhole(), now.reply());
            save();
        }
    }

    /** What the target knows now; saved at once when the session is new, else now and then. */
    private void learn(UploadTarget target) {
        UploadSession session = target.session();
        boolean isNew = ledger == null || !ledger.session().equals(session);
        confirmed = target.offset();
        bytes.confirmed(confirmed);
        UploadLedger old = ledger;
        ledger = new UploadLedger(
                session, bytes.to(), bytes.again(), old != null && old.replyWhole(), old == null ? null : old.reply());
        if (isNew || nanoTime.getAsLong() - savedNanos >= SAVE_NANOS) {
            save();
        }
    }

    private void keep() {
        if (ledger != null) {
            save();
        }
    }

    private void save() {
        savedNanos = nanoTime.getAsLong();
        observer.checkpoint(checkpoint(ledger()));
    }

    private Checkpoint checkpoint(UploadLedger now) {
        List<Checkpoint.Range> held = confirmed == 0 ? List.of() : List.of(new Checkpoint.Range(0, confirmed));
        return new Checkpoint(version(), held, now);
    }

    /**
     * Waits for it: the server forgets the session next, and who then did not know that it has all would send all again.
     *
     * @return false when the transfer was stopped meanwhile
     */
    private boolean saveDurably(UploadLedger now) {
        CompletableFuture<Void> saved = new CompletableFuture<>();
        observer.checkpoint(checkpoint(now), () -> saved.complete(null));
        stop.await(saved);
        return !stop.isRequested();
    }

    /** The server knows nothing of it any more. */
    private void startOver() {
        ledger = null;
        confirmed = 0;
        confirmedAtStart = 0;
        CompletableFuture<Void> forgotten = new CompletableFuture<>();
        observer.startsOver(() -> forgotten.complete(null));
        stop.await(forgotten);
    }

    /** Downloads the reply like any file; false when it was stopped. */
    private boolean fetch(UploadTarget.Reply reply) throws TransferException {
        save();
        UploadLedger now = ledger();
        ReplyObserver progress = new ReplyObserver(
                observer, part -> checkpoint(new UploadLedger(now.session(), bytes.to(), bytes.again(), false, part)));
        Abort abort = stop.newAbort();
        FileTransfer download = new FileTransfer(
                ReplyObserver.order(order, reply, now.reply(), replyBegun),
                progress,
                protocols,
                Pieces.DEFAULT,
                workers,
                forces,
                nanoTime);
        abort.guard(download::stop);
        replyBegun = true;
        download.run();
        stop.forget(abort);
        progress.rethrow();
        if (!progress.isFinished() || stop.isRequested()) {
            return false;
        }
        ledger = new UploadLedger(now.session(), bytes.to(), bytes.again(), true, null);
        return true;
    }

    private UploadRequest request(Abort abort) {
        return request(order, version().lengthBytes(), ledger == null ? null : ledger.session(), confirmed, abort);
    }

    static UploadRequest request(
            TransferOrder order, long bytes, @Nullable UploadSession session, long offset, Abort abort) {
        return new UploadRequest(
                order.file().remoteName(),
                String.valueOf(Path.of(order.file().localName()).getFileName()),
                bytes,
                order.type() == JobType.UPLOAD_REPLY,
                session,
                offset,
                order.settings(),
                order.credentials(),
                abort);
    }

    private SourceFacts facts(UploadTarget target) {
        List<String> notes = new ArrayList<>(target.notes());
        if (target.isWhole() && bytes.again() > 0) {
            notes.add(bytes.again() + " bytes were sent more than once, because the upload was interrupted.");
        }
        return new SourceFacts(
                version().lengthBytes(),
                target.isResumable(),
                null,
                target.responseHeaders(),
                order.file().remoteName(),
                notes);
    }

    private Validator version() {
        return Objects.requireNonNull(version);
    }

    private UploadLedger ledger() {
        return Objects.requireNonNull(ledger);
    }

    private void fail(TransferException failure) {
        if (stop.isRequested()) {
            observer.stopped();
            return;
        }
        keep();
        observer.progress(confirmed);
        observer.failed(new Failure(
                failure.code(),
                failure.context(),
                failure.severity(),
                String.valueOf(failure.getMessage()),
                protocol == null ? null : protocol.name(),
                confirmed > confirmedAtStart));
    }
}
