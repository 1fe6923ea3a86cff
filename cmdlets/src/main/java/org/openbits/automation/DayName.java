package org.openbits.automation;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * .NET's DayOfWeek: the week begins with Sunday, 0.
 *
 * @param number 0 to 6
 */
record DayName(long number) implements Numbered {

    @Override
    public String toString() {
        return DayOfWeek.of(number == 0 ? 7 : (int) number).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
