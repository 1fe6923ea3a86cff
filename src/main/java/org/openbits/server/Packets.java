package org.openbits.server;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The packets of the BITS upload protocol, server side ([MC-BUP] 3.2.5). A session's bytes come in order and from the start;
 * the server says which byte it expects next, and a client that is out of step is told so with 416. The file gets its name
 * with its last byte, before the answer to that.
 */
final class Packets {

    private static final Logger LOG = LoggerFactory.getLogger(Packets.class);

    static final String METHOD = "BITS_POST";
    private static final String PROTOCOL = "{7df0354d-249b-430f-820d-3d2a9bef4931}";

    /** More in one fragment is answered by 413, and the client sends smaller ones. */
    static final long MOST_FRAGMENT_BYTES = 256L << 20;

    /** Ours: tells a client how large fragments may be that, cut short, keep what came; no other server says so. */
    static final String FRAGMENT_BYTES = "OpenBITS-Fragment-Bytes";

    private final ServedDirectory served;
    private final ServerSettings settings;
    private final UploadSessions sessions;
    private final @Nullable ServerApplication application;
    private final SlowClients slow;
    private final Clock clock;
    private final LargeReads reads = new LargeReads();

    Packets(
            ServedDirectory served,
            ServerSettings settings,
            UploadSessions sessions,
            @Nullable ServerApplication application,
            SlowClients slow,
            Clock clock) {
        this.served = served;
        this.settings = settings;
        this.sessions = sessions;
        this.application = application;
        this.slow = slow;
        this.clock = clock;
    }

    /** One packet and all that belongs to its answer. */
    private record Exchange(Request request, HttpFields.Mutable answer, Body body, String owner) {

        @Nullable
        String header(String name) {
            return request.getHeaders().get(name);
        }

        String path() {
            return request.getHttpURI().getPath();
        }
    }

    void answer(Request request, Response response, Callback callback, String owner) {
        Body body = new Body(request);
        Exchange exchange = new Exchange(request, HttpFields.build(), body, owner);
        HttpFields.Mutable headers = response.getHeaders();
        int status = 200;
        try {
            obey(exchange);
        } catch (Refusal refusal) {
            status = refused(exchange, refusal);
        } catch (Body.Broken e) {
            callback.failed(e); // nobody is there to be answered
            return;
        } catch (IOException e) {
            LOG.warn("Upload to {}: {}", exchange.path(), e.toString());
            status = refused(exchange, Refusal.of(500, isDiskFull() ? Refusal.DISK_FULL : Refusal.FAILED));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            callback.failed(e);
            return;
        }
        if (!body.drain(MOST_FRAGMENT_BYTES)) {
            headers.put(HttpHeader.CONNECTION, "close");
        }
        exchange.answer().forEach(headers::put);
        headers.put("BITS-Packet-Type", "Ack");
        headers.put(HttpHeader.CONTENT_LENGTH, 0);
        response.setStatus(status);
        response.write(true, null, callback);
    }

    private static int refused(Exchange exchange, Refusal refusal) {
        if (refusal.hasCode() || refusal.status() == 416) {
            exchange.answer().put("BITS-Error-Code", refusal.hasCode() ? refusal.code() : "0x0");
            exchange.answer().put("BITS-Error-Context", refusal.context());
        }
        if (refusal.status() == 503) {
            exchange.answer().put(HttpHeader.RETRY_AFTER, 60);
        }
        String id = exchange.header("BITS-Session-Id");
        if (id != null && id.matches("[!-~]{1,100}")) {
            exchange.answer().put("BITS-Session-Id", id);
        }
        return refusal.status();
    }

    private boolean isDiskFull() {
        try {
            return Files.getFileStore(served.root()).getUsableSpace() < 1 << 20;
        } catch (IOException e) {
            return false;
        }
    }

