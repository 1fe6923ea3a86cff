package org.openbits.internal.http;

import java.net.URI;
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
 * An upload that has an address of its own: POST makes it, PATCH appends to it, HEAD says how far it is, DELETE ends it.
 * One PATCH carries all that is left, for the server keeps what came when it breaks; only a server that takes no such body
 * (413) gets smaller ones.
 */
final class OffsetUpload implements UploadTarget {

    private static final long LEAST_BODY_BYTES = 64 << 10;
    private static final int CONFLICT = 409;
    /** tus: the body has another digest than its head says. */
    private static final int MISMATCH = 460;

    private static final int MOST_SETBACKS = 10;

    private final UploadRequest request;
    private final UploadExchange exchange;
    private final OffsetDialect dialect;
    private @Nullable URI upload;
    private long offset;
    private final OffsetLimits limits = new OffsetLimits();
    /** The end of what this upload sent; of one from before nobody knows. */
    private long sentTo;

    private int setbacks;
    private boolean whole;
    private @Nullable UploadAnswer last;

    OffsetUpload(UploadRequest request, UploadExchange exchange, OffsetDialect dialect) {
        this.request = request;
        this.exchange = exchange;
        this.dialect = dialect;
        UploadSession session = request.session();
        if (session != null) {
            upload = UploadExchange.resolve(exchange.url(), session.values().get("url"));
            whole = session.values().containsKey("whole");
            offset = request.offset();
            sentTo = request.totalBytes();
        }
    }

    UploadTarget open() throws TransferException {
        if (!whole) {
            UploadAnswer options = exchange.ask("OPTIONS", exchange.url(), dialect.common());
            if (options.isSuccess()) {
                limits.learn(options);
            }
        }
        if (upload == null) {
            create();
        } else if (!whole) {
            askWhere();
        }
        return this;
    }

    private void create() throws TransferException {
        limits.requireFits(request.totalBytes(), HttpOpen.shown(exchange.url()));
        UploadAnswer answer = exchange.ask(
                "POST", exchange.url(), headers(dialect.creation(request.fileName(), request.totalBytes())));
        last = answer;
        if (!answer.isSuccess()) {
            throw refused(answer);
        }
        URI location = UploadExchange.resolve(exchange.url(), answer.header("Location"));
        if (location == null) {
            throw new TransferException(
                    ErrorCode.BG_E_INVALID_SERVER_RESPONSE,
                    ErrorContext.REMOTE_FILE,
                    Severity.FATAL,
                    HttpOpen.shown(exchange.url()) + " does not speak " + dialect.words()
                            + ": it named no place for the upload",
                    null);
        }
        if (Redirects.isDowngrade(exchange.url(), location)
                && !Redirects.of(request.settings()).downgradeAllowed()) {
            throw new TransferException(
                    ErrorCode.BG_E_INVALID_SERVER_RESPONSE,
                    ErrorContext.REMOTE_FILE,
                    Severity.FATAL,
                    HttpOpen.shown(exchange.url()) + " wants the upload at " + HttpOpen.shown(location)
                            + ", where it would travel in the clear; the server, or the proxy before it, must name an"
                            + " https address",
                    null);
        }
        limits.learn(answer);
        upload = location;
        whole = request.totalBytes() == 0;
    }

    private void askWhere() throws TransferException {
        UploadAnswer answer = exchange.ask("HEAD", url(), dialect.common());
        last = answer;
        if (answer.status() == 404 || answer.status() == 410 || answer.status() == 403) {
            throw answer.sessionLost();
        }
        if (!answer.isSuccess()) {
            throw refused(answer);
        }
        long where = answer.number("Upload-Offset");
        if (where < 0 || where > sentTo) {
            throw answer.broken(
                    "it says that the upload is at byte " + where + ", and " + sentTo + " were sent at the most");
        }
        limits.learn(answer);
        offset = where;
        whole = dialect.isComplete(answer, offset, request.totalBytes());
    }

