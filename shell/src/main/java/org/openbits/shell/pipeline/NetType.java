package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.ConversionException;
import org.openbits.automation.Culture;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Members;
import org.openbits.automation.NetList;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.Shaped;
import org.openbits.shell.language.TypeName;

/** A type as a value: {@code [math]}, or what {@code GetType()} gives. */
final class NetType implements Shaped {

    private static final List<String> NAMES = List.of(
            "IsPublic",
            "IsSerial",
            "Name",
            "FullName",
            "Namespace",
            "BaseType",
            "IsArray",
            "IsEnum",
            "IsClass",
            "IsValueType",
            "IsGenericType");

    private static final Set<String> VALUES = Set.of(
            "System.Int32",
            "System.Int64",
            "System.Int16",
            "System.UInt16",
            "System.UInt32",
            "System.UInt64",
            "System.Byte",
            "System.SByte",
            "System.Double",
            "System.Single",
            "System.Decimal",
            "System.Boolean",
            "System.Char",
            "System.DateTime",
            "System.DateTimeOffset",
            "System.TimeSpan",
            "System.Guid",
            "System.IntPtr",
            "System.Collections.DictionaryEntry",
            "System.Management.Automation.SwitchParameter");

    /** What .NET does not mark as serializable, among the types that scripts meet. */
    private static final Set<String> NOT_SERIAL = Set.of(
            "System.Management.Automation.PSCustomObject",
            "System.IO.FileInfo",
            "System.IO.DirectoryInfo",
            "System.Xml.XmlDocument",
            "System.Xml.XmlElement",
            "System.Diagnostics.Process",
            "System.Net.WebClient",
            "System.Text.RegularExpressions.Match");

    private final TypeName name;
    private final String fullName;
    private final @Nullable Statics statics;

    NetType(TypeName name, String fullName, @Nullable Statics statics) {
        this.name = name;
        this.fullName = fullName;
        this.statics = statics;
    }

    TypeName name() {
        return name;
    }

    /** The value of a static property. */
    @Nullable
    Object get(String member) {
        Object value = statics == null ? Statics.MISSING : statics.get(member.toLowerCase(Locale.ROOT));
        if (value == Statics.MISSING && statics instanceof EnumType) {
            return null; // all its names are known, and .NET has no other: nothing, as for any missing property
        }
        if (value == Statics.MISSING) {
            throw Failures.at(
                    null,
                    "PropertyNotFound",
                    ErrorCategory.InvalidOperation,
                    null,
                    "The type [" + name.text() + "] has no static property '" + member + "' in this shell.");
        }
        return value;
    }

    /** Sets a static property. */
    void set(String member, @Nullable Object value) {
        if (statics == null || !statics.set(member.toLowerCase(Locale.ROOT), value)) {
            throw new NoSuchMember(fullName, member);
        }
    }

    /** Calls a static method; {@code new} makes an object. */
    @Nullable
    Object call(String method, List<@Nullable Object> arguments) {
        if (method.equalsIgnoreCase("TryParse") && arguments.get(arguments.size() - 1) instanceof Reference result) {
            return tryParse(arguments, result);
        }
        boolean create = method.equalsIgnoreCase("new");
        if (create && name.rank() > 0) {
            TypeName element = new TypeName(name.span(), name.name(), name.arguments(), 0);
            return NetGrid.of(fullName, arguments, Types.empty(element));
        }
        if (create && name.dimensions() > 0 && arguments.size() == 1) {
            int size = StaticTypes.number(arguments, 0);
            return NetList.array(
                    fullName.substring(0, fullName.length() - 2), Collections.nCopies(size, Types.empty(element())));
        }
        if (method.equalsIgnoreCase("Parse") && statics != null) {
            return parsed(statics, arguments);
        }
        Object value = statics == null
                ? Statics.MISSING
                : create ? statics.create(arguments) : statics.call(method.toLowerCase(Locale.ROOT), arguments);
        if (value == Statics.MISSING) {
            throw new NoSuchMember(
                    create
                            ? "The type [" + name.text() + "] cannot be made from " + arguments.size()
                                    + " argument(s) in this shell."
                            : "Method invocation failed because [" + fullName + "] does not contain a method named '"
                                    + method + "' that takes " + arguments.size() + " argument(s) in this shell.");
        }
        if (create && value instanceof NetCollection collection) {
            collection.rename(fullName);
        }
        return create && value instanceof ArrayList<?> list && !(value instanceof NetList)
                ? NetList.named(fullName, list)
                : value;
    }

    /** What .NET's own Parse throws is not what a cast throws. */
    private @Nullable Object parsed(Statics type, List<@Nullable Object> arguments) {
        try {
            Object value = type.call("parse", arguments);
            if (value == Statics.MISSING) {
                throw new NoSuchMember("Method invocation failed because [" + name.text()
                        + "] does not contain a method named 'Parse'.");
            }
            return value;
        } catch (ConversionException refused) {
            String message = String.valueOf(refused.getMessage());
            int reason = message.indexOf("Error: \"");
            String kind =
                    message.contains("too large or too small") ? "System.OverflowException" : "System.FormatException";
            throw new NetException(
                    kind, reason < 0 ? message : message.substring(reason + 8, message.length() - 1), refused);
        }
    }

