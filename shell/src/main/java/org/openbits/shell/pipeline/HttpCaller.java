package org.openbits.shell.pipeline;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.Members;
import org.openbits.automation.PSCredential;

/** .NET's HttpClient: requests whose answers are tasks. Public because scripts call it by name. */
public final class HttpCaller {

    private final Engine engine;
    private final @Nullable Object handler;
    private final HttpHeaders headers = new HttpHeaders();
    private Duration timeout = Duration.ofSeconds(100);
    private @Nullable URI baseAddress;

    private HttpCaller(Engine engine, @Nullable Object handler) {
        this.engine = engine;
        this.handler = handler;
    }

    public HttpHeaders getDefaultRequestHeaders() {
        return headers;
    }

    public Duration getTimeout() {
        return timeout;
    }

    public void setTimeout(Duration value) {
        timeout = value;
    }

    public @Nullable URI getBaseAddress() {
        return baseAddress;
    }

    public void setBaseAddress(URI value) {
        baseAddress = value;
    }

    public NetTask getStringAsync(@Nullable Object address) {
        return asked(
                "GET",
                address,
                null,
                answer -> answer.ensureSuccessStatusCode().getContent().text());
    }

    public NetTask getByteArrayAsync(@Nullable Object address) {
        return asked(
                "GET",
                address,
                null,
                answer -> TextTypes.bytes(
                        answer.ensureSuccessStatusCode().getContent().bytes()));
    }

    public NetTask getStreamAsync(@Nullable Object address) {
        return asked("GET", address, null, answer -> answer.ensureSuccessStatusCode().getContent().stream());
    }

    public NetTask getAsync(@Nullable Object address) {
        return asked("GET", address, null, answer -> answer);
    }

    /** An option such as ResponseHeadersRead changes nothing: the body is read when it is asked for. */
    public NetTask getAsync(@Nullable Object address, @Nullable Object option) {
        return getAsync(address);
    }

    public NetTask postAsync(@Nullable Object address, @Nullable Object content) {
        return asked("POST", address, content, answer -> answer);
    }

    public NetTask putAsync(@Nullable Object address, @Nullable Object content) {
        return asked("PUT", address, content, answer -> answer);
    }

    public NetTask deleteAsync(@Nullable Object address) {
        return asked("DELETE", address, null, answer -> answer);
    }

    public NetTask sendAsync(Message message) {
        return asked(
                message.getMethod(), message.getRequestUri(), message.getContent(), message.headers, answer -> answer);
    }

    public NetTask sendAsync(Message message, @Nullable Object option) {
        return sendAsync(message);
    }

    public @Nullable Object send(Message message) {
        return sendAsync(message).getAwaiter().getResult();
    }

    public void cancelPendingRequests() {}

    public void dispose() {}

    private NetTask asked(
            String method,
            @Nullable Object address,
            @Nullable Object content,
            Function<HttpAnswer, @Nullable Object> then) {
        return asked(method, address, content, new HttpHeaders(), then);
    }

    private NetTask asked(
            String method,
            @Nullable Object address,
            @Nullable Object content,
            HttpHeaders own,
            Function<HttpAnswer, @Nullable Object> then) {
        URI given = address instanceof URI uri ? uri : URI.create(Conversion.toText(address));
        URI whole = baseAddress == null || given.isAbsolute() ? given : baseAddress.resolve(given);
        WebExchange exchange = new WebExchange(whole).method(method).patience(timeout);
        headers.lines().forEach(exchange::header);
        own.lines().forEach(exchange::header);
        handled(exchange);
        if (content instanceof HttpBody body) {
            exchange.body(body.bytes());
            body.getHeaders().lines().forEach(exchange::header);
        }
        CompletableFuture<@Nullable Object> result = exchange.start().handle((answer, failure) -> {
            if (failure != null) {
                throw exchange.unanswered(failure);
            }
            return then.apply(new HttpAnswer(engine, answer));
        });
        return new NetTask(engine, result);
    }

