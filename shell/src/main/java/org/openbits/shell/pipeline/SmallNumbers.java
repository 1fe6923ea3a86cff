package org.openbits.shell.pipeline;

import org.jspecify.annotations.Nullable;
import org.openbits.automation.ConversionException;
import org.openbits.automation.UInt32;

/** The ranges of .NET's small numbers, which but for UInt32 are of Java's larger types here. */
final class SmallNumbers {

    private SmallNumbers() {}

    /** Small numbers travel as Int32 and keep their range when they are made. */
    static @Nullable Object checked(String key, @Nullable Object value, @Nullable Object converted) {
        if (!(converted instanceof Number number)) {
            return converted;
        }
        String words = switch (key) {
            case "byte" -> within(number, 0, 255) ? "" : "System.Byte an unsigned byte";
            case "sbyte" -> within(number, -128, 127) ? "" : "System.SByte a signed byte";
            case "int16", "short" -> within(number, -32768, 32767) ? "" : "System.Int16 an Int16";
            case "uint16", "ushort" -> within(number, 0, 65535) ? "" : "System.UInt16 a UInt16";
            case "uint32", "uint" -> within(number, 0, 4294967295L) ? "" : "System.UInt32 a UInt32";
            default -> "";
        };
        if (words.isEmpty()) {
            return key.equals("uint32") || key.equals("uint") ? UInt32.of(number.longValue()) : converted;
        }
        int blank = words.indexOf(' ');
        throw new ConversionException(
                value,
                words.substring(0, blank),
                "Value was either too large or too small for " + words.substring(blank + 1) + ".");
    }

    private static boolean within(Number number, long low, long high) {
        return number.longValue() >= low && number.longValue() <= high;
    }
}
