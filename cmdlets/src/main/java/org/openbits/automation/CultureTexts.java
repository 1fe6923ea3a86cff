package org.openbits.automation;

import java.util.regex.Pattern;

/** .NET's TextInfo: letters by the habits of a culture. Public because scripts call it by name. */
public final class CultureTexts {

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{Nd}']*");

    private final Culture culture;

    CultureTexts(Culture culture) {
        this.culture = culture;
    }

    /** The first letter of each word large, the others small; a word of large letters alone stays. */
    public String toTitleCase(String text) {
        return WORD.matcher(text).replaceAll(word -> java.util.regex.Matcher.quoteReplacement(titled(word.group())));
    }

    private String titled(String word) {
        boolean isAcronym = word.length() > 1 && word.equals(word.toUpperCase(culture.locale()));
        return isAcronym
                ? word
                : word.substring(0, 1).toUpperCase(culture.locale())
                        + word.substring(1).toLowerCase(culture.locale());
    }

    public String toUpper(String text) {
        return text.toUpperCase(culture.locale());
    }

    public String toLower(String text) {
        return text.toLowerCase(culture.locale());
    }

    public String getListSeparator() {
        return String.valueOf(culture.listSeparator());
    }

    public String getCultureName() {
        return culture.name();
    }
}
