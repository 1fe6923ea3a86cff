package org.openbits.shell.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code switch}, {@code try} and {@code trap}. */
final class ChoiceParser {

    private final Parser parser;
    private final Cursor cursor;

    ChoiceParser(Parser parser) {
        this.parser = parser;
        this.cursor = parser.cursor;
    }

    /** Reads a {@code switch}, its keyword being read. */
    Statement choice(int start, @Nullable String label) {
        Statement.Switch.Matching matching = Statement.Switch.Matching.EXACT;
        boolean caseSensitive = false;
        Statement file = null;
        cursor.skipLines();
        while (Characters.isDash(cursor.peek())) {
            String flag = flag();
            if ("casesensitive".startsWith(flag)) {
                caseSensitive = true;
            } else if ("file".startsWith(flag)) {
                file = file();
            } else {
                matching = matching(flag);
            }
        }
        Statement subject = file == null ? subject() : file;
        cursor.skipLines();
        cursor.expect("{", "MissingCurlyBraceInSwitchStatement", "Missing '{' in switch statement.");
        List<Statement.Switch.Clause> clauses = new ArrayList<>();
        Body otherwise = clauses(clauses);
        return new Statement.Switch(
                cursor.from(start),
                label,
                matching,
                caseSensitive,
                file != null,
                subject,
                List.copyOf(clauses),
                otherwise);
    }

    private Statement subject() {
        cursor.expect("(", "MissingOpenParenthesisInSwitch", "Missing opening '(' after keyword 'switch'.");
        cursor.skipLines();
        Statement subject = parser.statements.pipeline();
        cursor.skipLines();
        cursor.expect(
                ")",
                "MissingEndParenthesisAfterStatement",
                "Missing closing ')' after expression in 'switch' statement.");
        return subject;
    }

    /** Reads the name behind {@code -File}: a word, a text, a variable or something in parentheses. */
    private Statement file() {
        int start = cursor.at();
        if (cursor.atEnd() || cursor.peek() == '{') {
            throw cursor.error("MissingFilenameOption", "The name of a file was expected after 'switch -File'.");
        }
        Expression name = label();
        cursor.skipLines();
        Span span = new Span(cursor.from(start).source(), start, name.span().end());
        return new Statement.Pipeline(span, List.of(new ExpressionStage(span, name, List.of())));
    }

    private String flag() {
        int start = cursor.at();
        cursor.skip(1);
        while (Character.isLetter(cursor.peek())) {
            cursor.skip(1);
        }
        String flag = cursor.textFrom(start + 1).toLowerCase(Locale.ROOT);
        cursor.paint(Lexeme.Kind.PARAMETER, start);
        if (flag.isEmpty()) {
            throw cursor.unexpected();
        }
        if ("parallel".startsWith(flag)) {
            throw cursor.error(
                    "SwitchFlagNotSupported", "'switch -" + flag + "' is not supported.", cursor.from(start));
        }
        cursor.skipLines();
        return flag;
    }

    private Statement.Switch.Matching matching(String flag) {
        if ("exact".startsWith(flag)) {
            return Statement.Switch.Matching.EXACT;
        }
        if ("wildcard".startsWith(flag)) {
            return Statement.Switch.Matching.WILDCARD;
        }
        if ("regex".startsWith(flag)) {
            return Statement.Switch.Matching.REGEX;
        }
        throw cursor.error("InvalidSwitchFlag", "The flag -" + flag + " is not a valid flag of 'switch'.");
    }

    private @Nullable Body clauses(List<Statement.Switch.Clause> clauses) {
        Body otherwise = null;
        cursor.skipSeparators();
        while (cursor.peek() != '}') {
            if (cursor.atEnd()) {
                throw cursor.error("MissingEndCurlyBrace", "Missing closing '}' in switch statement.");
            }
            if (cursor.acceptKeyword("default")) {
                if (otherwise != null) {
                    throw cursor.error(
                            "MultipleSwitchDefaultClauses", "A switch statement can have only one default clause.");
                }
                otherwise = parser.statements.body("default");
            } else {
                Expression label = label();
                clauses.add(new Statement.Switch.Clause(label, parser.statements.body("the switch label")));
            }
            cursor.skipSeparators();
        }
        cursor.skip(1);
        return otherwise;
    }

    private Expression label() {
        int start = cursor.at();
        boolean operand = parser.expressions.startsExpression() && "$('\"{".indexOf(cursor.peek()) >= 0;
        Expression label = operand || Characters.isQuote(cursor.peek())
                ? parser.expressions.argumentOperand()
                : parser.commands.numberOrWord();
        if (cursor.at() == start) {
            throw cursor.error("MissingSwitchConditionExpression", "A label was expected in the switch statement.");
        }
        return label;
    }

    /** Reads a {@code try}, its keyword being read. */
    Statement attempt(int start) {
        Body body = parser.statements.body("try");
        List<Statement.Try.Catch> catches = new ArrayList<>();
        Body last = null;
        int end = cursor.at();
        cursor.skipLines();
        while (last == null && cursor.acceptKeyword("catch")) {
            List<TypeName> types = types();
            catches.add(new Statement.Try.Catch(types, parser.statements.body("catch")));
            end = cursor.at();
            cursor.skipLines();
        }
        if (cursor.acceptKeyword("finally")) {
            last = parser.statements.body("finally");
            end = cursor.at();
        }
        if (catches.isEmpty() && last == null) {
            throw cursor.error("MissingCatchOrFinally", "The Try statement is missing its Catch or Finally block.");
        }
        cursor.back(end);
        return new Statement.Try(cursor.from(start), body, List.copyOf(catches), last);
    }

    private List<TypeName> types() {
        List<TypeName> types = new ArrayList<>();
        cursor.skipLines();
        while (cursor.peek() == '[') {
            types.add(parser.types.bracketed());
            cursor.skipLines();
            if (cursor.accept(",")) {
                cursor.skipLines();
            }
        }
        return List.copyOf(types);
    }

    /** Reads a {@code trap}, its keyword being read. */
    Statement trap(int start) {
        cursor.skipLines();
        TypeName type = cursor.peek() == '[' ? parser.types.bracketed() : null;
        Body body = parser.statements.body("trap");
        return new Statement.Trap(cursor.from(start), type, body);
    }
}
