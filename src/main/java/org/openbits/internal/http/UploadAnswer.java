package org.openbits.internal.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;

/**
 * The head of an answer.
 *
 * @param url who answered
 * @param status its status
 * @param headers its lines
 * @param retryAfter how long it asks to wait, or null
 */
record UploadAnswer(
        URI url, int status, List<Header> headers, @Nullable Duration retryAfter) {

    static UploadAnswer of(URI url, HttpResponse response) {
        return new UploadAnswer(url, response.getCode(), List.of(response.getHeaders()), RetryAfter.of(response));
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The first of that name, stripped, or null. */
    @Nullable
    String header(String name) {
        for (Header header : headers) {
            if (header.getName().equalsIgnoreCase(name) && header.getValue() != null) {
                return header.getValue().strip();
            }
        }
        return null;
    }

    /** Whether a header of that name lists the word. */
    boolean lists(String name, String word) {
        for (Header header : headers) {
            if (header.getName().equalsIgnoreCase(name)) {
                for (String item : String.valueOf(header.getValue()).split(",")) {
                    if (item.strip().equalsIgnoreCase(word)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** A number in decimal digits, or -1. */
    long number(String name) {
        String text = header(name);
        if (text == null
                || text.isEmpty()
                || text.length() > 18
                || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        return Long.parseLong(text);
    }

    List<String> lines() {
        return HttpAnswer.kept(headers.toArray(new Header[0]));
    }

    /** The verdict on an answer that is no success. */
    TransferException refused(String advice) {
        String more = status == 401 ? " Set credentials for the job." : advice;
        return Verdicts.status(status, retryAfter, HttpOpen.shown(url), more);
    }

    /** The verdict on an answer that makes no sense. */
    TransferException broken(String how) {
        return new TransferException(
                ErrorCode.BG_E_INVALID_SERVER_RESPONSE,
                ErrorContext.REMOTE_FILE,
                Severity.TRANSIENT,
                "The server broke the protocol for " + HttpOpen.shown(url) + ": " + how,
                null);
    }

    /** The upload is not there any more. */
    TransferException sessionLost() {
        return new TransferException(
                ErrorCode.BG_E_SESSION_NOT_FOUND,
                ErrorContext.REMOTE_FILE,
                Severity.TRANSIENT,
                "The server " + String.valueOf(url.getHost()).toLowerCase(Locale.ROOT)
                        + " knows nothing of the upload any more; it begins anew",
                null);
    }
}
