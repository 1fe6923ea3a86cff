package org.openbits.automation;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** DateTime and TimeSpan: their texts, and .NET's ticks (100 ns; dates count from the year 1). */
final class Times {

    static final long TICKS_PER_SECOND = 10_000_000L;

    /** {@code DateTime.MinValue}, which stands for a time that has not come. */
    static final ZonedDateTime MINIMUM = ZonedDateTime.of(1, 1, 1, 0, 0, 0, 0, TimeKind.UNSPECIFIED);

    private static final DateTimeFormatter GENERAL = DateTimeFormatter.ofPattern("MM/dd/uuuu HH:mm:ss", Locale.ROOT);
    private static final long DAY_SECONDS_1970 = 62_135_596_800L;
    private static final Pattern SPAN =
            Pattern.compile("(-)?(?:(\\d+)\\.)?(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d{1,7}))?)?");

    private static final List<DateTimeFormatter> DATES = List.of(
            caseless("M/d/uuuu"),
            caseless("uuuu-M-d"),
            caseless("uuuu/M/d"),
            caseless("d MMMM uuuu"),
            caseless("d MMM uuuu"),
            caseless("MMMM d, uuuu"),
            caseless("MMM d, uuuu"));
    private static final List<DateTimeFormatter> CLOCKS =
            List.of(caseless("H:mm[:ss[.SSSSSSS][.SSSSSS][.SSS][.SS][.S]]"), caseless("h:mm[:ss] a"), caseless("h a"));

    private Times() {}

    private static DateTimeFormatter caseless(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    static String general(ZonedDateTime time) {
        return GENERAL.format(time);
    }

    /** TimeSpan's form "c": {@code [-][d.]hh:mm:ss[.fffffff]}. */
    static String constant(Duration span) {
        Duration positive = span.abs();
        String days = positive.toDaysPart() == 0 ? "" : positive.toDaysPart() + ".";
        int fraction = positive.toNanosPart() / 100;
        return (span.isNegative() ? "-" : "")
                + days
                + String.format(
                        Locale.ROOT,
                        "%02d:%02d:%02d",
                        positive.toHoursPart(),
                        positive.toMinutesPart(),
                        positive.toSecondsPart())
                + (fraction == 0 ? "" : String.format(Locale.ROOT, ".%07d", fraction));
    }

    static long ticks(Duration span) {
        return Math.addExact(Math.multiplyExact(span.getSeconds(), TICKS_PER_SECOND), span.getNano() / 100);
    }

    static long ticks(ZonedDateTime time) {
        long seconds = time.toLocalDateTime().toEpochSecond(ZoneOffset.UTC) + DAY_SECONDS_1970;
        return seconds * TICKS_PER_SECOND + time.getNano() / 100;
    }

    static Duration span(long ticks) {
        return Duration.ofSeconds(
                Math.floorDiv(ticks, TICKS_PER_SECOND), Math.floorMod(ticks, TICKS_PER_SECOND) * 100L);
    }

    static ZonedDateTime date(long ticks) {
        return LocalDateTime.of(1, 1, 1, 0, 0).plus(span(ticks)).atZone(TimeKind.UNSPECIFIED);
    }

    /** A duration of so many seconds, to the tick. */
    static Duration seconds(double seconds) {
        return span(Math.round(seconds * TICKS_PER_SECOND));
    }

    static @Nullable Duration parseSpan(String text) {
        String bare = text.strip();
        if (bare.matches("-?\\d+")) {
            return Duration.ofDays(Long.parseLong(bare));
        }
        Matcher parts = SPAN.matcher(bare);
        if (!parts.matches()) {
            return null;
        }
        Duration span = Duration.ofDays(number(parts.group(2)))
                .plusHours(number(parts.group(3)))
                .plusMinutes(number(parts.group(4)))
                .plusSeconds(number(parts.group(5)));
        if (parts.group(6) != null) {
            span = span.plusNanos(Long.parseLong((parts.group(6) + "0000000").substring(0, 7)) * 100);
        }
        return parts.group(1) == null ? span : span.negated();
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** Reads a date in one of the usual forms; a date alone is midnight, a form without a zone is local. */
    static @Nullable ZonedDateTime parseDate(String text) {
        String bare = text.strip();
        if (bare.matches("[A-Z][a-z]{2}, .*")) {
            return webDate(bare);
        }
        if (bare.matches("\\d{1,2}:\\d.*")) {
            LocalTime clock = firstClock(bare);
            return clock == null
                    ? null
                    : LocalDate.now(ZoneId.systemDefault()).atTime(clock).atZone(TimeKind.UNSPECIFIED);
        }
        try {
            return OffsetDateTime.parse(bare.replace(' ', 'T')).atZoneSameInstant(ZoneId.systemDefault());
        } catch (DateTimeParseException notIso) {
            String[] halves = bare.replace('T', ' ').split(" +(?=\\d{1,2}(:| *[ap]m))", 2);
            LocalDate date = firstDate(halves[0].strip());
            LocalTime clock = halves.length < 2 ? LocalTime.MIDNIGHT : firstClock(halves[1].strip());
            return date == null || clock == null ? null : date.atTime(clock).atZone(TimeKind.UNSPECIFIED);
        }
    }

    /** {@code Wed, 01 May 2024 10:00:00 GMT}, as headers and feeds write it. */
    private static @Nullable ZonedDateTime webDate(String text) {
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .withZoneSameInstant(ZoneId.systemDefault());
        } catch (DateTimeParseException another) {
            return null;
        }
    }

    private static @Nullable LocalDate firstDate(String text) {
        for (DateTimeFormatter form : DATES) {
            try {
                return LocalDate.parse(text, form);
            } catch (DateTimeParseException another) {
                continue;
            }
        }
        return null;
    }

    private static @Nullable LocalTime firstClock(String text) {
        for (DateTimeFormatter form : CLOCKS) {
            try {
                return LocalTime.parse(text, form);
            } catch (DateTimeParseException another) {
                continue;
            }
        }
        return null;
    }
}
