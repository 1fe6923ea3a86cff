package org.openbits.internal.transfer;

import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.FileRange;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;

/** What the engine itself finds wrong with a remote file, protocol aside. */
final class RemoteFaults {

    private RemoteFaults() {}

    static TransferException rangeBeyondTheEnd(FileRange range, long remoteBytes, String name) {
        String length = range.length() == FileRange.TO_EOF ? "" : " of " + range.length() + " bytes";
        return fatal(
                ErrorCode.BG_E_INVALID_RANGE,
                "The range at offset " + range.offset() + length + " ends beyond " + name + ", which has " + remoteBytes
                        + " bytes");
    }

    static TransferException noRanges(String name) {
        return fatal(
                ErrorCode.BG_E_INSUFFICIENT_RANGE_SUPPORT,
                "The server does not deliver ranges of " + name + ": fetch the whole file instead");
    }

    static TransferException noRandomAccess(String name) {
        return fatal(
                ErrorCode.BG_E_RANDOM_ACCESS_NOT_SUPPORTED,
                "The server does not deliver parts of " + name
                        + ", as on-demand mode needs: make a job without that mode, which fetches the whole file");
    }

    static TransferException noVersions(String name) {
        return fatal(
                ErrorCode.BG_E_INSUFFICIENT_RANGE_SUPPORT,
                "The server gives " + name
                        + " neither an entity tag nor a time of its own, so nothing says that several"
                        + " ranges are of one version: fetch the whole file, or one range, instead");
    }

    static TransferException largerThanAllowed(long bytes, long allowed, String name) {
        return fatal(
                ErrorCode.BG_E_MAX_DOWNLOAD_SIZE_LIMIT_REACHED,
                name + " has " + bytes + " bytes or more; the job allows " + allowed);
    }

    static TransferException changesAllTheTime(String name) {
        return new TransferException(
                ErrorCode.BG_E_REMOTE_FILE_CHANGED,
                ErrorContext.REMOTE_FILE,
                Severity.TRANSIENT,
                name + " changed again and again while it was fetched",
                null);
    }

    static TransferException notTheSameFile(String mirror, long bytes, long expected) {
        return fatal(
                ErrorCode.BG_E_REMOTE_FILE_CHANGED,
                "The mirror " + mirror + " has a file of " + bytes + " bytes; the first address said " + expected
                        + ". Nothing of it is kept");
    }

    static TransferException nothingCame(String name) {
        return new TransferException(
                ErrorCode.BG_E_CONNECTION_CLOSED,
                ErrorContext.GENERAL_TRANSPORT,
                Severity.TRANSIENT,
                "The server sent none of the bytes asked for of " + name,
                null);
    }

    static TransferException unreadableChecksum(String text, String why) {
        return fatal(ErrorCode.BG_E_INVALID_HASH_ALGORITHM, "The checksum '" + text + "' cannot be used: " + why);
    }

    private static TransferException fatal(ErrorCode code, String message) {
        return new TransferException(code, ErrorContext.REMOTE_FILE, Severity.FATAL, message, null);
    }
}
