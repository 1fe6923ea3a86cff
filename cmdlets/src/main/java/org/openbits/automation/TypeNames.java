package org.openbits.automation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The names of types that scripts use, and what they are here. */
final class TypeNames {

    private static final Map<String, TypeToken> NAMES = Map.ofEntries(
            entry("string", String.class),
            entry("char", Character.class),
            entry("bool", Boolean.class),
            entry("boolean", Boolean.class),
            entry("switch", Boolean.class),
            entry("switchparameter", Boolean.class),
            entry("byte", Integer.class),
            entry("sbyte", Integer.class),
            entry("int16", Integer.class),
            entry("short", Integer.class),
            entry("int", Integer.class),
            entry("int32", Integer.class),
            entry("uint16", Integer.class),
            entry("ushort", Integer.class),
            entry("uint32", Long.class),
            entry("uint", Long.class),
            entry("long", Long.class),
            entry("int64", Long.class),
            entry("uint64", BigInteger.class),
            entry("ulong", BigInteger.class),
            entry("bigint", BigInteger.class),
            entry("single", Double.class),
            entry("float", Double.class),
            entry("double", Double.class),
            entry("decimal", BigDecimal.class),
            entry("datetime", ZonedDateTime.class),
            entry("datetimeoffset", ZonedDateTime.class),
            entry("timespan", Duration.class),
            entry("guid", UUID.class),
            entry("uri", URI.class),
            entry("hashtable", HashTable.class),
            entry("collections.hashtable", HashTable.class),
            entry("pscustomobject", CustomObject.class),
            entry("psobject", Object.class),
            entry("object", Object.class),
            entry("scriptblock", ScriptBlock.class),
            entry("securestring", SecureText.class),
            entry("actionpreference", ActionPreference.class),
            entry("pscredential", PSCredential.class),
            Map.entry("array", TypeToken.listOf(Object.class)),
            Map.entry("collections.arraylist", TypeToken.listOf(Object.class)));

    private TypeNames() {}

    private static Map.Entry<String, TypeToken> entry(String name, Class<?> type) {
        return Map.entry(name, TypeToken.of(type));
    }

    static @Nullable TypeToken find(String name) {
        String key = name.trim().toLowerCase(Locale.ROOT);
        if (key.endsWith("[]")) {
            TypeToken element = find(key.substring(0, key.length() - 2));
            return element == null ? null : TypeToken.listOf(element.type());
        }
        for (String namespace : List.of("system.management.automation.", "system.security.", "system.")) {
            if (key.startsWith(namespace) && NAMES.containsKey(key.substring(namespace.length()))) {
                return NAMES.get(key.substring(namespace.length()));
            }
        }
        return NAMES.get(key);
    }

    /** The class of the objects that a primitive type boxes to; bytes travel as integers. */
    static Class<?> box(Class<?> type) {
        if (type == boolean.class) {
            return Boolean.class;
        }
        if (type == byte.class || type == short.class || type == int.class) {
            return Integer.class;
        }
        if (type == long.class) {
            return Long.class;
        }
        if (type == float.class) {
            return Float.class;
        }
        if (type == double.class) {
            return Double.class;
        }
        return type == char.class ? Character.class : type;
    }

    /** The short name that help shows: {@code Int32}, {@code String[]}. */
    static String shortName(TypeToken type) {
        return simple(type.type()) + (type.isList() ? "[]" : "");
    }

    /** The .NET name of a class: {@code System.Int32}; the Java name of a class that .NET does not have. */
    static String fullName(Class<?> type) {
        String simple = simple(type);
        return switch (simple) {
            case "SecureString" -> "System.Security.SecureString";
            case "Regex" -> "System.Text.RegularExpressions.Regex";
            case "Hashtable" -> "System.Collections.Hashtable";
            case "PSCredential", "ScriptBlock", "ErrorRecord", "ActionPreference" ->
                "System.Management.Automation." + simple;
            case "CustomObject" -> "System.Management.Automation.PSCustomObject";
            case "String",
                    "Boolean",
                    "Int32",
                    "Int64",
                    "UInt64",
                    "Single",
                    "Double",
                    "Decimal",
                    "DateTime",
                    "TimeSpan",
                    "Guid",
                    "Uri",
                    "Char",
                    "Object" -> "System." + simple;
            default -> type.getName();
        };
    }

    private static String simple(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "Integer" -> "Int32";
            case "Long" -> "Int64";
            case "BigInteger" -> "UInt64";
            case "BigDecimal" -> "Decimal";
            case "Float" -> "Single";
            case "ZonedDateTime" -> "DateTime";
            case "Duration" -> "TimeSpan";
            case "UUID" -> "Guid";
            case "URI" -> "Uri";
            case "Character" -> "Char";
            case "HashTable", "Map" -> "Hashtable";
            case "SecureText" -> "SecureString";
            case "Pattern" -> "Regex";
            default -> type.getSimpleName();
        };
    }
}
