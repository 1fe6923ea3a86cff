package org.openbits.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** .NET's Match: Value, Index, Length, Success and Groups by number or name. */
public final class RegexMatch implements Shaped {

    private static final List<String> NAMES = List.of("Success", "Value", "Index", "Length", "Groups");

    private final @Nullable MatchResult match;
    private final Pattern pattern;
    private final String input;

    /** @param match null when the pattern was not found */
    public RegexMatch(@Nullable MatchResult match, Pattern pattern) {
        this(match, pattern, "");
    }

    /** @param input the text that the pattern was looked for in */
    public RegexMatch(@Nullable MatchResult match, Pattern pattern, String input) {
        this.match = match;
        this.pattern = pattern;
        this.input = input;
    }

    /** What is found behind this match; without success when nothing is. */
    public RegexMatch nextMatch() {
        var matcher = pattern.matcher(input);
        int from = match == null ? input.length() + 1 : match.end() + (match.end() == match.start() ? 1 : 0);
        boolean found = from <= input.length() && matcher.find(from);
        return new RegexMatch(found ? matcher.toMatchResult() : null, pattern, input);
    }

    /** A replacement pattern filled with this match. */
    public String result(String template) {
        var matcher = pattern.matcher(input);
        return match != null && matcher.find(match.start()) ? Regexes.substitution(matcher, template) : "";
    }

    @Override
    public String typeName() {
        return "System.Text.RegularExpressions.Match";
    }

    @Override
    public List<String> propertyNames() {
        return NAMES;
    }

    @Override
    public @Nullable Object property(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "success" -> match != null;
            case "value" -> toString();
            case "index" -> match == null ? 0 : match.start();
            case "length" -> toString().length();
            case "groups" -> groups();
            default -> throw new NoSuchMember(typeName(), name);
        };
    }

    private Object groups() {
        HashTable groups = new HashTable();
        var names = Regexes.names(pattern);
        for (int i = 0; match != null && i <= match.groupCount(); i++) {
            String text = match.group(i);
            CustomObject group = new CustomObject("System.Text.RegularExpressions.Group")
                    .add("Success", text != null)
                    .add("Value", text == null ? "" : text)
                    .add("Index", Math.max(0, match.start(i)))
                    .add("Length", text == null ? 0 : text.length())
                    .add("Name", names.getOrDefault(i, Integer.toString(i)))
                    .told(text == null ? "" : text);
            String name = names.get(i);
            groups.put(i, group);
            if (name != null) {
                groups.put(name, group);
            }
        }
        return groups;
    }

    /** All matches of a pattern in a text. */
    public static List<@Nullable Object> all(Pattern pattern, String input) {
        List<@Nullable Object> all = new ArrayList<>();
        var matcher = pattern.matcher(input);
        while (matcher.find()) {
            all.add(new RegexMatch(matcher.toMatchResult(), pattern, input));
        }
        return all;
    }

    @Override
    public String toString() {
        return match == null ? "" : match.group();
    }
}
