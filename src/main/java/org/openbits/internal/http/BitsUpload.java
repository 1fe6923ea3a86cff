package org.openbits.internal.http;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.UploadProtocol;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;
import org.openbits.spi.UploadRequest;
import org.openbits.spi.UploadSession;
import org.openbits.spi.UploadSource;
import org.openbits.spi.UploadTarget;

/**
 * The BITS upload protocol ([MC-BUP]): Create-Session, Fragment after Fragment, the reply, Close-Session. The server says
 * after each fragment which byte it expects next; after an interruption the next fragment is small, and its answer, 200 or
 * 416, says where to go on. The last of its file: what the packets mean is in {@link BitsPacket}.
 */
final class BitsUpload implements UploadTarget {

    static final String METHOD = "BITS_POST";

    private static final int MOST_CORRECTIONS = 5;
    /** How often a server may go back in one upload before it is not believed any more. */
    private static final int MOST_SETBACKS = 20;

    private final UploadRequest request;
    private final BitsPacket packets;
    private final UploadMemory memory;
    /** What the ledger keeps: id, most (bytes of a fragment), host, fallback (seconds), whole, reply. */
    private final Map<String, String> values = new HashMap<>();

    private final boolean wasWhole;
    private long offset;
    private final FragmentSize fragment;
    /** The end of what this upload sent; of one from before nobody knows. */
    private long sentTo;

    private int corrections;
    private int setbacks;
    private @Nullable UploadAnswer last;

    BitsUpload(UploadRequest request, UploadExchange exchange, UploadMemory memory) {
        this.request = request;
        this.memory = memory;
        this.packets = new BitsPacket(exchange);
        UploadSession session = request.session();
        if (session != null) {
            values.putAll(session.values());
            offset = request.offset();
            sentTo = request.totalBytes();
        }
        fragment = new FragmentSize(session == null ? FragmentSize.FIRST : FragmentSize.LEAST);
        fragment.named(Long.parseLong(values.getOrDefault("most", "-1")));
        wasWhole = isWhole();
    }

    /** Whether the server answers a Ping as BITS servers do. */
    static boolean answersPing(UploadExchange exchange) throws TransferException {
        UploadAnswer answer = new BitsPacket(exchange).send("Ping", exchange.url(), Map.of());
        if (answer.status() == 401 || answer.status() == 407) {
            throw answer.refused("");
        }
        return answer.status() == 200 && BitsPacket.isAck(answer);
    }

    UploadTarget open() throws TransferException {
        if (request.session() == null) {
            create();
        }
        return this;
    }

    private void create() throws TransferException {
        UploadAnswer answer = packets.send(
                "Create-Session",
                packets.url(),
                Map.of("BITS-Supported-Protocols", BitsPacket.PROTOCOL, "Content-Name", contentName()));
        last = answer;
        if (answer.isSuccess() && !BitsPacket.isAck(answer)) {
            throw BitsPacket.noBits(answer);
        }
        packets.requireSuccess(answer);
        String id = answer.header("BITS-Session-Id");
        if (id == null || id.isEmpty()) {
            throw answer.broken("it made a session without a name");
        }
        values.put("id", id);
        fragment.named(answer.number("OpenBITS-Fragment-Bytes"));
        if (fragment.most() != FragmentSize.MOST) {
            values.put("most", Long.toString(fragment.most()));
        }
        String host = answer.header("BITS-Host-Id");
        if (host != null && !host.isEmpty()) {
            values.put("host", host);
            long fallback = answer.number("BITS-Host-Id-Fallback-Timeout");
            if (fallback >= 0) {
                values.put("fallback", Long.toString(fallback));
            }
            memory.heard(host);
            ping();
        }
    }

    /** A host that is silent is not left before its time, so that the session stays. */
    private void ping() throws TransferException {
        try {
            packets.requireSuccess(atHost(url -> packets.send("Ping", url, Map.of())));
        } catch (TransferException e) {
            if (e.context() != ErrorContext.GENERAL_TRANSPORT) {
                throw e;
            }
        }
    }

    /** Names beyond ASCII cannot stand in a header; the server needs this one for nothing but its own records. */
    private String contentName() {
        StringBuilder name = new StringBuilder();
        request.fileName().chars().forEach(c -> name.append(c > ' ' && c < 127 ? (char) c : '_'));
        return name.toString();
    }

    private interface Sending {
        UploadAnswer to(URI url) throws TransferException;
    }

    /**
     * Sends a packet to the host that the server named, or to the first where it named none. When that host has been silent
     * for the time that the server gave, the first has it again; should it not know the session, all begins anew.
     */
    private UploadAnswer atHost(Sending packet) throws TransferException {
        String host = values.get("host");
        if (host != null && isGivenUp(host)) {
            values.remove("host");
            host = null;
        }
        if (host == null) {
            return packet.to(packets.url());
        }
        try {
            UploadAnswer answer = packet.to(packets.at(host));
            memory.heard(host);
            return answer;
        } catch (TransferException e) {
            if (e.context() == ErrorContext.GENERAL_TRANSPORT) {
                memory.silent(host);
            }
            throw e;
        }
    }

