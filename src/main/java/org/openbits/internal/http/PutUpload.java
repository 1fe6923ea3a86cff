package org.openbits.internal.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.JobProperty;
import org.openbits.UploadProtocol;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;
import org.openbits.spi.UploadRequest;
import org.openbits.spi.UploadSession;
import org.openbits.spi.UploadSource;
import org.openbits.spi.UploadTarget;

/**
 * One PUT of the whole file. No resume: a PUT with Content-Range is stored as if it were the whole file by servers that do
 * not know it (RFC 9110 section 14.5), and where it works the half file stands under its final name.
 */
final class PutUpload implements UploadTarget {

    private final UploadRequest request;
    private final UploadExchange exchange;
    private final UploadMemory memory;
    private @Nullable UploadAnswer last;
    private boolean whole;

    PutUpload(UploadRequest request, UploadExchange exchange, UploadMemory memory) {
        this.request = request;
        this.exchange = exchange;
        this.memory = memory;
    }

    /** Whether the job names a method that is neither the default nor that of BITS. */
    static boolean hasOwnMethod(UploadRequest request) {
        String method = request.settings().get(JobProperty.HTTP_METHOD);
        return !method.equals(JobProperty.HTTP_METHOD.defaultValue()) && !method.equalsIgnoreCase(BitsUpload.METHOD);
    }

    @Override
    public void sendNext(UploadSource source) throws TransferException {
        String method = hasOwnMethod(request) ? request.settings().get(JobProperty.HTTP_METHOD) : "PUT";
        UploadAnswer answer =
                exchange.announceAndSend(method, exchange.url(), Map.of(), source, 0, request.totalBytes());
        last = answer;
        if (answer.isSuccess()) {
            whole = true;
            return;
        }
        TransferException refusal = answer.refused(
                answer.status() == 405 || answer.status() == 501
                        ? " The server takes no " + method + " there; -UploadProtocol names another way."
                        : "");
        if (refusal.severity() instanceof Severity.Fatal) {
            memory.forget(exchange.url());
        }
        throw refusal;
    }

    @Override
    public UploadSession session() {
        return HttpUpload.session(UploadProtocol.PUT, whole ? Map.of("whole", "1") : Map.of());
    }

    @Override
    public long offset() {
        return whole ? request.totalBytes() : 0;
    }

    @Override
    public boolean isWhole() {
        UploadSession session = request.session();
        return whole || (session != null && session.values().containsKey("whole"));
    }

    @Override
    public boolean isResumable() {
        return false;
    }

    @Override
    public List<String> notes() {
        return List.of("Sent by PUT; an interrupted upload starts from the beginning.");
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
    public void finish() {
        // The answer to the PUT was the end.
    }

    @Override
    public void close() {
        // Each request ends by itself.
    }
}
