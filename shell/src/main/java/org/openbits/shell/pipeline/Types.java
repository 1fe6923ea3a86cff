package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CmdletException;
import org.openbits.automation.Conversion;
import org.openbits.automation.ConversionException;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.HashTable;
import org.openbits.automation.Members;
import org.openbits.automation.NetList;
import org.openbits.automation.Regexes;
import org.openbits.automation.TypeToken;
import org.openbits.automation.Version;
import org.openbits.automation.XmlText;
import org.openbits.shell.language.Parser;
import org.openbits.shell.language.Span;
import org.openbits.shell.language.SyntaxError;
import org.openbits.shell.language.TypeName;

/** What the names between brackets mean: conversions, tests, and {@link StaticTypes} behind {@code ::}. */
final class Types {

    static final Set<String> LISTS =
            Set.of("collections.arraylist", "collections.generic.list", "collections.objectmodel.collection", "array");
    static final Set<String> TABLES = Set.of(
            "hashtable",
            "collections.hashtable",
            "collections.generic.dictionary",
            "collections.idictionary",
            "collections.concurrent.concurrentdictionary",
            "collections.generic.sorteddictionary",
            "collections.generic.sortedlist",
            "collections.sortedlist");

    private static final Set<String> OTHERS = Set.of(
            "void",
            "ref",
            "errorrecord",
            "warningrecord",
            "verboserecord",
            "debugrecord",
            "informationrecord",
            "func",
            "action",
            "predicate",
            "comparison",
            "converter",
            "eventhandler",
            "ordered",
            "nullable",
            "regex",
            "version",
            "xml",
            "xml.xmldocument",
            "xml.xmlelement",
            "xml.xmlnode",
            "xml.xmlattribute",
            "type",
            "valuetype",
            "collections.ilist",
            "collections.ienumerable",
            "collections.icollection",
            "collections.generic.ienumerable",
            "collections.generic.ilist",
            "icomparable",
            "iconvertible",
            "idisposable",
            "enum");

    private static final String SYNTAX = "System.Management.Automation.Language";

    private final Engine engine;
    private final StaticTypes statics;
    private final Map<String, Statics> declared = new HashMap<>();
    private final Set<String> namespaces = new LinkedHashSet<>();

    Types(Engine engine) {
        this.engine = engine;
        this.statics = new StaticTypes(engine);
    }

    /** Whether the script set ServicePointManager's callback to one that accepts every certificate. */
    boolean trustsAnyServer() {
        return statics.trustsAnyServer();
    }

    /** Makes an enumeration or a class of the script known. */
    void declare(String name, Statics type) {
        declared.put(name.toLowerCase(Locale.ROOT), type);
    }

    /** The class of the script of that name; null when there is none. */
    @Nullable
    ClassType classOf(String name) {
        return declared.get(name.toLowerCase(Locale.ROOT)) instanceof ClassType found ? found : null;
    }

    /** {@code using namespace}: names of types may leave it out from now on. */
    void use(String namespace) {
        namespaces.add(namespace);
    }

    /** The enumeration of that type or name; null when it is none. */
    @Nullable
    EnumType enumeration(@Nullable Object type) {
        String name = type instanceof NetType net ? net.name().name() : Conversion.toText(type);
        return find(key(name), name) instanceof EnumType found ? found : null;
    }

    /** The statics of a type: the script's own first, then the table, then the namespaces in use. */
    private @Nullable Statics find(String key, String name) {
        Statics own = declared.get(name.toLowerCase(Locale.ROOT));
        Statics found = own == null ? statics.find(key, name) : own;
        if (found != null || name.contains(".")) {
            return found;
        }
        for (String namespace : namespaces) {
            String whole = namespace + "." + name;
            Statics used = statics.find(key(whole), whole);
            if (used != null) {
                return used;
            }
        }
        return null;
    }

    /** The name in lower case without the namespaces that may be left out. */
    static String key(TypeName type) {
        return key(type.name());
    }

    static String key(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        if (key.startsWith("system.")) {
            key = key.substring("system.".length());
        }
        for (String prefix : List.of("management.automation.", "text.regularexpressions.")) {
            key = key.startsWith(prefix) ? key.substring(prefix.length()) : key;
        }
        return key;
    }

    /** Whether a hash literal before this cast keeps the order of its entries. */
    static boolean keepsOrder(TypeName type) {
        return Set.of("pscustomobject", "ordered", "psobject").contains(key(type));
    }

