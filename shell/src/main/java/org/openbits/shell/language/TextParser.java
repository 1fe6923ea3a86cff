package org.openbits.shell.language;

import static org.openbits.shell.language.Characters.isDoubleQuote;
import static org.openbits.shell.language.Characters.isNamePart;
import static org.openbits.shell.language.Characters.isNewline;
import static org.openbits.shell.language.Characters.isSingleQuote;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Quoted texts, here-strings, bare words and variables: all that may hold a dollar sign. */
final class TextParser {

    private final Parser parser;
    private final Cursor cursor;

    TextParser(Parser parser) {
        this.parser = parser;
        this.cursor = parser.cursor;
    }

    /** Reads a quoted text of either kind, the cursor standing on the quote. */
    Expression quoted() {
        int start = cursor.at();
        Pieces pieces = new Pieces(start);
        quotedPiece(pieces);
        return pieces.expression(false);
    }

    private void quotedPiece(Pieces pieces) {
        int start = cursor.at();
        if (isSingleQuote(cursor.next())) {
            singleQuoted(start, pieces);
            cursor.paint(Lexeme.Kind.STRING, start);
        } else {
            doubleQuoted(start, pieces);
        }
    }

    private void singleQuoted(int start, Pieces pieces) {
        while (true) {
            requireMore(start, "'");
            char c = cursor.next();
            if (isSingleQuote(c) && !isSingleQuote(cursor.peek())) {
                return;
            }
            cursor.skip(isSingleQuote(c) ? 1 : 0);
            pieces.add(c);
        }
    }

    private void doubleQuoted(int start, Pieces pieces) {
        int painted = start;
        while (true) {
            requireMore(start, "\"");
            char c = cursor.peek();
            if (isDoubleQuote(c) && !isDoubleQuote(cursor.peek(1))) {
                cursor.skip(1);
                cursor.paint(Lexeme.Kind.STRING, painted);
                return;
            }
            if (c == '$' && startsExpansion()) {
                cursor.paint(Lexeme.Kind.STRING, painted);
                pieces.add(dollar(true));
                painted = cursor.at();
            } else {
                cursor.skip(isDoubleQuote(c) ? 1 : 0);
                plainOrEscaped(pieces);
            }
        }
    }

    private void requireMore(int start, String quote) {
        if (cursor.atEnd()) {
            SyntaxError at = cursor.error("", "");
            throw new SyntaxError(
                    new Span(at.span().source(), start, start + 1),
                    "TerminatorExpectedAtEndOfString",
                    "The string is missing the terminator: " + quote + ".",
                    true);
        }
    }

    /** Reads {@code @" ... "@} or {@code @' ... '@}, the cursor standing on the at sign. */
    Expression hereString() {
        int start = cursor.at();
        boolean expands = isDoubleQuote(cursor.peek(1));
        cursor.skip(2);
        while (Characters.isBlank(cursor.peek())) {
            cursor.skip(1);
        }
        if (!isNewline(cursor.peek())) {
            throw cursor.error(
                    "UnexpectedCharactersAfterHereStringHeader",
                    "No characters are allowed after a here-string header but before the end of the line.");
        }
        newline();
        Pieces pieces = new Pieces(start);
        if (!atHereStringEnd(expands)) {
            hereStringLines(start, expands, pieces);
        }
        cursor.skip(2);
        cursor.paint(Lexeme.Kind.STRING, start);
        return pieces.expression(false);
    }

    private void hereStringLines(int start, boolean expands, Pieces pieces) {
        while (true) {
            if (cursor.atEnd()) {
                throw new SyntaxError(
                        new Span(cursor.from(start).source(), start, start + 2),
                        "WhitespaceBeforeHereStringFooter",
                        "The here-string is missing its terminator: " + (expands ? "\"@" : "'@")
                                + " at the beginning of a line.",
                        true);
            }
            char c = cursor.peek();
            if (isNewline(c)) {
                int at = cursor.at();
                newline();
                if (atHereStringEnd(expands)) {
                    return;
                }
                pieces.add(cursor.textFrom(at));
            } else if (expands && c == '$' && startsExpansion()) {
                pieces.add(dollar(true));
            } else if (expands) {
                plainOrEscaped(pieces);
            } else {
                pieces.add(cursor.next());
            }
        }
    }

    private void newline() {
        cursor.skip(cursor.peek() == '\r' && cursor.peek(1) == '\n' ? 2 : 1);
    }

    private boolean atHereStringEnd(boolean expands) {
        char quote = cursor.peek();
        return (expands ? isDoubleQuote(quote) : isSingleQuote(quote)) && cursor.peek(1) == '@';
    }

    /** Reads an unquoted word of a command line; quotes inside it group, dollars expand. */
    Expression word() {
        Pieces pieces = new Pieces(cursor.at());
        while (!cursor.atEnd() && !Characters.endsWord(cursor.peek())) {
            char c = cursor.peek();
            if (Characters.isQuote(c)) {
                quotedPiece(pieces);
            } else if (c == '$' && startsExpansion()) {
                pieces.add(dollar(true));
            } else if (c == '`' && isNewline(cursor.peek(1))) {
                break;
            } else {
                plainOrEscaped(pieces);
            }
        }
        return pieces.expression(true);
    }

