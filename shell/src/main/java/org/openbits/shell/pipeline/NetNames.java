package org.openbits.shell.pipeline;

import java.util.Locale;
import java.util.stream.Collectors;
import org.openbits.shell.language.TypeName;

/** The full .NET names of types that scripts write short. */
final class NetNames {

    private NetNames() {}

    static String of(TypeName name) {
        String text = plain(name);
        if (!name.arguments().isEmpty()) {
            text += "`" + name.arguments().size() + "["
                    + name.arguments().stream().map(NetNames::of).collect(Collectors.joining(",")) + "]";
        }
        return text + (name.rank() > 0 ? "[" + ",".repeat(name.rank() - 1) + "]" : "[]".repeat(name.dimensions()));
    }

    /** Without arguments and dimensions. */
    static String plain(TypeName name) {
        return switch (Types.key(name)) {
            case "int" -> "System.Int32";
            case "long" -> "System.Int64";
            case "bool" -> "System.Boolean";
            case "float" -> "System.Single";
            case "byte" -> "System.Byte";
            case "string" -> "System.String";
            case "short" -> "System.Int16";
            case "ushort", "uint16" -> "System.UInt16";
            case "uint", "uint32" -> "System.UInt32";
            case "ulong", "uint64" -> "System.UInt64";
            case "sbyte" -> "System.SByte";
            case "int32" -> "System.Int32";
            case "int64" -> "System.Int64";
            case "double" -> "System.Double";
            case "object" -> "System.Object";
            case "char" -> "System.Char";
            case "collections.arraylist" -> "System.Collections.ArrayList";
            case "collections.generic.list" -> "System.Collections.Generic.List";
            case "hashtable" -> "System.Collections.Hashtable";
            case "ordered" -> "System.Collections.Specialized.OrderedDictionary";
            case "array" -> "System.Array";
            case "switch" -> "System.Management.Automation.SwitchParameter";
            case "pscustomobject", "psobject" -> "System.Management.Automation.PSCustomObject";
            case "scriptblock" -> "System.Management.Automation.ScriptBlock";
            case "regex" -> "System.Text.RegularExpressions.Regex";
            default -> name.name().contains(".") ? name.name() : "System." + capital(name.name());
        };
    }

    private static String capital(String name) {
        String known = switch (name.toLowerCase(Locale.ROOT)) {
            case "datetime" -> "DateTime";
            case "timespan" -> "TimeSpan";
            default -> name;
        };
        return Character.toUpperCase(known.charAt(0)) + known.substring(1);
    }
}
