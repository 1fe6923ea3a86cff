package org.openbits.shell.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Argument;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletException;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.HashTable;
import org.openbits.automation.Members;
import org.openbits.automation.NetList;
import org.openbits.automation.PSCredential;
import org.openbits.automation.Parameter;
import org.openbits.automation.SecureText;

/**
 * What Invoke-WebRequest and Invoke-RestMethod share. A plain download to a file is a transfer of our own engine. Long
 * because the two have some forty parameters in common, each declared here.
 */
abstract class WebCommand extends Cmdlet {

    @Parameter(position = 0, mandatory = true, help = "The address; http:// is meant when no scheme is named.")
    private String uri = "";

    @Parameter(
            values = {"Default", "Get", "Head", "Post", "Put", "Delete", "Options", "Patch", "Merge", "Trace"},
            help = "The HTTP method.")
    private String method = "Get";

    @Parameter(aliases = "CustomMethodName", help = "A method of any other name.")
    private String customMethod = "";

    @Parameter(help = "Extra request headers.")
    private @Nullable HashTable headers;

    @Parameter(pipeline = true, help = "What is sent: a text, bytes, or a hashtable of form fields.")
    private @Nullable Object body;

    @Parameter(help = "A file that is sent.")
    private String inFile = "";

    @Parameter(help = "The file that takes the answer.")
    private String outFile = "";

    @Parameter(help = "The type of what is sent.")
    private String contentType = "";

    @Parameter(help = "The name the client gives itself.")
    private String userAgent = "";

    @Parameter(minimum = 0, help = "The longest time in seconds without an answer; 0 waits without end.")
    private int timeoutSec = 100;

    @Parameter(help = "An account for the server, sent by Basic.")
    private @Nullable PSCredential credential;

    @Parameter(
            values = {"None", "Basic", "Bearer", "OAuth"},
            help = "How the account shows itself: Basic by -Credential, Bearer and OAuth by -Token.")
    private String authentication = "None";

    @Parameter(help = "The token of Bearer or OAuth.")
    private @Nullable SecureText token;

    @Parameter(help = "Lets -Authentication send its secret over plain HTTP.")
    private boolean allowUnencryptedAuthentication;

    @Parameter(aliases = "RHV", help = "The variable that takes the headers of the answer.")
    private String responseHeadersVariable = "";

    @Parameter(help = "The variable that takes the number of the answer.")
    private String statusCodeVariable = "";

    @Parameter(help = "The fields of a form, sent as multipart/form-data; a file's item (Get-Item) is sent as a file.")
    private @Nullable HashTable form;

    @Parameter(help = "Takes whatever certificate the server shows.")
    private boolean skipCertificateCheck;

    @Parameter(
            values = {"Default", "Tls", "Tls11", "Tls12", "Tls13"},
            help = "The protocols of TLS that may be spoken.")
    private List<String> sslProtocol = List.of();

    @Parameter(help = "Goes straight to the server, whatever proxy the system has.")
    private boolean noProxy;

    @Parameter(help = "With -OutFile: goes on behind what the file holds already, when the server can.")
    private boolean resume;

    @Parameter(help = "Accepted: headers are sent as they are given.")
    private boolean skipHeaderValidation;

    @Parameter(help = "The proxy's address.")
    private @Nullable URI proxy;

    @Parameter(help = "The largest number of redirections; 0 follows none.")
    private int maximumRedirection = 5;

    @Parameter(aliases = "SV", help = "The variable that takes the conversation's cookies.")
    private String sessionVariable = "";

    @Parameter(help = "The conversation that an earlier -SessionVariable began.")
    private @Nullable Object webSession;

    @Parameter(minimum = 0, help = "How often a failed request is repeated.")
    private int maximumRetryCount;

    @Parameter(minimum = 1, help = "Seconds between two tries.")
    private int retryIntervalSec = 5;

    @Parameter(help = "Takes an answer that says no as a result.")
    private boolean skipHttpErrorCheck;

    @Parameter(help = "Accepted: pages are never given to a browser.")
    private boolean useBasicParsing;

    @Parameter(help = "Accepted: there is no account of the desktop.")
    private boolean useDefaultCredentials;

    @Parameter(help = "Accepted: each request has a connection of its own.")
    private boolean disableKeepAlive;

