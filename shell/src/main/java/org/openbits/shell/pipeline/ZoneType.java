package org.openbits.shell.pipeline;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;

/** {@code [TimeZoneInfo]}, and {@code [TimeZone]}, which it replaced. */
final class ZoneType implements Statics {

    /** The names that Windows gives to zones that scripts name. */
    private static final Map<String, String> OF_WINDOWS = Map.ofEntries(
            Map.entry("w. europe standard time", "Europe/Berlin"),
            Map.entry("central europe standard time", "Europe/Budapest"),
            Map.entry("romance standard time", "Europe/Paris"),
            Map.entry("gmt standard time", "Europe/London"),
            Map.entry("greenwich standard time", "Atlantic/Reykjavik"),
            Map.entry("eastern standard time", "America/New_York"),
            Map.entry("central standard time", "America/Chicago"),
            Map.entry("mountain standard time", "America/Denver"),
            Map.entry("pacific standard time", "America/Los_Angeles"),
            Map.entry("india standard time", "Asia/Kolkata"),
            Map.entry("china standard time", "Asia/Shanghai"),
            Map.entry("tokyo standard time", "Asia/Tokyo"),
            Map.entry("aus eastern standard time", "Australia/Sydney"),
            Map.entry("russian standard time", "Europe/Moscow"));

    @Override
    public @Nullable Object get(String property) {
        return switch (property) {
            case "local", "currenttimezone" -> new Zone(ZoneId.systemDefault());
            case "utc" -> new Zone(ZoneId.of("UTC"));
            default -> MISSING;
        };
    }

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> arguments) {
        return switch (method) {
            case "findsystemtimezonebyid" -> named(StaticTypes.text(arguments, 0));
            case "getsystemtimezones" -> {
                List<Object> zones = new ArrayList<>();
                ZoneId.getAvailableZoneIds().stream().sorted().forEach(id -> zones.add(new Zone(ZoneId.of(id))));
                yield zones;
            }
            case "converttimetoutc" ->
                arguments.size() > 1
                        ? time(arguments)
                                .withZoneSameLocal(zone(arguments.get(1)))
                                .withZoneSameInstant(ZoneOffset.UTC)
                        : time(arguments).withZoneSameInstant(ZoneOffset.UTC);
            case "converttimefromutc" ->
                time(arguments).withZoneSameLocal(ZoneOffset.UTC).withZoneSameInstant(zone(arguments.get(1)));
            case "converttime", "converttimebysystemtimezoneid" ->
                arguments.size() > 2
                        ? time(arguments)
                                .withZoneSameLocal(zone(arguments.get(1)))
                                .withZoneSameInstant(zone(arguments.get(2)))
                        : time(arguments).withZoneSameInstant(zone(arguments.get(1)));
            default -> MISSING;
        };
    }

    private static ZonedDateTime time(List<@Nullable Object> arguments) {
        return Objects.requireNonNull(Conversion.to(ZonedDateTime.class, arguments.get(0)));
    }

    private static ZoneId zone(@Nullable Object value) {
        return value instanceof Zone zone ? zone.zone : named(Conversion.toText(value)).zone;
    }

    private static Zone named(String id) {
        try {
            return new Zone(ZoneId.of(OF_WINDOWS.getOrDefault(id.toLowerCase(Locale.ROOT), id)));
        } catch (DateTimeException unknown) {
            throw new NetException(
                    "System.TimeZoneNotFoundException",
                    "The time zone ID '" + id + "' was not found on the local computer.",
                    unknown);
        }
    }

    /** A zone. Public because scripts call it by name. */
    public static final class Zone {

        private final ZoneId zone;

        Zone(ZoneId zone) {
            this.zone = zone;
        }

        public String getId() {
            return zone.getId();
        }

        public String getDisplayName() {
            return zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        }

        public String getStandardName() {
            return getDisplayName();
        }

        public Duration getBaseUtcOffset() {
            return Duration.ofSeconds(
                    zone.getRules().getStandardOffset(Instant.now()).getTotalSeconds());
        }

        public boolean getSupportsDaylightSavingTime() {
            return !zone.getRules().getTransitionRules().isEmpty();
        }

        public Duration getUtcOffset(ZonedDateTime time) {
            return Duration.ofSeconds(
                    zone.getRules().getOffset(time.toInstant()).getTotalSeconds());
        }

        public boolean isDaylightSavingTime(ZonedDateTime time) {
            return zone.getRules().isDaylightSavings(time.toInstant());
        }

        @Override
        public String toString() {
            return getDisplayName();
        }
    }
}
