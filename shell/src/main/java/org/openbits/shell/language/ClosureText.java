package org.openbits.shell.language;

import java.util.Set;

/**
 * Which blocks are Groovy closures: those whose first word is {@code it} before a member, an index or an operator, and
 * those that begin with {@code name, name ->}. Text inside quotes never counts. Pure.
 */
final class ClosureText {

    private static final Set<String> OPERATOR_WORDS = Set.of("in", "instanceof", "as");
    private static final String OPERATORS = "=!<>*/%+?&|";

    private final String text;
    private int at;

    private ClosureText(String text, int from) {
        this.text = text;
        this.at = from;
    }

    /** Whether the text behind an opening brace, from {@code offset} on, is the body of a closure. */
    static boolean isClosure(String text, int offset) {
        ClosureText block = new ClosureText(text, offset);
        block.skipBlanks();
        if (block.skipArrow()) {
            return true;
        }
        String word = block.word();
        return word.equals("it") && block.isUsed() || !word.isEmpty() && block.arrowAfterNames();
    }

    /** The offset behind the brace that closes the one at {@code offset}, or -1 when it is missing. */
    static int end(String text, int offset) {
        GroovyScanner scanner = new GroovyScanner(text, offset);
        scanner.readBracketed();
        return scanner.isOpen ? -1 : scanner.at;
    }

    /** What follows {@code it}: {@code -eq} and a bare pipe are none of Groovy's operators. */
    private boolean isUsed() {
        char next = peek(0);
        if (next == '[' || next == '.' && isMember(peek(1)) || next == '?' && peek(1) == '.') {
            return true;
        }
        skipBlanks();
        char sign = peek(0);
        if (sign == '-') {
            return !Character.isLetter(peek(1)) && peek(1) != '>';
        }
        if (sign == '=' || sign == '|' || sign == '&') {
            return peek(1) == sign || peek(1) == '~';
        }
        return OPERATORS.indexOf(sign) >= 0 || OPERATOR_WORDS.contains(word());
    }

    private boolean arrowAfterNames() {
        skipBlanks();
        while (peek(0) == ',') {
            at++;
            skipBlanks();
            if (word().isEmpty()) {
                return false;
            }
            skipBlanks();
        }
        return skipArrow();
    }

    private boolean skipArrow() {
        return text.startsWith("->", at);
    }

    private static boolean isMember(char c) {
        return Character.isJavaIdentifierStart(c) || c == '"' || c == '\'' || c == '@' || c == '&';
    }

    private String word() {
        int start = at;
        if (Character.isLetter(peek(0)) || peek(0) == '_') {
            while (Character.isLetterOrDigit(peek(0)) || peek(0) == '_') {
                at++;
            }
        }
        return text.substring(start, at);
    }

    private void skipBlanks() {
        while (Character.isWhitespace(peek(0))) {
            at++;
        }
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }
}
