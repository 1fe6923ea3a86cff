package org.openbits.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.JobProgress;
import org.openbits.spi.DownloadRequest;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;
import org.openbits.spi.Validator;

/** Judges an answer against what was asked; trusts what it says of itself, never what was asked for. */
final class HttpAnswer {

    private static final int MOST_KEPT_CHARACTERS = 64 << 10;

    private final HttpOpen.Exchange exchange;
    private final ClassicHttpResponse response;
    private final Asked asked;
    private final String remoteName;
    private final boolean redirected;
    private final Runnable closed;

    /**
     * @param remoteName the name it is told under
     * @param redirected whether another address than the first one gave it
     */
    HttpAnswer(HttpOpen.Exchange exchange, Asked asked, String remoteName, boolean redirected, Runnable closed) {
        this.exchange = exchange;
        this.response = exchange.response();
        this.asked = asked;
        this.remoteName = remoteName;
        this.redirected = redirected;
        this.closed = closed;
    }

    /** The file, or null when it must be asked for again as a whole; an exception for every other answer. */
    @Nullable
    HttpSource judge() throws TransferException {
        try {
            return switch (response.getCode()) {
                case 200 -> whole();
                case 206 -> part();
                case 416 -> unsatisfied();
                default -> throw refused();
            };
        } catch (TransferException | RuntimeException | Error e) {
            exchange.discard();
            throw e;
        }
    }

    private HttpSource whole() throws TransferException {
        requireIdentity();
        long length = contentLength();
        Validator validator = validator(length);
        return source(0, length, validator, asked.ranged() && acceptsRanges());
    }

    /**
     * A part proves neither the end of the file nor its version when it does not say of how many bytes, when it is less
     * than was asked for and has no validator, or when another address has the same entity tag at another time. RFC 9110
     * section 15.3.7 lets an answer to If-Range leave out Last-Modified; so does a server that ignores If-Range and changed
     * its mind, and then the file is worth another start.
     */
    private @Nullable HttpSource part() throws TransferException {
        requireIdentity();
        ContentRange range = ContentRange.parse(exchange.header("Content-Range"));
        if (range == null || range.start() < 0) {
            throw broken("it sent a part without saying which");
        }
        if (!asked.ranged() || range.start() != asked.offset()) {
            throw broken(
                    "it sent bytes from " + range.start() + " where those from " + asked.offset() + " were asked for");
        }
        if (asked.end() != DownloadRequest.TO_END && range.end() > asked.end()) {
            throw broken("it sent more bytes than were asked for");
        }
        long length = contentLength();
        if (length != JobProgress.SIZE_UNKNOWN && length != range.end() - range.start()) {
            throw broken("it announced " + length + " bytes for a part of " + (range.end() - range.start()));
        }
        Validator said = validator(range.totalBytes());
        boolean toEnd = asked.end() == DownloadRequest.TO_END;
        boolean cut = toEnd && range.end() < range.totalBytes();
        boolean endUnproven = range.totalBytes() == JobProgress.SIZE_UNKNOWN
                || (asked.offset() == 0 && cut && (said == null || !said.canGuard()));
        if (endUnproven || isOfAnotherAddress(said)) {
            exchange.discard();
            return null;
        }
        return source(range.start(), range.totalBytes(), said, true);
    }

    private boolean isOfAnotherAddress(@Nullable Validator said) {
        Validator ours = asked.validator();
        String before = ours == null ? null : ours.lastModified();
        String now = said == null ? null : said.lastModified();
        return redirected && before != null && now != null && !before.equals(now);
    }

    /** A 416 need not name a version; after If-Range it vouches for ours: of another one the server sends all. */
    private @Nullable Validator guardedVersion(ContentRange range) {
        Validator ours = asked.validator();
        return ours == null ? null : new Validator(ours.etag(), ours.lastModified(), range.totalBytes());
    }

    /** At the very end of the file there is nothing left to send: that is success. Else the file is asked for anew. */
    private @Nullable HttpSource unsatisfied() throws TransferException {
        ContentRange range = ContentRange.parse(exchange.header("Content-Range"));
        if (range != null && asked.ranged() && range.start() < 0 && range.totalBytes() == asked.offset()) {
            if (asked.offset() == 0) {
                return empty(validator(0));
            }
            if (asked.validator() != null) {
                return empty(guardedVersion(range));
            }
        }
        if (!asked.ranged()) {
            throw refused();
        }
        exchange.discard();
        return null;
    }

    private HttpSource empty(@Nullable Validator validator) {
        exchange.discard();
        return new HttpSource(
                exchange.request(),
                response,
                InputStream.nullInputStream(),
                null,
                facts(asked.offset(), asked.offset(), validator, true),
                HttpOpen.shown(exchange.url()),
                closed);
    }

