package org.openbits.shell.language;

/**
 * Walks over a text to the end of a statement, knowing only quotes, comments and brackets. {@link PowerShellScanner} and
 * {@link GroovyScanner} add what is particular to each language. One instance reads one statement.
 */
abstract class Scanner {

    final String text;
    int at;

    /** Behind what was read last that is neither blank nor comment. */
    int significant;

    /** Whether a quote, comment or bracket was still open at the end of the text. */
    boolean isOpen;

    private int depth;

    Scanner(String text, int from) {
        this.text = text;
        this.at = from;
        this.significant = from;
    }

    /** Reads one statement; afterwards {@link #at} stands behind its separator. */
    final void readStatement() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if ((c == '\n' || c == ';') && depth <= 0 && endsAt(at)) {
                at++;
                return;
            }
            next(c);
        }
        isOpen |= depth > 0;
    }

    /** Reads brackets and what is between them, beginning at the opening one. */
    final void readBracketed() {
        int outer = depth;
        depth = 0;
        do {
            next(text.charAt(at));
        } while (depth > 0 && at < text.length());
        isOpen |= depth > 0;
        depth = outer;
    }

    /** Whether the newline or semicolon there, outside brackets, ends the statement. */
    abstract boolean endsAt(int offset);

    /** Passes over a comment when one begins at {@link #at}. */
    abstract boolean skipComment();

    /** Passes over the character at {@link #at}, or over the quoted text that begins with it. */
    abstract void skipToken(char c);

    private void next(char c) {
        if (skipComment()) {
            return;
        }
        if (Character.isWhitespace(c)) {
            at++;
            return;
        }
        if (c == '(' || c == '[' || c == '{') {
            depth++;
            at++;
        } else if (c == ')' || c == ']' || c == '}') {
            depth--;
            at++;
        } else {
            skipToken(c);
        }
        significant = at;
    }

    /** Goes behind the next occurrence of {@code end}, or to the end of the text. */
    final void skipBehind(String end) {
        int found = text.indexOf(end, at);
        isOpen |= found < 0;
        at = found < 0 ? text.length() : found + end.length();
    }

    /** Goes to the end of the line. */
    final void skipLine() {
        int newline = text.indexOf('\n', at);
        at = newline < 0 ? text.length() : newline;
    }

    /** Passes over one character and the one it escapes. */
    final void skipEscaped() {
        at = Math.min(at + 2, text.length());
    }

    final boolean looksAt(String expected) {
        return text.startsWith(expected, at);
    }
}
