package org.openbits.automation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** System.String. */
final class TextMembers implements Adapter {

    @Override
    public List<String> names(Object target) {
        return List.of("Length");
    }

    @Override
    public @Nullable Object get(Object target, String name) {
        return name.equals("length") ? (Object) target.toString().length() : MISSING;
    }

    @Override
    public @Nullable Object call(Object target, String name, List<? extends @Nullable Object> args) {
        String text = target.toString();
        if (args.size() == 1 && args.get(0) instanceof Culture culture && name.matches("to(upper|lower)")) {
            return name.equals("toupper") ? text.toUpperCase(culture.locale()) : text.toLowerCase(culture.locale());
        }
        return switch (args.size()) {
            case 0 -> plain(text, name);
            case 1 -> one(text, name, args);
            default -> many(text, name, args);
        };
    }

    private static Object plain(String text, String name) {
        return switch (name) {
            case "trim" -> text.strip();
            case "trimstart" -> text.stripLeading();
            case "trimend" -> text.stripTrailing();
            case "toupper", "toupperinvariant" -> text.toUpperCase(Locale.ROOT);
            case "tolower", "tolowerinvariant" -> text.toLowerCase(Locale.ROOT);
            case "tochararray" -> characters(text);
            case "getenumerator" -> text.chars().mapToObj(each -> (char) each).toList();
            case "split" -> NetList.texts(Arrays.asList(text.split("\\s", -1)));
            case "clone" -> text;
            case "normalize" -> java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC);
            default -> MISSING;
        };
    }

    private static List<Object> characters(String text) {
        List<Object> characters = new ArrayList<>();
        text.chars().forEach(each -> characters.add((char) each));
        return characters;
    }

    private static Object one(String text, String name, List<? extends @Nullable Object> args) {
        String argument = Conversion.toText(args.get(0));
        return switch (name) {
            case "normalize" ->
                java.text.Normalizer.normalize(
                        text,
                        java.text.Normalizer.Form.valueOf("NF"
                                + Conversion.toText(args.get(0)).substring(4).toUpperCase(java.util.Locale.ROOT)));
            case "trim" -> trimmed(text, set(args.get(0)), true, true);
            case "trimstart" -> trimmed(text, set(args.get(0)), true, false);
            case "trimend" -> trimmed(text, set(args.get(0)), false, true);
            case "contains" -> text.contains(argument);
            case "startswith" -> text.startsWith(argument);
            case "endswith" -> text.endsWith(argument);
            case "indexof" -> text.indexOf(argument);
            case "lastindexof" -> text.lastIndexOf(argument);
            case "indexofany" -> indexOfAny(text, set(args.get(0)));
            case "split" -> split(text, args.get(0), 0, false);
            case "substring" -> substring(text, Adapter.number(args, 0), text.length());
            case "remove" -> substring(text, 0, Adapter.number(args, 0));
            case "padleft" -> padding(text, Adapter.number(args, 0), ' ') + text;
            case "padright" -> text + padding(text, Adapter.number(args, 0), ' ');
            case "chars", "get_chars" -> text.charAt(Adapter.number(args, 0));
            default -> MISSING;
        };
    }

    private static Object many(String text, String name, List<? extends @Nullable Object> args) {
        return switch (name) {
            case "replace" -> text.replace(Adapter.text(args, 0), Adapter.text(args, 1));
            case "substring" ->
                substring(text, Adapter.number(args, 0), Adapter.number(args, 0) + Adapter.number(args, 1));
            case "remove" ->
                substring(text, 0, Adapter.number(args, 0))
                        + substring(text, Adapter.number(args, 0) + Adapter.number(args, 1), text.length());
            case "insert" ->
                substring(text, 0, Adapter.number(args, 0))
                        + Adapter.text(args, 1)
                        + text.substring(Adapter.number(args, 0));
            case "padleft" ->
                padding(text, Adapter.number(args, 0), Adapter.text(args, 1).charAt(0)) + text;
            case "padright" ->
                text
                        + padding(
                                text,
                                Adapter.number(args, 0),
                                Adapter.text(args, 1).charAt(0));
            case "startswith" ->
                text.regionMatches(
                        ignoresCase(args),
                        0,
                        Adapter.text(args, 0),
                        0,
                        Adapter.text(args, 0).length());
            case "endswith" ->
                text.regionMatches(
                        ignoresCase(args),
                        text.length() - Adapter.text(args, 0).length(),
                        Adapter.text(args, 0),
                        0,
                        Adapter.text(args, 0).length());
            case "contains" ->
                ignoresCase(args)
                        ? text.toLowerCase(Locale.ROOT)
                                .contains(Adapter.text(args, 0).toLowerCase(Locale.ROOT))
                        : text.contains(Adapter.text(args, 0));
            case "indexof" ->
                ignoresCase(args)
                        ? text.toLowerCase(Locale.ROOT)
                                .indexOf(Adapter.text(args, 0).toLowerCase(Locale.ROOT))
                        : text.indexOf(Adapter.text(args, 0), Adapter.number(args, 1));
            case "equals" ->
                ignoresCase(args) ? text.equalsIgnoreCase(Adapter.text(args, 0)) : text.equals(Adapter.text(args, 0));
            case "split" -> splitMany(text, args);
            case "trim" -> trimmed(text, set(args), true, true);
            case "trimstart" -> trimmed(text, set(args), true, false);
            case "trimend" -> trimmed(text, set(args), false, true);
            default -> MISSING;
        };
    }

    /** Whether the second argument is a StringComparison (or true) that ignores case. */
    private static boolean ignoresCase(List<? extends @Nullable Object> args) {
        String comparison = Adapter.text(args, 1).toLowerCase(Locale.ROOT);
        return comparison.endsWith("ignorecase") || comparison.equals("true");
    }

    private static Object splitMany(String text, List<? extends @Nullable Object> args) {
        boolean dropsEmpty = false;
        int count = 0;
        List<@Nullable Object> separators = new ArrayList<>(Conversion.enumerate(args.get(0)));
        for (Object option : args.subList(1, args.size())) {
            String word = Conversion.toText(option);
            if (word.equalsIgnoreCase("RemoveEmptyEntries")) {
                dropsEmpty = true;
            } else if (option instanceof Number number) {
                count = number.intValue();
            } else if (!word.equalsIgnoreCase("None")) {
                separators.addAll(Conversion.enumerate(option));
            }
        }
        return split(text, separators, count, dropsEmpty);
    }

    private static NetList split(String text, @Nullable Object separators, int count, boolean dropsEmpty) {
        StringBuilder pattern = new StringBuilder();
        for (Object separator : Conversion.enumerate(separators)) {
            pattern.append(pattern.length() == 0 ? "" : "|").append(Pattern.quote(Conversion.toText(separator)));
        }
        NetList parts = NetList.texts(List.of());
        for (String part : text.split(pattern.toString(), count == 0 ? -1 : count)) {
            if (!dropsEmpty || !part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }

    private static String set(@Nullable Object value) {
        StringBuilder characters = new StringBuilder();
        Conversion.enumerate(value).forEach(each -> characters.append(Conversion.toText(each)));
        return characters.toString();
    }

    private static String trimmed(String text, String characters, boolean atStart, boolean atEnd) {
        int from = 0;
        int to = text.length();
        while (atStart && from < to && characters.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (atEnd && to > from && characters.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    private static int indexOfAny(String text, String characters) {
        for (int index = 0; index < text.length(); index++) {
            if (characters.indexOf(text.charAt(index)) >= 0) {
                return index;
            }
        }
        return -1;
    }

    private static String substring(String text, int from, int to) {
        if (from < 0 || to < from || to > text.length()) {
            throw new StringIndexOutOfBoundsException(
                    from < 0
                            ? "StartIndex cannot be less than zero. (Parameter 'startIndex')"
                            : to < from
                                    ? from > text.length()
                                            ? "startIndex cannot be larger than length of string. (Parameter"
                                                    + " 'startIndex')"
                                            : "Length cannot be less than zero. (Parameter 'length')"
                                    : "Index and length must refer to a location within the string. (Parameter"
                                            + " 'length')");
        }
        return text.substring(from, to);
    }

    private static String padding(String text, int width, char character) {
        return String.valueOf(character).repeat(Math.max(0, width - text.length()));
    }
}