    /** An array of this type. */
    List<@Nullable Object> array(int size) {
        return NetList.array(fullName, Collections.nCopies(size, Types.empty(name)));
    }

    private TypeName element() {
        return new TypeName(name.span(), name.name(), name.arguments(), name.dimensions() - 1);
    }

    /** What Parse is given: the text, and the culture if there is one. */
    private static List<@Nullable Object> parsing(List<@Nullable Object> arguments) {
        Culture culture = CultureType.among(arguments);
        return culture == null ? arguments.subList(0, 1) : Arrays.asList(arguments.get(0), culture);
    }

    private boolean tryParse(List<@Nullable Object> arguments, Reference result) {
        try {
            result.setProperty("Value", call("Parse", parsing(arguments)));
            return true;
        } catch (ConversionException | NetException e) {
            result.setProperty("Value", Types.empty(name)); // as .NET: what stood there is gone
            return false;
        }
    }

    /** A method of the type itself, such as {@code GetEnumNames}. */
    @Nullable
    Object member(String key, String method, List<@Nullable Object> arguments) {
        return switch (key) {
            case "tostring" -> toString();
            case "getenumnames" -> call("getnames", List.of());
            case "getenumvalues" -> call("getvalues", List.of());
            case "issubclassof", "isassignablefrom" ->
                arguments.get(0) instanceof NetType other
                        && (key.equals("issubclassof") ? inherits(this, other) : inherits(other, this));
            default -> Members.invoke(this, method, arguments);
        };
    }

    private static boolean inherits(NetType from, NetType base) {
        for (NetType type = from; ; ) {
            if (type.equals(base)) {
                return true;
            }
            if (!(type.base() instanceof NetType next) || type.fullName.equals("System.Object")) {
                return false;
            }
            type = next;
        }
    }

    /** A property of the type itself, such as {@code Name}. */
    @Nullable
    Object own(String property) {
        try {
            return property(property);
        } catch (NoSuchMember e) {
            return null;
        }
    }

    @Override
    public String typeName() {
        return "System.RuntimeType";
    }

    @Override
    public List<String> propertyNames() {
        return NAMES;
    }

    @Override
    public @Nullable Object property(String property) {
        int generic = fullName.indexOf('[');
        int end = generic > 0 && fullName.indexOf('`') > 0 ? generic : fullName.length();
        int dot = fullName.lastIndexOf('.', end - 1);
        return switch (property.toLowerCase(Locale.ROOT)) {
            case "name" -> fullName.substring(dot + 1, end);
            case "fullname" -> fullName;
            case "namespace" -> dot < 0 ? "" : fullName.substring(0, dot);
            case "ispublic" -> true;
            case "isserial", "isserializable" ->
                !(statics instanceof ClassType) && !NOT_SERIAL.contains(fullName) && !fullName.startsWith("Microsoft.");
            case "isvaluetype" -> isValue();
            case "isclass" -> !isValue();
            case "isgenerictype" ->
                fullName.indexOf('`') > 0 || !name.arguments().isEmpty();
            case "isarray" -> fullName.endsWith("[]");
            case "isenum" -> statics instanceof EnumType;
            case "basetype" -> base();
            default -> throw new NoSuchMember(typeName(), property);
        };
    }

    private boolean isValue() {
        return statics instanceof EnumType || VALUES.contains(fullName);
    }

    private @Nullable Object base() {
        ClassType parent = statics instanceof ClassType own ? own.base() : null;
        String exception = statics instanceof ClassType own ? own.exception() : null;
        if (fullName.equals("System.Object")) {
            return null;
        }
        String base = parent != null ? parent.name() : exception != null ? exception : plainBase();
        return new NetType(new TypeName(name.span(), base, List.of(), 0), base, parent);
    }

    private String plainBase() {
        if (statics instanceof EnumType || fullName.equals("System.ValueType")) {
            return statics instanceof EnumType ? "System.Enum" : "System.Object";
        }
        if (isValue()) {
            return "System.ValueType";
        }
        return switch (fullName) {
            case "System.IO.FileInfo", "System.IO.DirectoryInfo" -> "System.IO.FileSystemInfo";
            case "System.Xml.XmlDocument" -> "System.Xml.XmlNode";
            case "System.Enum" -> "System.ValueType";
            default ->
                fullName.endsWith("[]")
                        ? "System.Array"
                        : fullName.endsWith("Exception") && !fullName.equals("System.Exception")
                                ? fullName.startsWith("System.Management.Automation.")
                                        ? "System.Management.Automation.RuntimeException"
                                        : "System.SystemException"
                                : "System.Object";
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NetType type && type.fullName.equalsIgnoreCase(fullName);
    }

    @Override
    public int hashCode() {
        return fullName.toLowerCase(Locale.ROOT).hashCode();
    }

    @Override
    public String toString() {
        return fullName;
    }
}
