package org.openbits.automation;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** System.TimeSpan. */
final class SpanMembers implements Adapter {

    private static final List<String> NAMES = List.of(
            "Days",
            "Hours",
            "Milliseconds",
            "Minutes",
            "Seconds",
            "Ticks",
            "TotalDays",
            "TotalHours",
            "TotalMilliseconds",
            "TotalMinutes",
            "TotalSeconds");

    @Override
    public List<String> names(Object target) {
        return NAMES;
    }

    @Override
    public @Nullable Object get(Object target, String name) {
        Duration span = (Duration) target;
        Duration positive = span.abs();
        int sign = span.isNegative() ? -1 : 1;
        return switch (name) {
            case "days" -> sign * (int) positive.toDaysPart();
            case "hours" -> sign * positive.toHoursPart();
            case "minutes" -> sign * positive.toMinutesPart();
            case "seconds" -> sign * positive.toSecondsPart();
            case "milliseconds" -> sign * positive.toMillisPart();
            case "ticks" -> Times.ticks(span);
            case "totaldays" -> Times.ticks(span) / 864e9;
            case "totalhours" -> Times.ticks(span) / 36e9;
            case "totalminutes" -> Times.ticks(span) / 6e8;
            case "totalseconds" -> Times.ticks(span) / 1e7;
            case "totalmilliseconds" -> Times.ticks(span) / 1e4;
            default -> MISSING;
        };
    }

    @Override
    public @Nullable Object call(Object target, String name, List<? extends @Nullable Object> args) {
        Duration span = (Duration) target;
        if (name.equals("negate") && args.isEmpty()) {
            return span.negated();
        }
        if (name.equals("duration") && args.isEmpty()) {
            return span.abs();
        }
        if (args.size() != 1
                || !List.of("add", "subtract", "multiply", "divide").contains(name)) {
            return MISSING;
        }
        if (args.get(0) instanceof Number factor) {
            return switch (name) {
                case "multiply" -> Times.span(Math.round(Times.ticks(span) * factor.doubleValue()));
                case "divide" -> Times.span(Math.round(Times.ticks(span) / factor.doubleValue()));
                default -> MISSING;
            };
        }
        if (!(ScalarConversion.to(Duration.class, args.get(0)) instanceof Duration other)) {
            return MISSING;
        }
        return switch (name) {
            case "add" -> span.plus(other);
            case "subtract" -> span.minus(other);
            default -> MISSING;
        };
    }
}
