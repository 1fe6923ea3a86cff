package org.openbits.internal.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.internal.file.TemporaryFile;
import org.openbits.spi.Digest;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;

/**
 * Computes the digest of a file in order, behind the bytes that are there while their pages are still warm. Confined to
 * one thread.
 */
final class Verification {

    private static final int CHUNK_BYTES = 256 << 10;

    private final Digest expected;
    private final String givenBy;
    private final TemporaryFile file;
    private final MessageDigest digest;
    private final ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES);
    private long position;

    /** @param givenBy who says so, for the message */
    Verification(Digest expected, String givenBy, TemporaryFile file) {
        this.expected = expected;
        this.givenBy = givenBy;
        this.file = file;
        try {
            this.digest = MessageDigest.getInstance(expected.algorithm());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + expected.algorithm(), e);
        }
    }

    /** Takes in whole chunks of what is there in one piece from the start. */
    void follow(long contiguousBytes) throws IOException {
        while (contiguousBytes - position >= CHUNK_BYTES) {
            take(CHUNK_BYTES);
        }
    }

    /** The file starts over. */
    void restart() {
        digest.reset();
        position = 0;
    }

    /**
     * Takes in the rest of the file and compares.
     *
     * @throws TransferException ERROR_CRC with what was expected, what came and who says so
     */
    void complete(long bytes, String from) throws IOException, TransferException {
        follow(bytes);
        take((int) (bytes - position));
        Digest actual = new Digest(expected.algorithm(), HexFormat.of().formatHex(digest.digest()));
        position = 0;
        if (!actual.equals(expected)) {
            throw new TransferException(
                    ErrorCode.ERROR_CRC,
                    ErrorContext.REMOTE_FILE,
                    Severity.FATAL,
                    "What " + from + " sent is not the expected file: its digest is " + actual + ", expected is "
                            + expected + " (" + givenBy + "). Nothing of it is kept",
                    null);
        }
    }

    private void take(int bytes) throws IOException {
        chunk.clear().limit(bytes);
        if (file.readAt(chunk, position) < bytes) {
            throw new IOException("The temporary file became shorter than what was written to it");
        }
        digest.update(chunk.flip());
        position += bytes;
    }
}