    @Parameter(help = "With -OutFile: gives the answer, too.")
    private boolean passThru;

    /** Turns an answer into what the command writes. */
    abstract void answered(HttpResponse<InputStream> answer, byte[] content);

    @Parameter(help = "The account for the proxy, sent by Basic.")
    private @Nullable PSCredential proxyCredential;

    @Parameter(help = "Accepted: there is no account of the desktop.")
    private boolean proxyUseDefaultCredentials;

    @Parameter(
            values = {"1.0", "1.1", "2.0", "3.0"},
            help = "Accepted: HTTP/1.1 is spoken.")
    private String httpVersion = "1.1";

    @Parameter(
            values = {"chunked", "compress", "deflate", "gzip", "identity"},
            help = "Accepted: bodies are sent with their length.")
    private String transferEncoding = "";

    @Parameter(help = "Accepted: a redirection to plain HTTP is not followed.")
    private boolean allowInsecureRedirect;

    @Parameter(help = "Accepted: the account goes to the first host only.")
    private boolean preserveAuthorizationOnRedirect;

    @Override
    protected void process() {
        Engine engine = runtime().service(Engine.class);
        URI address = address();
        try {
            if (!outFile.isEmpty() && isPlain()) {
                transfer(engine, address);
            } else {
                request(engine, address);
            }
        } catch (WebFailure failure) {
            throw runtime()
                    .terminate(ErrorRecord.of(
                            failure, "WebCmdletWebResponseException", ErrorCategory.InvalidOperation, address));
        }
    }

    private URI address() {
        String text = uri.contains("://") ? uri : "http://" + uri;
        try {
            return URI.create(text.trim().replace(" ", "%20"));
        } catch (IllegalArgumentException bad) {
            throw runtime().terminate(ErrorRecord.of(bad, "InvalidUri", ErrorCategory.InvalidArgument, uri));
        }
    }

    private boolean isPlain() {
        return verb().equalsIgnoreCase("GET")
                && body == null
                && inFile.isEmpty()
                && sessionVariable.isEmpty()
                && authentication.equalsIgnoreCase("None")
                && responseHeadersVariable.isEmpty()
                && statusCodeVariable.isEmpty()
                && webSession == null
                && proxy == null
                && !passThru
                && form == null
                && !skipCertificateCheck
                && sslProtocol.isEmpty()
                && !noProxy
                && !resume
                && !skipHttpErrorCheck;
    }

    private String verb() {
        boolean sends = form != null && !isBound("Method");
        return !customMethod.isEmpty()
                ? customMethod
                : sends ? "POST" : method.equalsIgnoreCase("Default") ? "GET" : method;
    }

    /** By Start-BitsTransfer: whole or not at all, with its progress and its patience. */
    private void transfer(Engine engine, URI address) {
        List<Argument> arguments = new ArrayList<>();
        arguments.add(Argument.named("Source", address.toString(), -1));
        arguments.add(Argument.named("Destination", target(address).toString(), -1));
        arguments.add(Argument.named("Dynamic", true, -1));
        arguments.add(Argument.named("ErrorAction", "Stop", -1));
        List<String> lines = headerLines();
        if (!lines.isEmpty()) {
            arguments.add(Argument.named("CustomHeaders", lines, -1));
        }
        if (credential != null) {
            arguments.add(Argument.named("Credential", credential, -1));
            arguments.add(Argument.named("Authentication", "Basic", -1));
        }
        try {
            Calls.call(engine, "Start-BitsTransfer", arguments, null);
        } catch (CmdletException failure) {
            throw translated(failure);
        }
    }

    private static RuntimeException translated(CmdletException failure) {
        Object number = Members.getOrNull(failure.record().exception(), "HResult");
        long code = number instanceof Number value ? value.longValue() & 0xffffffffL : 0;
        return code >>> 16 == 0x8019
                ? WebFailure.answered(code & 0xffff)
                : WebFailure.unanswered(
                        failure.record().message(), failure.record().exception());
    }

    private Path target(URI address) {
        Path path = runtime().currentDirectory().resolve(outFile.replace('\\', '/'));
        String leaf = address.getPath() == null ? "" : address.getPath().replaceAll(".*/", "");
        return Files.isDirectory(path) && !leaf.isEmpty() ? path.resolve(leaf) : path;
    }

