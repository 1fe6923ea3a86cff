package org.openbits.internal.http;

import java.time.Instant;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/** Reads the dates of answers (RFC 9110 section 5.6.7). The answers of one second say the same over and over. */
final class HttpDate {

    private record Read(String text, @Nullable Instant date) {}

    private static volatile Read last = new Read("", null);
    private static volatile Read before = new Read("", null);

    private HttpDate() {}

    /** Null for none, and for one that cannot be read. */
    static @Nullable Instant of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Read newest = last;
        Read older = before;
        if (newest.text.equals(text)) {
            return newest.date;
        }
        if (older.text.equals(text)) {
            return older.date;
        }
        Instant date = DateUtils.parseStandardDate(text);
        before = newest;
        last = new Read(text, date);
        return date;
    }
}
