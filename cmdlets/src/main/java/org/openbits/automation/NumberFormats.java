package org.openbits.automation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** .NET's standard ({@code N2}, {@code X8}) and custom ({@code #,##0.00}) formats of numbers. */
final class NumberFormats {

    private static final Pattern STANDARD = Pattern.compile("([cdefgnprxCDEFGNPRX])(\\d{0,2})");

    private NumberFormats() {}

    static String apply(Number number, String format, Culture culture) {
        if (Numbers.isReal(number) && (Double.isNaN(number.doubleValue()) || Double.isInfinite(number.doubleValue()))) {
            return culture.number(Numbers.toText(number));
        }
        Matcher standard = STANDARD.matcher(format);
        if (!standard.matches()) {
            return custom(number, format, culture);
        }
        int digits = standard.group(2).isEmpty() ? -1 : Integer.parseInt(standard.group(2));
        return standard(number, standard.group(1).charAt(0), digits, culture);
    }

    private static String standard(Number number, char letter, int digits, Culture culture) {
        BigDecimal exact = number instanceof Double real ? new BigDecimal(real) : Numbers.exact(number);
        String sign = isLost(number, exact, letter, digits) ? "-" : "";
        return sign
                + switch (Character.toUpperCase(letter)) {
                    case 'C' -> culture.currency(exact, digits < 0 ? 2 : digits);
                    case 'D' -> whole(number, Math.max(digits, 1), culture);
                    case 'E' -> scientific(exact, letter, digits < 0 ? 6 : digits, culture);
                    case 'F' -> decimal("0", exact, digits < 0 ? 2 : digits, culture);
                    case 'N' -> decimal("#,##0", exact, digits < 0 ? 2 : digits, culture);
                    case 'P' -> culture.percent(exact, digits < 0 ? 2 : digits);
                    case 'X' -> hexadecimal(number, letter, Math.max(digits, 1));
                    default -> culture.number(general(number, exact, digits));
                };
    }

    /** Whether a negative real is rounded to zero, whose sign .NET keeps. */
    private static boolean isLost(Number number, BigDecimal exact, char letter, int digits) {
        int shift = "Pp".indexOf(letter) >= 0 ? 2 : 0;
        boolean isRounded = "CcFfNnPp".indexOf(letter) >= 0;
        return isRounded
                && isNegative(number)
                && exact.movePointRight(shift)
                                .setScale(digits < 0 ? 2 : digits, RoundingMode.HALF_UP)
                                .signum()
                        == 0
                && !(letter == 'C' && exact.signum() < 0)
                && !(letter == 'c' && exact.signum() < 0);
    }

    private static boolean isNegative(Number number) {
        return number instanceof Double real && (real < 0 || 1 / real == Double.NEGATIVE_INFINITY);
    }

    private static String decimal(String pattern, BigDecimal value, int digits, Culture culture) {
        return culture.plain(pattern, value.setScale(digits, RoundingMode.HALF_UP), digits);
    }

    private static String whole(Number number, int digits, Culture culture) {
        BigInteger value = requireWhole(number);
        String text = value.abs().toString();
        return culture.number((value.signum() < 0 ? "-" : "") + "0".repeat(Math.max(0, digits - text.length())) + text);
    }

    private static String hexadecimal(Number number, char letter, int digits) {
        BigInteger value = requireWhole(number);
        if (value.signum() < 0) {
            value = value.add(BigInteger.ONE.shiftLeft(number instanceof Long ? 64 : 32));
        }
        String text = value.toString(16);
        text = "0".repeat(Math.max(0, digits - text.length())) + text;
        return letter == 'X' ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static BigInteger requireWhole(Number number) {
        if (Numbers.isReal(number) || number instanceof BigDecimal) {
            throw new IllegalArgumentException("Error formatting a string: Format specifier was invalid.");
        }
        return Numbers.exact(number).toBigInteger();
    }

    private static String scientific(BigDecimal value, char letter, int digits, Culture culture) {
        if (value.signum() == 0) {
            return decimal("0", value, digits, culture) + letter + "+000";
        }
        BigDecimal rounded = value.round(new java.math.MathContext(digits + 1, RoundingMode.HALF_UP));
        int exponent = rounded.precision() - rounded.scale() - 1;
        return decimal("0", rounded.movePointLeft(exponent), digits, culture)
                + letter
                + String.format(Locale.ROOT, "%s%03d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    private static String general(Number number, BigDecimal exact, int digits) {
        if (digits <= 0) {
            return Numbers.toText(number);
        }
        BigDecimal rounded = exact.round(new java.math.MathContext(digits, RoundingMode.HALF_UP));
        return Numbers.toText(rounded.stripTrailingZeros().scale() <= 0 ? rounded : (Number) rounded.doubleValue());
    }

    /** A custom format; its sections after a semicolon are for negative numbers and for zero. */
    private static String custom(Number number, String format, Culture culture) {
        String[] sections = format.split(";", -1);
        BigDecimal value = Numbers.exact(number);
        if (value.signum() == 0 && sections.length > 2) {
            return CustomNumber.apply(value, sections[2], culture);
        }
        if (value.signum() < 0 && sections.length > 1 && !sections[1].isEmpty()) {
            return CustomNumber.apply(value.abs(), sections[1], culture);
        }
        String text = CustomNumber.apply(value, sections[0], culture);
        boolean isZero = isNegative(number) && text.indexOf('0') >= 0 && text.matches("[^1-9-]*");
        return isZero ? "-" + text : text;
    }
}
