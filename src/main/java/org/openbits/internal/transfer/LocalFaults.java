package org.openbits.internal.transfer;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.internal.file.DiskSpace;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;

/** The verdict on a failure of the local file. */
final class LocalFaults {

    private LocalFaults() {}

    static TransferException verdict(IOException failure, Path file) {
        if (DiskSpace.isExhausted(failure)) {
            return noSpace("There is no space left for " + file + ": free some; the transfer then goes on", failure);
        }
        if (failure instanceof FileAlreadyExistsException) {
            return fatal(
                    ErrorCode.ERROR_FILE_EXISTS, "The temporary file " + file + " belongs to somebody else", failure);
        }
        if (failure instanceof NoSuchFileException) {
            return fatal(
                    ErrorCode.ERROR_PATH_NOT_FOUND, "The directory of " + file + " does not exist any more", failure);
        }
        if (failure instanceof AccessDeniedException) {
            return fatal(ErrorCode.E_ACCESSDENIED, "Access to " + file + " is denied", failure);
        }
        String message = "Writing " + file + " failed: " + failure.getMessage();
        return passes(failure)
                ? new TransferException(
                        ErrorCode.ERROR_WRITE_FAULT, ErrorContext.LOCAL_FILE, Severity.TRANSIENT, message, failure)
                : fatal(ErrorCode.ERROR_WRITE_FAULT, message, failure);
    }

    static TransferException noSpace(String message, @Nullable IOException cause) {
        return new TransferException(
                ErrorCode.ERROR_DISK_FULL,
                ErrorContext.LOCAL_FILE,
                new Severity.WaitFor(Severity.Event.SPACE),
                message,
                cause);
    }

    private static TransferException fatal(ErrorCode code, String message, IOException cause) {
        return new TransferException(code, ErrorContext.LOCAL_FILE, Severity.FATAL, message, cause);
    }

    /** Shortages and network shares that come back by themselves. */
    private static boolean passes(IOException failure) {
        String text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return text.contains("too many open files") || text.contains("stale") || text.contains("temporarily");
    }
}
