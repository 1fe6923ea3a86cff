package org.openbits.cmdlets.core;

import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.ConversionException;
import org.openbits.automation.Members;
import org.openbits.automation.Regexes;
import org.openbits.automation.TypeToken;

/** The operators of {@code Where-Object}'s property form, under the names of its switches. */
enum Comparison {
    EQ((actual, value) -> equal(actual, value, false)),
    CEQ((actual, value) -> equal(actual, value, true)),
    NE((actual, value) -> !equal(actual, value, false)),
    CNE((actual, value) -> !equal(actual, value, true)),
    GT((actual, value) -> order(actual, value, false) > 0),
    CGT((actual, value) -> order(actual, value, true) > 0),
    GE((actual, value) -> order(actual, value, false) >= 0),
    CGE((actual, value) -> order(actual, value, true) >= 0),
    LT((actual, value) -> order(actual, value, false) < 0),
    CLT((actual, value) -> order(actual, value, true) < 0),
    LE((actual, value) -> order(actual, value, false) <= 0),
    CLE((actual, value) -> order(actual, value, true) <= 0),
    Like((actual, value) -> like(actual, value, false)),
    CLike((actual, value) -> like(actual, value, true)),
    NotLike((actual, value) -> !like(actual, value, false)),
    CNotLike((actual, value) -> !like(actual, value, true)),
    Match((actual, value) -> match(actual, value, false)),
    CMatch((actual, value) -> match(actual, value, true)),
    NotMatch((actual, value) -> !match(actual, value, false)),
    CNotMatch((actual, value) -> !match(actual, value, true)),
    In((actual, value) -> contains(value, actual, false)),
    CIn((actual, value) -> contains(value, actual, true)),
    NotIn((actual, value) -> !contains(value, actual, false)),
    CNotIn((actual, value) -> !contains(value, actual, true)),
    Contains((actual, value) -> contains(actual, value, false)),
    CContains((actual, value) -> contains(actual, value, true)),
    NotContains((actual, value) -> !contains(actual, value, false)),
    CNotContains((actual, value) -> !contains(actual, value, true)),
    Is(Comparison::isOfType),
    IsNot((actual, value) -> !isOfType(actual, value)),
    Not((actual, value) -> !Conversion.isTrue(actual));

    private interface Test {
        boolean holds(@Nullable Object actual, @Nullable Object value);
    }

    private final Test test;

    Comparison(Test test) {
        this.test = test;
    }

    /** Whether the value of the property stands so to the value that was given. */
    boolean holds(@Nullable Object actual, @Nullable Object value) {
        return test.holds(actual, value);
    }

    private static boolean equal(@Nullable Object actual, @Nullable Object value, boolean caseSensitive) {
        return Conversion.equal(actual, value, caseSensitive);
    }

    private static int order(@Nullable Object actual, @Nullable Object value, boolean caseSensitive) {
        return Conversion.compare(actual, value, caseSensitive);
    }

    private static boolean like(@Nullable Object actual, @Nullable Object value, boolean caseSensitive) {
        return Conversion.wildcard(Conversion.toText(value), caseSensitive).test(Conversion.toText(actual));
    }

    private static boolean match(@Nullable Object actual, @Nullable Object value, boolean caseSensitive) {
        return Regexes.pattern(Conversion.toText(value), caseSensitive)
                .matcher(Conversion.toText(actual))
                .find();
    }

    private static boolean contains(@Nullable Object many, @Nullable Object one, boolean caseSensitive) {
        for (Object element : Conversion.enumerate(many)) {
            try {
                if (Conversion.equal(element, one, caseSensitive)) {
                    return true;
                }
            } catch (ConversionException different) {
                continue;
            }
        }
        return false;
    }

    private static boolean isOfType(@Nullable Object actual, @Nullable Object value) {
        String name = Conversion.toText(value).replaceAll("^\\[|\\]$", "");
        TypeToken type = value instanceof TypeToken token ? token : TypeToken.named(name);
        if (actual == null) {
            return false;
        }
        return type != null && !type.isList()
                ? type.type().isInstance(actual)
                : Members.typeName(actual).equalsIgnoreCase(name);
    }
}
