package org.openbits.internal.smb;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.openbits.spi.Abort;
import org.openbits.spi.DownloadRequest;
import org.openbits.spi.DownloadSource;
import org.openbits.spi.TransferException;
import org.openbits.spi.Validator;

/**
 * An open file of a share. Its version is its length and time as of the opening; whether it stayed so is asked at the end
 * ({@link SmbProtocol#version}). Guarded by this, but never during I/O.
 */
final class SmbSource implements DownloadSource {

    private final SmbName name;
    private final Account account;
    private final Shares shares;
    private final Share share;
    private final Abort abort;
    private final Executor readers;
    private final byte[] file;
    private final Facts facts;
    private final List<String> notes;
    private final long offset;
    private final long end;
    /** Where the next piece begins. Confined to the reader, as the piece is. */
    private long position;

    private ByteBuffer piece = ByteBuffer.allocate(0);
    /** Which room the next piece goes to. Changes only while nothing is read. */
    private volatile int room;

    /** Null when nothing is read ahead. */
    private @Nullable Future<Integer> ahead;

    private boolean reading;
    private boolean closed;

    SmbSource(
            DownloadRequest request,
            SmbName name,
            Account account,
            Shares shares,
            Share share,
            Executor readers,
            Share.Opened opened) {
        this.name = name;
        this.account = account;
        this.shares = shares;
        this.share = share;
        this.abort = request.abort();
        this.readers = readers;
        this.file = opened.file();
        this.facts = opened.facts();
        this.notes = AccessNote.of(request.settings(), name);
        Validator wanted = request.validator();
        boolean changed = wanted != null && !wanted.sameVersion(facts.version());
        this.offset = changed ? 0 : Math.min(request.offset(), facts.bytes());
        this.end = request.end() == DownloadRequest.TO_END ? facts.bytes() : Math.min(request.end(), facts.bytes());
        this.position = offset;
    }

    @Override
    public int read(ByteBuffer buffer) throws TransferException {
        if (!piece.hasRemaining()) {
            if (position >= end) {
                return -1;
            }
            fetch();
        }
        int count = Math.min(buffer.remaining(), piece.remaining());
        buffer.put(piece.slice().limit(count));
        piece.position(piece.position() + count);
        return count;
    }

    /** Takes the piece that was read ahead and has the next one read while this one is given out. */
    private void fetch() throws TransferException {
        try {
            int count = ahead == null ? readPiece(position) : ahead.get();
            ahead = null;
            if (count < 0) {
                throw Verdicts.changed(name);
            }
            piece = ByteBuffer.wrap(share.room(room), 0, count);
            room = 1 - room;
            position += count;
            if (position < end) {
                long next = position;
                FutureTask<Integer> task = new FutureTask<>(() -> readPiece(next));
                readers.execute(task);
                ahead = task;
            }
        } catch (ExecutionException e) {
            ahead = null;
            throw verdict(e.getCause());
        } catch (IOException | RejectedExecutionException e) {
            throw verdict(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw verdict(e);
        }
    }

    private TransferException verdict(@Nullable Throwable failure) {
        return Verdicts.of(failure instanceof IOException io ? io : new IOException(failure), name, account);
    }

    private int readPiece(long at) throws IOException {
        synchronized (this) {
            if (closed || abort.isAborted()) {
                throw new EOFException("the transfer was given up");
            }
            reading = true;
        }
        try {
            return share.read(file, at, end - at, room);
        } finally {
            synchronized (this) {
                reading = false;
            }
        }
    }

    @Override
    public void close() {
        boolean isBusy;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            isBusy = reading;
        }
        abort.guard(null);
        if (isBusy || !share.isUsable()) {
            share.disconnect();
            return;
        }
        try {
            share.close(file);
            shares.giveBack(Shares.Key.of(name, account), share);
        } catch (IOException e) {
            share.disconnect();
        }
    }

    @Override
    public long offset() {
        return offset;
    }

    @Override
    public long totalBytes() {
        return facts.bytes();
    }

    @Override
    public Validator validator() {
        return facts.version();
    }

    @Override
    public boolean isResumable() {
        return true;
    }

    @Override
    public String remoteName() {
        return name.written();
    }

    @Override
    public Instant lastModified() {
        return facts.lastWrite();
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public List<String> responseHeaders() {
        return List.of();
    }
}
