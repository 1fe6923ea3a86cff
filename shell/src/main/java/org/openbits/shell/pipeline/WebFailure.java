package org.openbits.shell.pipeline;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Detailed;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.Shaped;

/** A web request that failed; scripts read {@code Response.StatusCode} and the message. */
final class WebFailure extends RuntimeException implements Shaped, Detailed {

    private static final long serialVersionUID = 1;

    private final long status;
    private final String typeName;
    private String details = "";
    private transient @Nullable FailedAnswer answer;

    private WebFailure(String message, long status, @Nullable Throwable cause, String typeName) {
        super(message, cause);
        this.status = status;
        this.typeName = typeName;
    }

    /** An answer that says no. */
    static WebFailure answered(long status) {
        String phrase = new HttpStatus(status).phrase();
        return new WebFailure(
                "Response status code does not indicate success: " + status + " (" + phrase + ").",
                status,
                null,
                "Microsoft.PowerShell.Commands.HttpResponseException");
    }

    /** The same, with what the server said about it, without the marks of HTML. */
    static WebFailure answered(HttpResponse<?> response, String said) {
        WebFailure failure = answered(response.statusCode());
        failure.details = said.stripLeading().startsWith("<") ? said.replaceAll("<[^>]*>", "") : said;
        return failure.of(response, said);
    }

    /** With the answer that the exception tells. */
    WebFailure of(HttpResponse<?> response, String said) {
        answer = FailedAnswer.of(response, said);
        return this;
    }

    @Override
    public String details() {
        return details;
    }

    /** The same of an HttpClient. */
    static WebFailure ofHttpClient(long status) {
        return new WebFailure(
                String.valueOf(answered(status).getMessage()), status, null, "System.Net.Http.HttpRequestException");
    }

    /** What a WebClient throws: an answer that says no, or with status 0 no answer. */
    static WebFailure ofClient(String message, long status) {
        return new WebFailure(message, status, null, "System.Net.WebException");
    }

    /** No answer at all. */
    static WebFailure unanswered(String message, Throwable cause) {
        return new WebFailure(message, 0, cause, "System.Net.Http.HttpRequestException");
    }

    @Override
    public String typeName() {
        return typeName;
    }

    @Override
    public List<String> propertyNames() {
        return List.of("Message", "Response", "StatusCode", "Status", "InnerException");
    }

    @Override
    public @Nullable Object property(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "message" -> getMessage();
            case "response" -> response();
            case "statuscode" -> status == 0 ? null : new HttpStatus(status);
            case "status" -> status == 0 ? "ConnectFailure" : "ProtocolError";
            case "innerexception" -> getCause();
            default -> throw new NoSuchMember(typeName(), name);
        };
    }

    private @Nullable Object response() {
        return status == 0 ? null : answer == null ? FailedAnswer.of(status) : answer;
    }
}