    private void obey(Exchange exchange) throws Refusal, IOException, InterruptedException {
        if (exchange.request().getConnectionMetaData().getHttpVersion() != HttpVersion.HTTP_1_1) {
            throw Refusal.malformed();
        }
        if (exchange.body().length() < 0) {
            throw Refusal.of(411, Refusal.INVALID_ARGUMENT);
        }
        String type =
                String.valueOf(exchange.header("BITS-Packet-Type")).strip().toUpperCase(Locale.ROOT);
        boolean isFragment = type.equals("FRAGMENT");
        if (!isFragment && exchange.body().length() > 0 && !type.equals("CREATE-SESSION") && !type.equals("PING")) {
            throw Refusal.malformed();
        }
        switch (type) {
            case "PING" -> place(exchange);
            case "CREATE-SESSION" -> create(exchange);
            case "FRAGMENT", "CLOSE-SESSION", "CANCEL-SESSION" -> inSession(exchange, isFragment);
            default -> throw Refusal.malformed();
        }
    }

    /** Where the file goes. With a server application that may be a name that does not exist as a place. */
    private @Nullable Path place(Exchange exchange) throws Refusal {
        RequestPath path = RequestPath.of(exchange.path());
        if (path == null || path.names().isEmpty() || path.isDirectory()) {
            throw Refusal.of(403, Refusal.ACCESS_DENIED);
        }
        Path place = served.place(path);
        if (place == null && application == null) {
            throw Refusal.of(404, Refusal.PATH_NOT_FOUND);
        }
        return place;
    }

    private void create(Exchange exchange) throws Refusal, IOException {
        Path place = place(exchange);
        if (!String.valueOf(exchange.header("BITS-Supported-Protocols"))
                .toLowerCase(Locale.ROOT)
                .contains(PROTOCOL)) {
            throw Refusal.malformed();
        }
        if (application == null) {
            requireFree(Objects.requireNonNull(place));
        }
        String id = sessions.create(exchange.owner(), exchange.path());
        exchange.answer().put("BITS-Protocol", PROTOCOL);
        exchange.answer().put("BITS-Session-Id", "{" + id + "}");
        exchange.answer().put(FRAGMENT_BYTES, Long.toString(MOST_FRAGMENT_BYTES));
        exchange.answer().put(HttpHeader.ACCEPT_ENCODING, "Identity");
        String host = settings.find(ServerSetting.HOST_ID);
        if (host != null) {
            exchange.answer().put("BITS-Host-Id", host);
            exchange.answer()
                    .put(
                            "BITS-Host-Id-Fallback-Timeout",
                            Long.toString(
                                    settings.get(ServerSetting.HOST_ID_FALLBACK).toSeconds()));
        }
    }

