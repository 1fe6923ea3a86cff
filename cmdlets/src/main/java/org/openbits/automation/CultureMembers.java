package org.openbits.automation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** System.Globalization.CultureInfo. */
final class CultureMembers implements Adapter {

    private static final List<String> NAMES = List.of("LCID", "Name", "DisplayName");

    @Override
    public List<String> names(Object target) {
        return NAMES;
    }

    @Override
    public @Nullable Object get(Object target, String name) {
        Culture culture = (Culture) target;
        Locale locale = culture.locale();
        return switch (name) {
            case "name" -> culture.name();
            case "displayname", "englishname" ->
                culture.name().isEmpty()
                        ? "Invariant Language (Invariant Country)"
                        : locale.getDisplayName(Locale.ENGLISH);
            case "nativename" -> locale.getDisplayName(locale);
            case "lcid" -> culture.name().isEmpty() ? 127 : culture.equals(Culture.EN_US) ? 1033 : 4096;
            case "twoletterisolanguagename" -> culture.name().isEmpty() ? "iv" : locale.getLanguage();
            case "isneutralculture" ->
                locale.getCountry().isEmpty() && !culture.name().isEmpty();
            case "parent" -> Culture.of(locale.getCountry().isEmpty() ? "" : locale.getLanguage());
            case "numberformat" -> numbers(culture);
            case "datetimeformat" -> new CultureTimes(culture);
            case "calendar" -> new CultureTimes(culture);
            case "textinfo" -> new CultureTexts(culture);
            default -> MISSING;
        };
    }

    private static CustomObject numbers(Culture culture) {
        var symbols = culture.symbols();
        String point = String.valueOf(symbols.getDecimalSeparator());
        String group = String.valueOf(symbols.getGroupingSeparator());
        return new CustomObject("System.Globalization.NumberFormatInfo")
                .add("NumberDecimalSeparator", point)
                .add("NumberGroupSeparator", group)
                .add("NumberDecimalDigits", 2)
                .add("NegativeSign", String.valueOf(symbols.getMinusSign()))
                .add("CurrencySymbol", culture.currencySymbol())
                .add("CurrencyDecimalSeparator", point)
                .add("CurrencyGroupSeparator", group)
                .add("PercentSymbol", "%")
                .add("PercentDecimalSeparator", point);
    }
}
