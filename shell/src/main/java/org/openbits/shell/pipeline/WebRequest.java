package org.openbits.shell.pipeline;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.HashTable;
import org.openbits.automation.PSCredential;

/** .NET's HttpWebRequest, with which older scripts probe a server or read it piece by piece. Public because scripts call it. */
public final class WebRequest {

    private final Engine engine;
    private final URI uri;
    private final HashTable headers = HashTable.dictionary("System.Net.WebHeaderCollection", false, false);
    private String method = "GET";
    private int timeout = 100_000;
    private boolean allowAutoRedirect = true;
    private @Nullable Object credentials;

    WebRequest(Engine engine, URI uri) {
        this.engine = engine;
        this.uri = uri;
    }

    public Object getHeaders() {
        return headers;
    }

    public String getMethod() {
        return method;
    }

    public void setMethod(String value) {
        method = value;
    }

    public int getTimeout() {
        return timeout;
    }

    public void setTimeout(int milliseconds) {
        timeout = milliseconds;
    }

    public boolean getAllowAutoRedirect() {
        return allowAutoRedirect;
    }

    public void setAllowAutoRedirect(boolean value) {
        allowAutoRedirect = value;
    }

    /** The part of the body to ask for; a number below zero is one counted from the end. */
    public void addRange(long from) {
        headers.put("Range", from < 0 ? "bytes=" + from : "bytes=" + from + "-");
    }

    public void addRange(long from, long to) {
        headers.put("Range", "bytes=" + from + "-" + to);
    }

    public void setUserAgent(String value) {
        headers.put("User-Agent", value);
    }

    public @Nullable Object getUserAgent() {
        return headers.get("User-Agent");
    }

    public void setContentType(String value) {
        headers.put("Content-Type", value);
    }

    public @Nullable Object getContentType() {
        return headers.get("Content-Type");
    }

    public void setAccept(String value) {
        headers.put("Accept", value);
    }

    public void setIfModifiedSince(java.time.ZonedDateTime time) {
        headers.put(
                "If-Modified-Since",
                java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        time.withZoneSameInstant(java.time.ZoneOffset.UTC)
                                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)));
    }

    public @Nullable Object getCredentials() {
        return credentials;
    }

    public void setCredentials(@Nullable Object value) {
        credentials = value;
    }

    public URI getRequestUri() {
        return uri;
    }

    /** Sends it; an answer that says no is an exception. */
    public Response getResponse() {
        WebExchange exchange = new WebExchange(uri)
                .method(method)
                .redirects(allowAutoRedirect)
                .patience(timeout <= 0 ? Duration.ofDays(1) : Duration.ofMillis(timeout));
        headers.forEach((name, value) -> exchange.header(Conversion.toText(name), Conversion.toText(value)));
        PSCredential account = NetworkCredential.account(credentials);
        if (account != null) {
            exchange.account(account);
        }
        HttpResponse<InputStream> answer = exchange.send(engine);
        if (answer.statusCode() >= 400 || answer.statusCode() == 304) {
            String said = WebExchange.text(answer, WebExchange.bytes(answer));
            throw WebFailure.ofClient(
                            "The remote server returned an error: (" + answer.statusCode() + ") "
                                    + new HttpStatus(answer.statusCode()).phrase() + ".",
                            answer.statusCode())
                    .of(answer, said);
        }
        return new Response(answer);
    }

    /** .NET's HttpWebResponse. */
    public static final class Response {

        private final HttpResponse<InputStream> answer;
        private final NetStream stream;

        Response(HttpResponse<InputStream> answer) {
            this.answer = answer;
            this.stream = new NetStream(answer.body(), null, getContentLength());
        }

        public Object getStatusCode() {
            return new HttpStatus(answer.statusCode());
        }

        public String getStatusDescription() {
            return new HttpStatus(answer.statusCode()).phrase();
        }

        /** -1 when the server does not say. */
        public long getContentLength() {
            return answer.headers().firstValueAsLong("content-length").orElse(-1);
        }

        public String getContentType() {
            return answer.headers().firstValue("content-type").orElse("");
        }

        public URI getResponseUri() {
            return answer.uri();
        }

        public ZonedDateTime getLastModified() {
            String text = answer.headers().firstValue("last-modified").orElse("");
            return text.isEmpty()
                    ? ZonedDateTime.now(ZoneId.systemDefault())
                    : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                            .withZoneSameInstant(ZoneId.systemDefault());
        }

        public Object getHeaders() {
            HashTable table = new HashTable();
            answer.headers().map().forEach((name, values) -> table.put(name, String.join(", ", values)));
            return table;
        }

        public String getResponseHeader(String name) {
            return answer.headers().firstValue(name).orElse("");
        }

        public NetStream getResponseStream() {
            return stream;
        }

        public void close() {
            stream.close();
        }

        public void dispose() {
            stream.close();
        }
    }

    /** {@code [System.Net.WebRequest]::Create(address)}. */
    record Type(Engine engine) implements Statics {

        /** Proxies of the system are what the environment says; a script may ask for one and set one. */
        @Override
        public @Nullable Object get(String property) {
            return property.equals("defaultwebproxy") ? WebTypes.systemProxy() : MISSING;
        }

        @Override
        public boolean set(String property, @Nullable Object value) {
            return property.equals("defaultwebproxy");
        }

        @Override
        public @Nullable Object call(String called, List<@Nullable Object> arguments) {
            return called.equals("getsystemwebproxy")
                    ? WebTypes.systemProxy()
                    : (called.equals("create") || called.equals("createhttp")) && !arguments.isEmpty()
                            ? new WebRequest(engine, URI.create(StaticTypes.text(arguments, 0)))
                            : MISSING;
        }
    }
}
