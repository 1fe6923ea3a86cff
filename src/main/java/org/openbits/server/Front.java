package org.openbits.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every request enters here: who asks, then what for. */
final class Front extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(Front.class);

    /** Replies of the server application have addresses of their own. */
    static final String REPLIES = "/" + RequestPath.OWN + "/reply/";

    private static final Map<Integer, String> WORDS = Map.of(
            400, "This is no request.",
            401, "Log in first.",
            403, "Not allowed.",
            404, "There is no such file.",
            405, "This server knows GET, HEAD and, where uploads are allowed, BITS_POST.",
            500, "The file could not be read.",
            501, "Uploads are not allowed here.",
            503, "The server is busy.");

    private final ServedDirectory served;
    private final ServerSettings settings;
    private final Access access;
    private final FileAnswers files;
    private final SlowClients slow;
    private final @Nullable UploadSessions sessions;
    private final @Nullable Packets packets;

    Front(
            ServedDirectory served,
            ServerSettings settings,
            FileAnswers files,
            SlowClients slow,
            @Nullable UploadSessions sessions,
            @Nullable Packets packets) {
        this.served = served;
        this.settings = settings;
        this.access = new Access(settings);
        this.files = files;
        this.slow = slow;
        this.sessions = sessions;
        this.packets = packets;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        slow.begin(request);
        String caller = access.caller(request);
        if (caller == null) {
            access.challenge(response);
            new Body(request).drain(1 << 20);
            say(request, response, callback, 401);
            return true;
        }
        switch (request.getMethod()) {
            case "GET", "HEAD" -> file(request, response, callback, caller);
            case Packets.METHOD -> packet(request, response, callback, caller);
            case "OPTIONS" -> {
                response.getHeaders().put(HttpHeader.ALLOW, allowed());
                response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 0);
                response.write(true, null, callback);
            }
            default -> {
                response.getHeaders().put(HttpHeader.ALLOW, allowed());
                say(request, response, callback, 405);
            }
        }
        return true;
    }

    private String allowed() {
        return packets == null ? "GET, HEAD, OPTIONS" : "GET, HEAD, OPTIONS, " + Packets.METHOD;
    }

    private void packet(Request request, Response response, Callback callback, String caller) {
        if (packets == null) {
            response.getHeaders().put("BITS-Packet-Type", "Ack");
            response.getHeaders()
                    .put(
                            "BITS-Error-Code",
                            Refusal.of(501, Refusal.ACCESS_DENIED).code());
            response.getHeaders().put("BITS-Error-Context", "0x5");
            new Body(request).drain(1 << 20);
            say(request, response, callback, 501);
        } else {
            packets.answer(request, response, callback, caller);
        }
    }

    private void file(Request request, Response response, Callback callback, String caller) throws IOException {
        String raw = request.getHttpURI().getPath();
        if (sessions != null && raw != null && raw.startsWith(REPLIES)) {
            UploadSession session = sessions.byToken(raw.substring(REPLIES.length()), caller);
            send(request, response, callback, session == null ? null : session.reply());
            return;
        }
        RequestPath path = RequestPath.of(raw);
        Path found = path == null ? null : served.find(path);
        if (path == null || found == null || !Files.isDirectory(found)) {
            send(request, response, callback, path == null || path.isDirectory() ? null : found);
        } else if (!path.isDirectory()) {
            // A path that begins with two slashes would be another host's address.
            response.getHeaders().put(HttpHeader.LOCATION, raw + "/");
            say(request, response, callback, 301);
        } else {
            directory(request, response, callback, path, found);
        }
    }

    private void directory(Request request, Response response, Callback callback, RequestPath path, Path directory)
            throws IOException {
        Path index = served.find(new RequestPath(append(path), false));
        if (index != null && Files.isRegularFile(index)) {
            send(request, response, callback, index);
        } else if (settings.get(ServerSetting.LISTING)) {
            byte[] page = DirectoryPage.of(path, directory, served).getBytes(StandardCharsets.UTF_8);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8");
            text(request, response, callback, page);
        } else {
            say(request, response, callback, 403);
        }
    }

    private static java.util.List<String> append(RequestPath path) {
        java.util.List<String> names = new java.util.ArrayList<>(path.names());
        names.add("index.html");
        return names;
    }

    private void send(Request request, Response response, Callback callback, @Nullable Path file) throws IOException {
        ServedDirectory.Opened opened = file == null ? null : opened(file);
        if (file == null || opened == null) {
            say(request, response, callback, 404);
        } else {
            try {
                files.answer(request, response, callback, file, opened);
            } catch (IOException e) {
                LOG.warn("{} cannot be sent: {}", file, e.getMessage());
                say(request, response, callback, 500);
            }
        }
    }

    /** Null when it cannot be read, or has gone, or become a link, since it was found. */
    private ServedDirectory.@Nullable Opened opened(Path file) {
        try {
            return FileAnswers.isReadable(file) ? served.open(file) : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static void say(Request request, Response response, Callback callback, int status) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        text(request, response, callback, ascii(WORDS.getOrDefault(status, "") + "\n"));
    }

    private static void text(Request request, Response response, Callback callback, byte[] bytes) {
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
        boolean hasBody = !request.getMethod().equals("HEAD");
        response.write(true, hasBody ? ByteBuffer.wrap(bytes) : null, callback);
    }
}
