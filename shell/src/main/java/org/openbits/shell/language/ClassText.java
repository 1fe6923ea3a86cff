package org.openbits.shell.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells PowerShell's {@code class} and {@code enum} from Groovy's, which begin with the same words. What only PowerShell
 * can mean is PowerShell's: a base behind a colon, members that begin with a type in brackets or with {@code $name},
 * comments behind {@code #}, constants on lines of their own. What both can mean is Groovy's, as is what is not yet typed
 * so far. Pure.
 */
final class ClassText {

    private static final Pattern CONSTANT = Pattern.compile("\\w+(?:\\s*=\\s*[^,()]+)?");
    /** What may stand before a member in PowerShell, in Groovy only as {@code static}. */
    private static final Set<String> MODIFIERS = Set.of("static", "hidden");

    private final String text;
    private int at;

    private ClassText(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** @param offset behind the word {@code class} or {@code enum} */
    static boolean isPowerShell(String text, int offset, boolean isEnum) {
        ClassText declaration = new ClassText(text, offset);
        declaration.skipBlanks();
        String name = declaration.word();
        declaration.skipBlanks();
        char next = declaration.peek();
        if (name.isEmpty() || next != '{') {
            return !name.isEmpty() && next == ':';
        }
        declaration.at++;
        return isEnum ? declaration.hasLinesOfConstants() : declaration.hasMembersOfPowerShell();
    }

    private boolean hasLinesOfConstants() {
        int end = text.indexOf('}', at);
        if (end < 0) {
            return false;
        }
        List<String> constants = Arrays.stream(
                        text.substring(at, end).replaceAll("#[^\n]*", "").split("[\n;]"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return constants.stream()
                        .allMatch(constant -> CONSTANT.matcher(constant).matches())
                && (constants.size() > 1 || constants.stream().anyMatch(constant -> constant.contains("=")));
    }

    /** Looks until something tells; at the end of the text nothing has. */
    private boolean hasMembersOfPowerShell() {
        int depth = 1;
        boolean beginsMember = true;
        while (at < text.length() && depth > 0) {
            char c = peek();
            if (c == '$' && Character.isJavaIdentifierStart(peek(1)) && peek(1) != '$') {
                return true;
            }
            if (beginsMember && (c == '[' || c == '#' || c == '<' && peek(1) == '#')) {
                return true;
            }
            if (c == '\'' || c == '"') {
                skipQuoted(c);
                beginsMember = false;
            } else if (Character.isJavaIdentifierStart(c)) {
                String word = word();
                boolean modifies = MODIFIERS.contains(word.toLowerCase(Locale.ROOT));
                skipSpaces();
                // In PowerShell only a constructor or a method begins with a word that is no modifier.
                if (beginsMember && !modifies && peek() != '(') {
                    return false;
                }
                beginsMember &= modifies;
            } else {
                depth += c == '{' || c == '(' ? 1 : c == '}' || c == ')' ? -1 : 0;
                beginsMember = depth == 1 && (c == '}' || c == ';' || c == '\n' || beginsMember && c <= ' ');
                at++;
            }
        }
        return false;
    }

    private void skipQuoted(char quote) {
        at++;
        while (at < text.length() && peek() != quote) {
            at += peek() == '`' || peek() == '\\' && quote == '\'' ? 2 : 1;
        }
        at++;
    }

    private String word() {
        int start = at;
        while (Character.isLetterOrDigit(peek()) || peek() == '_') {
            at++;
        }
        return text.substring(start, at);
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(peek())) {
            at++;
        }
    }

    private void skipSpaces() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }

    private char peek() {
        return peek(0);
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }
}
