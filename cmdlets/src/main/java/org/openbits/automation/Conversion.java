package org.openbits.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** PowerShell's conversions and comparisons. Pure; from any thread. */
public final class Conversion {

    private Conversion() {}

    /** The text of a value: lists joined by blanks, True and False, numbers without a locale, null as the empty text. */
    public static String toText(@Nullable Object value) {
        return String.valueOf(value);
    }

    /**
     * The number of a value: Integer, Long, Double, BigInteger or BigDecimal.
     *
     * @throws ConversionException when it is none
     */
    public static Number toNumber(@Nullable Object value) {
        throw new ConversionException(value, "System.Double");
    }

    /** Whether a condition takes it as true. */
    public static boolean isTrue(@Nullable Object value) {
        return value != null;
    }

    /**
     * Converts to a class.
     *
     * @throws ConversionException when that is not possible
     */
    public static <T> @Nullable T to(Class<T> type, @Nullable Object value) {
        return type.cast(to(TypeToken.of(type), value));
    }

    /**
     * Converts to a type; a list type wraps a single value.
     *
     * @throws ConversionException when that is not possible
     */
    public static @Nullable Object to(TypeToken type, @Nullable Object value) {
        throw new ConversionException(value, type.toString());
    }

    /** PowerShell's -eq (-ceq) of two single values: the right one is converted to the left one's type. */
    public static boolean equal(@Nullable Object left, @Nullable Object right, boolean caseSensitive) {
        return java.util.Objects.equals(left, right);
    }

    /**
     * PowerShell's order of two values, the right one converted to the left one's type; null is the smallest.
     *
     * @throws ConversionException when they cannot be compared
     */
    public static int compare(@Nullable Object left, @Nullable Object right, boolean caseSensitive) {
        return toText(left).compareTo(toText(right));
    }

    /** Whether a text fits a pattern of {@code *}, {@code ?}, {@code [a-c]}, with the backtick as escape. */
    public static Predicate<String> wildcard(String pattern, boolean caseSensitive) {
        return Wildcard.of(pattern, caseSensitive);
    }

    /** Whether a text has wildcard characters. */
    public static boolean hasWildcard(String text) {
        return Wildcard.isPattern(text);
    }

    /** What a pipeline makes of a value: the elements of lists, arrays and iterables; else the value; null is one null. */
    public static List<@Nullable Object> enumerate(@Nullable Object value) {
        List<@Nullable Object> elements = new ArrayList<>();
        if (value instanceof Iterable<?> many && !(value instanceof java.nio.file.Path)) {
            many.forEach(elements::add);
        } else if (value != null && value.getClass().isArray()) {
            for (int index = 0; index < java.lang.reflect.Array.getLength(value); index++) {
                elements.add(java.lang.reflect.Array.get(value, index));
            }
        } else if (value instanceof java.util.Iterator<?> iterator && !(value instanceof Map)) {
            iterator.forEachRemaining(elements::add);
        } else {
            elements.add(value);
        }
        return elements;
    }
}
