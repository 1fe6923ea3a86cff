package org.openbits.cmdlets.core;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;

/** Error records of the general cmdlets, with PowerShell's ids. */
final class Failures {

    private Failures() {}

    /** Any failure that is a sentence and an id. */
    static ErrorRecord of(String id, ErrorCategory category, @Nullable Object target, String message) {
        return ErrorRecord.of(new IllegalArgumentException(message), id, category, target);
    }

    static ErrorRecord pathNotFound(String path) {
        return ErrorRecord.of(
                new ItemNotFoundException("Cannot find path '" + path + "' because it does not exist."),
                "PathNotFound",
                ErrorCategory.ObjectNotFound,
                path);
    }

    /** What the file system says, in words, under the id of the operation that failed. */
    static ErrorRecord io(IOException failure, String id, String path) {
        if (failure instanceof NoSuchFileException missing) {
            return pathNotFound(missing.getFile());
        }
        return ErrorRecord.of(new IOException(words(failure, path), failure), id, category(failure), path);
    }

    private static ErrorCategory category(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return ErrorCategory.PermissionDenied;
        }
        return failure instanceof FileAlreadyExistsException ? ErrorCategory.ResourceExists : ErrorCategory.WriteError;
    }

    private static String words(IOException failure, String path) {
        if (failure instanceof AccessDeniedException denied) {
            return "Access to the path '" + denied.getFile() + "' is denied.";
        }
        if (failure instanceof FileAlreadyExistsException existing) {
            return "The file '" + existing.getFile() + "' already exists.";
        }
        if (failure instanceof DirectoryNotEmptyException full) {
            return "The directory '" + full.getFile() + "' is not empty.";
        }
        String reason = failure instanceof FileSystemException named ? named.getReason() : failure.getMessage();
        return "Cannot work on '" + path + "': " + (reason == null ? failure.toString() : reason) + ".";
    }
}
