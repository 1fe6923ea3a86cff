package org.openbits.automation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** .NET's regular expressions on Java's: group names, replacement patterns. */
public final class Regexes {

    /** The patterns last used: a loop compiles its pattern once. Confined to the session's thread. */
    private final Map<String, Pattern> cache = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Pattern> eldest) {
            return size() > 64;
        }
    };

    /** The pattern of a text, kept for its next use. */
    public Pattern compile(String regex, boolean caseSensitive) {
        return cache.computeIfAbsent((caseSensitive ? "c" : "i") + regex, k -> pattern(regex, caseSensitive));
    }

    /**
     * The pattern of a text in .NET's words.
     *
     * @throws CmdletException with the id InvalidRegularExpression when it is none
     */
    public static Pattern pattern(String regex, boolean caseSensitive) {
        return pattern(regex, caseSensitive ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The pattern of a text with the options of .NET that another text names, parted by commas. */
    public static Pattern pattern(String regex, String options) {
        String names = options.toLowerCase(java.util.Locale.ROOT);
        int flags = names.contains("ignorecase") ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
        flags |= names.contains("multiline") ? Pattern.MULTILINE : 0;
        flags |= names.contains("singleline") ? Pattern.DOTALL : 0;
        flags |= names.contains("ignorepatternwhitespace") ? Pattern.COMMENTS : 0;
        return pattern(regex, flags);
    }

    private static Pattern pattern(String regex, int flags) {
        try {
            return Pattern.compile(javaNames(regex), flags);
        } catch (PatternSyntaxException e) {
            throw new CmdletException(ErrorRecord.of(
                    new RuntimeException(
                            "The regular expression pattern " + regex + " is not valid: " + e.getDescription() + "."),
                    "InvalidRegularExpression",
                    ErrorCategory.InvalidOperation,
                    null));
        }
    }

    /** Java's group names have no underscore, and quoted names only between angles. */
    private static String javaNames(String regex) {
        if (!regex.contains("(?<") && !regex.contains("(?'")) {
            return regex;
        }
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < regex.length()) {
            int end = nameEnd(regex, at);
            if (end > 0) {
                text.append("(?<")
                        .append(javaName(regex.substring(at + 3, end)))
                        .append('>');
                at = end + 1;
            } else {
                text.append(regex.charAt(at++));
            }
        }
        return text.toString();
    }

    private static int nameEnd(String regex, int at) {
        boolean angle = regex.startsWith("(?<", at);
        if (!angle && !regex.startsWith("(?'", at)) {
            return -1;
        }
        int end = regex.indexOf(angle ? '>' : '\'', at + 3);
        return end > at + 3 && Character.isLetter(regex.charAt(at + 3)) ? end : -1;
    }

    private static String javaName(String name) {
        return name.replace("_", "U95");
    }

    private static String netName(String name) {
        return name.replace("U95", "_");
    }

    /** {@code $Matches}: the whole under 0, the groups that took part under their number or name. */
    public static HashTable matches(Matcher matcher) {
        HashTable table = new HashTable();
        Map<Integer, String> names = names(matcher.pattern());
        for (int group = 0; group <= matcher.groupCount(); group++) {
            String text = matcher.group(group);
            if (text != null) {
                String name = names.get(group);
                table.put(name == null ? (Object) group : name, text);
            }
        }
        return table;
    }

    /** The names of groups by number; Java 17 does not tell them, so they are counted. */
    public static Map<Integer, String> names(Pattern pattern) {
        Map<Integer, String> names = new LinkedHashMap<>();
        String regex = pattern.pattern();
        int group = 0;
        boolean inClass = false;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '[') {
                inClass = true;
            } else if (c == ']') {
                inClass = false;
            } else if (c == '(' && !inClass) {
                boolean named = nameEnd(regex, i) > 0;
                if (named || !regex.startsWith("(?", i)) {
                    group++;
                }
                if (named) {
                    names.put(group, netName(regex.substring(i + 3, nameEnd(regex, i))));
                }
            }
        }
        return names;
    }

    /** The text with each match replaced by what the function gives for it. */
    public static String replace(Pattern pattern, String input, Function<Matcher, String> replacement) {
        return replace(pattern, input, replacement, Integer.MAX_VALUE);
    }

    /** The same for the first matches alone. */
    public static String replace(Pattern pattern, String input, Function<Matcher, String> replacement, int most) {
        Matcher matcher = pattern.matcher(input);
        StringBuilder text = new StringBuilder();
        int end = 0;
        for (int count = 0; count < most && matcher.find(); count++) {
            text.append(input, end, matcher.start()).append(replacement.apply(matcher));
            end = matcher.end();
        }
        return text.append(input.substring(end)).toString();
    }

    /** What a replacement pattern gives for a match: {@code $1 ${name} $& $$}; any other dollar is itself. */
    public static String substitution(Matcher matcher, String template) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            char c = template.charAt(at);
            int used = c == '$' ? substitute(matcher, template, at, text) : 0;
            if (used == 0) {
                text.append(c);
                used = 1;
            }
            at += used;
        }
        return text.toString();
    }

    private static int substitute(Matcher matcher, String template, int at, StringBuilder text) {
        char c = at + 1 < template.length() ? template.charAt(at + 1) : ' ';
        if (c == '$') {
            text.append('$');
            return 2;
        }
        if (c == '&') {
            text.append(matcher.group());
            return 2;
        }
        int end = at + 1;
        if (c == '{') {
            int close = template.indexOf('}', at);
            return close > 0 && append(matcher, template.substring(at + 2, close), text) ? close + 1 - at : 0;
        }
        while (end < template.length() && Character.isDigit(template.charAt(end))) {
            end++;
        }
        return end > at + 1 && append(matcher, template.substring(at + 1, end), text) ? end - at : 0;
    }

    private static boolean append(Matcher matcher, String group, StringBuilder text) {
        boolean number = group.chars().allMatch(Character::isDigit) && group.length() < 4 && !group.isEmpty();
        if (number && Integer.parseInt(group) > matcher.groupCount()) {
            return false;
        }
        try {
            String value = number ? matcher.group(Integer.parseInt(group)) : matcher.group(javaName(group));
            text.append(value == null ? "" : value);
            return true;
        } catch (IllegalArgumentException noSuchGroup) {
            return false;
        }
    }

    /** The pieces between matches, with what groups caught; at most {@code limit} pieces when positive. */
    public static List<@Nullable Object> split(Pattern pattern, String input, int limit) {
        List<@Nullable Object> pieces = new ArrayList<>();
        Matcher matcher = pattern.matcher(input);
        int end = 0;
        while ((limit <= 0 || pieces.size() < limit - 1) && matcher.find()) {
            if (matcher.end() == matcher.start() && (matcher.start() == 0 || matcher.start() == input.length())) {
                continue;
            }
            pieces.add(input.substring(end, matcher.start()));
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    pieces.add(matcher.group(group));
                }
            }
            end = matcher.end();
        }
        pieces.add(input.substring(end));
        return pieces;
    }
}
