package org.openbits.automation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Conversion of one value to one class. */
final class ScalarConversion {

    private static final BigInteger INT_MIN = BigInteger.valueOf(Integer.MIN_VALUE);
    private static final BigInteger INT_MAX = BigInteger.valueOf(Integer.MAX_VALUE);
    private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger UNSIGNED_MAX = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    /** A decimal text whose trailing zeros a detour over binary numbers would lose. */
    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    private ScalarConversion() {}

    static @Nullable Object to(Class<?> wanted, @Nullable Object value) {
        Class<?> type = TypeNames.box(wanted);
        if (type.isInstance(value) || type == Object.class) {
            return value;
        }
        if (type == String.class) {
            return Conversion.toText(value);
        }
        if (type == Boolean.class) {
            return Conversion.isTrue(value);
        }
        if (Number.class.isAssignableFrom(type)) {
            return number(type, single(value));
        }
        if (value == null) {
            return null;
        }
        return reference(type, single(value));
    }

    /** A list of one element converts as that element. */
    private static @Nullable Object single(@Nullable Object value) {
        if (!Conversion.isMany(value)) {
            return value;
        }
        List<@Nullable Object> elements = Conversion.enumerate(value);
        return elements.size() == 1 ? elements.get(0) : value;
    }

    private static Object number(Class<?> type, @Nullable Object value) {
        if (type == Integer.class) {
            return Numbers.whole(value, INT_MIN, INT_MAX, "System.Int32").intValue();
        }
        if (type == Long.class) {
            return Numbers.whole(value, LONG_MIN, LONG_MAX, "System.Int64").longValue();
        }
        if (type == BigInteger.class) {
            return Numbers.whole(value, BigInteger.ZERO, UNSIGNED_MAX, "System.UInt64");
        }
        if (type == BigDecimal.class
                && value instanceof CharSequence text
                && PLAIN.matcher(text).matches()) {
            return new BigDecimal(text.toString());
        }
        Number number = Numbers.of(value);
        if (type == Double.class) {
            return number.doubleValue();
        }
        if (type == Float.class) {
            return number.floatValue();
        }
        return type == BigDecimal.class ? Numbers.exact(number) : number;
    }

    private static @Nullable Object reference(Class<?> type, @Nullable Object value) {
        if (value == null || type.isInstance(value)) {
            return value;
        }
        Object converted = attempt(type, value);
        if (converted == null && type == ZonedDateTime.class) {
            String text = Conversion.toText(value);
            throw new ConversionException(
                    value, "System.DateTime", "String '" + text + "' was not recognized as a valid DateTime.");
        }
        if (converted == null) {
            throw new ConversionException(value, TypeNames.fullName(type));
        }
        return converted;
    }

    /** The converted value; null when there is no way. */
    private static @Nullable Object attempt(Class<?> type, Object value) {
        if (type == UUID.class) {
            return guid(Conversion.toText(value));
        }
        if (type == URI.class) {
            return uri(Conversion.toText(value));
        }
        if (type == Character.class) {
            return character(value);
        }
        if (type == ZonedDateTime.class) {
            return value instanceof Number ticks
                    ? Times.date(ticks.longValue())
                    : Times.parseDate(Conversion.toText(value));
        }
        if (type == Duration.class) {
            return value instanceof Number ticks
                    ? Times.span(ticks.longValue())
                    : Times.parseSpan(Conversion.toText(value));
        }
        if (type.isEnum()) {
            return constant(type, value);
        }
        if (type == HashTable.class && value instanceof Map<?, ?> map) {
            return HashTable.of(map);
        }
        return type == CustomObject.class && value instanceof Map<?, ?> map ? CustomObject.of(map) : null;
    }

    private static @Nullable Character character(Object value) {
        if (value instanceof Number number) {
            return (char) number.intValue();
        }
        String text = Conversion.toText(value);
        return text.length() == 1 ? text.charAt(0) : null;
    }

    /** The forms of .NET: 32 digits, with dashes, in braces or parentheses. */
    private static @Nullable UUID guid(String text) {
        String bare = text.strip();
        if (bare.matches("\\{.*}|\\(.*\\)")) {
            bare = bare.substring(1, bare.length() - 1);
        }
        if (bare.matches("[0-9a-fA-F]{32}")) {
            bare = bare.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
        }
        return bare.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? UUID.fromString(bare) : null;
    }

    /**
     * A Uri of .NET takes blanks and other letters; they become %XX. It takes an IP address with a port, which Java takes
     * only as an authority: //123.24.21.23:8080.
     */
    private static @Nullable URI uri(String text) {
        String bare = text.strip();
        if (bare.matches("\\d+(\\.\\d+){3}:\\d+")) {
            return URI.create("//" + bare);
        }
        try {
            return new URI(bare);
        } catch (URISyntaxException strict) {
            try {
                return new URI(escaped(bare));
            } catch (URISyntaxException never) {
                return null;
            }
        }
    }

    private static String escaped(String text) {
        StringBuilder result = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            boolean plain = character > ' ' && character < 127 && "\"<>\\^`{|}".indexOf(character) < 0;
            result.append(plain ? String.valueOf(character) : String.format(Locale.ROOT, "%%%02X", (int) character));
        }
        return result.toString();
    }

    /** An enumerated value by its text or its number. */
    private static @Nullable Object constant(Class<?> type, Object value) {
        Object[] constants = type.getEnumConstants();
        String text = Conversion.toText(value).strip();
        Number number = value instanceof Number given ? given : text.isEmpty() ? null : Numbers.parse(text);
        for (Object constant : constants) {
            boolean isNumber = number != null && Numbers.compare(number, Numbers.of(constant)) == 0;
            if (isNumber || constant.toString().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        StringBuilder names = new StringBuilder();
        for (Object constant : constants) {
            names.append(names.length() == 0 ? "" : ",").append(constant);
        }
        throw new ConversionException(
                value,
                TypeNames.fullName(type),
                "Unable to match the identifier name " + text
                        + " to a valid enumerator name. Specify one of the following enumerator names and try again: "
                        + names);
    }
}
