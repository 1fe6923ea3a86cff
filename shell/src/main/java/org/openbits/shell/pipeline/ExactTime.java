package org.openbits.shell.pipeline;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.Culture;
import org.openbits.automation.TimeKind;

/** {@code [datetime]::ParseExact}: a time by one of .NET's patterns. */
final class ExactTime {

    private ExactTime() {}

    /**
     * The time of a text.
     *
     * @param formats one pattern or several
     * @param given null for the current culture
     * @throws NetException a FormatException when none fits
     */
    static ZonedDateTime of(String text, @Nullable Object formats, @Nullable Culture given) {
        Culture culture = given == null ? Culture.current() : given;
        for (Object format : Conversion.enumerate(formats)) {
            ZonedDateTime time = parsed(text.strip(), whole(Conversion.toText(format), culture), culture);
            if (time != null) {
                return time;
            }
        }
        throw new NetException(
                "System.FormatException", "String '" + text + "' was not recognized as a valid DateTime.", null);
    }

    /** A single letter stands for a pattern. */
    private static String whole(String format, Culture culture) {
        String pattern = switch (format) {
            case "o", "O" -> "yyyy-MM-ddTHH:mm:ss.fffffffK";
            case "s" -> "yyyy-MM-ddTHH:mm:ss";
            case "u" -> "yyyy-MM-dd HH:mm:ss'Z'";
            case "r", "R" -> "ddd, dd MMM yyyy HH:mm:ss 'GMT'";
            default -> format.length() == 1 ? culture.pattern(format) : format;
        };
        return pattern == null ? format : pattern;
    }

    private static @Nullable ZonedDateTime parsed(String text, String format, Culture culture) {
        try {
            TemporalAccessor found = formatter(format, culture).parse(text);
            boolean dated = found.isSupported(ChronoField.YEAR)
                    || found.isSupported(ChronoField.YEAR_OF_ERA)
                    || found.isSupported(ChronoField.MONTH_OF_YEAR)
                    || found.isSupported(ChronoField.DAY_OF_MONTH);
            LocalDate today = LocalDate.now();
            LocalDate date = !dated
                    ? today
                    : LocalDate.of(
                            field(found, ChronoField.YEAR, today.getYear()),
                            field(found, ChronoField.MONTH_OF_YEAR, 1),
                            field(found, ChronoField.DAY_OF_MONTH, 1));
            LocalTime time = LocalTime.of(
                            hour(found),
                            field(found, ChronoField.MINUTE_OF_HOUR, 0),
                            field(found, ChronoField.SECOND_OF_MINUTE, 0))
                    .withNano(field(found, ChronoField.NANO_OF_SECOND, 0));
            return found.isSupported(ChronoField.OFFSET_SECONDS)
                    ? date.atTime(time)
                            .atZone(ZoneOffset.ofTotalSeconds(found.get(ChronoField.OFFSET_SECONDS)))
                            .withZoneSameInstant(ZoneId.systemDefault())
                    : date.atTime(time).atZone(TimeKind.UNSPECIFIED);
        } catch (DateTimeException | IllegalArgumentException anotherForm) {
            return null;
        }
    }

    private static int field(TemporalAccessor found, ChronoField field, int otherwise) {
        return found.isSupported(field) ? found.get(field) : otherwise;
    }

    private static int hour(TemporalAccessor found) {
        if (found.isSupported(ChronoField.HOUR_OF_DAY)) {
            return found.get(ChronoField.HOUR_OF_DAY);
        }
        int half = field(found, ChronoField.CLOCK_HOUR_OF_AMPM, 12) % 12;
        return half + 12 * field(found, ChronoField.AMPM_OF_DAY, 0);
    }

    /** Letter by letter: what is no letter of a field stands for itself. */
    private static DateTimeFormatter formatter(String format, Culture culture) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        int at = 0;
        while (at < format.length()) {
            char letter = format.charAt(at);
            int end = at;
            while (end < format.length() && format.charAt(end) == letter) {
                end++;
            }
            int count = end - at;
            if (letter == '\'' || letter == '"') {
                int close = format.indexOf(letter, at + 1);
                builder.appendLiteral(format.substring(at + 1, close < 0 ? format.length() : close));
                at = close < 0 ? format.length() : close + 1;
            } else if (letter == '\\' && at + 1 < format.length()) {
                builder.appendLiteral(format.charAt(at + 1));
                at += 2;
            } else {
                field(builder, letter, count);
                at = end;
            }
        }
        // Strictly: the thirtieth of February is no day.
        return builder.toFormatter(culture.name().isEmpty() ? Locale.ENGLISH : culture.locale())
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static void field(DateTimeFormatterBuilder builder, char letter, int count) {
        switch (letter) {
            case 'y' -> {
                if (count > 2) {
                    builder.appendValue(ChronoField.YEAR, 4);
                } else {
                    builder.appendValueReduced(ChronoField.YEAR, 2, 2, LocalDate.of(1950, 1, 1));
                }
            }
            case 'M' -> {
                if (count > 2) {
                    builder.appendText(ChronoField.MONTH_OF_YEAR, count > 3 ? TextStyle.FULL : TextStyle.SHORT);
                } else {
                    number(builder, ChronoField.MONTH_OF_YEAR, count);
                }
            }
            case 'd' -> {
                if (count > 2) {
                    builder.appendText(ChronoField.DAY_OF_WEEK, count > 3 ? TextStyle.FULL : TextStyle.SHORT);
                } else {
                    number(builder, ChronoField.DAY_OF_MONTH, count);
                }
            }
            case 'H' -> number(builder, ChronoField.HOUR_OF_DAY, count);
            case 'h' -> number(builder, ChronoField.CLOCK_HOUR_OF_AMPM, count);
            case 'm' -> number(builder, ChronoField.MINUTE_OF_HOUR, count);
            case 's' -> number(builder, ChronoField.SECOND_OF_MINUTE, count);
            case 'f' -> builder.appendFraction(ChronoField.NANO_OF_SECOND, count, count, false);
            case 'F' -> builder.appendFraction(ChronoField.NANO_OF_SECOND, 0, count, false);
            case 't' -> builder.appendText(ChronoField.AMPM_OF_DAY);
            // Leniently: minutes and the colon before them may be missing.
            case 'z' -> builder.parseLenient().appendOffset("+HH", "Z").parseStrict();
            case 'K' ->
                builder.optionalStart()
                        .parseLenient()
                        .appendOffset("+HH", "Z")
                        .parseStrict()
                        .optionalEnd();
            default -> builder.appendLiteral(String.valueOf(letter).repeat(count));
        }
    }

    private static void number(DateTimeFormatterBuilder builder, ChronoField field, int count) {
        if (count > 1) {
            builder.appendValue(field, 2);
        } else {
            builder.appendValue(field, 1, 2, java.time.format.SignStyle.NOT_NEGATIVE);
        }
    }
}
