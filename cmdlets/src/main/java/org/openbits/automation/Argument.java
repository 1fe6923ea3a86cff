package org.openbits.automation;

import org.jspecify.annotations.Nullable;

/**
 * One word of a command line, evaluated. A parameter and the value after it arrive as two arguments (the binder knows
 * which parameters are switches); {@code -Name:value} and an entry of a splatted hashtable as one.
 *
 * @param parameter the parameter name as typed, without dash; null for a value
 * @param value the value, when there is one
 * @param colon whether it was written {@code -Name:value}
 * @param hasValue whether {@code value} counts
 * @param offset where it stands in the source, -1 when unknown
 */
public record Argument(
        @Nullable String parameter, @Nullable Object value, boolean colon, boolean hasValue, int offset) {

    /** {@code -name} */
    public static Argument name(String parameter, int offset) {
        return new Argument(parameter, null, false, false, offset);
    }

    /** {@code value} */
    public static Argument value(@Nullable Object value, int offset) {
        return new Argument(null, value, false, true, offset);
    }

    /** {@code -name:value}, or an entry of a splatted hashtable. */
    public static Argument named(String parameter, @Nullable Object value, int offset) {
        return new Argument(parameter, value, true, true, offset);
    }
}
