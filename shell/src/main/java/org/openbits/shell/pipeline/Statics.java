package org.openbits.shell.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The static members and constructors of a .NET type, on Java. Names come in lower case. */
interface Statics {

    /** The answer to a name that the type does not have. */
    Object MISSING = new Object();

    default @Nullable Object get(String property) {
        return MISSING;
    }

    /** Sets a property; false when there is none of that name. */
    default boolean set(String property, @Nullable Object value) {
        return false;
    }

    default @Nullable Object call(String method, List<@Nullable Object> arguments) {
        return MISSING;
    }

    /** Makes an object, as a constructor does. */
    default @Nullable Object create(List<@Nullable Object> arguments) {
        return MISSING;
    }
}
