package org.openbits.internal.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;
import org.openbits.spi.UploadSource;

/**
 * What a server says of its uploads, learned from each answer: how large they and their bodies may be, how long it keeps them
 * (tus: Tus-Max-Size, Upload-Expires; the draft: Upload-Limit), and by which digest it proves a body (tus: checksum).
 */
final class OffsetLimits {

    /** A body with a digest in its head is read twice, so it is a piece: this much. */
    private static final long PROVEN_BODY_BYTES = 16L << 20;

    private static final int BUFFER_BYTES = 256 << 10;

    private long mostBytes = Long.MAX_VALUE;
    private long mostBodyBytes = Long.MAX_VALUE;
    private @Nullable String kept;
    /** As tus names it. */
    private @Nullable String algorithm;

    void learn(UploadAnswer answer) {
        long size = answer.number("Tus-Max-Size");
        mostBytes = size < 0 ? mostBytes : size;
        if (answer.lists("Tus-Extension", "checksum")) {
            algorithm = answer.lists("Tus-Checksum-Algorithm", "sha256")
                    ? "sha256"
                    : answer.lists("Tus-Checksum-Algorithm", "sha1") ? "sha1" : algorithm;
        }
        Instant expires = HttpDate.of(answer.header("Upload-Expires"));
        kept = expires == null ? kept : "until " + expires;
        for (String item : String.valueOf(answer.header("Upload-Limit")).split(",")) {
            limit(item.strip().toLowerCase(Locale.ROOT));
        }
    }

    private void limit(String item) {
        if (!item.matches("[a-z-]+=[0-9]{1,18}")) {
            return;
        }
        long value = Long.parseLong(item.substring(item.indexOf('=') + 1));
        switch (item.substring(0, item.indexOf('='))) {
            case "max-size" -> mostBytes = value;
            case "max-append-size" -> mostBodyBytes = Math.max(1, Math.min(mostBodyBytes, value));
            case "max-age" -> kept = "for " + value + " s";
            default -> {}
        }
    }

    /** @throws TransferException BG_E_TOO_LARGE */
    void requireFits(long bytes, String shownUrl) throws TransferException {
        if (bytes > mostBytes) {
            throw new TransferException(
                    ErrorCode.BG_E_TOO_LARGE,
                    ErrorContext.REMOTE_FILE,
                    Severity.FATAL,
                    "The file has " + bytes + " bytes; " + shownUrl + " takes " + mostBytes + " at most",
                    null);
        }
    }

    /** How much one request may carry. */
    long mostBodyBytes() {
        return algorithm == null ? mostBodyBytes : Math.min(mostBodyBytes, PROVEN_BODY_BYTES);
    }

    /** The server took no body of that size. */
    void tooMuch(long bytes) {
        mostBodyBytes = Math.max(1, bytes / 2);
    }

    /** How long an unfinished upload is kept, in words between commas; empty when the server does not say. */
    String keptWords() {
        return kept == null ? "" : ", which the server keeps " + kept + ",";
    }

    /** The value of Upload-Checksum for a part of the file; null where the server does not know it. */
    @Nullable
    String checksum(UploadSource source, long start, long length) throws TransferException {
        if (algorithm == null) {
            return null;
        }
        MessageDigest digest = digest(algorithm.equals("sha256") ? "SHA-256" : "SHA-1");
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER_BYTES, Math.max(1, length)));
        try {
            for (long at = start; at < start + length; ) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), start + length - at));
                at += source.read(at, buffer);
                digest.update(buffer.flip());
            }
        } catch (IOException e) {
            throw new TransferException(
                    ErrorCode.ERROR_READ_FAULT,
                    ErrorContext.LOCAL_FILE,
                    Severity.TRANSIENT,
                    "Reading the file failed: " + e.getMessage(),
                    e);
        }
        return algorithm + " " + Base64.getEncoder().encodeToString(digest.digest());
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has both
        }
    }
}
