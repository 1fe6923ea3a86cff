package org.openbits.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file.
 *
 * @param first its first byte
 * @param length in bytes, at least 1
 */
record ByteRange(long first, long length) {

    /** More are refused: a small request must not ask for a large number of answers (RFC 9110 section 14.2). */
    static final int MOST = 16;

    long last() {
        return first + length - 1;
    }

    String contentRange(long size) {
        return "bytes " + first + "-" + last() + "/" + size;
    }

    /**
     * The ranges of a {@code Range} header that a file of this size has.
     *
     * @return null when the header is to be ignored; empty when it is to be refused with 416: none lies in the file, there
     *     are too many, or they overlap
     */
    static @Nullable List<ByteRange> parse(@Nullable String header, long size) {
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith("bytes=")) {
            return null;
        }
        String[] specs = header.substring("bytes=".length()).split(",", MOST + 1);
        List<ByteRange> ranges = new ArrayList<>();
        for (String spec : specs) {
            String text = spec.strip();
            if (!text.matches("[0-9]+-[0-9]*|-[0-9]+")) {
                return specs.length > MOST ? List.of() : null;
            }
            int dash = text.indexOf('-');
            long from = dash == 0 ? -1 : number(text.substring(0, dash));
            long to = dash == text.length() - 1 ? Long.MAX_VALUE : number(text.substring(dash + 1));
            if (from > to) {
                return null;
            }
            long first = dash == 0 ? Math.max(0, size - to) : from;
            long last = dash == 0 ? size - 1 : Math.min(to, size - 1);
            if (first <= last) {
                ranges.add(new ByteRange(first, last - first + 1));
            }
        }
        return specs.length > MOST || overlap(ranges) ? List.of() : List.copyOf(ranges);
    }

    private static boolean overlap(List<ByteRange> ranges) {
        List<ByteRange> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingLong(ByteRange::first));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).first() <= sorted.get(i - 1).last()) {
                return true;
            }
        }
        return false;
    }

    private static long number(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