    private List<String> headerLines() {
        List<String> lines = new ArrayList<>();
        if (headers != null) {
            headers.forEach((name, value) -> lines.add(Conversion.toText(name) + ": " + Conversion.toText(value)));
        }
        if (!userAgent.isEmpty()) {
            lines.add("User-Agent: " + userAgent);
        }
        return lines;
    }

    private void request(Engine engine, URI address) {
        WebExchange exchange = exchange(address);
        for (int left = maximumRetryCount; ; left--) {
            try {
                answer(engine, address, exchange.send(engine));
                return;
            } catch (WebFailure failure) {
                if (left == 0) {
                    throw failure;
                }
                verbose(failure.getMessage() + " Trying again in " + retryIntervalSec + " seconds.");
                engine.pause(Duration.ofSeconds(retryIntervalSec));
            }
        }
    }

    private WebExchange exchange(URI address) {
        boolean isQuery = body instanceof Map<?, ?> && verb().equalsIgnoreCase("GET");
        String query = isQuery && body instanceof Map<?, ?> fields ? form(fields) : "";
        URI whole =
                query.isEmpty() ? address : URI.create(address + (address.getRawQuery() == null ? "?" : "&") + query);
        WebExchange exchange = new WebExchange(whole)
                .method(verb())
                .proxy(proxy)
                .redirects(maximumRedirection > 0)
                .patience(timeoutSec == 0 ? Duration.ofDays(1) : Duration.ofSeconds(timeoutSec))
                .session(session())
                .noProxy(noProxy)
                .trusting(skipCertificateCheck)
                .protocols(protocols());
        if (credential != null) {
            exchange.account(credential);
        }
        if (proxyCredential != null) {
            exchange.proxyAccount(proxyCredential);
        }
        authenticate(exchange, whole);
        for (String line : headerLines()) {
            String[] pair = line.split(": ", 2);
            exchange.header(pair[0], pair[1]);
        }
        if (resume) {
            exchange.header("Range", "bytes=" + new AnswerFile(target(address)).size() + "-");
        }
        if (form != null) {
            return formed(exchange, form);
        }
        byte[] content = isQuery ? new byte[0] : content();
        if (!contentType.isEmpty() || content.length > 0 && !exchange.hasHeader("Content-Type")) {
            exchange.header("Content-Type", contentType.isEmpty() ? "application/x-www-form-urlencoded" : contentType);
        }
        return exchange.body(content);
    }

    private String[] protocols() {
        return sslProtocol.stream()
                .filter(each -> !each.equalsIgnoreCase("Default"))
                .map(each -> each.equalsIgnoreCase("Tls") ? "TLSv1" : "TLSv1." + each.substring(4))
                .toArray(String[]::new);
    }

    private void keep(HttpResponse<InputStream> answer, AnswerFile file) {
        try {
            if (resume && answer.statusCode() == 206) {
                file.append(answer);
            } else {
                file.save(answer, !verb().equalsIgnoreCase("HEAD"));
            }
        } catch (IOException failure) {
            throw runtime()
                    .terminate(ErrorRecord.of(
                            new IOException("Cannot write '" + file.target() + "': " + failure.getMessage(), failure),
                            "OutFileNotWritten",
                            ErrorCategory.WriteError,
                            file.target()));
        }
    }

    private WebExchange formed(WebExchange exchange, HashTable fields) {
        try {
            WebForm made = new WebForm(fields);
            return exchange.header("Content-Type", made.contentType()).body(made.content());
        } catch (IOException failure) {
            throw runtime().terminate(ErrorRecord.of(failure, "FormNotRead", ErrorCategory.ReadError, uri));
        }
    }

    private @Nullable WebSession session() {
        WebSession session = webSession instanceof WebSession given ? given : null;
        if (!sessionVariable.isEmpty()) {
            session = new WebSession();
            for (String line : headerLines()) {
                String[] pair = line.split(": ", 2);
                session.getHeaders().put(pair[0], pair[1]);
            }
            runtime().setVariable(sessionVariable, session);
        }
        return session;
    }

