package org.openbits.automation;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** System.DateTime. */
final class DateMembers implements Adapter {

    private static final List<String> NAMES = List.of(
            "Date",
            "Day",
            "DayOfWeek",
            "DayOfYear",
            "Hour",
            "Kind",
            "Millisecond",
            "Minute",
            "Month",
            "Second",
            "Ticks",
            "TimeOfDay",
            "Year");

    @Override
    public List<String> names(Object target) {
        return NAMES;
    }

    @Override
    public @Nullable Object get(Object target, String name) {
        ZonedDateTime time = (ZonedDateTime) target;
        return switch (name) {
            case "utcdatetime" -> time.withZoneSameInstant(ZoneOffset.UTC);
            case "localdatetime" -> TimeKind.local(time);
            case "datetime" -> TimeKind.as(time, "Unspecified");
            case "date" -> time.toLocalDate().atStartOfDay(time.getZone());
            case "day" -> time.getDayOfMonth();
            case "dayofweek" -> new DayName(time.getDayOfWeek().getValue() % 7);
            case "dayofyear" -> time.getDayOfYear();
            case "hour" -> time.getHour();
            case "kind" -> TimeKind.of(time);
            case "millisecond" -> time.getNano() / 1_000_000;
            case "minute" -> time.getMinute();
            case "month" -> time.getMonthValue();
            case "second" -> time.getSecond();
            case "ticks" -> Times.ticks(time);
            case "timeofday" -> Duration.ofNanos(time.toLocalTime().toNanoOfDay());
            case "year" -> time.getYear();
            default -> MISSING;
        };
    }

    @Override
    public @Nullable Object call(Object target, String name, List<? extends @Nullable Object> args) {
        ZonedDateTime time = (ZonedDateTime) target;
        if (args.size() == 1) {
            return one(time, name, args.get(0));
        }
        return switch (name + args.size()) {
            case "tounixtimeseconds0" -> time.toEpochSecond();
            case "tounixtimemilliseconds0" -> time.toInstant().toEpochMilli();
            case "touniversaltime0" -> time.withZoneSameInstant(ZoneOffset.UTC);
            case "tolocaltime0" -> TimeKind.local(time);
            case "toshortdatestring0" -> DateFormats.apply(time, "d", Culture.current());
            case "tolongdatestring0" -> DateFormats.apply(time, "D", Culture.current());
            case "toshorttimestring0" -> DateFormats.apply(time, "t", Culture.current());
            case "tolongtimestring0" -> DateFormats.apply(time, "T", Culture.current());
            case "tofiletime0", "tofiletimeutc0" ->
                Times.ticks(time.withZoneSameInstant(ZoneOffset.UTC)) - 504_911_232_000_000_000L;
            default -> MISSING;
        };
    }

    private static @Nullable Object one(ZonedDateTime time, String name, @Nullable Object argument) {
        return switch (name) {
            case "adddays" -> time.plus(seconds(argument, 86_400));
            case "addhours" -> time.plus(seconds(argument, 3_600));
            case "addminutes" -> time.plus(seconds(argument, 60));
            case "addseconds" -> time.plus(seconds(argument, 1));
            case "addmilliseconds" -> time.plus(seconds(argument, 0.001));
            case "addmonths" -> time.plusMonths(Numbers.of(argument).longValue());
            case "addyears" -> time.plusYears(Numbers.of(argument).longValue());
            case "addticks" -> time.plus(Times.span(Numbers.of(argument).longValue()));
            case "add" -> time.plus(span(argument));
            case "subtract" ->
                argument instanceof ZonedDateTime other
                        ? Duration.between(other, time)
                        : (Object) time.minus(span(argument));
            default -> MISSING;
        };
    }

    private static Duration seconds(@Nullable Object count, double unit) {
        return Times.seconds(Numbers.of(count).doubleValue() * unit);
    }

    private static Duration span(@Nullable Object value) {
        Object span = ScalarConversion.to(Duration.class, value);
        return span == null ? Duration.ZERO : (Duration) span;
    }
}
