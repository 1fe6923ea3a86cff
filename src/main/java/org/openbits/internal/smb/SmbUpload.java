package org.openbits.internal.smb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;
import org.openbits.spi.UploadRequest;
import org.openbits.spi.UploadSession;
import org.openbits.spi.UploadSource;
import org.openbits.spi.UploadTarget;

/**
 * A file on its way to a share: written under a temporary name in its directory, forced to the server's disk, and renamed
 * in one step once it is whole. The session is that name; what the share holds of it is what was confirmed. Used by one
 * thread, as the connection is.
 */
final class SmbUpload implements UploadTarget {

    private static final String PROTOCOL = "SMB";
    private static final String TEMPORARY = "temporary";
    private static final String WHOLE = "whole";
    /** What one call sends: soon enough for a stop, late enough for the small cost of a call. */
    private static final long CALL_BYTES = 8 << 20;
    /** What one request writes: whole pages, and with its headers less than the library can announce. */
    private static final int WRITE_BYTES = 60 << 10;

    private final UploadRequest request;
    private final SmbName name;
    private final Account account;
    private final Shares shares;
    private final Share share;
    private final String temporary;
    /** Null until it is opened, and when it is closed. */
    private byte @Nullable [] file;

    private long offset;
    private boolean whole;

    /** @throws IOException also when the server cannot be asked what it holds of an earlier session */
    SmbUpload(UploadRequest request, SmbName name, Account account, Shares shares, Share share, RandomGenerator random)
            throws IOException, TransferException {
        this.request = request;
        this.name = name;
        this.account = account;
        this.shares = shares;
        this.share = share;
        UploadSession session = request.session();
        this.temporary = session == null ? newName(random) : temporaryOf(session);
        this.whole = session != null && session.values().containsKey(WHOLE);
        if (session != null && !whole && request.offset() > 0) {
            resume();
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

    private void resume() throws IOException, TransferException {
        byte[] found = share.openForWriting(name.inDirectory(temporary), false);
        if (found == null) {
            throw lost();
        }
        file = found;
        offset = Math.min(request.offset(), share.facts(found).bytes());
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
            long end = Math.min(request.totalBytes(), offset + CALL_BYTES);
            Writer writer = new Writer(open);
            long read = offset;
            while (read < end) {
                read += source.transferTo(read, end - read, writer);
            }
            writer.send();
            if (offset == request.totalBytes()) {
                publish(open);
            }
        } catch (IOException e) {
            throw Verdicts.of(e, name, account);
        }
    }

    private void publish(byte[] open) throws IOException, TransferException {
        share.flush(open);
        if (share.facts(open).bytes() != request.totalBytes()) {
            throw lost();
        }
        share.rename(open, name.path());
        whole = true;
    }

    /** Collects what the source gives, in pieces of a request; what is behind the offset is on the share. */
    private final class Writer implements WritableByteChannel {

        private final byte[] open;
        private final ByteBuffer room = ByteBuffer.allocate(WRITE_BYTES);

        Writer(byte[] open) {
            this.open = open;
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            int count = Math.min(from.remaining(), room.remaining());
            room.put(from.slice().limit(count));
            from.position(from.position() + count);
            if (!room.hasRemaining()) {
                send();
            }
            return count;
        }

        void send() throws IOException {
            int sent = 0;
            while (sent < room.position()) {
                int count = share.write(open, offset, room.array(), sent, room.position() - sent);
                sent += count;
                offset += count;
            }
            room.clear();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            // The file is closed with the target.
        }
    }

    @Override
    public UploadSession session() {
        return new UploadSession(
                PROTOCOL, whole ? Map.of(TEMPORARY, temporary, WHOLE, "1") : Map.of(TEMPORARY, temporary));
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
        return List.of("Written to the share under a temporary name; an interrupted upload goes on where it stopped.");
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
