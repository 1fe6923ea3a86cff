package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.ConversionException;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Formats;
import org.openbits.automation.HashTable;
import org.openbits.automation.NetList;
import org.openbits.automation.RegexMatch;
import org.openbits.automation.Regexes;
import org.openbits.automation.ScriptBlock;
import org.openbits.automation.Version;
import org.openbits.shell.language.BinaryOperator;

/** The binary operators on values. A list on the left of a comparison is filtered, not compared. */
final class Operators {

    private final Regexes regexes = new Regexes();
    private @Nullable HashTable lastMatches;

    Regexes regexes() {
        return regexes;
    }

    /** The groups of the last successful {@code -match} on a single text since the last call; null without one. */
    @Nullable
    HashTable takeMatches() {
        HashTable matches = lastMatches;
        lastMatches = null;
        return matches;
    }

    @Nullable
    Object apply(BinaryOperator operator, boolean caseSensitive, @Nullable Object left, @Nullable Object right) {
        return switch (operator) {
            case ADD -> Arithmetic.add(left, right);
            case SUBTRACT -> Arithmetic.subtract(left, right);
            case MULTIPLY -> Arithmetic.multiply(left, right);
            case DIVIDE -> Arithmetic.divide(left, right);
            case REMAINDER -> Arithmetic.remainder(left, right);
            case FORMAT -> format(Conversion.toText(left), arguments(right));
            case RANGE -> range(left, right);
            case BAND, BOR, BXOR -> bits(operator, left, right);
            case SHL, SHR -> Arithmetic.bits(operator, left, right);
            case XOR -> Conversion.isTrue(left) != Conversion.isTrue(right);
            case EQ -> filter(left, value -> equal(value, right, caseSensitive));
            case NE -> filter(left, value -> !equal(value, right, caseSensitive));
            case GT -> filter(left, value -> compare(value, right, caseSensitive) > 0);
            case GE -> filter(left, value -> compare(value, right, caseSensitive) >= 0);
            case LT -> filter(left, value -> compare(value, right, caseSensitive) < 0);
            case LE -> filter(left, value -> compare(value, right, caseSensitive) <= 0);
            case LIKE -> filter(left, like(right, caseSensitive));
            case NOTLIKE -> filter(left, like(right, caseSensitive).negate());
            case MATCH -> match(left, right, caseSensitive, true);
            case NOTMATCH -> match(left, right, caseSensitive, false);
            case CONTAINS -> contains(left, right, caseSensitive);
            case NOTCONTAINS -> !contains(left, right, caseSensitive);
            case IN -> contains(right, left, caseSensitive);
            case NOTIN -> !contains(right, left, caseSensitive);
            case REPLACE -> replace(left, right, caseSensitive);
            case SPLIT -> split(left, right, caseSensitive);
            case JOIN -> join(left, Conversion.toText(right));
            case AND, OR, COALESCE, IS, ISNOT, AS -> throw new IllegalArgumentException(operator.text());
        };
    }

    /** Flags of an enumeration are flags again. */
    private static Object bits(BinaryOperator operator, @Nullable Object left, @Nullable Object right) {
        EnumType type =
                left instanceof EnumValue flags ? flags.type() : right instanceof EnumValue flags ? flags.type() : null;
        if (type == null) {
            return Arithmetic.bits(operator, left, right);
        }
        Object bits = Arithmetic.bits(
                operator, type.convert(left == null ? 0 : left), type.convert(right == null ? 0 : right));
        return type.flags() ? type.any(Conversion.toNumber(bits).longValue()) : bits;
    }

    private static List<@Nullable Object> arguments(@Nullable Object right) {
        if (right == null) {
            List<@Nullable Object> one = new ArrayList<>();
            one.add(null);
            return one;
        }
        return Conversion.enumerate(right);
    }

    private static Object filter(@Nullable Object left, Predicate<@Nullable Object> test) {
        if (left == null || !Conversion.isMany(left)) {
            return test.test(left);
        }
        List<@Nullable Object> kept = new ArrayList<>();
        for (Object value : Conversion.enumerate(left)) {
            if (test.test(value)) {
                kept.add(value);
            }
        }
        return kept;
    }

    private static boolean equal(@Nullable Object left, @Nullable Object other, boolean caseSensitive) {
        boolean isVersion = left instanceof Version && other instanceof CharSequence;
        Version version = isVersion ? Version.parse(String.valueOf(other)) : null;
        return Conversion.equal(left, version == null ? other : version, caseSensitive);
    }

    private static int compare(@Nullable Object left, @Nullable Object other, boolean caseSensitive) {
        Object right = other;
        if (left instanceof Version && other instanceof CharSequence) {
            Version version = Version.parse(other.toString());
            right = version == null ? other : version;
        }
        try {
            return Conversion.compare(left, right, caseSensitive);
        } catch (ConversionException e) {
            throw Failures.invalid(
                    null,
                    "ComparisonFailure",
                    "Could not compare \"" + Conversion.toText(left) + "\" to \"" + Conversion.toText(right) + "\": "
                            + e.getMessage());
        }
    }

    private static Predicate<@Nullable Object> like(@Nullable Object pattern, boolean caseSensitive) {
        Predicate<String> test = Conversion.wildcard(Conversion.toText(pattern), caseSensitive);
        return value -> test.test(Conversion.toText(value));
    }

