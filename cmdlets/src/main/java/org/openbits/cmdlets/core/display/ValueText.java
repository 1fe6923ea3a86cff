package org.openbits.cmdlets.core.display;

import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.Formats;
import org.openbits.automation.Members;

/** One value as the text of a table cell or of a list's line. */
public final class ValueText {

    /** PowerShell's $FormatEnumerationLimit. */
    private static final int SHOWN_ELEMENTS = 4;

    private ValueText() {}

    /** The text of a value inside a cell; null is empty, collections show their first four elements. */
    public static String of(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof ZonedDateTime || value instanceof Number) {
            return Formats.apply(value, "");
        }
        if (value instanceof Map<?, ?> map) {
            return elements(map.entrySet());
        }
        if (value instanceof Collection<?> collection) {
            return elements(collection);
        }
        if (value instanceof Object[] array) {
            return elements(Arrays.asList(array));
        }
        return Conversion.toText(value);
    }

    /** The text of a value that stands on a line of its own. */
    static String line(Object value) {
        return value instanceof ZonedDateTime
                ? Formats.apply(value, "F")
                : value instanceof Number ? Formats.apply(value, "") : Conversion.toText(value);
    }

    /** A value by a .NET format text: {@code N2} and the like, or a composite {@code {0:N2} MB}. */
    static String formatted(@Nullable Object value, String format) {
        if (value == null) {
            return "";
        }
        int open = format.indexOf("{0");
        int close = format.indexOf('}', Math.max(open, 0));
        if (open < 0 || close < 0) {
            return toString(value, format);
        }
        String inner = format.substring(open + 2, close);
        int colon = inner.indexOf(':');
        String text = colon < 0 ? of(value) : toString(value, inner.substring(colon + 1));
        return format.substring(0, open) + text + format.substring(close + 1);
    }

    private static String toString(Object value, String format) {
        if (!(value instanceof Number || value instanceof ZonedDateTime || value instanceof java.time.Duration)) {
            return of(value);
        }
        return Conversion.toText(Members.invoke(value, "ToString", Arrays.asList((Object) format)));
    }

    private static String elements(Collection<?> collection) {
        StringJoiner joined = new StringJoiner(", ", "{", "}");
        Iterator<?> elements = collection.iterator();
        for (int i = 0; i < SHOWN_ELEMENTS && elements.hasNext(); i++) {
            joined.add(element(elements.next()));
        }
        String text = joined.toString();
        return elements.hasNext() ? text.substring(0, text.length() - 1) + "\u2026}" : text;
    }

    private static String element(@Nullable Object value) {
        if (value instanceof Map.Entry<?, ?> entry) {
            return "[" + Conversion.toText(entry.getKey()) + ", " + Conversion.toText(entry.getValue()) + "]";
        }
        return value instanceof Collection<?> || value instanceof Map<?, ?> ? Conversion.toText(value) : of(value);
    }
}
