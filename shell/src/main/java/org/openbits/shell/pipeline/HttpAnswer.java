package org.openbits.shell.pipeline;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import org.openbits.automation.CustomObject;

/** .NET's HttpResponseMessage. Public because scripts call it by name. */
public final class HttpAnswer {

    private final HttpResponse<InputStream> answer;
    private final HttpBody content;
    private final HttpHeaders headers = new HttpHeaders();

    HttpAnswer(Engine engine, HttpResponse<InputStream> answer) {
        this.answer = answer;
        this.content = HttpBody.of(engine, answer.body());
        answer.headers().map().forEach((name, values) -> {
            boolean body = name.startsWith("content-") || name.equals("last-modified") || name.equals("expires");
            values.forEach(value -> (body ? content.getHeaders() : headers).add(name, value));
        });
    }

    public Object getStatusCode() {
        return new HttpStatus(answer.statusCode());
    }

    public boolean getIsSuccessStatusCode() {
        return answer.statusCode() / 100 == 2;
    }

    public String getReasonPhrase() {
        return new HttpStatus(answer.statusCode()).phrase();
    }

    public HttpBody getContent() {
        return content;
    }

    public HttpHeaders getHeaders() {
        return headers;
    }

    public Object getRequestMessage() {
        return new CustomObject("System.Net.Http.HttpRequestMessage")
                .add("Method", answer.request().method())
                .add("RequestUri", getRequestUri());
    }

    private URI getRequestUri() {
        return answer.uri();
    }

    /** Throws unless it is a yes. */
    public HttpAnswer ensureSuccessStatusCode() {
        if (!getIsSuccessStatusCode()) {
            content.dispose();
            throw WebFailure.ofHttpClient(answer.statusCode());
        }
        return this;
    }

    public void dispose() {
        content.dispose();
    }
}
