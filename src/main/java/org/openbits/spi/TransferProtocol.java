package org.openbits.spi;

import java.net.URI;

/**
 * A way to reach remote files. Found by {@link java.util.ServiceLoader}; must be thread-safe and cheap to construct.
 * Optional abilities are interfaces of their own: {@link Listing}.
 */
public interface TransferProtocol extends AutoCloseable {

    /** The name reported in errors: {@code http} or {@code file}. */
    String name();

    /** Whether this protocol speaks for the name; decided by its form alone, without I/O. */
    boolean handles(String remoteName);

    /**
     * Checks the form of a remote name without I/O.
     *
     * @throws org.openbits.BitsException E_INVALIDARG with a message that says what is wrong with it
     */
    void check(String remoteName);

    /**
     * Opens a remote file for reading, at {@link DownloadRequest#offset()} if the server can and the version is still
     * the one of {@link DownloadRequest#validator()}; else from the start. The caller learns which from {@link
     * DownloadSource#offset()} and must look. Blocks; never sends a request that only asks.
     *
     * @throws TransferException when it cannot be opened; its severity says what to do
     */
    DownloadSource open(DownloadRequest request) throws TransferException;

    /** Lets go of pooled connections. */
    @Override
    void close();

    /** The name as a URI, for messages: without user name and password. */
    static String withoutSecrets(String remoteName) {
        int at = remoteName.indexOf('@');
        int authority = remoteName.indexOf("://");
        if (authority < 0 || at < authority) {
            return remoteName;
        }
        try {
            URI uri = URI.create(remoteName);
            String userInfo = uri.getRawUserInfo();
            return userInfo == null ? remoteName : remoteName.replace(userInfo + "@", "");
        } catch (IllegalArgumentException e) {
            return remoteName;
        }
    }
}
