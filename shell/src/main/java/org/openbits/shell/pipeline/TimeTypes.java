package org.openbits.shell.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.Culture;
import org.openbits.automation.TimeKind;

/** Dates, spans of time and the stop watch. */
final class TimeTypes {

    private TimeTypes() {}

    /** {@code [datetime]}. */
    static final class Date implements Statics {

        /** Where the file times of Windows begin. */
        private static final ZonedDateTime FILE_TIMES = ZonedDateTime.of(1601, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

        private static boolean tryExact(List<@Nullable Object> arguments) {
            try {
                Object time =
                        ExactTime.of(StaticTypes.text(arguments, 0), arguments.get(1), CultureType.among(arguments));
                if (arguments.get(4) instanceof Reference result) {
                    result.setProperty("Value", time);
                }
                return true;
            } catch (NetException noneFits) {
                return false;
            }
        }

        /** What DateTimeStyles ask of a time that was read. */
        private static @Nullable Object styled(@Nullable Object read, List<@Nullable Object> arguments) {
            String styles = Conversion.toText(arguments.get(arguments.size() - 1));
            if (arguments.size() < 3 || !(read instanceof ZonedDateTime time)) {
                return read;
            }
            boolean isUtc = styles.contains("AssumeUniversal");
            if (TimeKind.isUnspecified(time) && (isUtc || styles.contains("AssumeLocal"))) {
                time = TimeKind.as(time, isUtc ? "Utc" : "Local").withZoneSameInstant(ZoneId.systemDefault());
            }
            return styles.contains("AdjustToUniversal") && !TimeKind.isUnspecified(time)
                    ? time.withZoneSameInstant(ZoneOffset.UTC)
                    : time;
        }

        private static @Nullable Object parse(List<@Nullable Object> arguments) {
            Culture culture = CultureType.among(arguments);
            boolean isUsual = (culture == null ? Culture.current() : culture)
                            .locale()
                            .getLanguage()
                            .matches("|en")
                    && (culture == null || !culture.name().equals("en-GB"));
            Object read = isUsual
                    ? null
                    : (culture == null ? Culture.current() : culture).parse(StaticTypes.text(arguments, 0));
            return read == null ? Conversion.to(ZonedDateTime.class, arguments.get(0)) : read;
        }

        @Override
        public @Nullable Object get(String property) {
            return switch (property) {
                case "now" -> ZonedDateTime.now();
                case "utcnow" -> ZonedDateTime.now(ZoneOffset.UTC);
                case "today" -> LocalDate.now().atStartOfDay(ZoneId.systemDefault());
                case "minvalue" -> ZonedDateTime.of(1, 1, 1, 0, 0, 0, 0, TimeKind.UNSPECIFIED);
                case "maxvalue" -> ZonedDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_900, TimeKind.UNSPECIFIED);
                default -> MISSING;
            };
        }

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            return switch (method + arguments.size()) {
                case "parse1", "parse2", "parse3" -> styled(parse(arguments), arguments);
                case "parseexact2", "parseexact3", "parseexact4" ->
                    styled(
                            ExactTime.of(
                                    StaticTypes.text(arguments, 0), arguments.get(1), CultureType.among(arguments)),
                            arguments);
                case "daysinmonth2" ->
                    YearMonth.of(StaticTypes.number(arguments, 0), StaticTypes.number(arguments, 1))
                            .lengthOfMonth();
                case "tryparseexact5" -> tryExact(arguments);
                case "fromfiletime1", "fromfiletimeutc1" -> {
                    ZonedDateTime time = FILE_TIMES
                            .plusSeconds(Conversion.toNumber(arguments.get(0)).longValue() / 10_000_000)
                            .plusNanos(Conversion.toNumber(arguments.get(0)).longValue() % 10_000_000 * 100);
                    yield method.endsWith("utc") ? time : time.withZoneSameInstant(ZoneId.systemDefault());
                }
                case "compare2" -> Integer.signum(Conversion.compare(arguments.get(0), arguments.get(1), true));
                case "specifykind2" -> {
                    ZonedDateTime time = Conversion.to(ZonedDateTime.class, arguments.get(0));
                    yield time == null ? null : TimeKind.as(time, StaticTypes.text(arguments, 1));
                }
                case "fromunixtimeseconds1" ->
                    Instant.ofEpochSecond(Conversion.toNumber(arguments.get(0)).longValue())
                            .atZone(ZoneOffset.UTC);
                case "fromunixtimemilliseconds1" ->
                    Instant.ofEpochMilli(Conversion.toNumber(arguments.get(0)).longValue())
                            .atZone(ZoneOffset.UTC);
                case "isleapyear1" -> java.time.Year.isLeap(StaticTypes.number(arguments, 0));
                default -> MISSING;
            };
        }