    private void handled(WebExchange exchange) {
        if (handler == null) {
            return;
        }
        exchange.redirects(!Boolean.FALSE.equals(Members.getOrNull(handler, "AllowAutoRedirect")));
        Object proxy = Members.getOrNull(handler, "Proxy");
        Object address = proxy == null ? null : Members.getOrNull(proxy, "Address");
        if (address instanceof URI uri) {
            exchange.proxy(uri);
        }
        PSCredential account = NetworkCredential.account(Members.getOrNull(handler, "Credentials"));
        if (account != null) {
            exchange.account(account);
        }
    }

    /** .NET's HttpRequestMessage. */
    public static final class Message {
        private final HttpHeaders headers = new HttpHeaders();
        private String method;
        private @Nullable Object requestUri;
        private @Nullable Object content;

        Message(String method, @Nullable Object requestUri) {
            this.method = method;
            this.requestUri = requestUri;
        }

        public String getMethod() {
            return method;
        }

        public void setMethod(@Nullable Object value) {
            method = Conversion.toText(value).toUpperCase(Locale.ROOT);
        }

        public @Nullable Object getRequestUri() {
            return requestUri;
        }

        public void setRequestUri(@Nullable Object value) {
            requestUri = value;
        }

        public HttpHeaders getHeaders() {
            return headers;
        }

        public @Nullable Object getContent() {
            return content;
        }

        public void setContent(@Nullable Object value) {
            content = value;
        }

        public void dispose() {}
    }

    /** The types of {@code System.Net.Http}. */
    record Type(Engine engine, String kind) implements Statics {

        static @Nullable Statics of(Engine engine, String kind) {
            return switch (kind) {
                case "httpclient", "httpclienthandler", "socketshttphandler", "httprequestmessage", "httpmethod" ->
                    new Type(engine, kind);
                case "stringcontent", "bytearraycontent", "streamcontent", "formurlencodedcontent" ->
                    new HttpBody.Type(engine, kind);
                case "httpcompletionoption" ->
                    EnumType.counting(
                            "System.Net.Http.HttpCompletionOption", "ResponseContentRead", "ResponseHeadersRead");
                case "headers.authenticationheadervalue" -> new Joined(" ");
                case "headers.productinfoheadervalue" -> new Joined("/");
                case "headers.mediatypewithqualityheadervalue",
                        "headers.mediatypeheadervalue",
                        "headers.entitytagheadervalue" -> new Joined("; q=");
                case "headers.rangeheadervalue" -> new Joined("-");
                default -> null;
            };
        }

        @Override
        public @Nullable Object get(String property) {
            return kind.equals("httpmethod") ? property.toUpperCase(Locale.ROOT) : MISSING;
        }

        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            return switch (kind) {
                case "httpclient" -> new HttpCaller(engine, arguments.isEmpty() ? null : arguments.get(0));
                case "httprequestmessage" ->
                    new Message(
                            arguments.isEmpty()
                                    ? "GET"
                                    : StaticTypes.text(arguments, 0).toUpperCase(Locale.ROOT),
                            arguments.size() > 1 ? arguments.get(1) : null);
                case "httpmethod" -> StaticTypes.text(arguments, 0).toUpperCase(Locale.ROOT);
                default -> handler();
            };
        }

        /** Settings that scripts make; redirects, the proxy and the account count. */
        private static CustomObject handler() {
            return new CustomObject("System.Net.Http.HttpClientHandler")
                    .add("AllowAutoRedirect", true)
                    .add("AutomaticDecompression", "None")
                    .add("CookieContainer", null)
                    .add("Credentials", null)
                    .add("MaxAutomaticRedirections", 50)
                    .add("MaxConnectionsPerServer", Integer.MAX_VALUE)
                    .add("PreAuthenticate", false)
                    .add("Proxy", null)
                    .add("ServerCertificateCustomValidationCallback", null)
                    .add("SslProtocols", "None")
                    .add("UseCookies", true)
                    .add("UseDefaultCredentials", false)
                    .add("UseProxy", true);
        }
    }

    /** Values of headers that are made of parts. */
    private record Joined(String between) implements Statics {
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            String joined = Conversion.toText(Operators.join(arguments, between));
            return between.equals("-") ? "bytes=" + joined : joined;
        }
    }
}
