package org.openbits.automation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * One section of a custom format of numbers: {@code #,##0.00}, {@code (000) 000-0000}, {@code 0.0%}. Texts may stand
 * anywhere between the places of digits.
 */
final class CustomNumber {

    /** A place for a digit before or behind the point, or a text. */
    private record Part(char kind, String text) {}

    private static final char ZERO = '0';
    private static final char DIGIT = '#';
    private static final char TEXT = 't';
    private static final char POINT = '.';

    private final List<Part> parts = new ArrayList<>();
    private int whole;
    private int fraction;
    private int leastFraction;
    private int pendingCommas;
    private int scale;
    private int hundreds;
    private boolean isGrouped;
    private boolean isBehindPoint;

    private CustomNumber(String format) {
        int index = 0;
        while (index < format.length()) {
            char letter = format.charAt(index);
            if (letter == '\\' && index + 1 < format.length()) {
                text(format.substring(index + 1, index + 2));
                index += 2;
            } else if (letter == '\'' || letter == '"') {
                int end = format.indexOf(letter, index + 1);
                text(format.substring(index + 1, end < 0 ? format.length() : end));
                index = end < 0 ? format.length() : end + 1;
            } else {
                read(letter);
                index++;
            }
        }
        scale += isBehindPoint ? 0 : pendingCommas;
    }

    private void read(char letter) {
        switch (letter) {
            case ZERO, DIGIT -> place(letter);
            case POINT -> {
                scale += isBehindPoint ? 0 : pendingCommas;
                pendingCommas = 0;
                if (!isBehindPoint) {
                    parts.add(new Part(POINT, ""));
                }
                isBehindPoint = true;
            }
            case ',' -> pendingCommas += whole > 0 ? 1 : 0;
            case '%', '\u2030' -> {
                hundreds += letter == '%' ? 2 : 3;
                text(String.valueOf(letter));
            }
            default -> text(String.valueOf(letter));
        }
    }

    private void place(char kind) {
        if (isBehindPoint) {
            fraction++;
            leastFraction = kind == ZERO ? fraction : leastFraction;
        } else {
            whole++;
            isGrouped |= pendingCommas > 0;
            pendingCommas = 0;
        }
        parts.add(new Part(kind, ""));
    }

    private void text(String text) {
        parts.add(new Part(TEXT, text));
    }

    /** The number by this section of a format. */
    static String apply(BigDecimal number, String format, Culture culture) {
        return new CustomNumber(format).write(number, culture);
    }

    private String write(BigDecimal number, Culture culture) {
        BigDecimal value = number.movePointRight(hundreds - 3 * scale).setScale(fraction, RoundingMode.HALF_UP);
        String digits = value.abs().unscaledValue().toString();
        digits = "0".repeat(Math.max(0, fraction + 1 - digits.length())) + digits;
        String integer = digits.substring(0, digits.length() - fraction).replaceFirst("^0+", "");
        String behind = digits.substring(digits.length() - fraction);
        while (behind.length() > leastFraction && behind.endsWith("0")) {
            behind = behind.substring(0, behind.length() - 1);
        }
        StringBuilder out = new StringBuilder();
        if (value.signum() < 0 && whole + fraction > 0) {
            out.append(culture.symbols().getMinusSign());
        }
        int place = 0;
        int behindPlace = 0;
        boolean hasZero = false;
        boolean isBehind = false;
        for (Part part : parts) {
            if (part.kind() == TEXT) {
                out.append(part.text());
            } else if (part.kind() == POINT) {
                isBehind = true;
                out.append(behind.isEmpty() ? "" : culture.symbols().getDecimalSeparator());
            } else if (isBehind) {
                out.append(behindPlace < behind.length() ? behind.substring(behindPlace, behindPlace + 1) : "");
                behindPlace++;
            } else {
                hasZero |= part.kind() == ZERO;
                integer(out, integer, place++, hasZero, culture);
            }
        }
        return out.toString();
    }

    /** The digits of one place; the first place takes all that have none. */
    private void integer(StringBuilder out, String integer, int place, boolean hasZero, Culture culture) {
        int right = whole - place - 1;
        int last = integer.length() - 1 - right;
        for (int index = place == 0 ? Math.min(0, last) : last; index <= last; index++) {
            if (index < 0 && !hasZero) {
                continue;
            }
            out.append(index < 0 ? '0' : integer.charAt(index));
            int rest = integer.length() - 1 - index;
            if (isGrouped && rest > 0 && rest % 3 == 0) {
                out.append(culture.symbols().getGroupingSeparator());
            }
        }
    }
}
