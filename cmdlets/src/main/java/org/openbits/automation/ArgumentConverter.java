package org.openbits.automation;

import org.jspecify.annotations.Nullable;

/** Makes a value of a type from what a user gave, with the help of the session; see {@link ConvertedBy}. */
public interface ArgumentConverter {

    /**
     * Converts one value that is not of the type yet.
     *
     * @throws ConversionException when it cannot be converted
     * @throws CmdletException when the conversion fails for a reason that has an error of its own
     */
    Object convert(@Nullable Object value, CommandRuntime runtime);
}
