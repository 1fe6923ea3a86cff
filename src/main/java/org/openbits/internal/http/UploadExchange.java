package org.openbits.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;
import org.openbits.JobProperty;
import org.openbits.spi.TransferException;
import org.openbits.spi.UploadRequest;
import org.openbits.spi.UploadSource;

/**
 * Sends the requests of one upload, one after the other, and reads their answers. It follows no redirect: BITS follows
 * them for downloads only. What a challenge taught it holds for the rest of the upload.
 */
final class UploadExchange {

    /** A body from this size on is announced first (RFC 9110 section 10.1.1): a refusal then costs nothing. */
    private static final long ANNOUNCED_BYTES = 64 << 10;
    /** As much of an answer's body is read as keeps the connection usable; no protocol here needs it. */
    private static final int MOST_ANSWER_BYTES = 64 << 10;
    /** An address that a server names is kept with the job; encoded, it may be six times as long as what came. */
    private static final int MOST_ADDRESS_CHARACTERS = 8_000;
    /** And so long is waited for it: a new connection is cheaper. */
    private static final Duration MOST_ANSWER_WAIT = Duration.ofSeconds(2);

    private final UploadRequest request;
    private final CloseableHttpClient client;
    private final HttpLimits limits;
    private final URI original;
    private final List<Header> customHeaders;
    private final HttpClientContext context = HttpClientContext.create();

    UploadExchange(UploadRequest request, CloseableHttpClient client, HttpLimits limits) throws TransferException {
        this.request = request;
        this.client = client;
        this.limits = limits;
        this.original = HttpOpen.address(request.remoteName());
        this.customHeaders = CustomHeaders.parse(request.settings().get(JobProperty.CUSTOM_HEADERS));
    }

    /** The address of the job. */
    URI url() {
        return original;
    }

    /** A request without a body. */
    UploadAnswer ask(String method, URI url, Map<String, String> headers) throws TransferException {
        return exchange(method, url, headers, new ByteArrayEntity(new byte[0], null), limits.firstByte(), false);
    }

    /** A request with a part of the file as its body. */
    UploadAnswer send(String method, URI url, Map<String, String> headers, UploadSource source, long start, long length)
            throws TransferException {
        HttpEntity part =
                length == 0 ? new ByteArrayEntity(new byte[0], null) : new FilePart(source, start, length, context);
        return exchange(method, url, headers, part, limits.answer(), false);
    }

    /** The same, announced first. */
    UploadAnswer announceAndSend(
            String method, URI url, Map<String, String> headers, UploadSource source, long start, long length)
            throws TransferException {
        if (length < ANNOUNCED_BYTES) {
            return send(method, url, headers, source, start, length);
        }
        return exchange(method, url, headers, new FilePart(source, start, length, context), limits.answer(), true);
    }

    private UploadAnswer exchange(
            String method, URI url, Map<String, String> headers, HttpEntity body, Duration answer, boolean announced)
            throws TransferException {
        UploadAnswer head;
        try {
            head = Proxies.reach(
                    request.settings(), url, proxy -> exchange(method, url, headers, body, answer, announced, proxy));
        } catch (IOException e) {
            throw Verdicts.failure(e, HttpOpen.shown(url));
        }
        if (head.isSuccess() && body instanceof FilePart part && part.isCutShort()) {
            throw head.broken(
                    "it says that it has all (HTTP " + head.status() + "), and hung up before it was sent all");
        }
        return head;
    }

    private UploadAnswer exchange(
            String method,
            URI url,
            Map<String, String> headers,
            HttpEntity body,
            Duration answer,
            boolean announced,
            @Nullable HttpHost proxy)
            throws IOException {
        HttpUriRequestBase message = new HttpUriRequestBase(method, HttpOpen.bare(url));
        message.setHeader("Accept", "*/*");
        headers.forEach(message::setHeader);
        if (Redirects.sameOrigin(original, url)) {
            customHeaders.forEach(message::addHeader);
        }
        boolean bodiless = method.equals("OPTIONS") || method.equals("HEAD") || method.equals("DELETE");
        if (!bodiless) {
            message.setEntity(body);
        }
        message.setConfig(RequestConfig.custom()
                .setResponseTimeout(HttpConnections.timeout(answer))
                .setConnectionRequestTimeout(HttpConnections.timeout(limits.connect()))
                .setExpectContinueEnabled(announced)
                .setProxy(proxy)
                .setTargetPreferredAuthSchemes(Credentials.SCHEMES)
                .setProxyPreferredAuthSchemes(Credentials.SCHEMES)
                .build());
        context.setCredentialsProvider(Credentials.of(request.credentials(), original, url, proxy));
        request.abort().guard(message::cancel);
        HttpHost target = new HttpHost(url.getScheme(), url.getHost(), url.getPort());
        AnswerDeadline deadline = new AnswerDeadline(message::cancel);
        deadline.start(limits.connect().plus(limits.firstByte()));
        if (body instanceof FilePart part) {
            part.watch(deadline, answer);
        }
        try {
            ClassicHttpResponse response = client.executeOpen(target, message, context);
            try {
                UploadAnswer head = UploadAnswer.of(url, response);
                deadline.start(MOST_ANSWER_WAIT);
                if ((body instanceof FilePart part && part.isCutShort()) || !isReadToItsEnd(response)) {
                    message.cancel();
                }
                return head;
            } finally {
                closeQuietly(response);
            }
        } catch (IOException e) {
            throw deadline.isOver() ? new SocketTimeoutException("no whole answer in time") : e;
        } finally {
            deadline.stop();
        }
    }

    private static void closeQuietly(ClassicHttpResponse response) {
        try {
            response.close();
        } catch (IOException e) {
            // What the head says holds, whatever came of a body that nobody needs.
        }
    }

    /** Reads a body that nobody needs, for the sake of the connection: that it breaks or never ends changes no answer. */
    private static boolean isReadToItsEnd(ClassicHttpResponse response) {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return true;
        }
        try {
            InputStream content = entity.getContent();
            return content == null || content.readNBytes(MOST_ANSWER_BYTES).length < MOST_ANSWER_BYTES;
        } catch (IOException e) {
            return false;
        }
    }

    /** An address that an answer names, or null when it is missing, neither http nor https, or longer than is kept. */
    static @Nullable URI resolve(URI base, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            String full = base.resolve(new URI(text.replace(" ", "%20"))).toString();
            URI named = RemoteUrl.isHttp(full) ? RemoteUrl.parse(full) : null;
            return named == null || named.toString().length() > MOST_ADDRESS_CHARACTERS ? null : named;
        } catch (URISyntaxException | IllegalArgumentException | BitsException e) {
            return null;
        }
    }
}