    private boolean isGivenUp(String host) {
        String fallback = values.get("fallback");
        return fallback != null && memory.isSilent(host, Duration.ofSeconds(Long.parseLong(fallback)));
    }

    @Override
    public void sendNext(UploadSource source) throws TransferException {
        long total = request.totalBytes();
        long length = Math.min(fragment.bytes(), total - offset);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("BITS-Session-Id", id());
        if (offset == 0) {
            headers.put("Content-Name", contentName());
        }
        headers.put(
                "Content-Range",
                total == 0 ? "bytes */0" : "bytes " + offset + "-" + (offset + length - 1) + "/" + total);
        sentTo = Math.max(sentTo, offset + length);
        long start = System.nanoTime();
        UploadAnswer answer = atHost(url -> packets.send("Fragment", url, headers, source, offset, length));
        last = answer;
        switch (answer.status()) {
            case 200, 201 -> confirmed(answer, length, System.nanoTime() - start);
            case 413 -> shrink(answer);
            case 416 -> correct(answer);
            default -> packets.requireSuccess(answer);
        }
    }

    private void confirmed(UploadAnswer answer, long length, long nanos) throws TransferException {
        if (!BitsPacket.isAck(answer)) {
            throw BitsPacket.noBits(answer);
        }
        boolean says = answer.header("BITS-Received-Content-Range") != null;
        long next = says ? answer.number("BITS-Received-Content-Range") : offset + length;
        if (next > sentTo || next < offset || (next == offset && length > 0)) {
            throw answer.broken("it took a fragment from " + offset + " and then expects byte " + next);
        }
        offset = next;
        corrections = 0;
        if (offset == request.totalBytes()) {
            end(answer);
        }
        fragment.taken(nanos);
    }

    private void end(UploadAnswer answer) throws TransferException {
        if (request.wantsReply()) {
            URI reply = UploadExchange.resolve(answer.url(), answer.header("BITS-Reply-URL"));
            if (reply == null) {
                throw new TransferException(
                        ErrorCode.BG_E_INVALID_SERVER_RESPONSE,
                        ErrorContext.REMOTE_FILE,
                        Severity.FATAL,
                        "The server took the file and named no reply: its directory has no server application that"
                                + " answers uploads",
                        null);
            }
            values.put("reply", reply.toString());
        }
        values.put("whole", "1");
    }

    private void shrink(UploadAnswer answer) throws TransferException {
        if (!fragment.shrink(request.totalBytes())) {
            throw answer.refused("");
        }
    }

    private void correct(UploadAnswer answer) throws TransferException {
        long next = answer.number("BITS-Received-Content-Range");
        boolean isTooOften = ++corrections > MOST_CORRECTIONS || (next < offset && ++setbacks > MOST_SETBACKS);
        if (next < 0 || next > sentTo || next == offset || isTooOften) {
            throw answer.broken("it refuses the fragment from " + offset + " and expects byte " + next);
        }
        // All bytes without the last fragment's answer: one byte again brings that answer.
        offset = Math.min(next, Math.max(0, request.totalBytes() - 1));
    }

    @Override
    public void finish() throws TransferException {
        UploadAnswer answer = atHost(url -> packets.send("Close-Session", url, Map.of("BITS-Session-Id", id())));
        last = answer;
        if (BitsPacket.isSessionLost(answer)) {
            if (!wasWhole && !request.wantsReply()) {
                throw answer.sessionLost();
            }
        } else if (answer.status() >= 500) {
            packets.requireSuccess(answer);
        }
    }

    /** Cancel-Session; that the server knows nothing of it is as good. */
    void cancel() throws TransferException {
        if (wasWhole && !request.wantsReply()) {
            return;
        }
        UploadAnswer answer = atHost(url -> packets.send("Cancel-Session", url, Map.of("BITS-Session-Id", id())));
        if (answer.status() >= 500 && !BitsPacket.isSessionLost(answer)) {
            packets.requireSuccess(answer);
        }
    }

    private String id() {
        return Objects.requireNonNull(values.get("id"), "a session has an id");
    }

    @Override
    public UploadSession session() {
        return HttpUpload.session(UploadProtocol.BITS, values);
    }

    @Override
    public long offset() {
        return offset;
    }

    @Override
    public boolean isWhole() {
        return values.containsKey("whole");
    }

    @Override
    public boolean isResumable() {
        return true;
    }

    @Override
    public List<String> notes() {
        return List.of("Sent by BITS_POST; an interrupted upload goes on where it stopped.");
    }

    @Override
    public List<String> responseHeaders() {
        return last == null ? List.of() : last.lines();
    }

    @Override
    public @Nullable Reply reply() {
        String reply = values.get("reply");
        return reply == null ? null : new Reply(reply, Redirects.sameOrigin(packets.url(), URI.create(reply)));
    }

    @Override
    public void close() {
        // Each request ends by itself; the session stays.
    }
}
