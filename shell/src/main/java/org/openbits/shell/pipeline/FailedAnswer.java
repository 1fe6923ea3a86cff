package org.openbits.shell.pipeline;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CustomObject;

/**
 * The answer of a server that said no, as the exception tells it: under the names of HttpWebResponse (Windows PowerShell) and
 * of HttpResponseMessage. Public because scripts call it by name.
 */
public final class FailedAnswer {

    private final long status;
    private final HttpHeaders headers = new HttpHeaders();
    private final String said;
    private final @Nullable URI address;

    private FailedAnswer(long status, String said, @Nullable URI address) {
        this.status = status;
        this.said = said;
        this.address = address;
    }

    /** One of which only the number is known. */
    static FailedAnswer of(long status) {
        return new FailedAnswer(status, "", null);
    }

    static FailedAnswer of(HttpResponse<?> answer, String said) {
        FailedAnswer failed = new FailedAnswer(answer.statusCode(), said, answer.uri());
        answer.headers().map().forEach((name, values) -> values.forEach(value -> failed.headers.add(name, value)));
        return failed;
    }

    public Object getStatusCode() {
        return new HttpStatus(status);
    }

    public String getStatusDescription() {
        return new HttpStatus(status).phrase();
    }

    public String getReasonPhrase() {
        return getStatusDescription();
    }

    public boolean getIsSuccessStatusCode() {
        return false;
    }

    public HttpHeaders getHeaders() {
        return headers;
    }

    public @Nullable URI getResponseUri() {
        return address;
    }

    public @Nullable Object getContentLength() {
        return headers.getContentLength();
    }

    public @Nullable Object getRequestMessage() {
        return address == null
                ? null
                : new CustomObject("System.Net.Http.HttpRequestMessage").add("RequestUri", address);
    }

    /** What the server said beside its number. */
    public NetStream getResponseStream() {
        byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
        return new NetStream(new ByteArrayInputStream(bytes), null, bytes.length);
    }

    /** Nothing is held. */
    public void close() {}

    public void dispose() {}
}
