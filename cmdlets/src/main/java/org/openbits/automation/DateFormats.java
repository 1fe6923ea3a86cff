package org.openbits.automation;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** .NET's standard and custom formats of DateTime and TimeSpan. */
final class DateFormats {

    private DateFormats() {}

    static String apply(ZonedDateTime time, String format, Culture culture) {
        return switch (format) {
            case "o", "O" -> custom(time, "yyyy-MM-ddTHH:mm:ss.fffffffK", Culture.INVARIANT);
            case "s" -> custom(time, "yyyy-MM-ddTHH:mm:ss", Culture.INVARIANT);
            case "u" -> custom(time, "yyyy-MM-dd HH:mm:ssZ", Culture.INVARIANT);
            case "r", "R" -> custom(time, "ddd, dd MMM yyyy HH:mm:ss 'GMT'", Culture.INVARIANT);
            default -> custom(time, format.length() > 1 ? format : named(format, culture), culture);
        };
    }

    private static String named(String letter, Culture culture) {
        String pattern = culture.pattern(letter);
        if (pattern == null) {
            throw new IllegalArgumentException("Input string was not in a correct format: '" + letter + "'.");
        }
        return pattern;
    }

    private static String custom(ZonedDateTime time, String format, Culture culture) {
        StringBuilder text = new StringBuilder();
        int index = 0;
        while (index < format.length()) {
            int end = tokenEnd(format, index);
            text.append(token(time, format.substring(index, end), culture));
            index = end;
        }
        return text.toString();
    }

    /** Where the run of equal letters, the quoted text or the escaped character that begins at {@code start} ends. */
    private static int tokenEnd(String format, int start) {
        char first = format.charAt(start);
        if (first == '\\' || first == '%') {
            return Math.min(start + (first == '%' ? 1 : 2), format.length());
        }
        if (first == '\'' || first == '"') {
            int close = format.indexOf(first, start + 1);
            return close < 0 ? format.length() : close + 1;
        }
        int end = start + 1;
        while (Character.isLetter(first) && end < format.length() && format.charAt(end) == first) {
            end++;
        }
        return end;
    }

    private static String token(ZonedDateTime time, String token, Culture culture) {
        int length = token.length();
        return switch (token.charAt(0)) {
            case 'y' -> length <= 2 ? two(time.getYear() % 100, length) : four(time.getYear(), length);
            case 'M' ->
                length <= 2 ? two(time.getMonthValue(), length) : culture.month(time.getMonthValue(), length == 3);
            case 'd' ->
                length <= 2
                        ? two(time.getDayOfMonth(), length)
                        : culture.day(time.getDayOfWeek().getValue() % 7, length == 3);
            case 'H' -> two(time.getHour(), length);
            case 'h' -> two(time.getHour() % 12 == 0 ? 12 : time.getHour() % 12, length);
            case 'm' -> two(time.getMinute(), length);
            case 's' -> two(time.getSecond(), length);
            case 'f', 'F' -> fraction(time.getNano(), length);
            case 't' -> half(time, length, culture);
            case 'z', 'K' -> zone(time, token);
            default -> literal(token);
        };
    }

    private static String half(ZonedDateTime time, int length, Culture culture) {
        String half = culture.half(time.getHour() < 12);
        return length == 1 ? half.substring(0, Math.min(1, half.length())) : half;
    }

    private static String two(int value, int length) {
        return length >= 2 && value < 10 ? "0" + value : String.valueOf(value);
    }

    private static String four(int value, int length) {
        String text = String.valueOf(value);
        return "0".repeat(Math.max(0, length - text.length())) + text;
    }

    private static String fraction(int nanos, int length) {
        return String.format(Locale.ROOT, "%09d", nanos).substring(0, Math.min(length, 7));
    }

    private static String zone(ZonedDateTime time, String token) {
        if (token.equals("K") && !TimeKind.of(time).equals("Local")) {
            return TimeKind.isUtc(time) ? "Z" : "";
        }
        return DateTimeFormatter.ofPattern("xxx", Locale.ROOT).format(time).substring(0, token.equals("zz") ? 3 : 6);
    }

    private static String literal(String token) {
        char first = token.charAt(0);
        if (first == '\\') {
            return token.substring(1);
        }
        if (first == '%') {
            return "";
        }
        boolean isQuoted = first == '\'' || first == '"';
        return isQuoted
                ? token.substring(1, Math.max(1, token.length() - (token.endsWith(token.substring(0, 1)) ? 1 : 0)))
                : token;
    }

    static String apply(Duration span, String format) {
        if (format.equals("c") || format.equals("t") || format.equals("T")) {
            return Times.constant(span);
        }
        if (format.equals("g") || format.equals("G")) {
            String text = Times.constant(span);
            return format.equals("g") ? text.replaceFirst("^(-?)0(\\d:)", "$1$2") : text;
        }
        StringBuilder text = new StringBuilder();
        int index = 0;
        while (index < format.length()) {
            int end = tokenEnd(format, index);
            text.append(token(span.abs(), format.substring(index, end)));
            index = end;
        }
        return text.toString();
    }

    private static String token(Duration span, String token) {
        int length = token.length();
        return switch (token.charAt(0)) {
            case 'd' -> four((int) span.toDaysPart(), length);
            case 'h' -> two(span.toHoursPart(), length);
            case 'm' -> two(span.toMinutesPart(), length);
            case 's' -> two(span.toSecondsPart(), length);
            case 'f', 'F' -> fraction(span.toNanosPart(), length);
            default -> literal(token);
        };
    }
}
