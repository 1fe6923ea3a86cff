package org.openbits.internal.smb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.spi.Abort;
import org.openbits.spi.DownloadRequest;
import org.openbits.spi.DownloadSource;
import org.openbits.spi.Severity;
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
    private final byte[] file;
    private final Facts facts;
    private final long offset;
    private final long end;
    /** Where the next piece begins. Confined to the reader, as the piece is. */
    private long position;

    private ByteBuffer piece = ByteBuffer.allocate(0);
    private boolean reading;
    private boolean closed;

    SmbSource(
            DownloadRequest request,
            SmbName name,
            Account account,
            Shares shares,
            Share share,
            byte[] file,
            Facts facts) {
        this.name = name;
        this.account = account;
        this.shares = shares;
        this.share = share;
        this.abort = request.abort();
        this.file = file;
        this.facts = facts;
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

    private void fetch() throws TransferException {
        begin();
        try {
            int count = share.read(file, position, end - position);
            if (count < 0) {
                throw Verdicts.changed(name);
            }
            piece = ByteBuffer.wrap(share.room(), 0, count);
            position += count;
        } catch (IOException e) {
            throw Verdicts.of(e, name, account);
        } finally {
            ended();
        }
    }

    private synchronized void begin() throws TransferException {
        if (closed || abort.isAborted()) {
            throw new TransferException(
                    ErrorCode.BG_E_CONNECTION_CLOSED,
                    ErrorContext.GENERAL_TRANSPORT,
                    Severity.TRANSIENT,
                    "The transfer of " + name.written() + " was given up",
                    null);
        }
        reading = true;
    }

    private synchronized void ended() {
        reading = false;
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
    public List<String> responseHeaders() {
        return List.of();
    }
}
