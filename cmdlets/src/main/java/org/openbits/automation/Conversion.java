package org.openbits.automation;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** PowerShell's conversions and comparisons. Pure; from any thread. */
public final class Conversion {

    private Conversion() {}

    /** The text of a value: lists joined by blanks, True and False, numbers without a locale, null as the empty text. */
    public static String toText(@Nullable Object value) {
        return toText(value, " ");
    }

    /** The same with another separator between the elements of a list. */
    public static String toText(@Nullable Object value, String separator) {
        if (!isMany(value)) {
            return single(value);
        }
        StringJoiner text = new StringJoiner(separator);
        for (Object element : enumerate(value)) {
            text.add(isMany(element) ? "System.Object[]" : single(element));
        }
        return text.toString();
    }

    private static String single(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Boolean flag) {
            return flag ? "True" : "False";
        }
        if (value instanceof org.w3c.dom.Node node) {
            return XmlMembers.typeName(node);
        }
        if (value instanceof Number number) {
            return Numbers.toText(number);
        }
        if (value instanceof ZonedDateTime time) {
            return Times.general(time);
        }
        if (value instanceof Duration span) {
            return Times.constant(span);
        }
        if (value instanceof ScriptBlock block) {
            return block.text();
        }
        if (value instanceof HashTable) {
            return Members.typeName(value);
        }
        if (value instanceof Shaped shaped && !(value instanceof Throwable)) {
            return shaped.text();
        }
        if (value instanceof Throwable failure) {
            return Members.typeName(failure) + ": " + failure.getMessage();
        }
        return value.toString();
    }

    /**
     * The number of a value: Integer, Long, Double, BigInteger or BigDecimal.
     *
     * @throws ConversionException when it is none
     */
    public static Number toNumber(@Nullable Object value) {
        return Numbers.of(value);
    }

    /** Whether a condition takes it as true: not null, zero, an empty text, an empty list or a list of one such. */
    public static boolean isTrue(@Nullable Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value instanceof Character character) {
            return character != 0;
        }
        if (value instanceof Number number) {
            return Numbers.signum(number) != 0;
        }
        if (value instanceof Enum<?> || value instanceof Numbered) {
            return Numbers.signum(Numbers.of(value)) != 0;
        }
        if (value instanceof CharSequence text) {
            return text.length() > 0;
        }
        if (isMany(value)) {
            List<@Nullable Object> elements = enumerate(value);
            return elements.size() > 1 || (elements.size() == 1 && isTrue(elements.get(0)));
        }
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
     * Converts to a type; a list type wraps a single value. Null becomes the empty text, zero or false where the type
     * has no null of its own.
     *
     * @throws ConversionException when that is not possible
     */
    public static @Nullable Object to(TypeToken type, @Nullable Object value) {
        if (!type.isList()) {
            return ScalarConversion.to(type.type(), value);
        }
        if (value == null) {
            return null;
        }
        List<@Nullable Object> converted = new ArrayList<>();
        for (Object element : enumerate(value)) {
            converted.add(ScalarConversion.to(type.type(), element));
        }
        return converted;
    }

    /** PowerShell's -eq (-ceq) of two single values: the right one is converted to the left one's type. */
    public static boolean equal(@Nullable Object left, @Nullable Object right, boolean caseSensitive) {
        return Comparison.equal(left, right, caseSensitive);
    }

    /**
     * PowerShell's order of two values, the right one converted to the left one's type; null is the smallest.
     *
     * @throws ConversionException when they cannot be compared
     */
    public static int compare(@Nullable Object left, @Nullable Object right, boolean caseSensitive) {
        return Comparison.compare(left, right, caseSensitive);
    }

    /** Whether a text fits a pattern of {@code *}, {@code ?}, {@code [a-c]}, with the backtick as escape. */
    public static Predicate<String> wildcard(String pattern, boolean caseSensitive) {
        return Wildcard.of(pattern, caseSensitive);
    }

    /** Whether a text has wildcard characters. */
    public static boolean hasWildcard(String text) {
        return Wildcard.isPattern(text);
    }

    /** Whether a pipeline takes the value apart: lists, arrays, iterables and iterators, but not texts, maps and paths. */
    public static boolean isMany(@Nullable Object value) {
        if (value == null || value instanceof Map || value instanceof Path || value instanceof CharSequence) {
            return false;
        }
        return value instanceof Iterable
                || value instanceof Iterator
                || value.getClass().isArray();
    }

    /** What a pipeline makes of a value: the elements of lists, arrays and iterables; else the value; null is one null. */
    public static List<@Nullable Object> enumerate(@Nullable Object value) {
        List<@Nullable Object> elements = new ArrayList<>();
        if (!isMany(value)) {
            elements.add(value);
        } else if (value instanceof Iterable<?> many) {
            many.forEach(elements::add);
        } else if (value instanceof Iterator<?> iterator) {
            iterator.forEachRemaining(elements::add);
        } else if (value != null) {
            for (int index = 0; index < Array.getLength(value); index++) {
                elements.add(Array.get(value, index));
            }
        }
        return elements;
    }

    /** An unsigned 64-bit number as scripts see it: a Long, or a BigInteger above its range. */
    public static Number unsigned(long bits) {
        return bits >= 0 ? (Number) bits : new BigInteger(Long.toUnsignedString(bits));
    }

    /** A BigDecimal of any number that is finite. */
    static BigDecimal exact(Number number) {
        return Numbers.exact(number);
    }
}
