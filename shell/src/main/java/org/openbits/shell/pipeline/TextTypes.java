package org.openbits.shell.pipeline;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.Culture;
import org.openbits.automation.Formats;
import org.openbits.automation.HashTable;
import org.openbits.automation.Members;
import org.openbits.automation.NetList;
import org.openbits.automation.RegexMatch;
import org.openbits.automation.Regexes;
import org.openbits.automation.SmallInteger;

/** .NET types of text: their static members, type by type, which is why it is long; none of them needs another. */
final class TextTypes {

    private static final SmallInteger[] BYTES = java.util.stream.IntStream.range(0, 256)
            .mapToObj(SmallInteger.Kind.BYTE::of)
            .toArray(SmallInteger[]::new);

    private TextTypes() {}

    /** Bytes as scripts see them: a list of numbers from 0 to 255. */
    static List<@Nullable Object> bytes(byte[] bytes) {
        List<@Nullable Object> list = NetList.array("System.Byte", List.of());
        for (byte each : bytes) {
            list.add(BYTES[each & 0xff]);
        }
        return list;
    }

    static byte[] bytes(@Nullable Object list) {
        if (list instanceof byte[] ready) {
            return ready;
        }
        List<@Nullable Object> values = Conversion.enumerate(list);
        byte[] bytes = new byte[values.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = Conversion.toNumber(values.get(i)).byteValue();
        }
        return bytes;
    }

    /** {@code [string]}. */
    static final class Text implements Statics {

        @Override
        public @Nullable Object get(String property) {
            return property.equals("empty") ? "" : MISSING;
        }

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            String first = StaticTypes.text(arguments, 0);
            return switch (method) {
                case "isnullorempty" -> first.isEmpty();
                case "isnullorwhitespace" -> first.isBlank();
                case "join" -> Operators.join(arguments.size() == 2 ? arguments.get(1) : rest(arguments), first);
                case "format" -> format(arguments);
                case "concat" -> Operators.join(arguments.size() == 1 ? arguments.get(0) : arguments, "");
                case "compare" -> compare(first, StaticTypes.text(arguments, 1), arguments);
                case "equals" -> first.equals(StaticTypes.text(arguments, 1));
                default -> MISSING;
            };
        }

        private static String format(List<@Nullable Object> arguments) {
            return arguments.get(0) instanceof Culture culture
                    ? Formats.composite(
                            StaticTypes.text(arguments, 1), rest(arguments.subList(1, arguments.size())), culture)
                    : Formats.composite(StaticTypes.text(arguments, 0), rest(arguments));
        }

        private static int compare(String a, String b, List<@Nullable Object> arguments) {
            boolean ignoreCase = arguments.size() > 2 && Conversion.isTrue(arguments.get(2));
            return Integer.signum(ignoreCase ? a.compareToIgnoreCase(b) : a.compareTo(b));
        }