    private Object match(@Nullable Object left, @Nullable Object right, boolean caseSensitive, boolean wanted) {
        Pattern pattern =
                right instanceof Pattern ready ? ready : regexes.compile(Conversion.toText(right), caseSensitive);
        if (left != null && Conversion.isMany(left)) {
            return filter(
                    left, value -> pattern.matcher(Conversion.toText(value)).find() == wanted);
        }
        Matcher matcher = pattern.matcher(Conversion.toText(left));
        boolean found = matcher.find();
        if (found) {
            lastMatches = Regexes.matches(matcher);
        }
        return found == wanted;
    }

    private static boolean contains(@Nullable Object many, @Nullable Object wanted, boolean caseSensitive) {
        if (many == null) {
            return wanted == null;
        }
        for (Object value : Conversion.enumerate(many)) {
            if (Conversion.equal(value, wanted, caseSensitive)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Object replace(@Nullable Object left, @Nullable Object right, boolean caseSensitive) {
        List<@Nullable Object> arguments = arguments(right);
        Object what = arguments.get(0);
        Object with = arguments.size() > 1 ? arguments.get(1) : "";
        Pattern pattern =
                what instanceof Pattern ready ? ready : regexes.compile(Conversion.toText(what), caseSensitive);
        return each(left, text -> Regexes.replace(pattern, text, match -> replacement(match, with)));
    }

    private static String replacement(Matcher match, @Nullable Object with) {
        return with instanceof ScriptBlock block
                ? Conversion.toText(block.invokeSingle(new RegexMatch(match.toMatchResult(), match.pattern())))
                : Regexes.substitution(match, Conversion.toText(with));
    }

    private static Object each(@Nullable Object left, java.util.function.UnaryOperator<String> change) {
        if (left == null || !Conversion.isMany(left)) {
            return change.apply(Conversion.toText(left));
        }
        List<@Nullable Object> changed = new ArrayList<>();
        for (Object value : Conversion.enumerate(left)) {
            changed.add(change.apply(Conversion.toText(value)));
        }
        return changed;
    }

    private static String format(String text, List<@Nullable Object> values) {
        try {
            return Formats.composite(text, values);
        } catch (IllegalArgumentException malformed) {
            throw Failures.at(null, malformed, "FormatError", ErrorCategory.InvalidOperation, text);
        }
    }

    /** {@code -split} with a separator, and optionally the most pieces and options. */
    private Object split(@Nullable Object left, @Nullable Object right, boolean caseSensitive) {
        List<@Nullable Object> arguments = arguments(right);
        Object separator = arguments.get(0);
        int limit = arguments.size() > 1 ? Conversion.toNumber(arguments.get(1)).intValue() : 0;
        boolean literal = arguments.size() > 2
                && Conversion.toText(arguments.get(2))
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains("simplematch");
        List<@Nullable Object> pieces = NetList.texts(List.of());
        for (Object text : arguments(left)) {
            if (separator instanceof ScriptBlock block) {
                pieces.addAll(splitWhere(Conversion.toText(text), block));
            } else {
                String regex = Conversion.toText(separator);
                Pattern pattern = regexes.compile(literal ? Pattern.quote(regex) : regex, caseSensitive);
                pieces.addAll(Regexes.split(pattern, Conversion.toText(text), limit));
            }
        }
        return pieces;
    }

    private static List<@Nullable Object> splitWhere(String text, ScriptBlock isSeparator) {
        List<@Nullable Object> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Conversion.isTrue(isSeparator.invokeSingle(String.valueOf(text.charAt(i))))) {
                pieces.add(text.substring(start, i));
                start = i + 1;
            }
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    /** {@code -split} before its operand: pieces between blanks. */
    static Object splitAtBlanks(@Nullable Object value) {
        List<@Nullable Object> pieces = NetList.texts(List.of());
        for (Object text : arguments(value)) {
            for (String piece : Conversion.toText(text).trim().split("\\s+")) {
                pieces.add(piece);
            }
        }
        return pieces;
    }

    static Object join(@Nullable Object values, String separator) {
        StringBuilder text = new StringBuilder();
        String between = "";
        for (Object value : values == null ? List.<Object>of() : Conversion.enumerate(values)) {
            text.append(between).append(Conversion.toText(value));
            between = separator;
        }
        return text.toString();
    }

    private static Object range(@Nullable Object left, @Nullable Object right) {
        if (left instanceof String a
                && right instanceof String b
                && a.length() == 1
                && b.length() == 1
                && !Character.isDigit(a.charAt(0))) {
            return range(a.charAt(0), b.charAt(0), true);
        }
        Integer from = Conversion.to(Integer.class, left);
        Integer to = Conversion.to(Integer.class, right);
        return range(from == null ? 0 : from, to == null ? 0 : to, false);
    }

    private static List<@Nullable Object> range(int from, int to, boolean characters) {
        List<@Nullable Object> range = new ArrayList<>(Math.min(Math.abs(to - from) + 1, 1 << 20));
        int step = from <= to ? 1 : -1;
        for (int i = from; ; i += step) {
            range.add(characters ? (Object) (char) i : (Object) i);
            if (i == to) {
                return range;
            }
        }
    }
}
