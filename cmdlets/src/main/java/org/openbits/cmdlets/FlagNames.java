package org.openbits.cmdlets;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.ConversionException;

/** The names of the bits of a flags type: read from names, lists of names and numbers; printed as .NET prints them. */
final class FlagNames {

    private final String type;
    private final Map<String, Long> names = new LinkedHashMap<>();

    FlagNames(String type) {
        this.type = type;
    }

    /** Adds a name; in texts a name with many bits goes before its parts. */
    FlagNames with(String name, long bits) {
        names.put(name, bits);
        return this;
    }

    /** @throws ConversionException for a name that is none */
    long parse(@Nullable Object value) {
        long bits = 0;
        for (Object element : Conversion.enumerate(value)) {
            bits |= element instanceof Number number ? number.longValue() & 0xFFFF_FFFFL : parseText(element);
        }
        return bits;
    }

    private long parseText(@Nullable Object element) {
        long bits = 0;
        for (String word : Conversion.toText(element).split(",")) {
            bits |= one(word.strip());
        }
        return bits;
    }

    private long one(String word) {
        for (Map.Entry<String, Long> entry : names.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(word)) {
                return entry.getValue();
            }
        }
        if (word.toLowerCase(Locale.ROOT).matches("-?(0x[0-9a-f]+|\\d+)")) {
            return Conversion.toNumber(word).longValue() & 0xFFFF_FFFFL;
        }
        throw new ConversionException(word, type, "use a number or these names: " + String.join(", ", names.keySet()));
    }

    /** The name of exactly these bits, else names that cover them, else the number. */
    String toText(long bits) {
        for (Map.Entry<String, Long> entry : names.entrySet()) {
            if (entry.getValue() == bits) {
                return entry.getKey();
            }
        }
        StringBuilder text = new StringBuilder();
        long rest = bits;
        for (Map.Entry<String, Long> entry : names.entrySet()) {
            long value = entry.getValue();
            if (Long.bitCount(value) == 1 && (rest & value) != 0) {
                text.append(text.length() == 0 ? "" : ", ").append(entry.getKey());
                rest &= ~value;
            }
        }
        return rest == 0 ? text.toString() : String.valueOf(bits);
    }
}