    /** What a parameter of the type is when it gets no value. */
    static @Nullable Object empty(TypeName type) {
        if (type.dimensions() > 0) {
            return null;
        }
        return switch (key(type)) {
            case "int", "int32", "long", "int64", "uint64", "ulong", "double", "float", "single", "decimal" -> 0;
            case "byte", "sbyte", "int16", "short", "uint16", "ushort", "uint32", "uint" ->
                SmallNumbers.checked(key(type), 0);
            case "bool", "boolean", "switch", "switchparameter" -> false;
            case "string" -> "";
            default -> null;
        };
    }

    /** What a property of the type begins with: a value type has no null. */
    @Nullable
    Object initial(TypeName type) {
        if (type.dimensions() > 0) {
            return null;
        }
        return switch (key(type)) {
            case "datetime" -> new TimeTypes.Date().get("minvalue");
            case "timespan" -> java.time.Duration.ZERO;
            case "guid" -> new java.util.UUID(0, 0);
            default ->
                find(key(type), type.name()) instanceof EnumType names
                                && names.members().containsValue(0L)
                        ? names.convert(0)
                        : empty(type);
        };
    }

    /** The type as a value; one that is unknown fails here, where it is used. */
    NetType type(TypeName name) {
        String key = key(name);
        Statics found = name.dimensions() != 0 ? null : find(key, name.name());
        boolean known = found != null
                || name.dimensions() != 0
                || LISTS.contains(key)
                || TABLES.contains(key)
                || key.endsWith("exception")
                || key.endsWith("ast") && (key.startsWith("language.") || namespaces.contains(SYNTAX))
                || OTHERS.contains(key)
                || TypeToken.named(name.name()) != null;
        if (!known) {
            throw notFound(name, name.span());
        }
        return new NetType(name, fullName(name), found);
    }

    /** The full name of a type of the script or of .NET. */
    String fullName(TypeName name) {
        if (declared.containsKey(name.name().toLowerCase(Locale.ROOT))) {
            return name.text();
        }
        return NetNames.of(name);
    }

    /** The type of a value. */
    NetType typeOf(Object value) {
        if (value instanceof NetGrid grid) {
            TypeName own = new TypeName(new Span(NOWHERE, 0, 0), grid.netName(), List.of(), 0);
            return new NetType(own, grid.netName(), null);
        }
        if (value instanceof ClassInstance instance) {
            TypeName own = new TypeName(new Span(NOWHERE, 0, 0), instance.typeName(), List.of(), 0);
            return new NetType(own, instance.typeName(), instance.type());
        }
        String name = Members.typeName(value);
        String text = name;
        TypeName type =
                new TypeName(new Span(NOWHERE, 0, 0), text.replace("[]", ""), List.of(), text.endsWith("[]") ? 1 : 0);
        return new NetType(type, text, null);
    }

    private static final org.openbits.shell.language.Source NOWHERE = new org.openbits.shell.language.Source("", "");

    private static CmdletException notFound(TypeName type, @Nullable Span span) {
        return Failures.at(
                span,
                "TypeNotFound",
                ErrorCategory.InvalidOperation,
                type.text(),
                "Unable to find type [" + type.text() + "].");
    }

    /**
     * Converts a value.
     *
     * @throws CmdletException when that is not possible, with PowerShell's id
     */
    @Nullable
    Object convert(TypeName type, @Nullable Object value, @Nullable Span span) {
        try {
            if (type.rank() > 0) {
                return NetGrid.cast(fullName(type), value);
            }
            return type.dimensions() > 0 ? list(type, value, span) : single(type, value, span);
        } catch (ConversionException e) {
            CmdletException failure = Failures.of(e, span);
            throw failure;
        }
    }

    private @Nullable Object list(TypeName type, @Nullable Object value, @Nullable Span span) {
        if (value == null) {
            return null;
        }
        TypeName element = new TypeName(type.span(), type.name(), type.arguments(), type.dimensions() - 1);
        if (value instanceof NetList known && known.netName().equalsIgnoreCase(fullName(type))) {
            return value;
        }
        List<@Nullable Object> list = newArray(element, List.of());
        if (value instanceof CharSequence text && key(type).equals("char")) {
            text.chars().forEach(each -> list.add((char) each));
            return list;
        }
        for (Object each : Conversion.enumerate(value)) {
            list.add(convert(element, each, span));
        }
        return list;
    }

