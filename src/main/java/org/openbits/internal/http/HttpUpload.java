package org.openbits.internal.http;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.JobProperty;
import org.openbits.UploadProtocol;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;
import org.openbits.spi.UploadRequest;
import org.openbits.spi.UploadSession;
import org.openbits.spi.UploadTarget;

/** Chooses how one upload speaks: as its session does, as the job says, or as the server answers. */
final class HttpUpload {

    private final UploadRequest request;
    private final UploadExchange exchange;
    private final UploadMemory memory;

    HttpUpload(UploadRequest request, UploadExchange exchange, UploadMemory memory) {
        this.request = request;
        this.exchange = exchange;
        this.memory = memory;
    }

    UploadTarget open() throws TransferException {
        UploadSession session = request.session();
        UploadProtocol fixed = session != null ? protocol(session) : wanted();
        if (fixed != UploadProtocol.AUTO) {
            return open(fixed);
        }
        UploadProtocol remembered = memory.recall(exchange.url());
        if (remembered != null) {
            try {
                return open(remembered);
            } catch (TransferException e) {
                if (!(e.severity() instanceof Severity.Fatal)) {
                    throw e;
                }
                memory.forget(exchange.url()); // the server may have changed its ways
            }
        }
        UploadProtocol found = detect();
        UploadTarget target = open(found);
        memory.learn(exchange.url(), found);
        return target;
    }

    void abandon() throws TransferException {
        UploadSession session = request.session();
        if (session == null) {
            return;
        }
        switch (protocol(session)) {
            case BITS -> new BitsUpload(request, exchange, memory).cancel();
            case TUS -> new OffsetUpload(request, exchange, OffsetDialect.TUS).cancel();
            case RESUMABLE -> new OffsetUpload(request, exchange, OffsetDialect.RESUMABLE).cancel();
            case PUT, AUTO -> {}
        }
    }

    private UploadTarget open(UploadProtocol protocol) throws TransferException {
        return switch (protocol) {
            case BITS -> new BitsUpload(request, exchange, memory).open();
            case TUS -> new OffsetUpload(request, exchange, OffsetDialect.TUS).open();
            case RESUMABLE -> new OffsetUpload(request, exchange, OffsetDialect.RESUMABLE).open();
            case PUT, AUTO -> new PutUpload(request, exchange, memory);
        };
    }

    /** A reply only BITS has; another HTTP method is for a REST endpoint. */
    private UploadProtocol wanted() {
        if (request.wantsReply()) {
            return UploadProtocol.BITS;
        }
        UploadProtocol protocol = request.settings().get(JobProperty.UPLOAD_PROTOCOL);
        return protocol == UploadProtocol.AUTO && PutUpload.hasOwnMethod(request) ? UploadProtocol.PUT : protocol;
    }

    private static UploadProtocol protocol(UploadSession session) {
        return UploadProtocol.valueOf(session.protocol().toUpperCase(Locale.ROOT));
    }

    static UploadSession session(UploadProtocol protocol, Map<String, String> values) {
        return new UploadSession(protocol.name().toLowerCase(Locale.ROOT), values);
    }

    /** OPTIONS tells of tus, the draft and sometimes BITS; a Ping asks for BITS; every other server has PUT. */
    private UploadProtocol detect() throws TransferException {
        UploadAnswer options = exchange.ask("OPTIONS", exchange.url(), Map.of());
        if (options.status() == 401 || options.status() == 407) {
            throw options.refused("");
        }
        UploadProtocol told = told(options);
        if (told != null) {
            return told;
        }
        return BitsUpload.answersPing(exchange) ? UploadProtocol.BITS : UploadProtocol.PUT;
    }

    private static @Nullable UploadProtocol told(UploadAnswer options) {
        if (options.header("Tus-Version") != null || options.header("Tus-Resumable") != null) {
            return UploadProtocol.TUS;
        }
        if (options.header("Upload-Draft-Interop-Version") != null
                || options.header("Upload-Limit") != null
                || options.lists("Accept-Patch", OffsetDialect.PARTIAL_UPLOAD)) {
            return UploadProtocol.RESUMABLE;
        }
        return options.lists("Allow", BitsUpload.METHOD) || options.lists("Public", BitsUpload.METHOD)
                ? UploadProtocol.BITS
                : null;
    }
}
