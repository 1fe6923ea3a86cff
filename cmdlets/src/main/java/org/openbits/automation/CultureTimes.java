package org.openbits.automation;

import java.time.DayOfWeek;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * .NET's DateTimeFormatInfo and Calendar of a culture, as far as scripts ask them. Public because scripts call it by name.
 */
public final class CultureTimes {

    private final Culture culture;

    CultureTimes(Culture culture) {
        this.culture = culture;
    }

    public String getMonthName(int month) {
        return culture.month(month, false);
    }

    public String getAbbreviatedMonthName(int month) {
        return culture.month(month, true);
    }

    public String getDayName(Numbered day) {
        return culture.day((int) day.number(), false);
    }

    public String getAbbreviatedDayName(Numbered day) {
        return culture.day((int) day.number(), true);
    }

    /** Twelve, and an empty one for calendars with thirteen. */
    public List<String> getMonthNames() {
        return months(false);
    }

    public List<String> getAbbreviatedMonthNames() {
        return months(true);
    }

    private List<String> months(boolean isShort) {
        List<String> names = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            names.add(culture.month(month, isShort));
        }
        names.add("");
        return names;
    }

    public List<String> getDayNames() {
        return days(false);
    }

    public List<String> getAbbreviatedDayNames() {
        return days(true);
    }

    private List<String> days(boolean isShort) {
        List<String> names = new ArrayList<>();
        for (int day = 0; day < 7; day++) {
            names.add(culture.day(day, isShort));
        }
        return names;
    }

    public String getShortDatePattern() {
        return Objects.requireNonNull(culture.pattern("d"));
    }

    public String getLongDatePattern() {
        return Objects.requireNonNull(culture.pattern("D"));
    }

    public String getShortTimePattern() {
        return Objects.requireNonNull(culture.pattern("t"));
    }

    public String getLongTimePattern() {
        return Objects.requireNonNull(culture.pattern("T"));
    }

    public String getDateSeparator() {
        return getShortDatePattern().replaceAll("[dMy]", "").substring(0, 1);
    }

    public String getTimeSeparator() {
        return ":";
    }

    public String getAMDesignator() {
        return culture.half(true);
    }

    public String getPMDesignator() {
        return culture.half(false);
    }

    public Object getFirstDayOfWeek() {
        boolean isInvariant = culture.name().isEmpty();
        DayOfWeek first =
                isInvariant ? DayOfWeek.SUNDAY : WeekFields.of(culture.locale()).getFirstDayOfWeek();
        return new DayName(first.getValue() % 7);
    }

    public CultureTimes getCalendar() {
        return this;
    }

    /** @param rule FirstDay, FirstFullWeek or FirstFourDayWeek, or its number */
    public int getWeekOfYear(ZonedDateTime time, Object rule, Object firstDay) {
        int least = switch (Conversion.toText(rule)) {
            case "1", "FirstFullWeek" -> 7;
            case "2", "FirstFourDayWeek" -> 4;
            default -> 1;
        };
        DayOfWeek first = DayOfWeek.of((number(firstDay) + 6) % 7 + 1);
        WeekFields weeks = WeekFields.of(first, least);
        int week = time.get(weeks.weekOfYear());
        // A day before the first week belongs to the last of the year before.
        return week > 0 ? week : time.withDayOfYear(1).minusDays(1).get(weeks.weekOfYear());
    }

    private static int number(Object day) {
        List<String> names = List.of("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday");
        int named = names.indexOf(Conversion.toText(day).toLowerCase(java.util.Locale.ROOT));
        return named >= 0 ? named : Numbers.of(day).intValue();
    }

    public int getDaysInMonth(int year, int month) {
        return YearMonth.of(year, month).lengthOfMonth();
    }

    public boolean isLeapYear(int year) {
        return java.time.Year.isLeap(year);
    }
}