    private @Nullable Object single(TypeName type, @Nullable Object value, @Nullable Span span) {
        String key = key(type);
        if (LISTS.contains(key)) {
            return value == null || key.equals("array") && Conversion.isMany(value) ? value : listOf(type, value);
        }
        if (TABLES.contains(key) && (value == null || value instanceof Map)) {
            return value;
        }
        return switch (key) {
            case "void" -> null;
            case "ref", "psreference" -> value instanceof Reference ? value : new Reference(value);
            case "object", "psmemberinfo" -> value;
            case "psobject", "pscustomobject" -> value instanceof Map<?, ?> map ? CustomObject.of(map) : value;
            case "ordered" -> ordered(value, span);
            case "xml", "xml.xmldocument" -> xml(value, span);
            case "bool", "boolean", "switch", "switchparameter" -> Conversion.isTrue(value);
            case "scriptblock" -> value == null || value instanceof Block ? value : block(Conversion.toText(value));
            case "regex" -> value instanceof Pattern ? value : Regexes.pattern(Conversion.toText(value), true);
            case "version" -> value instanceof Version ? value : version(value, span);
            case "type" ->
                value instanceof NetType
                        ? value
                        : type(new TypeName(type.span(), Conversion.toText(value), List.of(), 0));
            case "nullable" ->
                value == null || type.arguments().isEmpty()
                        ? value
                        : convert(type.arguments().get(0), value, span);
            case "string" -> Conversion.toText(value);
            case "cultureinfo", "globalization.cultureinfo" -> value == null ? null : CultureType.of(value);
            case "func", "action", "predicate", "comparison", "converter", "eventhandler" -> value;
            default -> other(type, key, value, span);
        };
    }

    private @Nullable Object other(TypeName type, String key, @Nullable Object value, @Nullable Span span) {
        if (key.endsWith("exception") && classOf(type.name()) == null) {
            String name = type.name().contains(".") ? type.name() : "System." + type.name();
            return value instanceof Throwable ? value : new NetException(name, Conversion.toText(value), null);
        }
        TypeToken token = TypeToken.named(type.name());
        if (token != null) {
            Object converted = Conversion.to(token, value);
            return SmallNumbers.checked(key, converted);
        }
        if (value != null && isInstance(type, value)) {
            return value;
        }
        Statics made = find(key, type.name());
        if (made instanceof ClassType own) {
            return value == null ? null : own.cast(value, span);
        }
        if (made != null && value == null) {
            return null;
        }
        Object created = made == null || value == null ? Statics.MISSING : made.create(listOf(value));
        if (created != Statics.MISSING) {
            return created;
        }
        throw notFound(type, span == null ? type.span() : span);
    }

    private Object listOf(TypeName type, Object value) {
        String name = fullName(type);
        boolean same = value instanceof NetList list && list.netName().equals(name);
        return same
                ? value
                : key(type).equals("array")
                        ? Conversion.enumerate(value)
                        : NetList.named(name, Conversion.enumerate(value));
    }

    /** An array of such elements: a plain list when any object may be one. */
    List<@Nullable Object> newArray(TypeName element, java.util.Collection<?> elements) {
        return key(element).equals("object") && element.dimensions() == 0
                ? new ArrayList<>(elements)
                : NetList.array(fullName(element), elements);
    }

    private static List<@Nullable Object> listOf(Object value) {
        List<@Nullable Object> list = new ArrayList<>();
        list.add(value);
        return list;
    }

    private static @Nullable Object xml(@Nullable Object value, @Nullable Span span) {
        if (value == null || value instanceof org.w3c.dom.Document) {
            return value;
        }
        try {
            return XmlText.parse(Conversion.toText(Operators.join(Conversion.enumerate(value), "\n")));
        } catch (ConversionException malformed) {
            throw Failures.at(span, malformed, "InvalidCastToXmlDocument", ErrorCategory.InvalidArgument, null);
        }
    }

    private static Object ordered(@Nullable Object value, @Nullable Span span) {
        if (!(value instanceof Map<?, ?> map)) {
            throw Failures.invalid(
                    span, "InvalidCast", "The ordered attribute can be specified only on a hash literal node.");
        }
        HashTable table = new HashTable(true);
        map.forEach(table::put);
        return table;
    }

    Block block(String text) {
        try {
            return new Block(engine, Parser.parse(text, "scriptblock"));
        } catch (SyntaxError e) {
            throw Failures.at(e.span(), Failures.parse(e), e.errorId(), ErrorCategory.ParserError, null);
        }
    }

    private static Version version(@Nullable Object value, @Nullable Span span) {
        Version version = Version.parse(Conversion.toText(value));
        if (version == null) {
            throw Failures.at(
                    span,
                    "InvalidCastParseTargetInvocation",
                    ErrorCategory.InvalidArgument,
                    null,
                    "Cannot convert value \"" + Conversion.toText(value)
                            + "\" to type \"System.Version\". Error: \"Version string portion was too short or too long.\"");
        }
        return version;
    }

    boolean isInstance(TypeName type, @Nullable Object value) {
        return new TypeTests(this).isInstance(type, value);
    }
}
