package org.openbits.shell.language;

import static org.openbits.shell.language.Characters.isDash;
import static org.openbits.shell.language.Characters.isNamePart;

import java.util.ArrayList;
import java.util.List;

/** What follows an operand: members, calls, indexes without a blank, {@code ++} also behind blanks. */
final class MemberParser {

    private final Parser parser;
    private final Cursor cursor;

    MemberParser(Parser parser) {
        this.parser = parser;
        this.cursor = parser.cursor;
    }

    /** @param argument whether the operand stands on a command line, where a lone dot or sign is text */
    Expression follow(Expression operand, boolean argument) {
        Expression result = operand;
        while (true) {
            boolean nullSafe = cursor.peek() == '?' && (cursor.peek(1) == '.' || cursor.peek(1) == '[');
            char c = cursor.peek(nullSafe ? 1 : 0);
            if (c == '.' && cursor.peek(nullSafe ? 2 : 1) != '.' && isMember(nullSafe ? 2 : 1, argument)) {
                cursor.skip(nullSafe ? 2 : 1);
                result = member(result, false, nullSafe);
            } else if (cursor.looksAt("::")) {
                cursor.skip(2);
                result = member(result, true, false);
            } else if (c == '[') {
                cursor.skip(nullSafe ? 1 : 0);
                result = index(result, nullSafe);
            } else {
                return argument ? result : postfix(result);
            }
        }
    }

    private boolean isMember(int ahead, boolean argument) {
        char c = cursor.peek(ahead);
        return !argument || isNamePart(c) || Characters.isQuote(c) || c == '$' || c == '(';
    }

    private Expression postfix(Expression operand) {
        int end = cursor.at();
        cursor.skipBlanks();
        char c = cursor.peek();
        boolean increment = c == '+' && cursor.peek(1) == '+';
        boolean decrement = isDash(c) && isDash(cursor.peek(1));
        if (!increment && !decrement || !StatementParser.isAssignable(operand)) {
            cursor.back(end);
            return operand;
        }
        cursor.skip(2);
        cursor.paint(Lexeme.Kind.OPERATOR, cursor.at() - 2);
        UnaryOperator operator = increment ? UnaryOperator.POST_INCREMENT : UnaryOperator.POST_DECREMENT;
        return new Expression.Unary(cursor.from(operand.span().start()), operator, operand);
    }

    private Expression member(Expression target, boolean isStatic, boolean nullSafe) {
        cursor.skipLines();
        Expression name = name();
        int start = target.span().start();
        if (cursor.peek() == '(') {
            List<Expression> arguments = arguments();
            return new Expression.Invoke(cursor.from(start), target, name, arguments, isStatic, nullSafe);
        }
        if (cursor.peek() == '{') {
            List<Expression> block = List.of(parser.bodies.scriptBlock());
            return new Expression.Invoke(cursor.from(start), target, name, block, isStatic, nullSafe);
        }
        return new Expression.Member(cursor.from(start), target, name, isStatic, nullSafe);
    }

    private Expression name() {
        int start = cursor.at();
        char c = cursor.peek();
        if (isNamePart(c)) {
            while (isNamePart(cursor.peek())) {
                cursor.skip(1);
            }
            cursor.paint(Lexeme.Kind.MEMBER, start);
            return new Expression.Literal(cursor.from(start), cursor.textFrom(start), false);
        }
        if (Characters.isQuote(c) || c == '(' || c == '$' && parser.texts.startsExpansion()) {
            return parser.expressions.primary();
        }
        throw cursor.error("MissingPropertyName", "Missing property name after reference operator.");
    }

    private List<Expression> arguments() {
        cursor.skip(1);
        List<Expression> arguments = new ArrayList<>();
        cursor.skipLines();
        while (cursor.peek() != ')') {
            arguments.add(parser.expressions.expression(false));
            cursor.skipLines();
            if (cursor.peek() == ')') {
                break;
            }
            cursor.expect(",", "MissingEndParenthesisInMethodCall", "Missing ')' in method call.");
            cursor.skipLines();
            if (cursor.peek() == ')') {
                throw cursor.error("MissingExpressionAfterToken", "Missing expression after ','.");
            }
        }
        cursor.skip(1);
        return List.copyOf(arguments);
    }

    private Expression index(Expression target, boolean nullSafe) {
        cursor.skip(1);
        cursor.skipLines();
        if (cursor.peek() == ']') {
            throw cursor.error("MissingArrayIndexExpression", "Array index expression is missing or not valid.");
        }
        Expression index = parser.expressions.expression(true);
        cursor.skipLines();
        cursor.expect("]", "MissingEndSquareBracket", "Missing ']' after array index expression.");
        return new Expression.Index(cursor.from(target.span().start()), target, index, nullSafe);
    }
}
