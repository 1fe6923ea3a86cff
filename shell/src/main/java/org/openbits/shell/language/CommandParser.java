package org.openbits.shell.language;

import static org.openbits.shell.language.Characters.isBlank;
import static org.openbits.shell.language.Characters.isDash;
import static org.openbits.shell.language.Characters.isDigit;
import static org.openbits.shell.language.Characters.isNamePart;
import static org.openbits.shell.language.Characters.isNameStart;
import static org.openbits.shell.language.Characters.isNewline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Argument mode: the words of a command line and redirections. */
final class CommandParser {

    private final Parser parser;
    private final Cursor cursor;

    CommandParser(Parser parser) {
        this.parser = parser;
        this.cursor = parser.cursor;
    }

    /** Reads one command with its arguments. */
    Command command() {
        int start = cursor.at();
        Command.Call call = call();
        Expression name = name(call);
        List<Command.Argument> arguments = new ArrayList<>();
        List<Redirection> redirections = new ArrayList<>();
        boolean words = false;
        while (true) {
            int before = cursor.at();
            cursor.skipBlanks();
            if (atEnd()) {
                break;
            }
            boolean glued = before == cursor.at();
            Redirection redirection = redirection();
            if (redirection != null) {
                redirections.add(redirection);
            } else if (!words && cursor.looksAt("--%") && Characters.endsWord(cursor.peek(3))) {
                arguments.add(verbatim());
            } else {
                Command.Argument argument = argument(words, glued);
                words |= argument instanceof Command.Parameter p && p.name().equals("-");
                arguments.add(argument);
            }
        }
        return new Command(trimmed(start), call, name, List.copyOf(arguments), List.copyOf(redirections));
    }

    private Span trimmed(int start) {
        Span whole = cursor.from(start);
        return new Span(
                whole.source(), start, start + whole.text().stripTrailing().length());
    }

    private Command.Call call() {
        char c = cursor.peek();
        if (c == '&') {
            cursor.skip(1);
            cursor.paint(Lexeme.Kind.OPERATOR, cursor.at() - 1);
            return Command.Call.CALL;
        }
        if (c == '.'
                && (isBlank(cursor.peek(1))
                        || Characters.isQuote(cursor.peek(1))
                        || "$({".indexOf(cursor.peek(1)) >= 0)) {
            cursor.skip(1);
            cursor.paint(Lexeme.Kind.OPERATOR, cursor.at() - 1);
            return Command.Call.DOT;
        }
        return Command.Call.NAME;
    }

    private Expression name(Command.Call call) {
        if (call != Command.Call.NAME) {
            cursor.skipBlanks();
        }
        if (atEnd()) {
            throw cursor.error(
                    call == Command.Call.NAME ? "UnexpectedToken" : "MissingExpression",
                    call == Command.Call.NAME
                            ? "A command was expected."
                            : "The name of a command was expected after '" + (call == Command.Call.CALL ? "&" : ".")
                                    + "'.");
        }
        int start = cursor.at();
        char c = cursor.peek();
        Expression name = c == '(' || c == '{' || c == '@' ? parser.expressions.argumentOperand() : dollarOrWord();
        if (cursor.at() == start) {
            throw cursor.unexpected();
        }
        cursor.paint(Lexeme.Kind.COMMAND, start);
        return name;
    }

    /** Whether the command's words are over. */
    private boolean atEnd() {
        char c = cursor.peek();
        return cursor.atEnd() || isNewline(c) || ";|)}&".indexOf(c) >= 0;
    }

    private Command.Argument argument(boolean words, boolean glued) {
        int start = cursor.at();
        if (!words && isDash(cursor.peek())) {
            Command.Parameter parameter = parameter();
            if (parameter != null) {
                return parameter;
            }
        }
        Expression value = value();
        if (cursor.at() == start) {
            throw cursor.unexpected();
        }
        return new Command.Value(value.span(), value, glued);
    }

    private Command.@Nullable Parameter parameter() {
        int start = cursor.at();
        char second = cursor.peek(1);
        if (isDash(second) && Characters.endsWord(cursor.peek(2))) {
            cursor.skip(2);
            return new Command.Parameter(cursor.from(start), "-", false);
        }
        if (!isNameStart(second) && second != '?') {
            return null;
        }
        cursor.skip(1);
        int begin = cursor.at();
        while (!cursor.atEnd() && !Characters.endsWord(cursor.peek()) && ".[:".indexOf(cursor.peek()) < 0) {
            if (Characters.isQuote(cursor.peek())) {
                cursor.back(start);
                return null;
            }
            cursor.skip(1);
        }
        String name = cursor.textFrom(begin);
        boolean colon = cursor.accept(":");
        cursor.paint(Lexeme.Kind.PARAMETER, start);
        Span span = cursor.from(start);
        if (colon) {
            cursor.skipBlanks();
        }
        return new Command.Parameter(span, name, colon);
    }

