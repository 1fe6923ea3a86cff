package org.openbits.shell.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.PSCredential;

/** One HTTP request of a script that wants the answer itself, not a file: texts, lists of releases, a probe of a server. */
final class WebExchange {

    /** Java's client sets these itself and refuses to be told. */
    private static final Set<String> CLIENTS_OWN = Set.of("connection", "content-length", "expect", "host", "upgrade");

    private final URI uri;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String method = "GET";
    private byte[] body = {};
    private @Nullable URI proxy;
    private @Nullable WebSession session;
    private Duration patience = Duration.ofSeconds(100);
    private boolean redirects = true;
    private boolean noProxy;
    private boolean trusting;
    private String[] protocols = {};

    WebExchange(URI uri) {
        this.uri = uri;
    }

    WebExchange method(String newMethod) {
        method = newMethod.toUpperCase(Locale.ROOT);
        return this;
    }

    WebExchange header(String name, String value) {
        if (!CLIENTS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
            headers.keySet().removeIf(name::equalsIgnoreCase);
            headers.put(name, value);
        }
        return this;
    }

    boolean hasHeader(String name) {
        return headers.keySet().stream().anyMatch(name::equalsIgnoreCase);
    }

    WebExchange body(byte[] bytes) {
        body = bytes.clone();
        return this;
    }

    WebExchange proxy(@Nullable URI address) {
        proxy = address;
        return this;
    }

    WebExchange session(@Nullable WebSession shared) {
        session = shared;
        return this;
    }

    WebExchange patience(Duration longest) {
        patience = longest;
        return this;
    }

    /** Goes straight to the server, whatever proxy the system has. */
    WebExchange noProxy(boolean straight) {
        noProxy = straight;
        return this;
    }

    /** Takes whatever certificate the server shows. */
    WebExchange trusting(boolean all) {
        trusting = all;
        return this;
    }

    /** The protocols that may be spoken, by Java's names; none: all that are safe. */
    WebExchange protocols(String... names) {
        protocols = names;
        return this;
    }

    WebExchange redirects(boolean follow) {
        redirects = follow;
        return this;
    }

    /** Names the account in the first request, as Basic does; it goes to this host only. */
    WebExchange account(PSCredential credential) {
        String pair =
                credential.userName() + ":" + new String(credential.password().reveal());
        String code = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return header("Authorization", "Basic " + code);
    }

    /** Names the account for the proxy. */
    WebExchange proxyAccount(PSCredential credential) {
        String pair =
                credential.userName() + ":" + new String(credential.password().reveal());
        String code = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return header("Proxy-Authorization", "Basic " + code);
    }

    /**
     * Sends it and waits for the head of the answer, whatever its status.
     *
     * @throws WebFailure when no answer comes
     */
    HttpResponse<InputStream> send(Engine engine) {
        trusting |= engine.types().trustsAnyServer();
        CompletableFuture<HttpResponse<InputStream>> answer = start();
        engine.stoppable(() -> answer.cancel(true), () -> await(answer));
        engine.checkStop();
        return answer.join();
    }

    /** Sends it and does not wait. */
    CompletableFuture<HttpResponse<InputStream>> start() {
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(redirects ? HttpClient.Redirect.NORMAL : HttpClient.Redirect.NEVER)
                .connectTimeout(patience);
        if (trusting) {
            client.sslContext(Trusting.context());
        }
        if (protocols.length > 0) {
            client.sslParameters(new javax.net.ssl.SSLParameters(null, protocols));
        }
        if (noProxy) {
            client.proxy(HttpClient.Builder.NO_PROXY);
        } else if (proxy != null) {
            client.proxy(ProxySelector.of(new InetSocketAddress(proxy.getHost(), proxy.getPort())));
        }
        if (session != null) {
            client.cookieHandler(session.cookies());
            session.getHeaders()
                    .forEach((name, value) -> headers.putIfAbsent(Conversion.toText(name), Conversion.toText(value)));
            if (session.getUserAgent() != null && !hasHeader("User-Agent")) {
                header("User-Agent", session.getUserAgent());
            }
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(patience)
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        if (session != null) {
            session.getHeaders().forEach((name, value) -> {
                if (!hasHeader(Conversion.toText(name))) {
                    request.header(Conversion.toText(name), Conversion.toText(value));
                }
            });
        }
        return client.build().sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private void await(CompletableFuture<?> answer) {
        try {
            answer.join();
        } catch (java.util.concurrent.CancellationException stopped) {
            return;
        } catch (CompletionException failure) {
            throw unanswered(failure);
        }
    }

    /** What no answer means, in words. */
    WebFailure unanswered(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return WebFailure.unanswered(words(cause), cause);
    }

    private String words(Throwable cause) {
        if (cause instanceof java.net.http.HttpTimeoutException) {
            return "The request was canceled: no answer from " + uri.getHost() + " within " + patience.toSeconds()
                    + " seconds.";
        }
        if (cause instanceof java.net.ConnectException) {
            Throwable deeper = cause;
            while (deeper.getCause() != null && deeper.getCause() != deeper) {
                deeper = deeper.getCause();
            }
            return deeper instanceof java.nio.channels.UnresolvedAddressException
                    ? "The remote name could not be resolved: '" + uri.getHost() + "' (" + uri.getAuthority() + ")"
                    : "Unable to connect to the remote server (" + uri.getAuthority() + ")";
        }
        String message = cause.getMessage();
        return "The request to " + uri.getAuthority() + " failed: " + (message == null ? cause.toString() : message);
    }

    /** The whole body. */
    static byte[] bytes(HttpResponse<InputStream> answer) {
        try (InputStream stream = answer.body()) {
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw WebFailure.unanswered("The answer broke off: " + failure.getMessage(), failure);
        }
    }

    /** A body as text, by the charset that the answer names, else UTF-8. */
    static String text(HttpResponse<?> answer, byte[] bytes) {
        return decoded(answer.headers().firstValue("content-type").orElse(""), bytes);
    }

    /** The same by a Content-Type. */
    static String decoded(String type, byte[] bytes) {
        int at = type.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (at >= 0) {
            String name =
                    type.substring(at + 8).split(";", 2)[0].replace("\"", "").trim();
            try {
                return new String(bytes, name);
            } catch (java.io.UnsupportedEncodingException unknown) {
                return new String(bytes, StandardCharsets.UTF_8);
            }
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
