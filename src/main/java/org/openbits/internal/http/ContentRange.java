package org.openbits.internal.http;

import org.jspecify.annotations.Nullable;
import org.openbits.JobProgress;

/**
 * The Content-Range of an answer (RFC 9110 section 14.4): {@code bytes 0-99/200}, {@code bytes 0-99/*} or {@code bytes
 * *}{@code /200}.
 *
 * @param start the first byte, or -1 in the unsatisfied form
 * @param end one past the last byte, or -1 in the unsatisfied form
 * @param totalBytes the length of the whole file, or {@link JobProgress#SIZE_UNKNOWN}
 */
record ContentRange(long start, long end, long totalBytes) {

    /** Null when the text is missing or not of this form. */
    static @Nullable ContentRange parse(@Nullable String text) {
        if (text == null || !text.regionMatches(true, 0, "bytes", 0, 5)) {
            return null;
        }
        String value = text.substring(5).strip();
        int slash = value.indexOf('/');
        if (slash < 0) {
            return null;
        }
        String total = value.substring(slash + 1).strip();
        String range = value.substring(0, slash).strip();
        try {
            long totalBytes = total.equals("*") ? JobProgress.SIZE_UNKNOWN : digits(total);
            if (range.equals("*")) {
                return new ContentRange(-1, -1, totalBytes);
            }
            int dash = range.indexOf('-');
            if (dash < 0) {
                return null;
            }
            long start = digits(range.substring(0, dash).strip());
            long end = Math.addExact(digits(range.substring(dash + 1).strip()), 1);
            boolean sound = start < end && (totalBytes < 0 || end <= totalBytes);
            return sound ? new ContentRange(start, end, totalBytes) : null;
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    private static long digits(String text) {
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new NumberFormatException("not a number: " + text);
        }
        return Long.parseLong(text);
    }
}
