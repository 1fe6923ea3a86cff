package org.openbits.internal.http;

import org.apache.hc.core5.http.HttpMessage;
import org.jspecify.annotations.Nullable;
import org.openbits.JobProperty;
import org.openbits.spi.DownloadRequest;
import org.openbits.spi.Validator;

/**
 * What a request asks for.
 *
 * @param ranged whether it carries a Range header at all
 * @param offset the first byte
 * @param end one past the last, or {@link DownloadRequest#TO_END}
 * @param validator the version it must be, or null
 */
record Asked(
        boolean ranged, long offset, long end, @Nullable Validator validator) {

    /** Everything, from the first byte, of any version. */
    static final Asked WHOLE = new Asked(false, 0, DownloadRequest.TO_END, null);

    /** Content that is made while it is sent, or the answer to another method, has no ranges. */
    static Asked of(DownloadRequest request) {
        boolean plain = request.settings().get(JobProperty.DYNAMIC_CONTENT)
                || !request.settings().get(JobProperty.HTTP_METHOD).equalsIgnoreCase("GET");
        return plain ? WHOLE : new Asked(true, request.offset(), request.end(), request.validator());
    }

    /** RFC 9110 sections 14.2 and 13.1.5. */
    void addTo(HttpMessage message) {
        if (!ranged) {
            return;
        }
        message.setHeader("Range", "bytes=" + offset + "-" + (end == DownloadRequest.TO_END ? "" : end - 1));
        if (validator != null) {
            message.setHeader("If-Range", validator.etag() != null ? validator.etag() : validator.lastModified());
        }
    }
}
