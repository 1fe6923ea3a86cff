package org.openbits.automation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * PowerShell's CLIXML: values in elements named after their types, objects with their properties ({@code MS}), lists ({@code
 * LST}) and tables ({@code DCT}). Secrets are written as PowerShell does where no account protects them: not readable at a
 * glance, but not encrypted.
 */
public final class ClixmlText {

    private static final String NAMESPACE = "http://schemas.microsoft.com/powershell/2004/04";

    /** A local time names its offset even where that is zero; Z is the sign of the kind Utc. */
    private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendOffset("+HH:MM", "+00:00")
            .toFormatter(Locale.ROOT);

    private static final String DESERIALIZED = "Deserialized.";

    private final StringBuilder out = new StringBuilder();
    private final int deepest;
    private int nextId;

    private ClixmlText(int deepest) {
        this.deepest = deepest;
    }

    /** The document of these objects. */
    public static String of(List<@Nullable Object> objects, int depth) {
        ClixmlText text = new ClixmlText(depth);
        text.out.append("<Objs Version=\"1.1.0.1\" xmlns=\"").append(NAMESPACE).append("\">\n");
        objects.forEach(each -> text.value(null, each, 0));
        return text.out.append("</Objs>\n").toString();
    }

    private void value(@Nullable String name, @Nullable Object value, int depth) {
        if (value == null) {
            indent(depth).append("<Nil").append(named(name)).append(" />\n");
            return;
        }
        String tag = tag(value);
        if (tag != null) {
            indent(depth)
                    .append('<')
                    .append(tag)
                    .append(named(name))
                    .append('>')
                    .append(escaped(plain(value)));
            out.append("</").append(tag).append(">\n");
        } else if (depth > 2 * deepest + 1) {
            value(name, Conversion.toText(value), depth);
        } else {
            object(name, value, depth);
        }
    }

    private void object(@Nullable String name, Object value, int depth) {
        int id = nextId++;
        indent(depth)
                .append("<Obj")
                .append(named(name))
                .append(" RefId=\"")
                .append(id)
                .append("\">\n");
        indent(depth + 1).append("<TN RefId=\"").append(id).append("\">");
        Members.typeNames(value)
                .forEach(each -> out.append("<T>").append(escaped(each)).append("</T>"));
        out.append("</TN>\n");
        if (value instanceof NetNamed || value instanceof Shaped && !(value instanceof CustomObject)) {
            indent(depth + 1)
                    .append("<ToString>")
                    .append(escaped(Conversion.toText(value)))
                    .append("</ToString>\n");
        }
        if (value instanceof PSCredential credential) {
            indent(depth + 1).append("<Props>\n");
            value("UserName", credential.userName(), depth + 2);
            value("Password", credential.password(), depth + 2);
            indent(depth + 1).append("</Props>\n");
        } else if (value instanceof Map<?, ?> map) {
            indent(depth + 1).append("<DCT>\n");
            map.forEach((key, each) -> {
                indent(depth + 2).append("<En>\n");
                value("Key", key, depth + 3);
                value("Value", each, depth + 3);
                indent(depth + 2).append("</En>\n");
            });
            indent(depth + 1).append("</DCT>\n");
        } else if (Conversion.isMany(value)) {
            indent(depth + 1).append("<LST>\n");
            Conversion.enumerate(value).forEach(each -> value(null, each, depth + 2));
            indent(depth + 1).append("</LST>\n");
        } else {
            indent(depth + 1).append("<MS>\n");
            Members.names(value).forEach(each -> value(each, Members.getOrNull(value, each), depth + 2));
            indent(depth + 1).append("</MS>\n");
        }
        indent(depth).append("</Obj>\n");
    }

    private StringBuilder indent(int depth) {
        return out.append("  ".repeat(depth + 1));
    }

    private static String named(@Nullable String name) {
        return name == null ? "" : " N=\"" + escaped(name) + "\"";
    }

    private static @Nullable String tag(Object value) {
        if (value instanceof CharSequence || value instanceof Enum<?> || value instanceof Numbered) {
            return "S";
        }
        if (value instanceof SmallInteger number) {
            return switch (number.kind()) {
                case BYTE -> "By";
                case SBYTE -> "SB";
                case INT16 -> "I16";
                case UINT16 -> "U16";
                case UINT32 -> "U32";
            };
        }
        if (value instanceof Integer) {
            return "I32";
        }
        if (value instanceof Float) {
            return "Sg";
        }
        if (value instanceof Long) {
            return "I64";
        }
        if (value instanceof BigInteger) {
            return "U64";
        }
        if (value instanceof Double) {
            return "Db";
        }
        if (value instanceof BigDecimal) {
            return "D";
        }
        if (value instanceof Boolean) {
            return "B";
        }
        if (value instanceof Character) {
            return "C";
        }
        if (value instanceof ZonedDateTime) {
            return "DT";
        }
        if (value instanceof Duration) {
            return "TS";
        }
        if (value instanceof UUID) {
            return "G";
        }
        if (value instanceof URI) {
            return "URI";
        }
        if (value instanceof Version) {
            return "Version";
        }
        return value instanceof SecureText ? "SS" : null;
    }

    private static String plain(Object value) {
        if (value instanceof ZonedDateTime time) {
            if (TimeKind.isUnspecified(time)) {
                return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
            }
            return (TimeKind.isUtc(time) ? DateTimeFormatter.ISO_OFFSET_DATE_TIME : LOCAL).format(time);
        }
        if (value instanceof Character letter) {
            return String.valueOf((int) letter);
        }
        if (value instanceof Boolean flag) {
            return flag ? "true" : "false";
        }
        if (value instanceof Duration span) {
            return span.toString();
        }
        if (value instanceof SecureText secret) {
            StringBuilder digits = new StringBuilder();
            for (char each : secret.reveal()) {
                digits.append(String.format("%02x%02x", each & 0xff, each >> 8));
            }
            return digits.toString();
        }
        return Conversion.toText(value);
    }

