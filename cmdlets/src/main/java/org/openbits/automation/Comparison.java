package org.openbits.automation;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** PowerShell's equality and order: the left value's type decides. */
final class Comparison {

    private Comparison() {}

    static boolean equal(@Nullable Object left, @Nullable Object right, boolean caseSensitive) {
        if (left == null || right == null) {
            return left == right;
        }
        if (left instanceof CharSequence) {
            return sameText(left.toString(), Conversion.toText(right), caseSensitive);
        }
        if (left instanceof Boolean) {
            return left.equals(Conversion.isTrue(right));
        }
        if (left instanceof Number number) {
            Number other = Numbers.orNull(right);
            return other != null && Numbers.compare(number, other) == 0;
        }
        if (left instanceof Enum<?> || left instanceof Numbered || left instanceof Character) {
            return equalNamed(left, right, caseSensitive);
        }
        if (left instanceof ZonedDateTime time) {
            Object other = converted(ZonedDateTime.class, right);
            return other != null && time.toInstant().equals(((ZonedDateTime) other).toInstant());
        }
        if (Conversion.isMany(left) || left instanceof HashTable || left instanceof Shaped) {
            return left == right || (left instanceof Shaped && left.equals(right));
        }
        return left.equals(right) || left.equals(converted(left.getClass(), right));
    }

    private static boolean equalNamed(Object left, Object right, boolean caseSensitive) {
        if (right instanceof Number number) {
            return Numbers.compare(Numbers.of(left), number) == 0;
        }
        return left.equals(right) || sameText(left.toString(), Conversion.toText(right), caseSensitive);
    }

    private static boolean sameText(String left, String right, boolean caseSensitive) {
        return caseSensitive ? left.equals(right) : left.equalsIgnoreCase(right);
    }

    private static @Nullable Object converted(Class<?> type, Object value) {
        try {
            return ScalarConversion.to(type, value);
        } catch (ConversionException noSuchForm) {
            return null;
        }
    }

    static int compare(@Nullable Object left, @Nullable Object right, boolean caseSensitive) {
        if (left == null || right == null) {
            return left == right ? 0 : left == null ? -signOf(right) : signOf(left);
        }
        if (left instanceof CharSequence) {
            return compareTexts(left.toString(), Conversion.toText(right), caseSensitive);
        }
        if (left instanceof Boolean flag) {
            return Boolean.compare(flag, Conversion.isTrue(right));
        }
        if (left instanceof Number number) {
            return Numbers.compare(number, Numbers.of(right));
        }
        if (left instanceof Enum<?> || left instanceof Numbered) {
            Object other = left.getClass().isInstance(right) ? right : ScalarConversion.to(declaring(left), right);
            return Numbers.compare(Numbers.of(left), Numbers.of(other));
        }
        if (left instanceof ZonedDateTime time && right instanceof ZonedDateTime other) {
            return time.toInstant().compareTo(other.toInstant());
        }
        return compareOthers(left, right);
    }

    /** PowerShell takes null as smaller than any number that is not negative, and than anything else. */
    private static int signOf(@Nullable Object value) {
        return value instanceof Number number && Numbers.signum(number) < 0 ? -1 : 1;
    }

    private static Class<?> declaring(Object constant) {
        return constant instanceof Enum<?> value ? value.getDeclaringClass() : constant.getClass();
    }

    @SuppressWarnings("unchecked") // the other value was converted to the class of the first
    private static int compareOthers(Object left, Object right) {
        if (left instanceof Comparable<?> comparable) {
            Object other = ScalarConversion.to(left.getClass(), right);
            if (other != null) {
                return ((Comparable<Object>) comparable).compareTo(other);
            }
        }
        if (left instanceof Methods own && own.answers("CompareTo", List.of(right))) {
            return Conversion.toNumber(own.invoke("CompareTo", List.of(right))).intValue();
        }
        if (left.equals(right)) {
            return 0;
        }
        throw new ConversionException(
                right, Members.typeName(left), "The object \"" + Conversion.toText(left) + "\" cannot be compared.");
    }

    /** Letters by alphabet first; where only the case differs, the small letter comes first. */
    private static int compareTexts(String left, String right, boolean caseSensitive) {
        int byAlphabet = left.toLowerCase(Locale.ROOT).compareTo(right.toLowerCase(Locale.ROOT));
        return byAlphabet != 0 || !caseSensitive ? byAlphabet : right.compareTo(left);
    }
}
