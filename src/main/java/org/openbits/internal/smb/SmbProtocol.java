package org.openbits.internal.smb;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbits.AuthCredentials;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.spi.Confirming;
import org.openbits.spi.DownloadRequest;
import org.openbits.spi.DownloadSource;
import org.openbits.spi.Governed;
import org.openbits.spi.Listing;
import org.openbits.spi.Permission;
import org.openbits.spi.TransferException;
import org.openbits.spi.TransferProtocol;
import org.openbits.spi.UploadRequest;
import org.openbits.spi.UploadTarget;
import org.openbits.spi.Uploading;
import org.openbits.spi.Validator;

/** Files on SMB shares. Thread-safe; the library is loaded with the first name that is opened. */
public final class SmbProtocol implements TransferProtocol, Listing, Confirming, Uploading, Governed {

    /** Null until the first name is opened. Guarded by this. */
    private @Nullable ShareFiles files;
    /** Guarded by this. */
    private Set<Permission> permissions = Set.of();

    @Override
    public String name() {
        return "file";
    }

    @Override
    public boolean handles(String remoteName) {
        return SmbName.isOne(remoteName);
    }

    @Override
    public void check(String remoteName) {
        SmbName.parse(remoteName);
    }

    @Override
    public DownloadSource open(DownloadRequest request) throws TransferException {
        return files().open(request);
    }

    @Override
    public List<String> expand(String pattern, List<AuthCredentials> credentials) throws TransferException {
        return files().expand(pattern, credentials);
    }

    @Override
    public String fileName(String remoteName) {
        return SmbName.parse(remoteName).file();
    }

    @Override
    public Validator version(DownloadRequest request) throws TransferException {
        return files().version(request);
    }

    @Override
    public UploadTarget openTarget(UploadRequest request) throws TransferException {
        return files().openTarget(request);
    }

    @Override
    public void abandon(UploadRequest request) throws TransferException {
        files().abandon(request);
    }

    @Override
    public void checkTarget(String remoteName, boolean wantsReply) {
        SmbName name = SmbName.parse(remoteName);
        if (wantsReply) {
            throw new BitsException(
                    ErrorCode.E_NOTIMPL, "A share gives no reply: upload-reply jobs send to http servers");
        }
        if (name.file().matches(".*[*?].*")) {
            throw new BitsException(
                    ErrorCode.E_INVALIDARG, "'" + remoteName + "' holds a wildcard; an upload needs one name");
        }
    }

    /** What is open stays open; the next name goes by what holds now. */
    @Override
    public synchronized void allow(Set<Permission> newPermissions) {
        if (!newPermissions.equals(permissions)) {
            permissions = Set.copyOf(newPermissions);
            ShareFiles before = files;
            files = null;
            if (before != null) {
                before.retire();
            }
        }
    }

    private synchronized ShareFiles files() {
        if (files == null) {
            files = new ShareFiles(permissions);
        }
        return files;
    }

    @Override
    public synchronized void close() {
        if (files != null) {
            files.close();
        }
    }
}
