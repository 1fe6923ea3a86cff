package org.openbits.automation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** .NET's standard ({@code N2}, {@code X8}) and custom ({@code #,##0.00}) formats of numbers. */
final class NumberFormats {

    private static final Pattern STANDARD = Pattern.compile("([cdefgnprxCDEFGNPRX])(\\d{0,2})");

    private NumberFormats() {}

    static String apply(Number number, String format) {
        if (Numbers.isReal(number) && (Double.isNaN(number.doubleValue()) || Double.isInfinite(number.doubleValue()))) {
            return Numbers.toText(number);
        }
        Matcher standard = STANDARD.matcher(format);
        if (!standard.matches()) {
            return custom(number, format);
        }
        int digits = standard.group(2).isEmpty() ? -1 : Integer.parseInt(standard.group(2));
        return standard(number, standard.group(1).charAt(0), digits);
    }

    private static String standard(Number number, char letter, int digits) {
        BigDecimal exact = number instanceof Double real ? new BigDecimal(real) : Numbers.exact(number);
        return switch (Character.toUpperCase(letter)) {
            case 'C' -> (exact.signum() < 0 ? "-$" : "$") + decimal("#,##0", exact.abs(), digits < 0 ? 2 : digits);
            case 'D' -> whole(number, Math.max(digits, 1));
            case 'E' -> scientific(exact, letter, digits < 0 ? 6 : digits);
            case 'F' -> decimal("0", exact, digits < 0 ? 2 : digits);
            case 'N' -> decimal("#,##0", exact, digits < 0 ? 2 : digits);
            case 'P' -> decimal("#,##0", exact.movePointRight(2), digits < 0 ? 2 : digits) + "%";
            case 'X' -> hexadecimal(number, letter, Math.max(digits, 1));
            default -> general(number, exact, digits);
        };
    }

    private static String decimal(String pattern, BigDecimal value, int digits) {
        BigDecimal rounded = value.setScale(digits, RoundingMode.HALF_UP);
        String shape = digits == 0 ? pattern : pattern + "." + "0".repeat(digits);
        return new DecimalFormat(shape, symbols()).format(rounded);
    }

    private static DecimalFormatSymbols symbols() {
        return DecimalFormatSymbols.getInstance(Locale.ROOT);
    }

    private static String whole(Number number, int digits) {
        BigInteger value = requireWhole(number);
        String text = value.abs().toString();
        return (value.signum() < 0 ? "-" : "") + "0".repeat(Math.max(0, digits - text.length())) + text;
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

    private static String scientific(BigDecimal value, char letter, int digits) {
        if (value.signum() == 0) {
            return decimal("0", value, digits) + letter + "+000";
        }
        BigDecimal rounded = value.round(new java.math.MathContext(digits + 1, RoundingMode.HALF_UP));
        int exponent = rounded.precision() - rounded.scale() - 1;
        return decimal("0", rounded.movePointLeft(exponent), digits)
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
    private static String custom(Number number, String format) {
        String[] sections = format.split(";", -1);
        BigDecimal value = Numbers.exact(number);
        if (value.signum() == 0 && sections.length > 2) {
            return section(value, sections[2]);
        }
        if (value.signum() < 0 && sections.length > 1 && !sections[1].isEmpty()) {
            return section(value.abs(), sections[1]);
        }
        return section(value, sections[0]);
    }

    private static String section(BigDecimal number, String format) {
        CustomShape shape = new CustomShape(format);
        if (!shape.hasDigits) {
            return shape.prefix.toString();
        }
        BigDecimal value = shape.isPercent ? number.movePointRight(2) : number;
        DecimalFormat layout = new DecimalFormat("0", symbols());
        layout.setRoundingMode(RoundingMode.HALF_UP);
        layout.setMinimumIntegerDigits(shape.integerZeros);
        layout.setMinimumFractionDigits(shape.fractionZeros);
        layout.setMaximumFractionDigits(shape.fractionPlaces);
        layout.setGroupingUsed(shape.isGrouped);
        layout.setGroupingSize(3);
        String digits = layout.format(value.abs());
        boolean isNegative = value.signum() < 0 && !digits.matches("[0.,]*");
        return (isNegative ? "-" : "") + shape.prefix + digits + shape.suffix;
    }

    /** What a custom format says, read from left to right. */
    private static final class CustomShape {

        private final StringBuilder prefix = new StringBuilder();
        private final StringBuilder suffix = new StringBuilder();
        private int integerZeros;
        private int fractionZeros;
        private int fractionPlaces;
        private boolean isGrouped;
        private boolean isPercent;
        private boolean hasDigits;
        private boolean inFraction;

        private CustomShape(String format) {
            for (int index = 0; index < format.length(); index++) {
                char character = format.charAt(index);
                if (character == '\\' && index + 1 < format.length()) {
                    literal(format.charAt(++index));
                } else if (character == '\'' || character == '"') {
                    int end = format.indexOf(character, index + 1);
                    String quoted = format.substring(index + 1, end < 0 ? format.length() : end);
                    quoted.chars().forEach(each -> literal((char) each));
                    index = end < 0 ? format.length() : end;
                } else {
                    read(character);
                }
            }
        }

        private void read(char character) {
            switch (character) {
                case '0' -> place(true);
                case '#' -> place(false);
                case '.' -> inFraction = true;
                case ',' -> isGrouped = true;
                case '%' -> {
                    isPercent = true;
                    literal('%');
                }
                default -> literal(character);
            }
        }

        private void place(boolean isZero) {
            hasDigits = true;
            if (inFraction) {
                fractionPlaces++;
                fractionZeros = isZero ? fractionPlaces : fractionZeros;
            } else {
                integerZeros += isZero || integerZeros > 0 ? 1 : 0;
            }
        }

        private void literal(char character) {
            (hasDigits ? suffix : prefix).append(character);
        }
    }
}
