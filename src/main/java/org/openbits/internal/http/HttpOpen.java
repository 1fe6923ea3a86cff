package org.openbits.internal.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.JobProperty;
import org.openbits.spi.DownloadRequest;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;

/** Opens one file: asks, follows redirects, judges the answer. For one thread and one call. */
final class HttpOpen {

    private final DownloadRequest request;
    private final CloseableHttpClient client;
    private final HttpLimits limits;
    private final Redirects redirects;
    private final URI original;
    private final List<Header> customHeaders;

    HttpOpen(DownloadRequest request, CloseableHttpClient client, HttpLimits limits) throws TransferException {
        this.request = request;
        this.client = client;
        this.limits = limits;
        this.redirects = Redirects.of(request.settings());
        this.original = address(request.remoteName());
        this.customHeaders = CustomHeaders.parse(request.settings().get(JobProperty.CUSTOM_HEADERS));
    }

    /** The server, as one that can be asked too much. */
    String host() {
        return original.getHost() + ":" + Redirects.port(original);
    }

    /** @param closed run once when the source is closed; not when there is none */
    HttpSource open(Runnable closed) throws TransferException {
        Asked asked = Asked.of(request);
        boolean resolvedAgain = false;
        while (true) {
            Exchange exchange = follow(asked);
            if (!resolvedAgain && mayHaveExpired(exchange)) {
                resolvedAgain = true;
                exchange.discard();
                continue;
            }
            boolean redirected = !exchange.url().equals(original);
            HttpSource source = new HttpAnswer(exchange, asked, reportedName(exchange), redirected, closed).judge();
            if (source != null) {
                return source;
            }
            asked = Asked.WHOLE;
        }
    }

    /** Links that servers redirect to often hold for minutes only: the first address may give a fresh one. */
    private boolean mayHaveExpired(Exchange exchange) {
        int status = exchange.response().getCode();
        return !exchange.url().equals(original) && (status == 401 || status == 403 || status == 404 || status == 410);
    }

    /**
     * A request under way and its answer; the body is still to be read.
     *
     * @param direct the body where it can be read into a buffer outside the heap, or null
     */
    record Exchange(
            URI url,
            HttpUriRequestBase request,
            ClassicHttpResponse response,
            @Nullable ChannelBody direct) {

        /** Ends it without reading the body. */
        void discard() {
            request.cancel();
            try {
                response.close();
            } catch (IOException e) {
                // It was cut off on purpose.
            }
        }

        @Nullable
        String header(String name) {
            Header header = response.getFirstHeader(name);
            return header == null ? null : header.getValue();
        }
    }

    private Exchange follow(Asked asked) throws TransferException {
        URI url = original;
        for (int followed = 0; followed <= limits.redirects(); followed++) {
            Exchange exchange = ask(url, asked);
            int status = exchange.response().getCode();
            if (!Redirects.isRedirect(status) || exchange.header("Location") == null) {
                return exchange;
            }
            exchange.discard();
            url = next(url, exchange.header("Location"), status);
        }
        throw redirectFailed("redirects more than " + limits.redirects() + " times");
    }

    private Exchange ask(URI url, Asked asked) throws TransferException {
        try {
            return Proxies.reach(request.settings(), url, proxy -> ask(url, asked, proxy));
        } catch (IOException e) {
            throw Verdicts.failure(e, shown(url));
        }
    }

    private Exchange ask(URI url, Asked asked, @Nullable HttpHost proxy) throws IOException, TransferException {
        String method = CustomHeaders.method(request.settings().get(JobProperty.HTTP_METHOD));
        HttpUriRequestBase get = new HttpUriRequestBase(method, bare(url));
        get.setHeader("Accept", "*/*");
        get.setHeader("Accept-Encoding", "identity");
        if (Redirects.sameOrigin(original, url)) {
            customHeaders.forEach(get::addHeader);
        }
        asked.addTo(get);
        get.setConfig(RequestConfig.custom()
                .setResponseTimeout(HttpConnections.timeout(limits.firstByte()))
                .setConnectionRequestTimeout(HttpConnections.timeout(limits.connect()))
                .setProxy(proxy)
                .setTargetPreferredAuthSchemes(Credentials.SCHEMES)
                .setProxyPreferredAuthSchemes(Credentials.SCHEMES)
                .build());
        HttpClientContext context = HttpClientContext.create();
        context.setCredentialsProvider(Credentials.of(request.credentials(), original, url, proxy));
        request.abort().guard(get::cancel);
        HttpHost target = new HttpHost(url.getScheme(), url.getHost(), url.getPort());
        AnswerDeadline connecting = new AnswerDeadline(get::cancel);
        context.setAttribute(HttpConnections.CONNECTING, connecting);
        connecting.start(limits.connecting());
        try {
            ClassicHttpResponse response = client.executeOpen(target, get, context);
            return new Exchange(url, get, response, (ChannelBody) context.getAttribute(HttpConnections.BODY));
        } catch (IOException e) {
            throw connecting.isOver() ? new SocketTimeoutException("no connection in time") : e;
        } finally {
            connecting.stop();
        }
    }

    private URI next(URI from, @Nullable String location, int status) throws TransferException {
        URI to = target(from, String.valueOf(location));
        if (!redirects.allowed()) {
            throw new TransferException(
                    ErrorCode.http(status),
                    ErrorContext.REMOTE_FILE,
                    Severity.FATAL,
                    shown(from) + " redirects to " + shown(to) + ", which the job's security flags do not allow",
                    null);
        }
        if (Redirects.isDowngrade(from, to) && !redirects.downgradeAllowed()) {
            throw redirectFailed("redirects from https to http (" + shown(to)
                    + "); the job's security flags would have to allow it");
        }
        return to;
    }

    private URI target(URI from, String location) throws TransferException {
        try {
            String to =
                    from.resolve(new URI(location.strip().replace(" ", "%20"))).toString();
            if (RemoteUrl.isHttp(to)) {
                return RemoteUrl.parse(to);
            }
        } catch (URISyntaxException | IllegalArgumentException | BitsException e) {
            throw redirectFailed("redirects to an address that cannot be read");
        }
        throw redirectFailed("redirects to an address that is neither http nor https");
    }

    private String reportedName(Exchange exchange) {
        return redirects.reported() ? exchange.url().toString() : request.remoteName();
    }

    private TransferException redirectFailed(String how) {
        return new TransferException(
                ErrorCode.ERROR_WINHTTP_REDIRECT_FAILED,
                ErrorContext.REMOTE_FILE,
                Severity.FATAL,
                shown(original) + " " + how,
                null);
    }

    static URI address(String text) throws TransferException {
        try {
            return RemoteUrl.parse(text);
        } catch (BitsException e) {
            throw new TransferException(
                    e.code(), ErrorContext.REMOTE_FILE, Severity.FATAL, String.valueOf(e.getMessage()), e);
        }
    }

    /** The address without user name and password: they go into a header, and only after a challenge. */
    static URI bare(URI url) {
        String userInfo = url.getRawUserInfo();
        return userInfo == null ? url : URI.create(url.toString().replaceFirst(Pattern.quote(userInfo + "@"), ""));
    }

    /** The address for messages: without user, password and query, where secrets live. */
    static String shown(URI url) {
        String text = bare(url).toString();
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query + 1) + "...";
    }
}
