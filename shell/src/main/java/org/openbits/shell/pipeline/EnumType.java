package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
        members.forEach((member, number) -> values.add(new EnumValue(name, member, number)));
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
        return text.contains(",") ? numbered(value, sum) : new EnumValue(name, last, sum);
    }

    private @Nullable EnumValue named(String text) {
        for (Map.Entry<String, Long> member : members.entrySet()) {
            if (member.getKey().equalsIgnoreCase(text)) {
                return new EnumValue(name, member.getKey(), member.getValue());
            }
        }
        return null;
    }

    private EnumValue numbered(@Nullable Object value, long number) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, Long> member : members.entrySet()) {
            if (member.getValue() == number) {
                return new EnumValue(name, member.getKey(), number);
            }
            if (member.getValue() != 0 && (number & member.getValue()) == member.getValue()) {
                parts.add(member.getKey());
            }
        }
        if (!flags || parts.isEmpty()) {
            throw refused(value, Long.toString(number));
        }
        return new EnumValue(name, String.join(", ", parts), number);
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

    /** The enumerations of .NET whose values scripts hand to methods. */
    static @Nullable EnumType ofNet(String key) {
        return switch (key) {
            case "stringcomparison" ->
                counting(
                        "System.StringComparison",
                        "CurrentCulture",
                        "CurrentCultureIgnoreCase",
                        "InvariantCulture",
                        "InvariantCultureIgnoreCase",
                        "Ordinal",
                        "OrdinalIgnoreCase");
            case "stringsplitoptions" ->
                new EnumType(
                        "System.StringSplitOptions",
                        Map.of("None", 0L, "RemoveEmptyEntries", 1L, "TrimEntries", 2L),
                        true);
            case "regexoptions" ->
                new EnumType(
                        "System.Text.RegularExpressions.RegexOptions",
                        Map.of(
                                "None",
                                0L,
                                "IgnoreCase",
                                1L,
                                "Multiline",
                                2L,
                                "Compiled",
                                8L,
                                "Singleline",
                                16L,
                                "IgnorePatternWhitespace",
                                32L),
                        true);
            case "io.searchoption" -> counting("System.IO.SearchOption", "TopDirectoryOnly", "AllDirectories");
            case "io.filemode" ->
                counting("System.IO.FileMode", "", "CreateNew", "Create", "Open", "OpenOrCreate", "Truncate", "Append");
            case "io.fileattributes" ->
                new EnumType(
                        "System.IO.FileAttributes",
                        Map.of(
                                "ReadOnly",
                                1L,
                                "Hidden",
                                2L,
                                "System",
                                4L,
                                "Directory",
                                16L,
                                "Archive",
                                32L,
                                "Normal",
                                128L,
                                "Temporary",
                                256L,
                                "ReparsePoint",
                                1024L),
                        true);
            case "io.compression.compressionmode" ->
                counting("System.IO.Compression.CompressionMode", "Decompress", "Compress");
            case "io.compression.ziparchivemode" ->
                counting("System.IO.Compression.ZipArchiveMode", "Read", "Create", "Update");
            case "io.seekorigin" -> counting("System.IO.SeekOrigin", "Begin", "Current", "End");
            case "datetimekind" -> counting("System.DateTimeKind", "Unspecified", "Utc", "Local");
            case "actionpreference" ->
                counting(
                        "System.Management.Automation.ActionPreference",
                        "SilentlyContinue",
                        "Stop",
                        "Continue",
                        "Inquire",
                        "Ignore",
                        "Suspend",
                        "Break");
            case "io.fileaccess" -> counting("System.IO.FileAccess", "", "Read", "Write", "ReadWrite");
            case "io.fileshare" -> counting("System.IO.FileShare", "None", "Read", "Write", "ReadWrite", "Delete");
            case "io.compression.compressionlevel" ->
                counting("System.IO.Compression.CompressionLevel", "Optimal", "Fastest", "NoCompression");
            case "dayofweek" ->
                counting(
                        "System.DayOfWeek",
                        "Sunday",
                        "Monday",
                        "Tuesday",
                        "Wednesday",
                        "Thursday",
                        "Friday",
                        "Saturday");
            case "consolecolor" ->
                counting(
                        "System.ConsoleColor",
                        "Black",
                        "DarkBlue",
                        "DarkGreen",
                        "DarkCyan",
                        "DarkRed",
                        "DarkMagenta",
                        "DarkYellow",
                        "Gray",
                        "DarkGray",
                        "Blue",
                        "Green",
                        "Cyan",
                        "Red",
                        "Magenta",
                        "Yellow",
                        "White");
            case "environmentvariabletarget" ->
                counting("System.EnvironmentVariableTarget", "Process", "User", "Machine");
            case "urikind" -> counting("System.UriKind", "RelativeOrAbsolute", "Absolute", "Relative");
            case "midpointrounding" -> counting("System.MidpointRounding", "ToEven", "AwayFromZero", "ToZero");
            case "security.principal.windowsbuiltinrole" ->
                new EnumType(
                        "System.Security.Principal.WindowsBuiltInRole",
                        Map.of("Administrator", 544L, "User", 545L, "Guest", 546L),
                        false);
            case "net.httpstatuscode" -> statuses();
            default -> null;
        };
    }

    private static EnumType statuses() {
        Map<String, Long> members = new LinkedHashMap<>();
        for (long number = 200; number < 600; number++) {
            String word = new HttpStatus(number).toString();
            if (!word.equals(Long.toString(number).toLowerCase(Locale.ROOT))) {
                members.put(word, number);
            }
        }
        return new EnumType("System.Net.HttpStatusCode", members, false);
    }
}
