package org.openbits.shell.pipeline;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Argument;
import org.openbits.automation.CmdletException;
import org.openbits.automation.Conversion;
import org.openbits.automation.HashTable;
import org.openbits.automation.Members;
import org.openbits.automation.PSCredential;

/**
 * .NET's WebClient as far as scripts fall back to it: a file is brought by Start-BitsTransfer in the foreground. Public
 * because scripts call it by name.
 */
public final class WebClient {

    private final Engine engine;
    private final HashTable headers = new HashTable();
    private @Nullable Object proxy;
    private @Nullable Object credentials;
    private @Nullable Object encoding;
    private boolean useDefaultCredentials;

    WebClient(Engine engine) {
        this.engine = engine;
    }

    /** Brings a file; an error ends the statement. */
    public void downloadFile(@Nullable Object address, @Nullable Object fileName) {
        List<Argument> arguments = new ArrayList<>(List.of(
                Argument.named("Source", Conversion.toText(address), -1),
                Argument.named("Destination", Conversion.toText(fileName), -1),
                Argument.named("ErrorAction", "Stop", -1)));
        if (!headers.isEmpty()) {
            List<Object> lines = new ArrayList<>();
            headers.forEach((name, value) -> lines.add(Conversion.toText(name) + ": " + Conversion.toText(value)));
            arguments.add(Argument.named("CustomHeaders", lines, -1));
        }
        if (credentials instanceof PSCredential account) {
            arguments.add(Argument.named("Credential", account, -1));
            arguments.add(Argument.named("Authentication", "Basic", -1));
        }
        try {
            Calls.call(engine, "Start-BitsTransfer", arguments, null);
        } catch (CmdletException e) {
            Object result = Members.getOrNull(e.record().exception(), "HResult");
            int code = result instanceof Integer number ? number : 0;
            throw WebFailure.ofClient(e.record().message(), code >>> 16 == 0x8019 ? code & 0xffff : 0);
        }
    }

    /** The answer as text. */
    public String downloadString(@Nullable Object address) {
        HttpResponse<InputStream> answer = ask("GET", address, null);
        return WebExchange.text(answer, WebExchange.bytes(answer));
    }

    /** The answer as bytes. */
    public List<@Nullable Object> downloadData(@Nullable Object address) {
        return TextTypes.bytes(WebExchange.bytes(ask("GET", address, null)));
    }

    /** Sends a text by POST and gives the answer. */
    public String uploadString(@Nullable Object address, @Nullable Object text) {
        return uploadString(address, "POST", text);
    }

    /** Sends a text and gives the answer. */
    public String uploadString(@Nullable Object address, @Nullable Object method, @Nullable Object text) {
        HttpResponse<InputStream> answer =
                ask(Conversion.toText(method), address, Conversion.toText(text).getBytes(StandardCharsets.UTF_8));
        return WebExchange.text(answer, WebExchange.bytes(answer));
    }

    private HttpResponse<InputStream> ask(String method, @Nullable Object address, byte @Nullable [] body) {
        WebExchange exchange = new WebExchange(URI.create(Conversion.toText(address))).method(method);
        headers.forEach((name, value) -> exchange.header(Conversion.toText(name), Conversion.toText(value)));
        if (credentials instanceof PSCredential account) {
            exchange.account(account);
        }
        if (body != null) {
            exchange.body(body);
        }
        HttpResponse<InputStream> answer = exchange.send(engine);
        if (answer.statusCode() >= 400) {
            WebExchange.bytes(answer);
            throw WebFailure.ofClient(
                    "The remote server returned an error: (" + answer.statusCode() + ") "
                            + new HttpStatus(answer.statusCode()).phrase() + ".",
                    answer.statusCode());
        }
        return answer;
    }

    /** Answers say themselves how their text is written: this only takes what scripts set. */
    public @Nullable Object getEncoding() {
        return encoding;
    }

    public void setEncoding(@Nullable Object value) {
        encoding = value;
    }

    public boolean isUseDefaultCredentials() {
        return useDefaultCredentials;
    }

    /** There are no credentials of a logged-on user to send; scripts set it for servers that ask for none as well. */
    public void setUseDefaultCredentials(boolean value) {
        useDefaultCredentials = value;
    }

    public Object getHeaders() {
        return headers;
    }

    public @Nullable Object getProxy() {
        return proxy;
    }

    public void setProxy(@Nullable Object value) {
        proxy = value;
    }

    public @Nullable Object getCredentials() {
        return credentials;
    }

    public void setCredentials(@Nullable Object value) {
        credentials = value;
    }

    /** Nothing is held. */
    public void dispose() {}
}
