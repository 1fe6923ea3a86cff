package org.openbits.shell.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.HashTable;
import org.openbits.automation.Members;
import org.openbits.automation.NetList;
import org.openbits.automation.Shaped;
import org.openbits.automation.SmallInteger;
import org.openbits.automation.TypeToken;
import org.openbits.automation.Version;
import org.openbits.shell.language.TypeName;

/**
 * The tests {@code -is} and {@code catch [type]}.
 *
 * @param types the types of the session
 */
record TypeTests(Types types) {

    /** Whether a value is of a type. */
    boolean isInstance(TypeName type, @Nullable Object value) {
        if (value == null) {
            return false;
        }
        String key = Types.key(type);
        if (type.dimensions() > 0) {
            return isArray(type, value);
        }
        ClassInstance own = value instanceof ClassInstance instance
                ? instance
                : value instanceof ScriptException thrown ? thrown.instance() : null;
        if (own != null) {
            return key.equals("object") || own.type().isA(type.name());
        }
        if (Types.LISTS.contains(key)) {
            boolean array = value instanceof NetList list ? list.isArray() : value instanceof List;
            return key.equals("array")
                    ? array
                    : value instanceof NetList list && !array && list.netName().startsWith(NetNames.plain(type));
        }
        if (key.endsWith("ienumerable") && (value instanceof CharSequence || value instanceof java.util.Map)
                || key.equals("collections.icollection") && value instanceof java.util.Map) {
            return true;
        }
        if (key.equals("io.filesysteminfo")) {
            return value instanceof org.openbits.automation.FileItem;
        }
        if (key.equals("icomparable") || key.equals("iconvertible")) {
            return value instanceof Comparable || value instanceof CharSequence;
        }
        if (key.equals("idisposable")) {
            return value instanceof NetStream
                    || value instanceof NetReader
                    || value instanceof NetWriter
                    || value instanceof WebClient;
        }
        if (Set.of(
                        "collections.ilist",
                        "collections.ienumerable",
                        "collections.icollection",
                        "collections.generic.ienumerable",
                        "collections.generic.ilist")
                .contains(key)) {
            return Conversion.isMany(value);
        }
        if (Types.TABLES.contains(key)) {
            return value instanceof Map;
        }
        if (value instanceof Throwable cause && key.endsWith("exception")) {
            return ExceptionTypes.isOf(type, cause);
        }
        if (value instanceof SyntaxTree tree) {
            return tree.is(type.name()) || key.equals("object");
        }
        if (value instanceof NetStream) {
            return key.equals("io.stream") || isOther(type, value);
        }
        if (value instanceof NetReader || value instanceof NetWriter) {
            return key.equals(value instanceof NetReader ? "io.textreader" : "io.textwriter") || isOther(type, value);
        }
        SmallInteger.Kind kind = SmallNumbers.kind(key);
        if (kind != null) {
            return value instanceof SmallInteger number && number.kind() == kind;
        }
        return switch (key) {
            case "object" -> true;
            case "single", "float" -> value instanceof Float;
            case "string" -> value instanceof CharSequence;
            case "valuetype" -> value instanceof Number || value instanceof Boolean || value instanceof Character;
            case "pscustomobject", "psobject" -> value instanceof Shaped;
            case "ordered", "collections.specialized.ordereddictionary" ->
                value instanceof HashTable table && table.isOrdered();
            case "regex" -> value instanceof Pattern;
            case "version" -> value instanceof Version;
            case "xml", "xml.xmldocument" -> value instanceof org.w3c.dom.Document;
            case "xml.xmlelement" -> value instanceof org.w3c.dom.Element;
            case "xml.xmlnode" -> value instanceof org.w3c.dom.Node;
            case "type" -> value instanceof NetType;
            case "scriptblock" -> value instanceof org.openbits.automation.ScriptBlock;
            case "errorrecord" -> value instanceof org.openbits.automation.ErrorRecord;
            case "enum" -> value instanceof Enum || value instanceof EnumValue;
            default -> isOther(type, value);
        };
    }

    /** An array of references is one of objects, too. */
    private boolean isArray(TypeName type, Object value) {
        if (!(value instanceof NetList list)) {
            return value instanceof List && Types.key(type).equals("object");
        }
        return list.netName().equalsIgnoreCase(types.fullName(type))
                || list.isArray()
                        && Types.key(type).equals("object")
                        && list.netName().startsWith("System.String");
    }

    private static boolean isOther(TypeName type, Object value) {
        String name = Members.typeName(value);
        String simple = name.substring(name.lastIndexOf('.') + 1);
        String wanted = type.name().substring(type.name().lastIndexOf('.') + 1);
        if (simple.equalsIgnoreCase(wanted)) {
            return true;
        }
        TypeToken token = TypeToken.named(type.name());
        return token != null
                && !token.isList()
                && token.type() != Object.class
                && token.type().isInstance(value);
    }
}