        private static List<@Nullable Object> rest(List<@Nullable Object> arguments) {
            List<@Nullable Object> rest = arguments.subList(1, arguments.size());
            boolean one = rest.size() == 1 && rest.get(0) != null && Conversion.isMany(rest.get(0));
            return one ? Conversion.enumerate(rest.get(0)) : rest;
        }

        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            String first = arguments.size() == 2 ? StaticTypes.text(arguments, 0) : "";
            return arguments.size() == 2
                    ? first.repeat(StaticTypes.number(arguments, 1))
                    : Operators.join(arguments.isEmpty() ? null : arguments.get(0), "");
        }
    }

    /** {@code [char]}. */
    static final class Letter implements Statics {

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            String text = StaticTypes.text(arguments, 0);
            if (text.isEmpty()) {
                return MISSING;
            }
            char c = text.charAt(0);
            return switch (method) {
                case "isdigit", "isnumber" -> Character.isDigit(c);
                case "isletter" -> Character.isLetter(c);
                case "isletterordigit" -> Character.isLetterOrDigit(c);
                case "isupper" -> Character.isUpperCase(c);
                case "islower" -> Character.isLowerCase(c);
                case "iswhitespace" -> Character.isWhitespace(c);
                case "toupper" -> Character.toUpperCase(c);
                case "tolower" -> Character.toLowerCase(c);
                default -> MISSING;
            };
        }
    }

    /** {@code [Convert]}. */
    static final class Convert implements Statics {

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            if (arguments.isEmpty()) {
                return MISSING;
            }
            Object first = arguments.get(0);
            boolean based = arguments.size() > 1 && arguments.get(1) instanceof Integer;
            int base = based ? StaticTypes.number(arguments, 1) : 10;
            return switch (method) {
                case "toint32" ->
                    based
                            ? (Object) Integer.parseUnsignedInt(digits(first), base)
                            : Conversion.to(Integer.class, first);
                case "toint64" ->
                    based ? (Object) Long.parseUnsignedLong(digits(first), base) : Conversion.to(Long.class, first);
                case "tobyte", "toint16" ->
                    based ? (Object) Integer.parseInt(digits(first), base) : Conversion.to(Integer.class, first);
                case "todouble" -> Conversion.to(Double.class, first);
                case "tosingle" -> Conversion.to(Float.class, first);
                case "todecimal" -> Conversion.to(java.math.BigDecimal.class, first);
                case "toboolean" ->
                    first instanceof CharSequence text
                            ? Boolean.parseBoolean(text.toString())
                            : Conversion.isTrue(first);
                case "tochar" -> Conversion.to(Character.class, first);
                case "todatetime" -> Conversion.to(java.time.ZonedDateTime.class, first);
                case "tostring" -> based ? inBase(first, base) : hexOrText(first);
                case "tobase64string" -> Base64.getEncoder().encodeToString(bytes(first));
                case "frombase64string" -> bytes(Base64.getMimeDecoder().decode(Conversion.toText(first)));
                case "tohexstring" -> hex(bytes(first), "");
                default -> MISSING;
            };
        }

        private static String digits(@Nullable Object value) {
            String text = Conversion.toText(value);
            return text.startsWith("0x") || text.startsWith("0X") ? text.substring(2) : text;
        }

        private static Object inBase(@Nullable Object value, int base) {
            Number number = Conversion.toNumber(value);
            return number instanceof Integer i
                    ? base == 10 ? Integer.toString(i) : Integer.toUnsignedString(i, base)
                    : Long.toUnsignedString(number.longValue(), base);
        }

        /** BitConverter writes bytes as pairs of hexadecimal digits. */
        private static Object hexOrText(@Nullable Object value) {
            return value != null && Conversion.isMany(value) ? hex(bytes(value), "-") : Conversion.toText(value);
        }

        private static String hex(byte[] bytes, String between) {
            StringBuilder text = new StringBuilder();
            for (byte each : bytes) {
                text.append(text.length() == 0 ? "" : between).append(String.format("%02X", each & 0xff));
            }
            return text.toString();
        }
    }

    /** {@code [System.Text.StringBuilder]}. */
    static final class Builder implements Statics {

        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            return new TextBuilder(StaticTypes.text(arguments, 0));
        }
    }

    /** {@code [regex]}. */
    static final class Regex implements Statics {

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            String input = StaticTypes.text(arguments, 0);
            if (method.equals("escape")) {
                return input.replaceAll("([\\\\*+?|{\\[()^$.# ])", "\\\\$1");
            }
            if (method.equals("unescape")) {
                return unescaped(input);
            }
            if (arguments.size() < 2) {
                return MISSING;
            }
            String options = StaticTypes.text(arguments, arguments.size() - 1);
            Pattern pattern = arguments.get(1) instanceof Pattern ready
                    ? ready
                    : Regexes.pattern(StaticTypes.text(arguments, 1), arguments.size() > 2 ? options : "");
            Matcher matcher = pattern.matcher(input);
            return switch (method) {
                case "ismatch" -> matcher.find();
                case "match" -> new RegexMatch(matcher.find() ? matcher.toMatchResult() : null, pattern, input);
                case "matches" -> RegexMatch.all(pattern, input);
                case "replace" -> replace(pattern, input, arguments.get(2), count(arguments, 3, Integer.MAX_VALUE));
                case "split" -> NetList.texts(Regexes.split(pattern, input, count(arguments, 2, 0)));
                default -> MISSING;
            };
        }

        private static String unescaped(String text) {
            return Pattern.compile("\\\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", Pattern.DOTALL)
                    .matcher(text)
                    .replaceAll(found -> Matcher.quoteReplacement(character(found.group(1))));
        }

        private static String character(String escape) {
            if (escape.length() > 1) {
                return String.valueOf((char) Integer.parseInt(escape.substring(1), 16));
            }
            return switch (escape) {
                case "t" -> "\t";
                case "n" -> "\n";
                case "r" -> "\r";
                case "f" -> "\f";
                case "e" -> "\u001b";
                default -> escape;
            };
        }

        /** The methods of an expression that is an object. */
        static @Nullable Object of(Pattern pattern, String key, String name, List<@Nullable Object> arguments) {
            switch (key) {
                case "tostring" -> {
                    return pattern.pattern();
                }
                case "getgroupnames" -> {
                    return NetList.texts(groups(pattern));
                }
                case "getgroupnumbers" -> {
                    return NetList.array(
                            "System.Int32",
                            IntStream.range(0, groups(pattern).size()).boxed().toList());
                }
                case "groupnamefromnumber" -> {
                    List<String> names = groups(pattern);
                    int number = StaticTypes.number(arguments, 0);
                    return number < names.size() ? names.get(number) : "";
                }
                case "groupnumberfromname" -> {
                    return groups(pattern).indexOf(StaticTypes.text(arguments, 0));
                }
                default -> {
                    // The others work on a text.
                }
            }
            boolean begins = arguments.size() == 2 && arguments.get(1) instanceof Number;
            if (begins && key.matches("match|matches|ismatch")) {
                return from(pattern, key, StaticTypes.text(arguments, 0), StaticTypes.number(arguments, 1));
            }
            List<@Nullable Object> whole = new ArrayList<>(arguments);
            if (!whole.isEmpty()) {
                whole.add(1, pattern);
            }
            Object result = new Regex().call(key, whole);
            return result == MISSING ? Members.invoke(pattern, name, arguments) : result;
        }

        /** The names of the groups by their numbers, which are names as well. */
        private static List<String> groups(Pattern pattern) {
            Map<Integer, String> names = Regexes.names(pattern);
            List<String> all = new ArrayList<>();
            for (int group = 0; group <= pattern.matcher("").groupCount(); group++) {
                all.add(names.getOrDefault(group, Integer.toString(group)));
            }
            return all;
        }

        /** What is found from a place in the text on. */
        private static Object from(Pattern pattern, String method, String input, int start) {
            List<@Nullable Object> found = new ArrayList<>();
            Matcher matcher = pattern.matcher(input);
            for (boolean more = matcher.find(start); more; more = matcher.find()) {
                found.add(new RegexMatch(matcher.toMatchResult(), pattern, input));
            }
            return switch (method) {
                case "matches" -> found;
                case "ismatch" -> !found.isEmpty();
                default -> found.isEmpty() ? new RegexMatch(null, pattern) : found.get(0);
            };
        }

        /** How often at most, where the argument there says so; a RegexOptions may stand in its place. */
        private static int count(List<@Nullable Object> arguments, int index, int otherwise) {
            return index < arguments.size() && arguments.get(index) instanceof Number number
                    ? number.intValue() <= 0 ? otherwise : number.intValue()
                    : otherwise;
        }

        private static Object replace(Pattern pattern, String input, @Nullable Object with, int most) {
            return Regexes.replace(
                    pattern,
                    input,
                    match -> with instanceof Block block
                            ? Conversion.toText(Expressions.single(
                                    block.call(List.of(new RegexMatch(match.toMatchResult(), pattern)))))
                            : Regexes.substitution(match, Conversion.toText(with)),
                    most);
        }

        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            return arguments.isEmpty()
                    ? MISSING
                    : Regexes.pattern(StaticTypes.text(arguments, 0), StaticTypes.text(arguments, 1));
        }
    }

    /** {@code [uri]}. */
    static final class Uri implements Statics {

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            String text = StaticTypes.text(arguments, 0);
            return switch (method) {
                case "escapedatastring" ->
                    URLEncoder.encode(text, StandardCharsets.UTF_8)
                            .replace("+", "%20")
                            .replace("%7E", "~")
                            .replace("*", "%2A");
                case "unescapedatastring" -> URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
                case "escapeuristring" -> text.replace(" ", "%20");
                case "trycreate" -> tryCreate(arguments);
                case "iswellformeduristring" -> isWellFormed(text);
                default -> MISSING;
            };
        }

        private boolean tryCreate(List<@Nullable Object> arguments) {
            try {
                Object made = create(arguments.subList(0, 1));
                boolean relative = made instanceof URI uri && !uri.isAbsolute();
                if (relative && StaticTypes.text(arguments, 1).equalsIgnoreCase("Absolute")) {
                    return false;
                }
                if (arguments.get(arguments.size() - 1) instanceof Reference result) {
                    result.setProperty("Value", made);
                }
                return true;
            } catch (org.openbits.automation.ConversionException | IllegalArgumentException malformed) {
                return false;
            }
        }

        private static boolean isWellFormed(String text) {
            try {
                return URI.create(text).isAbsolute();
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            if (arguments.size() == 2
                    && !Conversion.toText(arguments.get(1)).matches("Absolute|Relative|RelativeOrAbsolute")) {
                URI base = Conversion.to(URI.class, arguments.get(0));
                return base == null
                        ? MISSING
                        : base.resolve(StaticTypes.text(arguments, 1).replace(" ", "%20"));
            }
            return arguments.isEmpty() ? MISSING : Conversion.to(URI.class, arguments.get(0));
        }
    }

    /** {@code [System.Security.SecurityElement]}: text for XML. */
    static final class Markup implements Statics {

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            return method.equals("escape")
                    ? StaticTypes.text(arguments, 0)
                            .replace("&", "&amp;")
                            .replace("<", "&lt;")
                            .replace(">", "&gt;")
                            .replace("\"", "&quot;")
                            .replace("'", "&apos;")
                    : MISSING;
        }
    }

    /** {@code [System.Net.WebUtility]} and {@code [System.Web.HttpUtility]}. */
    static final class WebText implements Statics {

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            String text = StaticTypes.text(arguments, 0);
            return switch (method) {
                case "urlencode" -> URLEncoder.encode(text, StandardCharsets.UTF_8);
                case "urldecode" -> URLDecoder.decode(text, StandardCharsets.UTF_8);
                case "parsequerystring" -> {
                    HashTable table = new HashTable(true);
                    for (String pair : text.replaceFirst("^\\?", "").split("&")) {
                        String[] parts = pair.split("=", 2);
                        table.put(
                                URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                                URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8));
                    }
                    yield table;
                }
                case "htmlencode" ->
                    text.replace("&", "&amp;")
                            .replace("<", "&lt;")
                            .replace(">", "&gt;")
                            .replace("\"", "&quot;");
                case "htmldecode" ->
                    text.replace("&lt;", "<")
                            .replace("&gt;", ">")
                            .replace("&quot;", "\"")
                            .replace("&#39;", "'")
                            .replace("&amp;", "&");
                default -> MISSING;
            };
        }
    }
}
