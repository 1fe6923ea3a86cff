package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.ConversionException;
import org.openbits.automation.Numbered;

/**
 * An enumeration: names with numbers. With {@code flags} a value may be several of them.
 *
 * @param name as it was declared
 */
record EnumType(String name, Map<String, Long> members, boolean flags) implements Statics {

    /** One that counts from 0. */
    static EnumType counting(String name, String... names) {
        Map<String, Long> members = new LinkedHashMap<>();
        for (String each : names) {
            members.put(each, (long) members.size());
        }
        return new EnumType(name, members, false);
    }

    /** One of an enumeration of Java. */
    static EnumType of(String name, Class<?> type) {
        Map<String, Long> members = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            long number = constant instanceof Numbered numbered ? numbered.number() : ((Enum<?>) constant).ordinal();
            members.put(constant.toString(), number);
        }
        return new EnumType(name, members, false);
    }

    @Override
    public @Nullable Object get(String property) {
        Object value = named(property);
        return value == null ? MISSING : value;
    }

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> arguments) {
        return switch (method) {
            case "parse" -> convert(arguments.get(0));
            case "getnames" -> new ArrayList<Object>(members.keySet());
            case "getvalues" -> values();
            default -> MISSING;
        };
    }

    @Override
    public @Nullable Object create(List<@Nullable Object> arguments) {
        return arguments.size() == 1 ? convert(arguments.get(0)) : MISSING;
    }

    List<Object> values() {
        List<Object> values = new ArrayList<>();
        members.forEach((member, number) -> values.add(new EnumValue(this, member, number)));
        return values;
    }

    boolean isDefined(@Nullable Object value) {
        return value instanceof Number number
                ? members.containsValue(number.longValue())
                : named(Conversion.toText(value)) != null;
    }

    /** A value by its name, its number, or for flags several names parted by commas. */
    EnumValue convert(@Nullable Object value) {
        if (value instanceof EnumValue same && same.typeName().equals(name)) {
            return same;
        }
        if (value instanceof Number || value instanceof Numbered) {
            return numbered(value, Conversion.toNumber(value).longValue());
        }
        String text = Conversion.isMany(value)
                ? Conversion.toText(Operators.join(Conversion.enumerate(value), ","))
                : Conversion.toText(value).strip();
        if (text.matches("[+-]?\\d{1,18}")) {
            return numbered(value, Long.parseLong(text));
        }
        long sum = 0;
        String last = text;
        for (String part : text.split(",")) {
            EnumValue found = named(part.strip());
            if (found == null) {
                throw refused(value, text);
            }
            sum |= found.number();
            last = found.name();
        }
        return text.contains(",") ? numbered(value, sum) : new EnumValue(this, last, sum);
    }

    private @Nullable EnumValue named(String text) {
        for (Map.Entry<String, Long> member : members.entrySet()) {
            if (member.getKey().equalsIgnoreCase(text)) {
                return new EnumValue(this, member.getKey(), member.getValue());
            }
        }
        return null;
    }

    private EnumValue numbered(@Nullable Object value, long number) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, Long> member : members.entrySet()) {
            if (member.getValue() == number) {
                return new EnumValue(this, member.getKey(), number);
            }
            if (member.getValue() != 0 && (number & member.getValue()) == member.getValue()) {
                parts.add(member.getKey());
            }
        }
        if (!flags || parts.isEmpty()) {
            throw refused(value, Long.toString(number));
        }
        return new EnumValue(this, String.join(", ", parts), number);
    }

    /** A combination of flags; a number without names stands for itself. */
    EnumValue any(long number) {
        try {
            return numbered(number, number);
        } catch (ConversionException unnamed) {
            return new EnumValue(this, Long.toString(number), number);
        }
    }

    private ConversionException refused(@Nullable Object value, String text) {
        return new ConversionException(
                value,
                name,
                "Unable to match the identifier name " + text
                        + " to a valid enumerator name. Specify one of the following enumerator names and try again: "
                        + String.join(", ", members.keySet()));
    }

    /** {@code [enum]}: what it knows of a type it is given. */
    record AnyEnum(Types types) implements Statics {
        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            EnumType type = arguments.isEmpty() ? null : types.enumeration(arguments.get(0));
            if (type == null) {
                return MISSING;
            }
            return switch (method) {
                case "isdefined" -> type.isDefined(arguments.get(1));
                case "parse", "toobject" -> type.convert(arguments.get(1));
                default -> type.call(method, arguments);
            };
        }
    }
}