    private HttpSource source(long offset, long total, @Nullable Validator validator, boolean ranges)
            throws TransferException {
        try {
            return new HttpSource(
                    exchange.request(),
                    response,
                    body(),
                    exchange.direct(),
                    facts(offset, total, validator, ranges),
                    HttpOpen.shown(exchange.url()),
                    closed);
        } catch (IOException e) {
            throw Verdicts.failure(e, HttpOpen.shown(exchange.url()));
        }
    }

    private InputStream body() throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return InputStream.nullInputStream();
        }
        ContentRange range = ContentRange.parse(exchange.header("Content-Range"));
        boolean endless = response.getCode() == 206 && entity.getContentLength() < 0;
        return endless && range != null
                ? new PartBody(entity.getContent(), range.end() - range.start())
                : entity.getContent();
    }

    private HttpSource.Facts facts(long offset, long total, @Nullable Validator validator, boolean ranges) {
        return new HttpSource.Facts(
                offset,
                total,
                validator,
                ranges && validator != null && validator.canGuard(),
                remoteName,
                lastModified(),
                headerLines(),
                DigestHeaders.read(response, offset == 0 && total == contentLength()));
    }

    /**
     * A weak entity tag promises no equal bytes; a time that was not over by a second when the server answered, or of which
     * nobody knows whether it was, neither (RFC 9110 section 8.8.2.2).
     */
    private @Nullable Validator validator(long total) {
        String etag = exchange.header("ETag");
        boolean strong = etag != null && etag.length() >= 2 && etag.startsWith("\"") && etag.endsWith("\"");
        Instant modified = lastModified();
        Instant date = HttpDate.of(exchange.header("Date"));
        boolean settled =
                modified != null && date != null && modified.plusSeconds(1).compareTo(date) <= 0;
        return strong || settled
                ? new Validator(strong ? etag : null, settled ? exchange.header("Last-Modified") : null, total)
                : null;
    }

    private @Nullable Instant lastModified() {
        return HttpDate.of(exchange.header("Last-Modified"));
    }

    /** Bytes that were encoded unasked are not the file; only of a name that says so are they the file itself. */
    private void requireIdentity() throws TransferException {
        String encoding = exchange.header("Content-Encoding");
        if (encoding == null || encoding.isBlank() || encoding.strip().equalsIgnoreCase("identity")) {
            return;
        }
        String path = String.valueOf(exchange.url().getPath()).toLowerCase(Locale.ROOT);
        boolean archive = path.endsWith(".gz") || path.endsWith(".tgz") || path.endsWith(".z");
        if (archive && encoding.toLowerCase(Locale.ROOT).matches("(x-)?(gzip|compress)")) {
            return;
        }
        throw new TransferException(
                ErrorCode.BG_E_INVALID_SERVER_RESPONSE,
                ErrorContext.REMOTE_FILE,
                Severity.FATAL,
                "The server compressed " + HttpOpen.shown(exchange.url()) + " (Content-Encoding: " + encoding
                        + ") although that was not asked for; its bytes are not those of the file",
                null);
    }

    private boolean acceptsRanges() {
        String accepted = exchange.header("Accept-Ranges");
        return accepted != null && accepted.strip().equalsIgnoreCase("bytes");
    }

    private long contentLength() {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return 0;
        }
        return entity.getContentLength() < 0 ? JobProgress.SIZE_UNKNOWN : entity.getContentLength();
    }

    /** The lines of a head that are kept with the file: the first of them, as far as they are not without end. */
    static List<String> kept(Header... headers) {
        List<String> lines = new ArrayList<>();
        int left = MOST_KEPT_CHARACTERS;
        for (Header header : headers) {
            String line = header.getName() + ": " + header.getValue();
            left -= line.length();
            if (left < 0) {
                break;
            }
            lines.add(line);
        }
        return lines;
    }

    private List<String> headerLines() {
        return kept(response.getHeaders());
    }

    private TransferException refused() {
        int status = response.getCode();
        Duration wait = RetryAfter.of(response);
        String advice = status == 401 ? " Set credentials for the job." : "";
        return Verdicts.status(status, wait, HttpOpen.shown(exchange.url()), advice);
    }

    private TransferException broken(String how) {
        return new TransferException(
                ErrorCode.BG_E_INVALID_SERVER_RESPONSE,
                ErrorContext.REMOTE_FILE,
                Severity.TRANSIENT,
                "The server broke the protocol for " + HttpOpen.shown(exchange.url()) + ": " + how,
                null);
    }
}
