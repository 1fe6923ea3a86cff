package org.openbits.internal.http;

import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;
import org.openbits.spi.DownloadRequest;
import org.openbits.spi.DownloadSource;
import org.openbits.spi.TransferException;
import org.openbits.spi.TransferProtocol;
import org.openbits.spi.UploadRequest;
import org.openbits.spi.UploadTarget;
import org.openbits.spi.Uploading;

/** http and https. Thread-safe; a client is made with the first file that needs it. */
public final class HttpProtocol implements TransferProtocol, Uploading {

    private final HttpLimits limits;
    private final @Nullable KeyStore issuers;
    private final HostGates gates;
    private final UploadMemory memory = new UploadMemory(System::nanoTime);
    /** A connection is used again only by jobs that look at certificates in the same way. */
    private final Map<CertificateChecks, HttpConnections> connections = new HashMap<>();

    private final Map<CertificateChecks, UploadConnections> uploadConnections = new HashMap<>();

    /** With the limits of a service in ordinary use. */
    public HttpProtocol() {
        this(HttpLimits.DEFAULT, null);
    }

    /** @param issuers the issuers of certificates to trust, or null for the platform's */
    HttpProtocol(HttpLimits limits, @Nullable KeyStore issuers) {
        this.limits = limits;
        this.issuers = issuers;
        this.gates = new HostGates(limits.connectionsPerHost(), System::nanoTime);
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
        HttpOpen open = new HttpOpen(request, client(CertificateChecks.of(request.settings())), limits);
        String host = open.host();
        gates.enter(host, request.abort());
        try {
            return open.open(() -> gates.leave(host));
        } catch (TransferException e) {
            if (Verdicts.isComplaint(e)) {
                gates.complained(host);
            }
            gates.leave(host);
            throw e;
        } catch (RuntimeException | Error e) {
            gates.leave(host);
            throw e;
        }
    }

    @Override
    public UploadTarget openTarget(UploadRequest request) throws TransferException {
        return uploads(request).open();
    }

    @Override
    public void abandon(UploadRequest request) throws TransferException {
        uploads(request).abandon();
    }

    @Override
    public void checkTarget(String remoteName, boolean wantsReply) {
        RemoteUrl.check(remoteName);
    }

    private HttpUpload uploads(UploadRequest request) throws TransferException {
        CloseableHttpClient client = uploadClient(CertificateChecks.of(request.settings()));
        return new HttpUpload(request, new UploadExchange(request, client, limits), memory);
    }

    private synchronized CloseableHttpClient uploadClient(CertificateChecks checks) {
        return uploadConnections
                .computeIfAbsent(checks, key -> new UploadConnections(limits, HttpConnections.tls(key, issuers)))
                .client();
    }

    @Override
    public synchronized void close() {
        connections.values().forEach(HttpConnections::close);
        connections.clear();
        uploadConnections.values().forEach(UploadConnections::close);
        uploadConnections.clear();
    }

    private synchronized CloseableHttpClient client(CertificateChecks checks) {
        return connections
                .computeIfAbsent(checks, key -> new HttpConnections(limits, key, issuers))
                .client();
    }
}
