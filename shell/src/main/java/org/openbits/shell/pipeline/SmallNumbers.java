package org.openbits.shell.pipeline;

import org.jspecify.annotations.Nullable;
import org.openbits.automation.SmallInteger;

/** Casts to .NET's small numbers: those of {@link SmallInteger}, and Single. */
final class SmallNumbers {

    private SmallNumbers() {}

    /** The kind that a type's key names; null when it is another type. */
    static SmallInteger.@Nullable Kind kind(String key) {
        return switch (key) {
            case "byte" -> SmallInteger.Kind.BYTE;
            case "sbyte" -> SmallInteger.Kind.SBYTE;
            case "int16", "short" -> SmallInteger.Kind.INT16;
            case "uint16", "ushort" -> SmallInteger.Kind.UINT16;
            case "uint32", "uint" -> SmallInteger.Kind.UINT32;
            default -> null;
        };
    }

    /** A number that was cast, in its own size; an error when it is out of range. */
    static @Nullable Object checked(String key, @Nullable Object converted) {
        if (!(converted instanceof Number number)) {
            return converted;
        }
        SmallInteger.Kind kind = kind(key);
        if (kind != null) {
            return kind.of(number.longValue());
        }
        return key.equals("single") || key.equals("float") ? (Object) number.floatValue() : number;
    }
}
