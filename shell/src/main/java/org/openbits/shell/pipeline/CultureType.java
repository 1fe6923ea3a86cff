package org.openbits.shell.pipeline;

import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.Culture;

/** {@code [System.Globalization.CultureInfo]}. */
final class CultureType implements Statics {

    @Override
    public @Nullable Object get(String property) {
        return switch (property) {
            case "invariantculture" -> Culture.INVARIANT;
            case "currentculture", "defaultthreadcurrentculture" -> Culture.current();
            case "currentuiculture", "installeduiculture", "defaultthreadcurrentuiculture" -> Culture.EN_US;
            default -> MISSING;
        };
    }

    /** The culture of messages is accepted and stays: they are English. */
    @Override
    public boolean set(String property, @Nullable Object value) {
        if (property.endsWith("currentculture")) {
            Culture.current(of(value));
        }
        return property.endsWith("culture");
    }

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> arguments) {
        return method.equals("getcultureinfo") || method.equals("createspecificculture") ? create(arguments) : MISSING;
    }

    @Override
    public Object create(List<@Nullable Object> arguments) {
        return of(arguments.isEmpty() ? "" : arguments.get(0));
    }

    /**
     * The culture that a value is or names.
     *
     * @throws NetException a CultureNotFoundException when there is none
     */
    static Culture of(@Nullable Object value) {
        if (value instanceof Culture culture) {
            return culture;
        }
        String name = value instanceof Number number && number.intValue() == 1033 ? "en-US" : Conversion.toText(value);
        try {
            return Culture.of(name);
        } catch (IllegalArgumentException unknown) {
            throw new NetException(
                    "System.Globalization.CultureNotFoundException", String.valueOf(unknown.getMessage()), unknown);
        }
    }

    /** The culture among a call's arguments, by which it reads or writes; null when none is. */
    static @Nullable Culture among(List<@Nullable Object> arguments) {
        for (Object each : arguments) {
            if (each instanceof Culture culture) {
                return culture;
            }
        }
        return null;
    }

    /** {@code [System.Globalization.ISOWeek]}. */
    static final class Weeks implements Statics {
        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            ZonedDateTime time = Conversion.to(ZonedDateTime.class, arguments.get(0));
            return time == null
                    ? MISSING
                    : switch (method) {
                        case "getweekofyear" -> time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
                        case "getyear" -> time.get(IsoFields.WEEK_BASED_YEAR);
                        default -> MISSING;
                    };
        }
    }
}
