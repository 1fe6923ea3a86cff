package org.openbits.internal.http;

import org.jspecify.annotations.Nullable;
import org.openbits.spi.DownloadRequest;
import org.openbits.spi.DownloadSource;
import org.openbits.spi.TransferException;
import org.openbits.spi.TransferProtocol;

/** http and https. Thread-safe; the client is made with the first file. */
public final class HttpProtocol implements TransferProtocol {

    private final HttpLimits limits;
    private @Nullable HttpConnections connections;

    /** With the limits of a service in ordinary use. */
    public HttpProtocol() {
        this(HttpLimits.DEFAULT);
    }

    HttpProtocol(HttpLimits limits) {
        this.limits = limits;
    }

    @Override
    public String name() {
        return "http";
    }

    @Override
    public boolean handles(String remoteName) {
        return RemoteUrl.isHttp(remoteName);
    }

    @Override
    public void check(String remoteName) {
        RemoteUrl.check(remoteName);
    }

    @Override
    public DownloadSource open(DownloadRequest request) throws TransferException {
        return new HttpOpen(request, connections().client(), limits).open();
    }

    @Override
    public synchronized void close() {
        if (connections != null) {
            connections.close();
            connections = null;
        }
    }

    private synchronized HttpConnections connections() {
        if (connections == null) {
            connections = new HttpConnections(limits);
        }
        return connections;
    }
}
