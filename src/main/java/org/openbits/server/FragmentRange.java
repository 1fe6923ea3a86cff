package org.openbits.server;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Content-Range} of a fragment: {@code bytes first-last/total}.
 *
 * @param first of its first byte
 * @param length may be 0 only in an empty file, as <code>bytes *&#47;0</code> or {@code bytes 0-0/0}
 * @param total of the file
 */
record FragmentRange(long first, long length, long total) {

    private static final Pattern FORM = Pattern.compile(
            "bytes\\s+(?:([0-9]{1,18})\\s*-\\s*([0-9]{1,18})|\\*)\\s*/\\s*([0-9]{1,18})", Pattern.CASE_INSENSITIVE);

    /** @throws Refusal 400, when the header is none, contradicts itself or does not fit the body */
    static FragmentRange parse(@Nullable String header, long contentLength) throws Refusal {
        Matcher form = FORM.matcher(header == null ? "" : header.strip());
        if (!form.matches()) {
            throw Refusal.malformed();
        }
        long total = Long.parseLong(form.group(3));
        if (contentLength == 0) {
            if (total != 0 || (form.group(1) != null && Long.parseLong(form.group(1)) != 0)) {
                throw Refusal.malformed();
            }
            return new FragmentRange(0, 0, 0);
        }
        if (form.group(1) == null) {
            throw Refusal.malformed();
        }
        long first = Long.parseLong(form.group(1));
        long last = Long.parseLong(form.group(2));
        if (last < first || last >= total || last - first + 1 != contentLength) {
            throw Refusal.malformed();
        }
        return new FragmentRange(first, contentLength, total);
    }
}