    /**
     * PowerShell writes control characters, and what XML has no character for, as {@code _x000A_}; so an underscore is
     * written so where a reader would take it for the beginning of such a one.
     */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            switch (each) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    if (isPlain(text, i)) {
                        escaped.append(each);
                    } else {
                        escaped.append(String.format("_x%04X_", (int) each));
                    }
                }
            }
        }
        return escaped.toString();
    }

    private static boolean isPlain(String text, int at) {
        char each = text.charAt(at);
        if (each == '_') {
            return !text.startsWith("x", at + 1);
        }
        return !Character.isISOControl(each) && !Character.isSurrogate(each) && each < 0xFFFE;
    }

    /**
     * The objects of a document.
     *
     * @throws RuntimeException when it is none: ConversionException, IllegalArgumentException
     */
    public static List<@Nullable Object> read(String text) {
        List<@Nullable Object> objects = new ArrayList<>();
        Map<String, List<String>> types = new HashMap<>();
        for (Element each : elements(XmlText.parse(text).getDocumentElement())) {
            objects.add(value(each, types));
        }
        return objects;
    }

    private static List<Element> elements(Node parent) {
        List<Element> elements = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static @Nullable Object value(Element element, Map<String, List<String>> types) {
        String text = unescaped(element.getTextContent());
        return switch (element.getLocalName() == null ? element.getTagName() : element.getLocalName()) {
            case "Nil" -> null;
            case "I32" -> Conversion.to(Integer.class, text);
            case "By" -> SmallInteger.Kind.BYTE.of(Long.parseLong(text));
            case "SB" -> SmallInteger.Kind.SBYTE.of(Long.parseLong(text));
            case "I16" -> SmallInteger.Kind.INT16.of(Long.parseLong(text));
            case "U16" -> SmallInteger.Kind.UINT16.of(Long.parseLong(text));
            case "U32" -> SmallInteger.Kind.UINT32.of(Long.parseLong(text));
            case "I64" -> Conversion.to(Long.class, text);
            case "U64" -> Conversion.unsigned(new BigInteger(text).longValue());
            case "Db" -> Conversion.to(Double.class, text);
            case "Sg" -> Conversion.to(Float.class, text);
            case "D" -> new BigDecimal(text);
            case "B" -> text.equals("true");
            case "C" -> (char) Integer.parseInt(text);
            case "DT" -> time(text);
            case "TS" -> Duration.parse(text);
            case "G" -> UUID.fromString(text);
            case "URI" -> URI.create(text);
            case "SS" -> secret(text);
            case "Version" -> Version.parse(text);
            case "Obj" -> object(element, types);
            default -> text;
        };
    }

    private static ZonedDateTime time(String text) {
        if (text.endsWith("Z")) {
            return OffsetDateTime.parse(text).atZoneSameInstant(ZoneOffset.UTC);
        }
        boolean hasZone = text.matches(".*[+-]\\d\\d:\\d\\d");
        return hasZone
                ? OffsetDateTime.parse(text).atZoneSameInstant(ZoneId.systemDefault())
                : java.time.LocalDateTime.parse(text).atZone(TimeKind.UNSPECIFIED);
    }

    private static SecureText secret(String digits) {
        char[] letters = new char[digits.length() / 4];
        for (int index = 0; index < letters.length; index++) {
            int low = Integer.parseInt(digits.substring(4 * index, 4 * index + 2), 16);
            int high = Integer.parseInt(digits.substring(4 * index + 2, 4 * index + 4), 16);
            letters[index] = (char) (high << 8 | low);
        }
        return new SecureText(letters);
    }

    private static @Nullable Object object(Element element, Map<String, List<String>> types) {
        CustomObject object = new CustomObject();
        for (Element part : elements(element)) {
            switch (part.getTagName()) {
                case "DCT" -> {
                    HashTable table = new HashTable();
                    elements(part).forEach(entry -> {
                        List<Element> pair = elements(entry);
                        Object key = value(pair.get(0), types);
                        table.put(key == null ? "" : key, value(pair.get(1), types));
                    });
                    return table;
                }
                case "LST", "IE", "STK", "QUE" -> {
                    List<@Nullable Object> list = new ArrayList<>();
                    elements(part).forEach(each -> list.add(value(each, types)));
                    return list;
                }
                case "MS", "Props" ->
                    elements(part).forEach(each -> object.add(unescaped(each.getAttribute("N")), value(each, types)));
                case "TN" -> {
                    List<String> names = new ArrayList<>();
                    elements(part).forEach(each -> names.add(DESERIALIZED + unescaped(each.getTextContent())));
                    types.put(part.getAttribute("RefId"), names);
                    object.retype(names);
                }
                case "TNRef" -> object.retype(types.getOrDefault(part.getAttribute("RefId"), List.of()));
                case "ToString" -> {
                    String text = unescaped(part.getTextContent());
                    object.told(text);
                }
                default -> {
                    // PowerShell writes nothing else.
                }
            }
        }
        return object.has("UserName")
                        && object.has("Password")
                        && object.property("Password") instanceof SecureText password
                ? new PSCredential(Conversion.toText(object.property("UserName")), password)
                : object;
    }

    private static String unescaped(String text) {
        return java.util.regex.Pattern.compile("_x([0-9A-Fa-f]{4})_")
                .matcher(text)
                .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }
}
