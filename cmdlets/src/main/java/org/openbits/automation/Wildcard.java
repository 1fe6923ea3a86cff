package org.openbits.automation;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** PowerShell's patterns: {@code *}, {@code ?}, {@code [abc]}, {@code [a-c]}; the backtick takes the next character as it is. */
final class Wildcard {

    private Wildcard() {}

    static Predicate<String> of(String pattern, boolean caseSensitive) {
        int flags = Pattern.DOTALL | (caseSensitive ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return Pattern.compile(regex(pattern), flags).asMatchPredicate();
    }

    static boolean isPattern(String text) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character == '`') {
                index++;
            } else if (character == '*' || character == '?' || character == '[') {
                return true;
            }
        }
        return false;
    }

    private static String regex(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int index = 0; index < pattern.length(); index++) {
            char character = pattern.charAt(index);
            if (character == '*') {
                regex.append(".*");
            } else if (character == '?') {
                regex.append('.');
            } else if (character == '[' && pattern.indexOf(']', index + 2) > 0) {
                int end = pattern.indexOf(']', index + 2);
                regex.append('[')
                        .append(members(pattern.substring(index + 1, end)))
                        .append(']');
                index = end;
            } else {
                if (character == '`' && index + 1 < pattern.length()) {
                    index++;
                }
                regex.append(Pattern.quote(String.valueOf(pattern.charAt(index))));
            }
        }
        return regex.toString();
    }

    /** The inside of a character class: only the dash keeps its meaning. */
    private static String members(String inside) {
        StringBuilder members = new StringBuilder();
        for (int index = 0; index < inside.length(); index++) {
            char character = inside.charAt(index);
            if ("[]^&\\".indexOf(character) >= 0) {
                members.append('\\');
            }
            members.append(character);
        }
        return members.toString();
    }
}