    private void requireFree(Path place) throws Refusal {
        boolean isFile = Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS);
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)
                && !(settings.get(ServerSetting.ALLOW_OVERWRITE) && isFile)) {
            throw Refusal.of(403, Refusal.ACCESS_DENIED);
        }
    }

    private void inSession(Exchange exchange, boolean isFragment) throws Refusal, IOException, InterruptedException {
        String id = exchange.header("BITS-Session-Id");
        UploadSession session = sessions.find(id, exchange.owner(), exchange.path());
        Request request = exchange.request();
        if (!session.take(() ->
                request.getConnectionMetaData().getConnection().getEndPoint().close())) {
            throw Refusal.of(503, Refusal.BUSY);
        }
        try {
            if (!sessions.holds(String.valueOf(id), session)) {
                throw Refusal.sessionNotFound(); // closed while this waited
            }
            exchange.answer().put("BITS-Session-Id", String.valueOf(id));
            if (isFragment) {
                fragment(exchange, session);
            } else {
                sessions.remove(String.valueOf(id), session);
            }
        } finally {
            session.give(clock.millis());
        }
    }

    private void fragment(Exchange exchange, UploadSession session) throws Refusal, IOException, InterruptedException {
        FragmentRange range = FragmentRange.parse(
                exchange.header("Content-Range"), exchange.body().length());
        String encoding = exchange.header("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Refusal.of(415, Refusal.INVALID_ARGUMENT);
        }
        if (range.length() > MOST_FRAGMENT_BYTES) {
            throw Refusal.of(413, Refusal.NONE);
        }
        size(session, range.total());
        boolean isDone = session.stage() == UploadSession.Stage.DONE;
        long expected = isDone ? range.total() : session.received();
        if (range.first() > expected) {
            exchange.answer().put("BITS-Received-Content-Range", Long.toString(expected));
            throw Refusal.of(416, Refusal.NONE);
        }
        if (!isDone) {
            try (LargeReads.Turn turn = reads.turn(exchange.request(), range.length())) {
                receive(exchange, session, range, expected);
            }
        }
        if (isDone || session.received() == range.total()) {
            exchange.body().drain(MOST_FRAGMENT_BYTES);
            end(exchange, session, isDone);
        }
        exchange.answer()
                .put("BITS-Received-Content-Range", Long.toString(isDone ? range.total() : session.received()));
    }

    private void size(UploadSession session, long total) throws Refusal, IOException {
        if (session.total() < 0) {
            if (total > settings.get(ServerSetting.MAXIMUM_UPLOAD_BYTES)) {
                throw Refusal.of(400, Refusal.TOO_LARGE);
            }
            if (total > Files.getFileStore(served.root()).getUsableSpace()) {
                throw Refusal.of(500, Refusal.DISK_FULL);
            }
            session.total(total);
        } else if (session.total() != total) {
            throw Refusal.malformed();
        }
    }

    /** Skips what is there already and appends the rest; what came before a cut stays. */
    private static void receive(Exchange exchange, UploadSession session, FragmentRange range, long expected)
            throws IOException {
        long skip = expected - range.first();
        for (Body.Part part = exchange.body().next();
                part != null;
                part = exchange.body().next()) {
            try {
                ByteBuffer bytes = part.bytes();
                int over = (int) Math.min(skip, bytes.remaining());
                bytes.position(bytes.position() + over);
                skip -= over;
                session.append(bytes);
            } finally {
                part.release();
            }
        }
    }

    private void end(Exchange exchange, UploadSession session, boolean isDone)
            throws Refusal, IOException, InterruptedException {
        String reply = session.replyUrl();
        if (!isDone) {
            session.shield();
            slow.excuse(exchange.request());
            session.force();
            reply = application == null ? publish(exchange, session) : notify(exchange, session, application);
        }
        if (reply != null) {
            exchange.answer().put("BITS-Reply-URL", reply);
        }
    }

    private @Nullable String publish(Exchange exchange, UploadSession session) throws Refusal, IOException {
        toPlace(exchange, session);
        session.done();
        return null;
    }

    private void toPlace(Exchange exchange, UploadSession session) throws Refusal, IOException {
        Path place = place(exchange);
        if (place == null) {
            throw Refusal.of(404, Refusal.PATH_NOT_FOUND);
        }
        requireFree(place);
        try {
            session.publish(served, place, settings.get(ServerSetting.ALLOW_OVERWRITE));
        } catch (FileAlreadyExistsException e) {
            throw Refusal.of(403, Refusal.ACCESS_DENIED);
        }
    }

    private @Nullable String notify(Exchange exchange, UploadSession session, ServerApplication told)
            throws Refusal, IOException, InterruptedException {
        if (session.forbidden() != 0) {
            throw Refusal.ofApplication(403, session.forbidden());
        }
        ServerApplication.Answer answer;
        try {
            answer = told.notify(
                    session, URI.create(exchange.request().getHttpURI().asString()));
        } catch (Refusal refusal) {
            if (refusal.status() == 403) {
                session.forbidden(refusal.number());
            }
            throw refusal;
        }
        String reply = answer.staticReply();
        if (answer.hasReply()) {
            reply = exchange.request().getHttpURI().getScheme() + "://"
                    + exchange.request().getHttpURI().getAuthority() + Front.REPLIES + session.token();
        }
        session.answered(reply);
        if (answer.isCopyWanted()) {
            toPlace(exchange, session);
        }
        session.done();
        Files.deleteIfExists(session.data());
        return reply;
    }
}