    private void plainOrEscaped(Pieces pieces) {
        char c = cursor.next();
        if (c != '`' || cursor.atEnd()) {
            pieces.add(c);
            return;
        }
        char escaped = cursor.next();
        switch (escaped) {
            case '0' -> pieces.add('\0');
            case 'a' -> pieces.add('\u0007');
            case 'b' -> pieces.add('\b');
            case 'e' -> pieces.add('\u001b');
            case 'f' -> pieces.add('\f');
            case 'n' -> pieces.add('\n');
            case 'r' -> pieces.add('\r');
            case 't' -> pieces.add('\t');
            case 'v' -> pieces.add('\u000b');
            case 'u' -> pieces.add(codePoint());
            default -> pieces.add(escaped);
        }
    }

    /** The rest of <code>`u{1f600}</code>. */
    private String codePoint() {
        int start = cursor.at();
        if (!cursor.accept("{")) {
            return "u";
        }
        int code = 0;
        while (Character.digit(cursor.peek(), 16) >= 0 && code <= Character.MAX_CODE_POINT) {
            code = code * 16 + Character.digit(cursor.next(), 16);
        }
        if (!cursor.accept("}") || code > Character.MAX_CODE_POINT) {
            throw cursor.error(
                    "InvalidUnicodeEscapeSequence",
                    "The Unicode escape sequence is not valid. A valid sequence is `u{ followed by one to six hexadecimal digits and a closing }.",
                    cursor.from(start));
        }
        return Character.toString(code);
    }

    /** Whether the dollar at the cursor begins a variable or {@code $( )}. */
    boolean startsExpansion() {
        char c = cursor.peek(1);
        return c == '('
                || c == '{'
                || isNamePart(c)
                || c == '$'
                || c == '?'
                || c == '^'
                || c == ':' && isNamePart(cursor.peek(2));
    }

    /** Reads what a dollar begins, the cursor standing on it. */
    Expression dollar(boolean inText) {
        if (cursor.peek(1) == '(') {
            return parser.expressions.subExpression();
        }
        return variable(inText);
    }

    private Expression.Variable variable(boolean inText) {
        int start = cursor.at();
        cursor.skip(1);
        String name = cursor.peek() == '{' ? bracedName(start) : plainName(start, inText);
        cursor.paint(Lexeme.Kind.VARIABLE, start);
        return new Expression.Variable(cursor.from(start), VariableName.parse(name), false);
    }

    private String bracedName(int start) {
        cursor.skip(1);
        StringBuilder name = new StringBuilder();
        while (cursor.peek() != '}') {
            if (cursor.atEnd()) {
                throw cursor.error(
                        "IncompleteDollarSubexpressionReference", "The closing } of the variable's name is missing.");
            }
            char c = cursor.next();
            name.append(c == '`' && !cursor.atEnd() ? cursor.next() : c);
        }
        cursor.skip(1);
        if (name.length() == 0) {
            throw cursor.error("EmptyVariableReference", "Braced variable name cannot be empty.", cursor.from(start));
        }
        return name.toString();
    }

    private String plainName(int start, boolean inText) {
        char first = cursor.peek();
        if (first == '$' || first == '^' || first == '?') {
            cursor.skip(1);
            return String.valueOf(first);
        }
        cursor.accept(":");
        int begin = cursor.at();
        nameParts();
        if (cursor.peek() == ':' && cursor.peek(1) != ':') {
            if (isNamePart(cursor.peek(1))) {
                boolean using = cursor.textFrom(begin).equalsIgnoreCase("using");
                cursor.skip(1);
                nameParts();
                if (using && cursor.peek() == ':' && isNamePart(cursor.peek(1))) {
                    cursor.skip(1);
                    nameParts();
                }
            } else if (inText) {
                cursor.skip(1);
                throw cursor.error(
                        "InvalidVariableReferenceWithDrive",
                        "Variable reference is not valid. ':' was not followed by a valid variable name character."
                                + " Consider using ${} to delimit the name.",
                        cursor.from(start));
            }
        }
        return cursor.textFrom(begin);
    }

    private void nameParts() {
        while (isNamePart(cursor.peek()) || cursor.peek() == '?') {
            cursor.skip(1);
        }
    }

    /** Reads {@code @name}, the cursor standing on the at sign. */
    Expression.Variable splatted() {
        int start = cursor.at();
        cursor.skip(1);
        int begin = cursor.at();
        nameParts();
        if (cursor.peek() == ':' && isNamePart(cursor.peek(1))) {
            cursor.skip(1);
            nameParts();
        }
        String name = cursor.textFrom(begin);
        cursor.paint(Lexeme.Kind.VARIABLE, start);
        return new Expression.Variable(cursor.from(start), VariableName.parse(name), true);
    }

    /** Gathers the pieces of a text; neighbouring characters become one literal. */
    private final class Pieces {

        private final int start;
        private final List<Expression> parts = new ArrayList<>();
        private final StringBuilder plain = new StringBuilder();
        private @Nullable Integer plainStart;

        Pieces(int start) {
            this.start = start;
        }

        void add(char c) {
            begin();
            plain.append(c);
        }

        void add(String text) {
            begin();
            plain.append(text);
        }

        private void begin() {
            if (plainStart == null) {
                plainStart = Math.max(start, cursor.at() - 1);
            }
        }

        void add(Expression part) {
            flush();
            parts.add(part);
        }

        private void flush() {
            if (plainStart != null) {
                parts.add(new Expression.Literal(cursor.from(plainStart), plain.toString(), false));
                plain.setLength(0);
                plainStart = null;
            }
        }

        Expression expression(boolean bare) {
            if (parts.isEmpty()) {
                return new Expression.Literal(cursor.from(start), plain.toString(), bare);
            }
            flush();
            return new Expression.Expandable(cursor.from(start), List.copyOf(parts));
        }
    }
}
