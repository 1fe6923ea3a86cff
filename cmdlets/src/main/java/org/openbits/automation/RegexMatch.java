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

    /** @param match null when the pattern was not found */
    public RegexMatch(@Nullable MatchResult match, Pattern pattern) {
        this.match = match;
        this.pattern = pattern;
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
                    .add("Length", text == null ? 0 : text.length());
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
            all.add(new RegexMatch(matcher.toMatchResult(), pattern));
        }
        return all;
    }

    @Override
    public String toString() {
        return match == null ? "" : match.group();
    }
}
