package org.openbits.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.openbits.server.ServerSetting.NotificationType;

/**
 * Tells the server application of an upload, and takes its reply: by reference (names of files in headers) or by value (the
 * file as a body). At least once: after a crash, or an error of its own, the application is told of the same file again.
 */
final class ServerApplication {

    /**
     * What it answered.
     *
     * @param staticReply the address of the reply, when the application keeps it itself
     * @param hasReply whether there is a reply in the session
     * @param isCopyWanted whether the file also goes to the place that its address names
     */
    record Answer(@Nullable String staticReply, boolean hasReply, boolean isCopyWanted) {}

    private final NotificationType type;
    private final URI url;
    private final Duration limit;
    private final HttpClient client;

    ServerApplication(NotificationType type, URI url, Duration limit) {
        this.type = type;
        this.url = url;
        this.limit = limit;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(30))
                .build();
    }

    /**
     * Blocks until it has answered.
     *
     * @param original the address that the client uploaded to
     * @throws Refusal with the context of the application when it refuses, fails, takes too long or is not there
     */
    Answer notify(UploadSession session, URI original) throws Refusal, IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(original.getRawQuery()))
                .timeout(limit)
                .header("BITS-Original-Request-URL", original.toASCIIString());
        Path part = session.reply().resolveSibling("reply.new");
        Files.deleteIfExists(part);
        boolean byValue = type == NotificationType.BY_VALUE;
        if (byValue) {
            request.POST(HttpRequest.BodyPublishers.ofFile(session.data()));
        } else {
            request.header("BITS-Request-DataFile-Name", session.data().toString())
                    .header("BITS-Response-DataFile-Name", part.toString())
                    .POST(HttpRequest.BodyPublishers.noBody());
        }
        HttpResponse<?> response = send(request.build(), byValue ? part : null);
        if (response.statusCode() != 200) {
            throw Refusal.ofApplication(status(response.statusCode()), code(response));
        }
        String fixed = response.headers().firstValue("BITS-Static-Response-URL").orElse(null);
        boolean hasReply = fixed == null && Files.exists(part);
        if (hasReply) {
            Files.move(part, session.reply(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return new Answer(
                fixed,
                hasReply,
                response.headers().firstValue("BITS-Copy-File-To-Destination").isPresent());
    }

    private HttpResponse<?> send(HttpRequest request, @Nullable Path body)
            throws Refusal, IOException, InterruptedException {
        try {
            return body == null
                    ? client.send(request, HttpResponse.BodyHandlers.discarding())
                    : client.send(
                            request,
                            head -> head.statusCode() == 200
                                    ? HttpResponse.BodySubscribers.ofFile(body)
                                    : HttpResponse.BodySubscribers.replacing(body));
        } catch (HttpTimeoutException e) {
            throw Refusal.ofApplication(504, http(504));
        } catch (java.net.ConnectException e) {
            throw Refusal.ofApplication(503, http(503));
        }
    }

    /** The query of the upload's address goes along. */
    private URI at(@Nullable String query) {
        if (query == null) {
            return url;
        }
        return URI.create(url + (url.getRawQuery() == null ? "?" : "&") + query);
    }

    /** A success other than 200, and a redirect, are no answer of an application. */
    private static int status(int status) {
        return status >= 400 && status <= 599 ? status : 502;
    }

    private static int code(HttpResponse<?> response) {
        String text = response.headers().firstValue("BITS-Error-Code").orElse("");
        return text.matches("(0[xX])?[0-9a-fA-F]{1,8}")
                ? Integer.parseUnsignedInt(text.replaceFirst("^0[xX]", ""), 16)
                : http(status(response.statusCode()));
    }

    private static int http(int status) {
        return 0x80190000 | status;
    }
}