        /** .NET's letters mean the same in Java but for the day's half and fractions of seconds. */
        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            int count = arguments.size();
            if (count == 1 && arguments.get(0) instanceof ZonedDateTime time) {
                return time;
            }
            if (count == 1 && arguments.get(0) instanceof Number) {
                return Conversion.to(ZonedDateTime.class, arguments.get(0));
            }
            if (count > 1 && arguments.get(count - 1) instanceof Duration offset) {
                Object local = create(arguments.subList(0, count - 1));
                return local instanceof ZonedDateTime time
                        ? time.toLocalDateTime().atZone(ZoneOffset.ofTotalSeconds((int) offset.toSeconds()))
                        : MISSING;
            }
            if (count != 3 && (count < 6 || count > 8)) {
                return MISSING;
            }
            LocalDate date = LocalDate.of(
                    StaticTypes.number(arguments, 0),
                    StaticTypes.number(arguments, 1),
                    StaticTypes.number(arguments, 2));
            LocalTime time = count == 3
                    ? LocalTime.MIDNIGHT
                    : LocalTime.of(
                            StaticTypes.number(arguments, 3),
                            StaticTypes.number(arguments, 4),
                            StaticTypes.number(arguments, 5));
            if (count > 6 && arguments.get(6) instanceof Number milliseconds) {
                time = time.plusNanos(milliseconds.longValue() * 1_000_000);
            }
            String kind = count > 6 ? StaticTypes.text(arguments, count - 1) : "Unspecified";
            ZonedDateTime whole = date.atTime(time).atZone(TimeKind.UNSPECIFIED);
            return kind.matches("(?i)utc|local") ? TimeKind.as(whole, kind) : whole;
        }
    }

    /** {@code [timespan]}. */
    static final class Span implements Statics {

        @Override
        public @Nullable Object get(String property) {
            return switch (property) {
                case "zero" -> Duration.ZERO;
                case "maxvalue" -> Duration.ofSeconds(Long.MAX_VALUE / 10_000_000);
                case "ticksperday" -> 864_000_000_000L;
                case "tickspersecond" -> 10_000_000L;
                default -> MISSING;
            };
        }

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            if (arguments.isEmpty()) {
                return MISSING;
            }
            if (method.equals("parse")) {
                return Conversion.to(Duration.class, arguments.get(0));
            }
            double seconds = switch (method) {
                case "fromdays" -> 86_400;
                case "fromhours" -> 3_600;
                case "fromminutes" -> 60;
                case "fromseconds" -> 1;
                case "frommilliseconds" -> 0.001;
                case "fromticks" -> 0.000_000_1;
                default -> 0;
            };
            return seconds == 0
                    ? MISSING
                    : Duration.ofNanos(
                            Math.round(Conversion.toNumber(arguments.get(0)).doubleValue() * seconds * 1e9));
        }

        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            int count = arguments.size();
            if (count == 1) {
                return Duration.ofNanos(Conversion.toNumber(arguments.get(0)).longValue() * 100);
            }
            if (count < 3 || count > 5) {
                return MISSING;
            }
            int days = count == 3 ? 0 : StaticTypes.number(arguments, 0);
            int from = count == 3 ? 0 : 1;
            return Duration.ofDays(days)
                    .plusHours(StaticTypes.number(arguments, from))
                    .plusMinutes(StaticTypes.number(arguments, from + 1))
                    .plusSeconds(StaticTypes.number(arguments, from + 2))
                    .plusMillis(count == 5 ? StaticTypes.number(arguments, 4) : 0);
        }
    }

    /** {@code [System.Diagnostics.Stopwatch]}. */
    static final class Watch implements Statics {

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            if (!method.equals("startnew")) {
                return MISSING;
            }
            Stopwatch watch = new Stopwatch();
            watch.start();
            return watch;
        }

        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            return new Stopwatch();
        }
    }
}
