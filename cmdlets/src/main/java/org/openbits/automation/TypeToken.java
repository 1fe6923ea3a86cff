package org.openbits.automation;

import org.jspecify.annotations.Nullable;

/**
 * A type to convert to: one Java class, or a list of them.
 *
 * @param type the class of the value, or of an element
 * @param isList whether the value is a list (PowerShell's {@code type[]})
 */
public record TypeToken(Class<?> type, boolean isList) {

    /** Of one value. */
    public static TypeToken of(Class<?> type) {
        return new TypeToken(type, false);
    }

    /** Of a list of values. */
    public static TypeToken listOf(Class<?> element) {
        return new TypeToken(element, true);
    }

    /** The type of a PowerShell name such as {@code int}, {@code System.String[]} or {@code guid}; null when unknown. */
    public static @Nullable TypeToken named(String name) {
        return TypeNames.find(name);
    }
}
