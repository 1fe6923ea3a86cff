package org.openbits.shell.pipeline;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import org.openbits.automation.Numbered;

/** .NET's DateTimeFormatInfo as far as scripts ask it for names. Public because scripts call it by name. */
public final class CalendarNames {

    public String getMonthName(int month) {
        return Month.of(month).getDisplayName(TextStyle.FULL, Locale.US);
    }

    public String getAbbreviatedMonthName(int month) {
        return Month.of(month).getDisplayName(TextStyle.SHORT, Locale.US);
    }

    public String getDayName(Numbered day) {
        return DayOfWeek.of((int) (day.number() + 6) % 7 + 1).getDisplayName(TextStyle.FULL, Locale.US);
    }

    public String getShortDatePattern() {
        return "M/d/yyyy";
    }
}
