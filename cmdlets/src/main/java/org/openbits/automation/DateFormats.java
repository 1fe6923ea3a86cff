package org.openbits.automation;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** .NET's standard and custom formats of DateTime and TimeSpan. */
final class DateFormats {

    private DateFormats() {}

    static String apply(ZonedDateTime time, String format) {
        return switch (format) {
            case "o", "O" -> custom(time, "yyyy-MM-ddTHH:mm:ss.fffffffK");
            case "s" -> custom(time, "yyyy-MM-ddTHH:mm:ss");
            case "u" -> custom(time, "yyyy-MM-dd HH:mm:ssZ");
            case "r", "R" -> custom(time, "ddd, dd MMM yyyy HH:mm:ss 'GMT'");
            default -> custom(time, format.length() > 1 ? format : english(format));
        };
    }

    private static String english(String letter) {
        return switch (letter) {
            case "d" -> "M/d/yyyy";
            case "D" -> "dddd, MMMM d, yyyy";
            case "t" -> "h:mm tt";
            case "T" -> "h:mm:ss tt";
            case "g" -> "M/d/yyyy h:mm tt";
            case "f" -> "dddd, MMMM d, yyyy h:mm tt";
            case "F" -> "dddd, MMMM d, yyyy h:mm:ss tt";
            case "m", "M" -> "MMMM d";
            case "y", "Y" -> "MMMM yyyy";
            case "", "G" -> "M/d/yyyy h:mm:ss tt";
            default ->
                throw new IllegalArgumentException("Input string was not in a correct format: '" + letter + "'.");
        };
    }

    private static String custom(ZonedDateTime time, String format) {
        StringBuilder text = new StringBuilder();
        int index = 0;
        while (index < format.length()) {
            int end = tokenEnd(format, index);
            text.append(token(time, format.substring(index, end)));
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

    private static String token(ZonedDateTime time, String token) {
        int length = token.length();
        return switch (token.charAt(0)) {
            case 'y' -> length <= 2 ? two(time.getYear() % 100, length) : four(time.getYear(), length);
            case 'M' ->
                length <= 2
                        ? two(time.getMonthValue(), length)
                        : time.getMonth()
                                .getDisplayName(length == 3 ? TextStyle.SHORT : TextStyle.FULL, Locale.ENGLISH);
            case 'd' ->
                length <= 2
                        ? two(time.getDayOfMonth(), length)
                        : time.getDayOfWeek()
                                .getDisplayName(length == 3 ? TextStyle.SHORT : TextStyle.FULL, Locale.ENGLISH);
            case 'H' -> two(time.getHour(), length);
            case 'h' -> two(time.getHour() % 12 == 0 ? 12 : time.getHour() % 12, length);
            case 'm' -> two(time.getMinute(), length);
            case 's' -> two(time.getSecond(), length);
            case 'f', 'F' -> fraction(time.getNano(), length);
            case 't' -> (time.getHour() < 12 ? "AM" : "PM").substring(0, Math.min(length, 2));
            case 'z', 'K' -> zone(time, token);
            default -> literal(token);
        };
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
        if (token.equals("K") && time.getZone().equals(java.time.ZoneOffset.UTC)) {
            return "Z";
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
