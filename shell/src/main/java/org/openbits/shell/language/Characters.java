package org.openbits.shell.language;

/** Which characters mean what. Typographic dashes and quotes, as word processors leave them, count as the plain ones. */
final class Characters {

    /** What {@link Cursor#peek} gives behind the end of the text. */
    static final char END = '\0';

    private Characters() {}

    static boolean isDash(char c) {
        return c == '-' || c >= '\u2013' && c <= '\u2015';
    }

    static boolean isSingleQuote(char c) {
        return c == '\'' || c >= '\u2018' && c <= '\u201b';
    }

    static boolean isDoubleQuote(char c) {
        return c == '"' || c >= '\u201c' && c <= '\u201e';
    }

    static boolean isQuote(char c) {
        return isSingleQuote(c) || isDoubleQuote(c);
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f' || c == '\u000b' || c == '\u00a0' || c == '\u0085' || c == '\ufeff';
    }

    static boolean isNewline(char c) {
        return c == '\n' || c == '\r';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_';
    }

    static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /** Whether a bare word of a command line ends before this character. */
    static boolean endsWord(char c) {
        return isBlank(c) || isNewline(c) || c == END || "{}();,|&<>".indexOf(c) >= 0;
    }
}
