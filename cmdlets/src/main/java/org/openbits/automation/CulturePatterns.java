package org.openbits.automation;

import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;

/**
 * How a culture writes days and times, in .NET's letters.
 *
 * @param shortDate the format {@code d}
 * @param longDate the format {@code D}
 * @param shortTime the format {@code t}
 * @param longTime the format {@code T}
 * @param monthDay the format {@code M}
 */
record CulturePatterns(String shortDate, String longDate, String shortTime, String longTime, String monthDay) {

    private static final String CLOCK = "HH:mm";
    private static final Map<String, CulturePatterns> KNOWN = Map.ofEntries(
            Map.entry("", of("MM/dd/yyyy", "dddd, dd MMMM yyyy", CLOCK, "MMMM dd")),
            Map.entry("en-US", of("M/d/yyyy", "dddd, MMMM d, yyyy", "h:mm tt", "MMMM d")),
            Map.entry("en-GB", of("dd/MM/yyyy", "dddd, d MMMM yyyy", CLOCK, "d MMMM")),
            Map.entry("de-DE", of("dd.MM.yyyy", "dddd, d. MMMM yyyy", CLOCK, "d. MMMM")),
            Map.entry("de-AT", of("dd.MM.yyyy", "dddd, d. MMMM yyyy", CLOCK, "d. MMMM")),
            Map.entry("de-CH", of("dd.MM.yyyy", "dddd, d. MMMM yyyy", CLOCK, "d. MMMM")),
            Map.entry("fr-FR", of("dd/MM/yyyy", "dddd d MMMM yyyy", CLOCK, "d MMMM")),
            Map.entry("it-IT", of("dd/MM/yyyy", "dddd d MMMM yyyy", CLOCK, "d MMMM")),
            Map.entry("es-ES", of("d/M/yyyy", "dddd, d 'de' MMMM 'de' yyyy", "H:mm", "d 'de' MMMM")),
            Map.entry("pt-BR", of("dd/MM/yyyy", "dddd, d 'de' MMMM 'de' yyyy", CLOCK, "d 'de' MMMM")),
            Map.entry("nl-NL", of("dd-MM-yyyy", "dddd d MMMM yyyy", CLOCK, "d MMMM")),
            Map.entry("sv-SE", of("yyyy-MM-dd", "dddd d MMMM yyyy", CLOCK, "d MMMM")),
            Map.entry("pl-PL", of("dd.MM.yyyy", "dddd, d MMMM yyyy", CLOCK, "d MMMM")),
            Map.entry("ja-JP", of("yyyy/MM/dd", "yyyy\u5E74M\u6708d\u65E5dddd", "H:mm", "M\u6708d\u65E5")));

    private static CulturePatterns of(String shortDate, String longDate, String shortTime, String monthDay) {
        return new CulturePatterns(shortDate, longDate, shortTime, shortTime.replace(":mm", ":mm:ss"), monthDay);
    }

    /** Those of a culture; of one that is not in the table, what Java knows, with the year in four digits. */
    static CulturePatterns of(Locale locale) {
        CulturePatterns known = KNOWN.get(locale.equals(Locale.ROOT) ? "" : locale.toLanguageTag());
        if (known != null) {
            return known;
        }
        String shortDate = date(FormatStyle.SHORT, locale).replaceFirst("y+", "yyyy");
        String longDate = date(FormatStyle.FULL, locale).replaceFirst("y+", "yyyy");
        String clock = net(DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                null, FormatStyle.SHORT, IsoChronology.INSTANCE, locale));
        return of(shortDate, longDate, clock, "d MMMM");
    }

    private static String date(FormatStyle style, Locale locale) {
        return net(DateTimeFormatterBuilder.getLocalizedDateTimePattern(style, null, IsoChronology.INSTANCE, locale));
    }

    /** Java's letters as .NET's: the name of a day, the stand-alone month, the half of a day, the year of an era. */
    private static String net(String java) {
        return java.replaceAll("E{4}|c{4}", "dddd")
                .replaceAll("E{1,3}|c{1,3}", "ddd")
                .replace('L', 'M')
                .replace('u', 'y')
                .replaceAll("a+", "tt")
                .replaceAll(" ?G+", "")
                .replace('\u202F', ' ');
    }

    /** The pattern that a single letter stands for; null when it is none of this culture's. */
    @org.jspecify.annotations.Nullable
    String named(String letter) {
        return switch (letter) {
            case "d" -> shortDate;
            case "D" -> longDate;
            case "t" -> shortTime;
            case "T" -> longTime;
            case "g" -> shortDate + " " + shortTime;
            case "f" -> longDate + " " + shortTime;
            case "F" -> longDate + " " + longTime;
            case "m", "M" -> monthDay;
            case "y", "Y" -> "MMMM yyyy";
            case "", "G" -> shortDate + " " + longTime;
            default -> null;
        };
    }
}
