package org.openbits.internal.smb;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.JobPriority;
import org.openbits.JobProperty;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;
import org.openbits.spi.UploadRequest;
import org.openbits.spi.UploadSession;
import org.openbits.spi.UploadSource;
import org.openbits.spi.UploadTarget;

/**
 * A file on its way to a share: written under a temporary name in its directory, forced to the server's disk, and renamed
 * in one step once it is whole. The session is that name, and how much of it the server was asked to force; what was
 * confirmed beyond that is compared before an upload goes on. Used by one thread, as the connection is.
 */
final class SmbUpload implements UploadTarget {

    private static final String PROTOCOL = "SMB";
    private static final String TEMPORARY = "temporary";
    private static final String WHOLE = "whole";
    private static final String FORCED = "forced";
    /** What one call sends: soon enough for a stop, late enough for the small cost of a call. */
    private static final long CALL_BYTES = 8 << 20;
    /** The most that has to be compared after an interruption, and sent again after a crash of the server. */
    private static final long FORCE_BYTES = 256L << 20;

    private static final long FORCE_NANOS = Duration.ofSeconds(2).toNanos();

    private final UploadRequest request;
    private final SmbName name;
    private final Account account;
    private final Shares shares;
    private final Share share;
    private final Executor writers;
    private final String temporary;
    /** Null until it is opened, and when it is closed. */
    private byte @Nullable [] file;
    /** Null until the first byte is sent. */
    private @Nullable WriteBehind behind;

    private long offset;
    /** The server's disk holds what is before it. */
    private long forced;

    private long forcedNanos = System.nanoTime();
    private boolean isDoubtful;
    private boolean whole;

    /** @throws IOException also when the server cannot be asked what it holds of an earlier session */
    SmbUpload(
            UploadRequest request,
            SmbName name,
            Account account,
            Shares shares,
            Share share,
            Executor writers,
            RandomGenerator random)
            throws IOException, TransferException {
        this.request = request;
        this.name = name;
        this.account = account;
        this.shares = shares;
        this.share = share;
        this.writers = writers;
        UploadSession session = request.session();
        this.temporary = session == null ? newName(random) : temporaryOf(session);
        this.whole = session != null && session.values().containsKey(WHOLE);
        if (session != null && !whole && request.offset() > 0) {
            resume(session);
        }
    }

    private static String newName(RandomGenerator random) {
        return String.format("BIT%08X.tmp", random.nextInt());
    }

    /** The session came from disk: it must not lead out of the directory. */
    static String temporaryOf(UploadSession session) {
        String kept = session.values().getOrDefault(TEMPORARY, "");
        if (!kept.matches("BIT[0-9A-F]{8}\\.tmp")) {
            throw new IllegalArgumentException("no name of a temporary file: " + kept);
        }
        return kept;
    }

    private void resume(UploadSession session) throws IOException, TransferException {
        byte[] found = share.openForWriting(name.inDirectory(temporary), false);
        if (found == null) {
            throw lost();
        }
        file = found;
        offset = Math.min(request.offset(), share.facts(found).bytes());
        forced = Math.min(offset, Long.parseLong(session.values().getOrDefault(FORCED, "0")));
        isDoubtful = forced < offset;
    }

    private TransferException lost() {
        return new TransferException(
                ErrorCode.BG_E_SESSION_NOT_FOUND,
                ErrorContext.REMOTE_FILE,
                Severity.TRANSIENT,
                "The share no longer has what was sent of " + name.written() + "; it will be sent from the start",
                null);
    }

    @Override
    public void sendNext(UploadSource source) throws TransferException {
        try {
            byte[] open = file;
            if (open == null) {
                open = share.openForWriting(name.inDirectory(temporary), true);
                if (open == null) {
                    throw lost();
                }
                file = open;
            }
            if (isDoubtful) {
                offset = HeldPart.sameUntil(share, name.inDirectory(temporary), source, forced, offset);
                isDoubtful = false;
            }
            WriteBehind sending = behind == null ? begin(open) : behind;
            try {
                sending.send(source, CALL_BYTES);
            } finally {
                offset = sending.confirmed();
            }
            if (offset == request.totalBytes()) {
                sending.end();
                publish(open, source.lastModified());
            } else if (offset - forced >= FORCE_BYTES || System.nanoTime() - forcedNanos >= FORCE_NANOS) {
                force(open, sending);
            }
        } catch (IOException e) {
            throw Verdicts.of(e, name, account);
        }
    }

    private void force(byte[] open, WriteBehind sending) throws IOException {
        sending.settle();
        offset = sending.confirmed();
        share.flush(open);
        forced = offset;
        forcedNanos = System.nanoTime();
    }

    private WriteBehind begin(byte[] open) {
        boolean mayHaveMore = request.settings().get(JobProperty.PRIORITY) != JobPriority.LOW;
        WriteBehind started = new WriteBehind(
                new WriteBehind.Lane(share, open), this::another, mayHaveMore, writers, offset, request.totalBytes());
        behind = started;
        request.abort().guard(started::disconnect);
        return started;
    }

    /** One more connection with the temporary file. */
    private WriteBehind.Lane another() throws IOException {
        Share more = shares.connect(name, account);
        try {
            byte[] found = more.openForWriting(name.inDirectory(temporary), false);
            if (found != null) {
                return new WriteBehind.Lane(more, found);
            }
        } catch (IOException e) {
            more.disconnect();
            throw e;
        }
        more.disconnect();
        throw new IOException("the temporary file is gone");
    }

    private void publish(byte[] open, @Nullable Instant lastModified) throws IOException, TransferException {
        share.flush(open);
        if (share.facts(open).bytes() != request.totalBytes()) {
            throw lost();
        }
        if (lastModified != null) {
            share.setLastWrite(open, lastModified);
        }
        share.rename(open, name.path());
        whole = true;
    }

    @Override
    public UploadSession session() {
        return new UploadSession(
                PROTOCOL,
                whole
                        ? Map.of(TEMPORARY, temporary, WHOLE, "1")
                        : Map.of(TEMPORARY, temporary, FORCED, Long.toString(forced)));
    }

    @Override
    public long offset() {
        return whole ? request.totalBytes() : offset;
    }

    @Override
    public boolean isWhole() {
        return whole;
    }

    @Override
    public boolean isResumable() {
        return true;
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(AccessNote.of(request.settings(), name));
        notes.add("Written to the share under a temporary name; an interrupted upload goes on where it stopped.");
        return notes;
    }

    @Override
    public List<String> responseHeaders() {
        return List.of();
    }

    @Override
    public @Nullable Reply reply() {
        return null;
    }

    @Override
    public void finish() {
        // The rename was the end.
    }

    @Override
    public void close() {
        request.abort().guard(null);
        byte[] open = file;
        file = null;
        WriteBehind sending = behind;
        if (sending != null && !sending.isIdle()) {
            sending.disconnect(); // what is under way may still be written, and will be written again
        }
        if (sending != null) {
            sending.end();
        }
        try {
            if (share.isUsable()) {
                if (open != null) {
                    share.close(open);
                }
                shares.giveBack(Shares.Key.of(name, account), share);
                return;
            }
        } catch (IOException e) {
            // It is on the share, or the next session will ask for it.
        }
        share.disconnect();
    }
}
