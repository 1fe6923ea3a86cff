package org.openbits.internal.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.AuthCredentials;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.spi.DownloadRequest;
import org.openbits.spi.DownloadSource;
import org.openbits.spi.Listing;
import org.openbits.spi.Mounted;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;
import org.openbits.spi.TransferProtocol;
import org.openbits.spi.Validator;

/** Files of this machine and of shares it has mounted. Stateless. */
public final class LocalProtocol implements TransferProtocol, Listing, Mounted {

    @Override
    public String name() {
        return "file";
    }

    @Override
    public boolean handles(String remoteName) {
        return LocalName.isLocal(remoteName);
    }

    @Override
    public void check(String remoteName) {
        LocalName.parse(remoteName);
    }

    @Override
    public DownloadSource open(DownloadRequest request) throws TransferException {
        Path path = LocalName.parse(request.remoteName());
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw fatal(ErrorCode.E_INVALIDARG, path + " is not a file", null);
            }
            Validator version = LocalSource.versionOf(attributes);
            Validator wanted = request.validator();
            boolean changed = wanted != null && !wanted.sameVersion(version);
            FileChannel channel = FileChannel.open(path);
            request.abort().guard(channel);
            return new LocalSource(request, path, channel, attributes, changed ? 0 : request.offset());
        } catch (IOException e) {
            throw verdict(e, path);
        }
    }

    @Override
    public List<String> expand(String pattern, List<AuthCredentials> credentials) throws TransferException {
        return LocalListing.expand(pattern);
    }

    @Override
    public String fileName(String remoteName) {
        return String.valueOf(LocalName.parse(remoteName).getFileName());
    }

    @Override
    public Path pathOf(String remoteName) {
        return LocalName.parse(remoteName);
    }

    @Override
    public void close() {
        // Nothing is pooled.
    }

    /** What a failure of the file system means for the transfer. */
    static TransferException verdict(IOException failure, Path path) {
        if (failure instanceof NoSuchFileException) {
            return fatal(ErrorCode.ERROR_FILE_NOT_FOUND, path + " does not exist", failure);
        }
        if (failure instanceof AccessDeniedException) {
            return fatal(ErrorCode.E_ACCESSDENIED, path + " may not be read", failure);
        }
        return new TransferException(
                ErrorCode.ERROR_READ_FAULT,
                ErrorContext.REMOTE_FILE,
                Severity.TRANSIENT,
                "Reading " + path + " failed: " + failure.getMessage(),
                failure);
    }

    private static TransferException fatal(ErrorCode code, String message, @Nullable Exception cause) {
        return new TransferException(code, ErrorContext.REMOTE_FILE, Severity.FATAL, message, cause);
    }
}