    /** What -Authentication asks for, with the words of PowerShell where something is missing. */
    private void authenticate(WebExchange exchange, URI address) {
        if (authentication.equalsIgnoreCase("None")) {
            return;
        }
        if (!allowUnencryptedAuthentication && !"https".equalsIgnoreCase(address.getScheme())) {
            throw refused(
                    "WebCmdletAllowUnencryptedAuthenticationRequiredException",
                    "The cmdlet cannot protect plain text secrets sent over unencrypted connections. To suppress this"
                            + " warning and send plain text secrets over unencrypted networks, reissue the command"
                            + " specifying the AllowUnencryptedAuthentication parameter.");
        }
        boolean isBasic = authentication.equalsIgnoreCase("Basic");
        if (isBasic ? credential == null : token == null) {
            throw refused(
                    isBasic
                            ? "WebCmdletAuthenticationCredentialNotSuppliedException"
                            : "WebCmdletAuthenticationTokenNotSuppliedException",
                    "The cmdlet cannot run because the following parameter is not specified: "
                            + (isBasic ? "Credential" : "Token")
                            + ". The supplied Authentication type requires it. Specify it, then retry.");
        }
        if (token != null && !isBasic) {
            exchange.header("Authorization", "Bearer " + new String(token.reveal()));
        }
    }

    private RuntimeException refused(String id, String message) {
        return runtime()
                .terminate(
                        ErrorRecord.of(new IllegalArgumentException(message), id, ErrorCategory.InvalidOperation, uri));
    }

    private void tell(HttpResponse<InputStream> answer) {
        if (!statusCodeVariable.isEmpty()) {
            runtime().setVariable(statusCodeVariable, answer.statusCode());
        }
        if (!responseHeadersVariable.isEmpty()) {
            HashTable all = new HashTable(true);
            answer.headers().map().forEach((name, values) -> all.put(name, NetList.texts(values)));
            runtime().setVariable(responseHeadersVariable, all);
        }
    }

    private byte[] content() {
        if (!inFile.isEmpty()) {
            try {
                return Files.readAllBytes(runtime().currentDirectory().resolve(inFile));
            } catch (IOException failure) {
                throw runtime().terminate(ErrorRecord.of(failure, "InFileNotRead", ErrorCategory.ReadError, inFile));
            }
        }
        if (body == null) {
            return new byte[0];
        }
        if (body instanceof Map<?, ?> fields) {
            return form(fields).getBytes(StandardCharsets.UTF_8);
        }
        return Conversion.isMany(body)
                ? TextTypes.bytes(body)
                : Conversion.toText(body).getBytes(StandardCharsets.UTF_8);
    }

    private static String form(Map<?, ?> fields) {
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) -> text.append(text.length() == 0 ? "" : "&")
                .append(URLEncoder.encode(Conversion.toText(name), StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(Conversion.toText(value), StandardCharsets.UTF_8)));
        return text.toString();
    }

    private void answer(Engine engine, URI address, HttpResponse<InputStream> answer) {
        tell(answer);
        if (resume && answer.statusCode() == 416 && new AnswerFile(target(address)).size() > 0) {
            WebExchange.bytes(answer); // the file is whole
            return;
        }
        boolean refused = !skipHttpErrorCheck
                && (answer.statusCode() >= 400 || answer.statusCode() >= 300 && maximumRedirection > 0);
        if (refused) {
            throw WebFailure.answered(answer, WebExchange.text(answer, WebExchange.bytes(answer)));
        }
        if (outFile.isEmpty()) {
            byte[] content = WebExchange.bytes(answer);
            answered(answer, content);
            if (answer.statusCode() >= 300 && answer.statusCode() < 400 && !skipHttpErrorCheck) {
                writeError(ErrorRecord.of(
                        WebFailure.answered(answer, WebExchange.text(answer, content)),
                        "MaximumRedirectExceeded",
                        ErrorCategory.InvalidOperation,
                        address));
            }
            return;
        }
        Path target = target(address);
        keep(answer, new AnswerFile(target));
        if (passThru) {
            try {
                answered(answer, Files.readAllBytes(target));
            } catch (IOException failure) {
                throw runtime().terminate(ErrorRecord.of(failure, "OutFileNotRead", ErrorCategory.ReadError, target));
            }
        }
    }
}
