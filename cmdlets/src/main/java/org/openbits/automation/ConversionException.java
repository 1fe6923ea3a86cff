package org.openbits.automation;

import org.jspecify.annotations.Nullable;

/** A value cannot be converted to a type. */
public final class ConversionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConversionException(@Nullable Object value, String typeName) {
        super("Cannot convert value \"" + Conversion.toText(value) + "\" to type \"" + typeName + "\".");
    }

    /** With a reason behind the sentence. */
    public ConversionException(@Nullable Object value, String typeName, String reason) {
        super(
                "Cannot convert value \"" + Conversion.toText(value) + "\" to type \"" + typeName + "\". Error: \""
                        + reason + "\"",
                new NetCause("System.FormatException", reason));
    }
}
