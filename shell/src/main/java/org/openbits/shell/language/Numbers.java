package org.openbits.shell.language;

import static org.openbits.shell.language.Characters.isDigit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Numbers: {@code 12}, {@code 0xff}, {@code 0b11}, {@code 1.5e3}, with the type endings {@code l}, {@code d}, {@code u}
 * ... and the multipliers {@code kb} to {@code pb}.
 */
final class Numbers {

    private static final String MULTIPLIERS = "kmgtp";
    private static final String TYPE_ENDINGS = "ldunsy";

    private Numbers() {}

    /** Reads a number at the cursor, which stays where it is when none is there (null). A sign is not read. */
    static @Nullable Object read(Cursor cursor) {
        int start = cursor.at();
        char second = Character.toLowerCase(cursor.peek(1));
        Object value = cursor.peek() == '0' && (second == 'x' || second == 'b')
                ? readRadix(cursor, second == 'x' ? 16 : 2)
                : readDecimal(cursor);
        if (value == null || Characters.isNamePart(cursor.peek())) {
            cursor.back(start);
            return null;
        }
        return value;
    }

    private static @Nullable Object readRadix(Cursor cursor, int radix) {
        cursor.skip(2);
        int start = cursor.at();
        while (Character.digit(cursor.peek(), radix) >= 0) {
            cursor.skip(1);
        }
        String digits = cursor.textFrom(start);
        if (digits.isEmpty()) {
            return null;
        }
        // 0xffffffff is -1, as it has ever been: eight digits fill an Int32, sixteen an Int64.
        BigInteger value = new BigInteger(digits, radix);
        int bits = digits.length() * (radix == 16 ? 4 : 1);
        if (bits == 32) {
            return ending(cursor, BigInteger.valueOf(value.intValue()));
        }
        return ending(cursor, bits == 64 ? BigInteger.valueOf(value.longValue()) : value);
    }

    private static @Nullable Object readDecimal(Cursor cursor) {
        int start = cursor.at();
        boolean whole = true;
        digits(cursor);
        if (cursor.peek() == '.' && isDigit(cursor.peek(1))) {
            whole = false;
            cursor.skip(1);
            digits(cursor);
        }
        if (cursor.at() == start) {
            return null;
        }
        int sign = cursor.peek(1) == '+' || cursor.peek(1) == '-' ? 2 : 1;
        if ((cursor.peek() == 'e' || cursor.peek() == 'E') && isDigit(cursor.peek(sign))) {
            whole = false;
            cursor.skip(sign);
            digits(cursor);
        }
        String text = cursor.textFrom(start);
        return whole ? ending(cursor, new BigInteger(text)) : realEnding(cursor, text);
    }

    private static void digits(Cursor cursor) {
        while (isDigit(cursor.peek())) {
            cursor.skip(1);
        }
    }

    private static Object realEnding(Cursor cursor, String text) {
        boolean decimal = Character.toLowerCase(cursor.peek()) == 'd';
        cursor.skip(decimal ? 1 : 0);
        long factor = multiplier(cursor);
        return decimal
                ? new BigDecimal(text).multiply(BigDecimal.valueOf(factor))
                : (Object) (Double.parseDouble(text) * factor);
    }

    private static Object ending(Cursor cursor, BigInteger digits) {
        int start = cursor.at();
        while (TYPE_ENDINGS.indexOf(Character.toLowerCase(cursor.peek())) >= 0 && cursor.at() - start < 2) {
            cursor.skip(1);
        }
        String type = cursor.textFrom(start).toLowerCase(Locale.ROOT);
        BigInteger value = digits.multiply(BigInteger.valueOf(multiplier(cursor)));
        if (type.equals("d")) {
            return new BigDecimal(value);
        }
        if (value.bitLength() > 63) {
            return value;
        }
        return value.bitLength() > 31 || type.contains("l") ? (Object) value.longValue() : (Object) value.intValue();
    }

    private static long multiplier(Cursor cursor) {
        int power = MULTIPLIERS.indexOf(Character.toLowerCase(cursor.peek()));
        if (power < 0 || Character.toLowerCase(cursor.peek(1)) != 'b') {
            return 1;
        }
        cursor.skip(2);
        return 1L << 10 * (power + 1);
    }
}
