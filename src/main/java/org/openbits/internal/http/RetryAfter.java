package org.openbits.internal.http;

import java.time.Duration;
import java.time.Instant;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** The Retry-After header (RFC 9110 section 10.2.3): seconds, or a date. */
final class RetryAfter {

    private RetryAfter() {}

    /**
     * How long the server asks to wait, or null when it does not say. A date counts from the server's own Date header, so
     * that no clock of ours matters; without that header it says nothing.
     */
    static @Nullable Duration of(HttpResponse response) {
        Header header = response.getFirstHeader("Retry-After");
        if (header == null || header.getValue() == null) {
            return null;
        }
        String value = header.getValue().strip();
        if (!value.isEmpty() && value.length() <= 9 && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        Instant until = DateUtils.parseStandardDate(value);
        Instant now = DateUtils.parseStandardDate(response, "Date");
        if (until == null || now == null) {
            return null;
        }
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }
}
