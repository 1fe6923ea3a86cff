package org.openbits.internal.smb;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.openbits.spi.UploadSource;

/**
 * What a share says it holds of an upload, but was never asked to force: a server that lost its power since may have lost
 * some of it, and its file the right length none the less. So it is read back and compared.
 */
final class HeldPart {

    private static final int PIECE_BYTES = 1 << 20;

    private HeldPart() {}

    /**
     * Compares.
     *
     * @return the end of what is the same from {@code from} on, {@code to} at most; {@code from} where the file may not be
     *     read
     * @throws IOException when the local file cannot be read, or the connection is of no use any more
     */
    static long sameUntil(Share share, String path, UploadSource source, long from, long to) throws IOException {
        Share.Opened opened;
        try {
            opened = share.open(path);
        } catch (IOException e) {
            if (share.isUsable()) {
                return from; // a directory to drop files in; then it is sent again
            }
            throw e;
        }
        try {
            return compare(share, opened.file(), source, from, to);
        } finally {
            share.close(opened.file());
        }
    }

    private static long compare(Share share, byte[] file, UploadSource source, long from, long to) throws IOException {
        ByteBuffer local = ByteBuffer.allocate(PIECE_BYTES);
        long at = from;
        while (at < to) {
            int count = share.read(file, at, Math.min(PIECE_BYTES, to - at), 0);
            if (count < 0) {
                return at;
            }
            local.clear().limit(count);
            while (local.hasRemaining()) {
                source.read(at + local.position(), local);
            }
            int different = local.flip().mismatch(ByteBuffer.wrap(share.room(0), 0, count));
            if (different >= 0) {
                return at + different;
            }
            at += count;
        }
        return at;
    }
}
