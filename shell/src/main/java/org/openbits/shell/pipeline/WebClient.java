package org.openbits.shell.pipeline;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Argument;
import org.openbits.automation.CmdletException;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.HashTable;
import org.openbits.automation.Members;
import org.openbits.automation.PSCredential;

/**
 * .NET's WebClient as far as scripts fall back to it: a file is brought by Start-BitsTransfer in the foreground. Public
 * because scripts call it by name.
 */
public final class WebClient implements EventSource {

    private final Engine engine;
    private final HashTable headers = HashTable.dictionary("System.Net.WebHeaderCollection", false, false);
    private final HashTable query = new HashTable(true);
    private volatile HashTable answered = new HashTable();
    private @Nullable Object proxy = WebTypes.systemProxy();
    private @Nullable Object credentials;
    private @Nullable Object encoding;
    private boolean useDefaultCredentials;
    private final Map<String, List<Consumer<CustomObject>>> listeners = new ConcurrentHashMap<>();
    private volatile boolean busy;

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
        PSCredential account = NetworkCredential.account(credentials);
        if (account != null) {
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

    /** Begins to bring a file; DownloadProgressChanged and DownloadFileCompleted tell of it. */
    public void downloadFileAsync(@Nullable Object address, @Nullable Object fileName) {
        begun(address, fileName);
    }

    /** @param token comes back in the events */
    public void downloadFileAsync(@Nullable Object address, @Nullable Object fileName, @Nullable Object token) {
        begun(address, fileName);
    }

    public NetTask downloadFileTaskAsync(@Nullable Object address, @Nullable Object fileName) {
        return new NetTask(engine, begun(address, fileName));
    }

    public NetTask downloadStringTaskAsync(@Nullable Object address) {
        return new NetTask(engine, CompletableFuture.supplyAsync(() -> downloadString(address)));
    }

    public NetTask downloadDataTaskAsync(@Nullable Object address) {
        return new NetTask(engine, CompletableFuture.supplyAsync(() -> downloadData(address)));
    }

    public boolean getIsBusy() {
        return busy;
    }

    /** In a session beside this one, for a session belongs to one thread. */
    private CompletableFuture<@Nullable Object> begun(@Nullable Object address, @Nullable Object fileName) {
        WebClient beside = new WebClient(ShellSession.beside(engine, new QuietHost(80, text -> {})));
        beside.headers.putAll(headers);
        beside.credentials = credentials;
        String place = engine.directory().resolve(Conversion.toText(fileName)).toString();
        busy = true;
        return CompletableFuture.runAsync(() -> beside.downloadFile(address, place))
                .handle((done, failure) -> {
                    busy = false;
                    RuntimeException error = failure == null
                            ? null
                            : failure.getCause() instanceof RuntimeException known
                                    ? known
                                    : new RuntimeFailure(failure.toString(), failure);
                    long size = error == null ? new java.io.File(place).length() : 0;
                    tell(
                            "downloadprogresschanged",
                            new CustomObject("System.Net.DownloadProgressChangedEventArgs")
                                    .add("ProgressPercentage", error == null ? 100 : 0)
                                    .add("BytesReceived", size)
                                    .add("TotalBytesToReceive", size));
                    tell(
                            "downloadfilecompleted",
                            new CustomObject("System.ComponentModel.AsyncCompletedEventArgs")
                                    .add("Cancelled", false)
                                    .add("Error", error)
                                    .add("UserState", null));
                    if (error != null) {
                        throw error;
                    }
                    return null;
                });
    }

    private void tell(String event, CustomObject arguments) {
        listeners.getOrDefault(event, List.of()).forEach(each -> each.accept(arguments));
    }

    @Override
    public @Nullable Runnable listen(String event, Consumer<CustomObject> listener) {
        String name = event.toLowerCase(Locale.ROOT);
        if (!name.equals("downloadprogresschanged") && !name.equals("downloadfilecompleted")) {
            return null;
        }
        List<Consumer<CustomObject>> all = listeners.computeIfAbsent(name, each -> new CopyOnWriteArrayList<>());
        all.add(listener);
        return () -> all.remove(listener);
    }

    /** The body of an answer, to be read. */
    public NetStream openRead(@Nullable Object address) {
        HttpResponse<InputStream> answer = ask("GET", address, null);
        return new NetStream(
                answer.body(),
                null,
                answer.headers().firstValueAsLong("content-length").orElse(-1));
    }

    /** Sends a file by POST and gives the answer. */
    public List<@Nullable Object> uploadFile(@Nullable Object address, String fileName) {
        return uploadFile(address, "POST", fileName);
    }

    /** Sends a file and gives the answer. */
    public List<@Nullable Object> uploadFile(@Nullable Object address, @Nullable Object method, String fileName) {
        try {
            byte[] content = java.nio.file.Files.readAllBytes(engine.directory().resolve(fileName));
            return TextTypes.bytes(WebExchange.bytes(ask(Conversion.toText(method), address, content)));
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
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
        WebExchange exchange = new WebExchange(withQuery(Conversion.toText(address))).method(method);
        headers.forEach((name, value) -> exchange.header(Conversion.toText(name), Conversion.toText(value)));
        PSCredential account = NetworkCredential.account(credentials);
        if (account != null) {
            exchange.account(account);
        }
        if (body != null) {
            exchange.body(body);
        }
        HttpResponse<InputStream> answer = exchange.send(engine);
        HashTable told = new HashTable();
        answer.headers().map().forEach((name, values) -> told.put(name, String.join(",", values)));
        answered = told;
        if (answer.statusCode() >= 400) {
            String said = WebExchange.text(answer, WebExchange.bytes(answer));
            throw WebFailure.ofClient(
                            "The remote server returned an error: (" + answer.statusCode() + ") "
                                    + new HttpStatus(answer.statusCode()).phrase() + ".",
                            answer.statusCode())
                    .of(answer, said);
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

    /** What the last answer said beside its body. */
    public Object getResponseHeaders() {
        return answered;
    }

    /** Names and values that are added to each address. */
    public Object getQueryString() {
        return query;
    }

    private URI withQuery(String address) {
        StringBuilder all = new StringBuilder(address);
        query.forEach((name, value) -> all.append(all.indexOf("?") < 0 ? '?' : '&')
                .append(encoded(name))
                .append('=')
                .append(encoded(value)));
        return URI.create(all.toString());
    }

    private static String encoded(@Nullable Object text) {
        return java.net.URLEncoder.encode(Conversion.toText(text), java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
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
