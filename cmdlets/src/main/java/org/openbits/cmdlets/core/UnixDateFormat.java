package org.openbits.cmdlets.core;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The letters of the Unix {@code date} command, for {@code Get-Date -UFormat}. */
final class UnixDateFormat {

    private UnixDateFormat() {}

    static String format(String format, ZonedDateTime moment) {
        String text = format.startsWith("+") ? format.substring(1) : format;
        StringBuilder formatted = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '%' && i + 1 < text.length()) {
                formatted.append(part(text.charAt(++i), moment));
            } else {
                formatted.append(letter);
            }
        }
        return formatted.toString();
    }

    private static String part(char letter, ZonedDateTime moment) {
        return switch (letter) {
            case 's' -> String.valueOf(moment.toEpochSecond());
            case 'n' -> "\n";
            case 't' -> "\t";
            case '%' -> "%";
            case 'C' -> String.format(Locale.ROOT, "%02d", moment.getYear() / 100);
            case 'u' -> String.valueOf(moment.getDayOfWeek().getValue());
            case 'w' -> String.valueOf(moment.getDayOfWeek().getValue() % 7);
            case 'V' -> String.format(Locale.ROOT, "%02d", moment.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case 'e' -> String.format(Locale.ROOT, "%2d", moment.getDayOfMonth());
            default -> {
                String pattern = pattern(letter);
                yield pattern == null
                        ? "%" + letter
                        : DateTimeFormatter.ofPattern(pattern, Locale.US).format(moment);
            }
        };
    }

    private static @Nullable String pattern(char letter) {
        return switch (letter) {
            case 'Y', 'G' -> "yyyy";
            case 'y', 'g' -> "yy";
            case 'm' -> "MM";
            case 'd' -> "dd";
            case 'H' -> "HH";
            case 'k' -> "H";
            case 'I', 'l' -> "hh";
            case 'M' -> "mm";
            case 'S' -> "ss";
            case 'p' -> "a";
            case 'A' -> "EEEE";
            case 'a' -> "EEE";
            case 'B' -> "MMMM";
            case 'b', 'h' -> "MMM";
            case 'j' -> "DDD";
            case 'Z' -> "xxx";
            case 'F' -> "yyyy-MM-dd";
            case 'D', 'x' -> "MM/dd/yy";
            case 'T', 'X' -> "HH:mm:ss";
            case 'R' -> "HH:mm";
            case 'r' -> "hh:mm:ss a";
            case 'c' -> "EEE dd MMM yyyy HH:mm:ss";
            default -> null;
        };
    }
}