    private Command.Verbatim verbatim() {
        cursor.skip(3);
        int start = cursor.at();
        while (!cursor.atEnd() && !isNewline(cursor.peek()) && cursor.peek() != '|') {
            cursor.skip(1);
        }
        return new Command.Verbatim(cursor.from(start), cursor.textFrom(start).trim());
    }

    /** Reads one value; commas make an array of several. */
    private Expression value() {
        Expression first = element();
        cursor.skipBlanksBeforeComma();
        if (cursor.peek() != ',') {
            return first;
        }
        List<Expression> elements = new ArrayList<>(List.of(first));
        while (cursor.accept(",")) {
            cursor.skipLines();
            if (atEnd() || cursor.peek() == ',') {
                throw cursor.error("MissingArgument", "Missing argument in parameter list after ','.");
            }
            elements.add(element());
            cursor.skipBlanksBeforeComma();
        }
        Span last = elements.get(elements.size() - 1).span();
        return new Expression.ArrayLiteral(first.span().to(last), List.copyOf(elements));
    }

    /** Reads a number, or a bare word. */
    Expression numberOrWord() {
        Expression number = number(cursor.at());
        return number == null ? word() : number;
    }

    private Expression element() {
        char c = cursor.peek();
        if (c == '@') {
            return isNamePart(cursor.peek(1)) ? parser.texts.splatted() : parser.expressions.argumentOperand();
        }
        if (c == '(') {
            return parser.expressions.argumentOperand();
        }
        if (c == '{') {
            return parser.bodies.scriptBlock();
        }
        if (Characters.isQuote(c)) {
            return parser.expressions.argumentOperand();
        }
        if (isDigit(c) || (isDash(c) || c == '.' || c == '+') && (isDigit(cursor.peek(1)) || cursor.peek(1) == '.')) {
            return numberOrWord();
        }
        return dollarOrWord();
    }

    private @Nullable Expression number(int start) {
        boolean negative = isDash(cursor.peek());
        cursor.skip(negative || cursor.peek() == '+' ? 1 : 0);
        Object value = Numbers.read(cursor);
        if (value == null || !Characters.endsWord(cursor.peek())) {
            cursor.back(start);
            return null;
        }
        cursor.paint(Lexeme.Kind.NUMBER, start);
        return new Expression.Literal(cursor.from(start), negative ? Negation.of(value) : value, true);
    }

    /** Reads a variable with its members, or a word that merely begins with one. */
    private Expression dollarOrWord() {
        int start = cursor.at();
        if (cursor.peek() != '$' || !parser.texts.startsExpansion()) {
            return word();
        }
        Expression operand = parser.expressions.primary();
        char after = cursor.peek();
        boolean member = after == '.'
                && (isNamePart(cursor.peek(1))
                        || "$(".indexOf(cursor.peek(1)) >= 0
                        || Characters.isQuote(cursor.peek(1)));
        if (Characters.endsWord(after) || member || after == '[' || cursor.looksAt("::") || cursor.looksAt("?.")) {
            return parser.expressions.argumentMembers(operand);
        }
        cursor.back(start);
        return word();
    }

    private Expression word() {
        int start = cursor.at();
        Expression word = parser.texts.word();
        cursor.paint(Lexeme.Kind.WORD, start);
        return word;
    }

    /** Reads a redirection if one comes next. */
    @Nullable
    Redirection redirection() {
        int start = cursor.at();
        char c = cursor.peek();
        if (c == '<') {
            throw cursor.error("RedirectionNotSupported", "The '<' operator is reserved for future use.");
        }
        boolean numbered = (c >= '1' && c <= '6' || c == '*') && cursor.peek(1) == '>';
        if (c != '>' && !numbered) {
            return null;
        }
        int stream = !numbered ? 1 : c == '*' ? Redirection.ALL : c - '0';
        cursor.skip(numbered ? 2 : 1);
        boolean append = cursor.accept(">");
        cursor.paint(Lexeme.Kind.OPERATOR, start);
        if (!append && cursor.accept("&")) {
            return merge(start, stream);
        }
        cursor.skipBlanks();
        if (atEnd()) {
            throw cursor.error("MissingFileSpecification", "Missing file specification after redirection operator.");
        }
        Expression target = element();
        return new Redirection(cursor.from(start), stream, append, target);
    }

    private Redirection merge(int start, int stream) {
        if (!cursor.accept("1") || stream == 1) {
            throw cursor.error("RedirectionNotSupported", "A stream can be merged only into the output: write 2>&1.");
        }
        return new Redirection(cursor.from(start), stream, false, null);
    }
}
