package org.openbits.internal.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.spi.Digest;
import org.openbits.spi.DownloadRequest;
import org.openbits.spi.DownloadSource;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;
import org.openbits.spi.TransferProtocol;

/**
 * A list of digests beside a file, as {@code sha256sum} or BSD's {@code sha256} writes it:
 *
 * <pre>
 * 9f86d081...  big.iso
 * 9f86d081... *dir/big.iso
 * SHA256 (big.iso) = 9f86d081...
 * 9f86d081...
 * </pre>
 *
 * The last form, a digest alone, counts only when the list has no other line.
 */
final class ChecksumList {

    private static final int MOST_BYTES = 1 << 20;
    private static final Pattern GNU = Pattern.compile("\\\\?([0-9A-Fa-f]{32,128}) [ *](.+)");
    private static final Pattern BSD = Pattern.compile("([A-Za-z0-9-]+) ?\\((.+)\\) ?= ?([0-9A-Fa-f]{32,128})");
    private static final Pattern BARE = Pattern.compile("[0-9A-Fa-f]{32,128}");

    private ChecksumList() {}

    /** Fetches the list and finds the digest of the file in it. */
    static Digest fetch(DownloadRequest request, TransferProtocol protocol, String remoteName)
            throws TransferException {
        String uri = request.remoteName();
        String fileName = lastPart(remoteName);
        ByteBuffer text = ByteBuffer.allocate(MOST_BYTES);
        try (DownloadSource source = protocol.open(request)) {
            while (text.hasRemaining() && source.read(text) >= 0) {
                continue;
            }
            if (text.hasRemaining() && source.totalBytes() > text.position()) {
                throw unusable(uri, "the server sent a part of it only", null);
            }
        } catch (IOException e) {
            throw unusable(uri, "closing it failed: " + e.getMessage(), e);
        }
        if (!text.hasRemaining()) {
            throw unusable(uri, "it is larger than " + MOST_BYTES + " bytes", null);
        }
        Digest found = find(new String(text.array(), 0, text.position(), StandardCharsets.UTF_8), fileName);
        if (found == null) {
            throw unusable(uri, "it does not name '" + fileName + "'", null);
        }
        return found;
    }

    /** The digest of the file, or null; of several the strongest. */
    static @Nullable Digest find(String list, String fileName) {
        Digest best = null;
        String[] lines = list.strip().split("\\R");
        for (String line : lines) {
            Digest digest = ofLine(line.strip(), fileName, lines.length == 1);
            if (digest != null
                    && (best == null || digest.hex().length() > best.hex().length())) {
                best = digest;
            }
        }
        return best;
    }

    private static @Nullable Digest ofLine(String line, String fileName, boolean alone) {
        Matcher gnu = GNU.matcher(line);
        Matcher bsd = BSD.matcher(line);
        try {
            if (bsd.matches()) {
                return lastPart(bsd.group(2)).equals(fileName)
                        ? new Digest(
                                Digest.algorithmOf(bsd.group(1)), bsd.group(3).toLowerCase(Locale.ROOT))
                        : null;
            }
            if (gnu.matches()) {
                return lastPart(gnu.group(2)).equals(fileName) ? Digest.ofHex(gnu.group(1)) : null;
            }
            return alone && BARE.matcher(line).matches() ? Digest.ofHex(line) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String lastPart(String name) {
        String path = name.contains("://") ? name.replaceAll("[?#].*", "") : name;
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static TransferException unusable(String uri, String why, @Nullable Exception cause) {
        return new TransferException(
                ErrorCode.BG_E_INVALID_SERVER_RESPONSE,
                ErrorContext.REMOTE_FILE,
                Severity.FATAL,
                "The list of digests " + TransferProtocol.withoutSecrets(uri) + " cannot be used: " + why,
                cause);
    }
}
