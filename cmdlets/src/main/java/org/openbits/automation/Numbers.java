package org.openbits.automation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers: read from texts, rounded half to even, widened, printed as .NET prints them. */
final class Numbers {

    private static final Pattern DECIMAL =
            Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d{1,3})?)(l|d)?(kb|mb|gb|tb|pb)?");
    private static final Pattern HEXADECIMAL = Pattern.compile("([+-]?)0x([0-9a-f]{1,32})(l)?(kb|mb|gb|tb|pb)?");
    private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);

    private Numbers() {}

    static Number of(@Nullable Object value) {
        Number number = orNull(value);
        if (number == null) {
            throw new ConversionException(
                    value,
                    "System.Int32",
                    "The input string '" + Conversion.toText(value) + "' was not in a correct format.");
        }
        return number;
    }

    /** The number of a value, null when it is none. */
    static @Nullable Number orNull(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof Byte || value instanceof Short) {
            return ((Number) value).intValue();
        }
        if (value instanceof Float single) {
            return Double.valueOf(single.toString());
        }
        if (value instanceof SmallInteger number) {
            return number.widened();
        }
        if (value instanceof Number number) {
            return number;
        }
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        if (value instanceof Character character) {
            return (int) character;
        }
        if (value instanceof Numbered numbered) {
            return fit(BigInteger.valueOf(numbered.number()));
        }
        if (value instanceof Enum<?> constant) {
            return constant.ordinal();
        }
        if (value instanceof java.time.Duration span) {
            return Times.ticks(span);
        }
        return value instanceof CharSequence text ? parse(text.toString()) : null;
    }

    /** A number as scripts write it: {@code 12}, {@code 1.5}, {@code 0xFF}, {@code 1e3}, {@code 10MB}; null when it is none. */
    static @Nullable Number parse(String text) {
        String bare = text.strip().toLowerCase(Locale.ROOT);
        if (bare.isEmpty()) {
            return 0;
        }
        Matcher hexadecimal = HEXADECIMAL.matcher(bare);
        if (hexadecimal.matches()) {
            return hexadecimal(hexadecimal);
        }
        Matcher decimal = DECIMAL.matcher(bare.replace(",", ""));
        if (!decimal.matches()) {
            return null;
        }
        BigDecimal exact = new BigDecimal(decimal.group(1)).multiply(new BigDecimal(multiplier(decimal.group(3))));
        if ("d".equals(decimal.group(2))) {
            return exact;
        }
        boolean isReal = decimal.group(1).contains(".") || decimal.group(1).contains("e");
        if (isReal || exact.scale() > 0) {
            return exact.doubleValue();
        }
        return "l".equals(decimal.group(2)) ? (Number) exact.longValueExact() : fit(exact.toBigInteger());
    }

    private static Number hexadecimal(Matcher matcher) {
        BigInteger bits = new BigInteger(matcher.group(2), 16);
        // As in PowerShell, eight digits with the top bit set are a negative Int32, sixteen a negative Int64.
        if (matcher.group(2).length() == 8 && bits.bitLength() == 32) {
            bits = bits.subtract(BigInteger.ONE.shiftLeft(32));
        } else if (matcher.group(2).length() == 16 && bits.bitLength() == 64) {
            bits = bits.subtract(TWO_64);
        }
        BigInteger value = bits.multiply(multiplier(matcher.group(4)));
        return fit(matcher.group(1).equals("-") ? value.negate() : value);
    }

    private static BigInteger multiplier(@Nullable String suffix) {
        int power = suffix == null ? 0 : 1 + "kmgtp".indexOf(suffix.charAt(0));
        return BigInteger.ONE.shiftLeft(10 * power);
    }

    /** The smallest of Integer, Long and BigInteger that holds it. */
    static Number fit(BigInteger value) {
        if (value.bitLength() < 32) {
            return value.intValue();
        }
        return value.bitLength() < 64 ? (Number) value.longValue() : value;
    }

    /** A whole number within bounds, rounded half to even. */
    static BigInteger whole(@Nullable Object value, BigInteger from, BigInteger to, String typeName) {
        Number number = orNull(value);
        if (number == null) {
            throw new ConversionException(
                    value,
                    typeName,
                    "The input string '" + Conversion.toText(value) + "' was not in a correct format.");
        }
        if (isReal(number) && (Double.isNaN(number.doubleValue()) || Double.isInfinite(number.doubleValue()))) {
            throw tooLarge(value, typeName);
        }
        BigInteger whole = exact(number).setScale(0, RoundingMode.HALF_EVEN).toBigInteger();
        if (whole.compareTo(from) < 0 || whole.compareTo(to) > 0) {
            throw tooLarge(value, typeName);
        }
        return whole;
    }

    private static ConversionException tooLarge(@Nullable Object value, String typeName) {
        String simple = typeName.substring(typeName.lastIndexOf('.') + 1);
        return new ConversionException(
                value, typeName, "Value was either too large or too small for an " + simple + ".");
    }

    static BigDecimal exact(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        return isReal(number) ? new BigDecimal(number.toString()) : BigDecimal.valueOf(number.longValue());
    }

    static boolean isReal(Number number) {
        return number instanceof Double || number instanceof Float;
    }

    static int signum(Number number) {
        return isReal(number)
                ? (number.doubleValue() == 0 ? 0 : number.doubleValue() < 0 ? -1 : 1)
                : exact(number).signum();
    }

    static int compare(Number left, Number right) {
        if (isReal(left) || isReal(right)) {
            return Double.compare(left.doubleValue() + 0.0, right.doubleValue() + 0.0);
        }
        return exact(left).compareTo(exact(right));
    }

    /** As .NET prints without a culture: {@code 1.5}, {@code 1E+20}, {@code 0.0001}, {@code 1E-05}. */
    static String toText(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (!isReal(number)) {
            return number.toString();
        }
        double value = number.doubleValue();
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "\u221E" : "-\u221E";
        }
        return value == 0 ? 1 / value < 0 ? "-0" : "0" : real(new BigDecimal(number.toString()).stripTrailingZeros());
    }

    private static String real(BigDecimal shortest) {
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent > -5 && exponent < 15) {
            return shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().abs().toString();
        return (shortest.signum() < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + String.format(Locale.ROOT, "E%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
