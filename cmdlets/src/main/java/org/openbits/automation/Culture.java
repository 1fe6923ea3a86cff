package org.openbits.automation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a language and region writes numbers and times: .NET's CultureInfo. The current one, by which {@code -f},
 * {@code ToString()} and the display write, is en-US until a script sets another; each thread has its own. Casts and
 * texts with variables in them never ask it.
 */
public final class Culture implements NetNamed {

    public static final Culture INVARIANT = new Culture(Locale.ROOT);
    public static final Culture EN_US = new Culture(Locale.US);

    private static final ThreadLocal<Culture> CURRENT = ThreadLocal.withInitial(() -> EN_US);

    private final Locale locale;
    private final CulturePatterns patterns;
    private final DecimalFormatSymbols symbols;

    private Culture(Locale locale) {
        this.locale = locale;
        this.patterns = CulturePatterns.of(locale);
        this.symbols = DecimalFormatSymbols.getInstance(locale);
        if (locale.equals(Locale.ROOT) || locale.equals(Locale.US)) {
            symbols.setInfinity("\u221E");
        }
    }

    /**
     * The culture of a name such as {@code de-DE} or {@code de}; the empty name is the invariant one.
     *
     * @throws IllegalArgumentException when there is no such language
     */
    public static Culture of(String name) {
        Locale locale = name.isEmpty() ? Locale.ROOT : Locale.forLanguageTag(name.replace('_', '-'));
        boolean known = name.isEmpty() || List.of(Locale.getISOLanguages()).contains(locale.getLanguage());
        if (!known) {
            throw new IllegalArgumentException(
                    "Culture is not supported. (Parameter 'name')\n" + name + " is an invalid culture identifier.");
        }
        return locale.equals(Locale.US) ? EN_US : locale.equals(Locale.ROOT) ? INVARIANT : new Culture(locale);
    }

    public static Culture current() {
        return CURRENT.get();
    }

    /** Makes it the culture of what this thread writes from now on. */
    public static void current(Culture culture) {
        CURRENT.set(culture);
    }

    public String name() {
        return locale.equals(Locale.ROOT) ? "" : locale.toLanguageTag();
    }

    public Locale locale() {
        return locale;
    }

    /** The language's names: English for the invariant culture. */
    Locale words() {
        return locale.equals(Locale.ROOT) ? Locale.ENGLISH : locale;
    }

    public DecimalFormatSymbols symbols() {
        return (DecimalFormatSymbols) symbols.clone();
    }

    CulturePatterns patterns() {
        return patterns;
    }

    /** The pattern of one of the formats d, D, t, T, g, f, F, M, y; null for another letter. */
    public @Nullable String pattern(String letter) {
        return patterns.named(letter);
    }

    public String month(int month, boolean isShort) {
        return java.time.Month.of(month).getDisplayName(isShort ? TextStyle.SHORT : TextStyle.FULL, words());
    }

    /** @param day 0 is Sunday */
    public String day(int day, boolean isShort) {
        return java.time.DayOfWeek.of((day + 6) % 7 + 1)
                .getDisplayName(isShort ? TextStyle.SHORT : TextStyle.FULL, words());
    }

    String half(boolean isMorning) {
        return DateTimeFormatter.ofPattern("a", words()).format(isMorning ? LocalTime.MIN : LocalTime.NOON);
    }

    public String currencySymbol() {
        return locale.equals(Locale.ROOT) ? "\u00A4" : symbols.getCurrencySymbol();
    }

    /** An amount of money: {@code $1,234.50} or {@code 1.234,50 €}. */
    String currency(BigDecimal value, int digits) {
        String number = plain("#,##0", value.abs().setScale(digits, RoundingMode.HALF_UP), digits);
        String sign = value.signum() < 0 ? "-" : "";
        String pattern = locale.equals(Locale.ROOT)
                ? "\u00A4#,##0.00"
                : ((DecimalFormat) NumberFormat.getCurrencyInstance(locale)).toPattern();
        String positive = pattern.split(";", 2)[0];
        boolean isBehind = positive.indexOf('\u00A4') > positive.indexOf('0');
        String gap = positive.matches(".*[\\s\u00A0\u202F].*") ? "\u00A0" : "";
        return sign + (isBehind ? number + gap + currencySymbol() : currencySymbol() + gap + number);
    }

    /** A share of a hundred: {@code 12.34%} or {@code 12,34 %}. */
    String percent(BigDecimal value, int digits) {
        String number = plain("#,##0", value.movePointRight(2).setScale(digits, RoundingMode.HALF_UP), digits);
        if (locale.equals(Locale.ROOT)) {
            return number + " %";
        }
        String pattern = ((DecimalFormat) NumberFormat.getPercentInstance(locale)).toPattern();
        String gap = pattern.replaceAll("[^\\s\u00A0\u202F]", "");
        return pattern.startsWith("%") ? "%" + gap + number : number + gap + "%";
    }

    /** A number with that many digits behind the point. */
    String plain(String pattern, BigDecimal value, int digits) {
        String shape = digits == 0 ? pattern : pattern + "." + "0".repeat(digits);
        return new DecimalFormat(shape, symbols).format(value);
    }

    /** A number's text as this culture writes it. */
    String number(String invariant) {
        String sign = String.valueOf(symbols.getMinusSign());
        return invariant.replace('.', symbols.getDecimalSeparator()).replace("-", sign);
    }

    /** A number as this culture writes it, in the form that every script reads. */
    public String invariant(String text) {
        String bare = text.strip().replace(symbols.getMinusSign(), '-');
        char group = symbols.getGroupingSeparator();
        if (Character.isSpaceChar(group)) {
            bare = bare.replaceAll("[ \u00A0\u202F]", "");
        }
        return bare.replace(String.valueOf(group), "").replace(symbols.getDecimalSeparator(), '.');
    }

    /** Reads a time in this culture's own forms, else in those that every culture knows; null when it is none. */
    public @Nullable ZonedDateTime parse(String text) {
        String bare = text.strip();
        for (String date : List.of(patterns.shortDate(), patterns.longDate(), "d MMMM yyyy", "d. MMMM yyyy")) {
            ZonedDateTime found = parse(bare, date);
            if (found != null) {
                return found;
            }
        }
        return Times.parseDate(text);
    }

    private @Nullable ZonedDateTime parse(String text, String datePattern) {
        String lenient = datePattern
                .replaceAll("d{4}", "EEEE")
                .replaceAll("(?<!d)dd(?!d)", "d")
                .replaceAll("(?<!M)MM(?!M)", "M")
                .replace("yyyy", "uuuu");
        String clock = "[ H:mm[:ss]][ h:mm[:ss] a]";
        try {
            DateTimeFormatter form = new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(lenient + clock)
                    .toFormatter(words());
            var found = form.parseBest(text, java.time.LocalDateTime::from, LocalDate::from);
            java.time.LocalDateTime time =
                    found instanceof LocalDate day ? day.atStartOfDay() : (java.time.LocalDateTime) found;
            return time.atZone(TimeKind.UNSPECIFIED);
        } catch (DateTimeException | IllegalArgumentException another) {
            return null;
        }
    }

    @Override
    public String netName() {
        return "System.Globalization.CultureInfo";
    }

    /** What stands between the values of a list: a semicolon where the comma stands in numbers. */
    public char listSeparator() {
        return symbols.getDecimalSeparator() == ',' ? ';' : ',';
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Culture culture && culture.locale.equals(locale);
    }

    @Override
    public int hashCode() {
        return locale.hashCode();
    }

    @Override
    public String toString() {
        return name();
    }
}
