package org.openbits.shell.language;

import static org.openbits.shell.language.Characters.END;
import static org.openbits.shell.language.Characters.isBlank;
import static org.openbits.shell.language.Characters.isNewline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A place in the text that moves forward, with what every part of the parser needs: blanks, errors, depth, colours. */
final class Cursor {

    /** Deep enough for every script a person writes, shallow enough for every thread's stack. */
    private static final int DEEPEST = 200;

    private final Source source;
    private final String text;
    private final List<Lexeme> lexemes = new ArrayList<>();
    private final List<String> requirements = new ArrayList<>();
    private int at;
    private int depth;

    Cursor(Source source) {
        this.source = source;
        this.text = source.text();
    }

    int at() {
        return at;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        int index = at + ahead;
        return index < text.length() ? text.charAt(index) : END;
    }

    char next() {
        char c = peek();
        at++;
        return c;
    }

    void skip(int characters) {
        at = Math.min(text.length(), at + characters);
    }

    /** Goes back to a place seen before; what was coloured since is forgotten. */
    void back(int offset) {
        at = offset;
        while (!lexemes.isEmpty() && lexemes.get(lexemes.size() - 1).start() >= offset) {
            lexemes.remove(lexemes.size() - 1);
        }
    }

    boolean looksAt(String what) {
        return text.startsWith(what, at);
    }

    /** Moves behind the text if it comes next. */
    boolean accept(String what) {
        if (!looksAt(what)) {
            return false;
        }
        at += what.length();
        return true;
    }

    /** The whole text. */
    String whole() {
        return text;
    }

    String textFrom(int start) {
        return text.substring(start, Math.min(at, text.length()));
    }

    Span from(int start) {
        return new Span(source, start, Math.min(at, text.length()));
    }

    /** Skips blanks, comments and continued line ends. */
    void skipBlanks() {
        while (true) {
            char c = peek();
            if (isBlank(c)) {
                at++;
            } else if (c == '`' && isNewline(peek(1))) {
                at += peek(1) == '\r' && peek(2) == '\n' ? 3 : 2;
            } else if (c == '#') {
                lineComment();
            } else if (c == '<' && peek(1) == '#') {
                blockComment();
            } else {
                return;
            }
        }
    }

    /** Skips blanks if a comma follows them: an array goes on then, otherwise they part two arguments. */
    void skipBlanksBeforeComma() {
        int start = at;
        while (isBlank(peek())) {
            at++;
        }
        at = peek() == ',' ? at : start;
    }

    /** Skips blanks, comments and line ends. */
    void skipLines() {
        skipBlanks();
        while (isNewline(peek())) {
            at++;
            skipBlanks();
        }
    }

    /** Skips what may stand between statements. */
    void skipSeparators() {
        skipLines();
        while (peek() == ';') {
            at++;
            skipLines();
        }
    }

    private void lineComment() {
        int start = at;
        while (!atEnd() && !isNewline(peek())) {
            at++;
        }
        lexemes.add(new Lexeme(Lexeme.Kind.COMMENT, start, at));
        String comment = text.substring(start + 1, at);
        if (comment.toLowerCase(Locale.ROOT).startsWith("requires ")) {
            requirements.add(comment.substring("requires ".length()).trim());
        }
    }

    private void blockComment() {
        int start = at;
        int end = text.indexOf("#>", at + 2);
        if (end < 0) {
            at = text.length();
            throw new SyntaxError(
                    new Span(source, start, start + 2),
                    "MissingTerminatorMultiLineComment",
                    "The terminator '#>' is missing from the multiline comment.",
                    true);
        }
        at = end + 2;
        lexemes.add(new Lexeme(Lexeme.Kind.COMMENT, start, at));
    }

    /** The letters that come next, in lower case; empty when a longer word or none does. */
    String keyword() {
        int end = at;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        char after = end < text.length() ? text.charAt(end) : END;
        boolean whole = Characters.endsWord(after) || Characters.isQuote(after) || after == '#';
        return whole ? text.substring(at, end).toLowerCase(Locale.ROOT) : "";
    }

    /** Moves behind the keyword if it comes next. */
    boolean acceptKeyword(String keyword) {
        if (!keyword().equals(keyword)) {
            return false;
        }
        at += keyword.length();
        paint(Lexeme.Kind.KEYWORD, at - keyword.length());
        return true;
    }

    /** Colours the text from there to here. */
    void paint(Lexeme.Kind kind, int start) {
        lexemes.add(new Lexeme(kind, start, at));
    }

    void enter() {
        if (++depth > DEEPEST) {
            throw error("NestedTooDeeply", "The text is nested more than " + DEEPEST + " levels deep.");
        }
    }

    void leave() {
        depth--;
    }

    /** Expects the text; its absence at the end of everything asks for more. */
    void expect(String what, String errorId, String message) {
        if (!accept(what)) {
            throw error(errorId, message);
        }
    }

    /** An error at the word that comes next; at the end of the text it asks for more. */
    SyntaxError error(String errorId, String message) {
        int end = Math.min(at, text.length());
        if (end == text.length()) {
            return new SyntaxError(new Span(source, end, end), errorId, message, true);
        }
        return error(errorId, message, new Span(source, at, at + unexpectedLength()));
    }

    SyntaxError error(String errorId, String message, Span span) {
        return new SyntaxError(span, errorId, message, false);
    }

    /** Something that no rule allows here. */
    SyntaxError unexpected() {
        String token = text.substring(at, Math.min(text.length(), at + unexpectedLength()));
        return error("UnexpectedToken", "Unexpected token '" + token + "' in expression or statement.");
    }

    private int unexpectedLength() {
        int length = 0;
        while (at + length < text.length() && !Characters.endsWord(peek(length))) {
            length++;
        }
        return Math.max(1, length);
    }

    List<Lexeme> lexemes() {
        return List.copyOf(lexemes);
    }

    List<String> requirements() {
        return List.copyOf(requirements);
    }
}