    @Override
    public void sendNext(UploadSource source) throws TransferException {
        long length = Math.min(limits.mostBodyBytes(), request.totalBytes() - offset);
        boolean reachesEnd = offset + length == request.totalBytes();
        Map<String, String> headers = headers(dialect.append(offset, reachesEnd));
        String checksum = limits.checksum(source, offset, length);
        if (checksum != null) {
            headers.put("Upload-Checksum", checksum);
        }
        sentTo = Math.max(sentTo, offset + length);
        UploadAnswer answer = exchange.announceAndSend("PATCH", url(), headers, source, offset, length);
        last = answer;
        if (answer.isSuccess()) {
            confirmed(answer, offset + length, reachesEnd);
        } else if (answer.status() == 413 && length > LEAST_BODY_BYTES) {
            limits.tooMuch(length);
        } else if (answer.status() == CONFLICT) {
            correct(answer);
        } else if (answer.status() == 404 || answer.status() == 410) {
            throw answer.sessionLost();
        } else if (answer.status() == MISMATCH && checksum != null) {
            setBack(answer, "the bytes from " + offset + " on arrive changed");
        } else {
            throw refused(answer);
        }
    }

    /** Once more, but not for ever. */
    private void setBack(UploadAnswer answer, String how) throws TransferException {
        if (++setbacks > MOST_SETBACKS) {
            throw answer.broken(how + ", again and again");
        }
    }

    private void confirmed(UploadAnswer answer, long expected, boolean reachesEnd) throws TransferException {
        long where = answer.header("Upload-Offset") == null ? expected : answer.number("Upload-Offset");
        if (where <= offset && expected > offset || where > expected) {
            throw answer.broken("it took bytes up to " + expected + " and says that it has " + where);
        }
        limits.learn(answer);
        offset = where;
        whole = reachesEnd && where == expected;
    }

    private void correct(UploadAnswer answer) throws TransferException {
        long before = offset;
        askWhere();
        setBack(answer, "it refuses byte " + before + " and expects byte " + offset);
        if (offset == before && !whole) {
            throw answer.broken("it refuses byte " + offset + ", which it expects");
        }
    }

    @Override
    public void finish() {
        // The answer to the last byte was the end.
    }

    void cancel() throws TransferException {
        if (upload == null || whole) {
            return;
        }
        UploadAnswer answer = exchange.ask("DELETE", url(), dialect.common());
        if (answer.status() >= 500 && answer.status() != 501) {
            throw refused(answer);
        }
    }

    private Map<String, String> headers(Map<String, String> own) {
        Map<String, String> all = new LinkedHashMap<>(dialect.common());
        all.putAll(own);
        return all;
    }

    /** An upload that somebody else holds open, such as our own broken connection, is free soon. */
    private static TransferException refused(UploadAnswer answer) {
        TransferException plain = answer.refused("");
        return answer.status() == 423 || answer.status() == 460
                ? new TransferException(
                        plain.code(),
                        ErrorContext.REMOTE_FILE,
                        Severity.TRANSIENT,
                        String.valueOf(plain.getMessage()),
                        null)
                : plain;
    }

    private URI url() {
        return Objects.requireNonNull(upload, "an open upload has an address");
    }

    @Override
    public UploadSession session() {
        UploadProtocol protocol = dialect == OffsetDialect.TUS ? UploadProtocol.TUS : UploadProtocol.RESUMABLE;
        String address = url().toString();
        return HttpUpload.session(protocol, whole ? Map.of("url", address, "whole", "1") : Map.of("url", address));
    }

    @Override
    public long offset() {
        return offset;
    }

    @Override
    public boolean isWhole() {
        return whole;
    }

    @Override
    public boolean isResumable() {
        return true;
    }

    @Override
    public List<String> notes() {
        return List.of("Sent by " + dialect.words() + " to " + HttpOpen.shown(url()) + "; an interrupted upload"
                + limits.keptWords() + " goes on where it stopped.");
    }

    @Override
    public List<String> responseHeaders() {
        return last == null ? List.of() : last.lines();
    }

    @Override
    public @Nullable Reply reply() {
        return null;
    }

    @Override
    public void close() {
        // Each request ends by itself; the upload stays.
    }
}
