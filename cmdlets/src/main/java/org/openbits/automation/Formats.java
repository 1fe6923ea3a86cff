package org.openbits.automation;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** .NET's format strings: what {@code -f} and {@code ToString("N2")} do. By the culture of the thread, unless one is given. */
public final class Formats {

    private Formats() {}

    /**
     * One value in one format, such as {@code N2}, {@code yyyy-MM-dd} or {@code hh\:mm}; an empty format gives the
     * value's own text.
     *
     * @throws IllegalArgumentException when the format is not one of the value's type
     */
    public static String apply(@Nullable Object value, String format) {
        return apply(value, format, Culture.current());
    }

    /** The same as that culture writes. */
    public static String apply(@Nullable Object value, String format, Culture culture) {
        if (value instanceof ZonedDateTime time) {
            return DateFormats.apply(time, format, culture);
        }
        if (format.isEmpty()) {
            return value instanceof Number number ? culture.number(Numbers.toText(number)) : Conversion.toText(value);
        }
        if (value instanceof Duration span) {
            return DateFormats.apply(span, format);
        }
        if (value instanceof UUID id) {
            return guid(id, format);
        }
        if (value instanceof Number number) {
            return NumberFormats.apply(number, format, culture);
        }
        if (value instanceof Enum<?> || value instanceof Numbered) {
            return format.equalsIgnoreCase("d") || format.equalsIgnoreCase("x")
                    ? NumberFormats.apply(Numbers.of(value), format, culture)
                    : value.toString();
        }
        return Conversion.toText(value);
    }

    /**
     * The operator {@code -f}: {@code {index[,width][:format]}} is replaced, doubled braces are braces.
     *
     * @throws IllegalArgumentException when the text is malformed or asks for an argument that is not there
     */
    public static String composite(String text, List<? extends @Nullable Object> args) {
        return composite(text, args, Culture.current());
    }

    /** The same as that culture writes. */
    public static String composite(String text, List<? extends @Nullable Object> args, Culture culture) {
        StringBuilder result = new StringBuilder();
        int index = 0;
        while (index < text.length()) {
            char character = text.charAt(index);
            boolean isDoubled = index + 1 < text.length() && text.charAt(index + 1) == character;
            if ((character == '{' || character == '}') && isDoubled) {
                result.append(character);
                index += 2;
            } else if (character == '{') {
                int end = text.indexOf('}', index);
                if (end < 0) {
                    throw malformed();
                }
                result.append(item(text.substring(index + 1, end), args, culture));
                index = end + 1;
            } else if (character == '}') {
                throw malformed();
            } else {
                result.append(character);
                index++;
            }
        }
        return result.toString();
    }

    private static String item(String item, List<? extends @Nullable Object> args, Culture culture) {
        int colon = item.indexOf(':');
        String head = colon < 0 ? item : item.substring(0, colon);
        int comma = head.indexOf(',');
        try {
            int index = Integer.parseInt((comma < 0 ? head : head.substring(0, comma)).strip());
            int width =
                    comma < 0 ? 0 : Integer.parseInt(head.substring(comma + 1).strip());
            if (index < 0 || index >= args.size()) {
                throw new IllegalArgumentException(
                        "Error formatting a string: Index (zero based) must be greater than or"
                                + " equal to zero and less than the size of the argument list.");
            }
            return pad(apply(args.get(index), colon < 0 ? "" : item.substring(colon + 1), culture), width);
        } catch (NumberFormatException notANumber) {
            throw malformed();
        }
    }

    private static String pad(String text, int width) {
        String blanks = " ".repeat(Math.max(0, Math.abs(width) - text.length()));
        return width < 0 ? text + blanks : blanks + text;
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("Error formatting a string: Input string was not in a correct format.");
    }

    private static String guid(UUID id, String format) {
        return switch (format.toUpperCase(Locale.ROOT)) {
            case "N" -> id.toString().replace("-", "");
            case "D" -> id.toString();
            case "B" -> "{" + id + "}";
            case "P" -> "(" + id + ")";
            default -> throw new IllegalArgumentException("Format string can be only \"D\", \"N\", \"P\" or \"B\".");
        };
    }
}
