package org.openbits.shell.language;

import static org.openbits.shell.language.Characters.isDash;
import static org.openbits.shell.language.Characters.isDigit;
import static org.openbits.shell.language.Characters.isNamePart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Expression mode: operands, and operators by precedence. {@link MemberParser} reads what follows an operand. The class is
 * long because each level of precedence calls the next: apart they would be read together again.
 */
final class ExpressionParser {

    private final Parser parser;
    private final Cursor cursor;
    private final MemberParser members;

    ExpressionParser(Parser parser) {
        this.parser = parser;
        this.cursor = parser.cursor;
        this.members = new MemberParser(parser);
    }

    /** Whether an expression, not a command, begins at the cursor. */
    boolean startsExpression() {
        char c = cursor.peek();
        if (isDigit(c) || c == '.' && isDigit(cursor.peek(1))) {
            return isNumber();
        }
        if (isDash(c)) {
            return isDash(cursor.peek(1)) && cursor.peek(2) == '$' || startsUnaryOrNumber();
        }
        if (c == '+') {
            return cursor.peek(1) == '+' || cursor.peek(1) == '$' || cursor.peek(1) == '(' || isDigit(cursor.peek(1));
        }
        return "$@({[!,".indexOf(c) >= 0 && !cursor.atEnd() || Characters.isQuote(c);
    }

    private boolean isNumber() {
        int start = cursor.at();
        boolean number = Numbers.read(cursor) != null;
        cursor.back(start);
        return number;
    }

    private boolean startsUnaryOrNumber() {
        char second = cursor.peek(1);
        return isDigit(second)
                || second == '.' && isDigit(cursor.peek(2))
                || second == '$'
                || second == '('
                || unaryOf(operatorText()) != null;
    }

    /**
     * Reads an expression.
     *
     * @param commas whether {@code a, b} is an array here, not two arguments
     */
    Expression expression(boolean commas) {
        cursor.enter();
        Expression condition = binary(1, commas);
        cursor.skipBlanks();
        if (cursor.peek() == '?' && cursor.peek(1) != '?') {
            condition = ternary(condition, commas);
        }
        cursor.leave();
        return condition;
    }

    private Expression ternary(Expression condition, boolean commas) {
        operatorSign(1);
        cursor.skipLines();
        Expression whenTrue = expression(commas);
        cursor.skipLines();
        cursor.expect(":", "MissingColonInTernaryExpression", "Missing ':' in ternary expression.");
        cursor.skipLines();
        Expression whenFalse = expression(commas);
        return new Expression.Ternary(condition.span().to(whenFalse.span()), condition, whenTrue, whenFalse);
    }

    private Expression binary(int weakest, boolean commas) {
        Expression left = operand(commas);
        while (true) {
            cursor.skipBlanks();
            int start = cursor.at();
            String text = operatorText();
            BinaryOperator operator = BinaryOperator.of(text);
            if (operator == null || operator.precedence() < weakest || isSomethingElse(text)) {
                return left;
            }
            cursor.skip(text.length());
            Span at = cursor.from(start);
            cursor.paint(Lexeme.Kind.OPERATOR, start);
            cursor.skipLines();
            Expression right = rightOf(at, operator, commas);
            left = new Expression.Binary(
                    left.span().to(right.span()), at, operator, BinaryOperator.isCaseSensitive(text), left, right);
        }
    }

    private Expression rightOf(Span at, BinaryOperator operator, boolean commas) {
        if (cursor.atEnd() || "|;)}]".indexOf(cursor.peek()) >= 0) {
            throw new SyntaxError(
                    at,
                    "ExpectedValueExpression",
                    "You must provide a value expression following the '" + at.text() + "' operator.",
                    cursor.atEnd());
        }
        return binary(operator.precedence() + 1, commas);
    }

    /** Whether what looks like an operator is an assignment, a redirection or two operators in one. */
    private boolean isSomethingElse(String text) {
        char after = cursor.peek(text.length());
        return after == '=' && text.length() <= 2 && !text.equals("..") || text.equals("*") && after == '>';
    }

    /** The text of the operator at the cursor, with a plain dash; empty if none is there. */
    private String operatorText() {
        char c = cursor.peek();
        if (isDash(c)) {
            int length = 1;
            while (Character.isLetter(cursor.peek(length))) {
                length++;
            }
            StringBuilder text = new StringBuilder("-");
            for (int i = 1; i < length; i++) {
                text.append(cursor.peek(i));
            }
            return text.toString();
        }
        if (c == '.' && cursor.peek(1) == '.' || c == '?' && cursor.peek(1) == '?') {
            return String.valueOf(c).repeat(2);
        }
        return "+*/%".indexOf(c) >= 0 && c != Characters.END ? String.valueOf(c) : "";
    }

    private Expression operand(boolean commas) {
        Expression first = unary();
        if (!commas) {
            return first;
        }
        cursor.skipBlanks();
        if (cursor.peek() != ',') {
            return first;
        }
        List<Expression> elements = new ArrayList<>(List.of(first));
        while (cursor.accept(",")) {
            cursor.skipLines();
            elements.add(unary());
            cursor.skipBlanks();
        }
        Span last = elements.get(elements.size() - 1).span();
        return new Expression.ArrayLiteral(first.span().to(last), List.copyOf(elements));
    }

    private Expression unary() {
        cursor.enter();
        Expression result = unaryOrPrimary();
        cursor.leave();
        return result;
    }

    private Expression unaryOrPrimary() {
        int start = cursor.at();
        char c = cursor.peek();
        if (isDash(c)) {
            return dashed(start);
        }
        if (c == '+') {
            return cursor.peek(1) == '+' ? prefix(UnaryOperator.INCREMENT, 2) : prefix(UnaryOperator.PLUS, 1);
        }
        if (c == '!') {
            return prefix(UnaryOperator.NOT, 1);
        }
        if (c == ',') {
            return prefix(UnaryOperator.COMMA, 1);
        }
        return c == '[' ? typeOrCast(start) : members.follow(primary(), false);
    }

    private Expression dashed(int start) {
        if (isDash(cursor.peek(1))) {
            return prefix(UnaryOperator.DECREMENT, 2);
        }
        if (isDigit(cursor.peek(1)) || cursor.peek(1) == '.') {
            cursor.skip(1);
            Object number = Numbers.read(cursor);
            if (number != null) {
                cursor.paint(Lexeme.Kind.NUMBER, start);
                Object negative = Negation.of(number);
                return members.follow(new Expression.Literal(cursor.from(start), negative, false), false);
            }
            cursor.back(start);
        }
        String text = operatorText();
        if (text.length() == 1) {
            return prefix(UnaryOperator.MINUS, 1);
        }
        UnaryOperator operator = unaryOf(text);
        if (operator == null) {
            throw cursor.unexpected();
        }
        return prefix(operator, text.length());
    }

    private static @Nullable UnaryOperator unaryOf(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "-not" -> UnaryOperator.NOT;
            case "-bnot" -> UnaryOperator.BNOT;
            case "-join" -> UnaryOperator.JOIN;
            case "-split", "-isplit" -> UnaryOperator.SPLIT;
            case "-csplit" -> UnaryOperator.CSPLIT;
            default -> null;
        };
    }

    private Expression prefix(UnaryOperator operator, int length) {
        int start = cursor.at();
        operatorSign(length);
        cursor.skipLines();
        if (cursor.atEnd()) {
            throw cursor.error(
                    "MissingExpressionAfterOperator",
                    "Missing expression after unary operator '"
                            + cursor.textFrom(start).trim() + "'.");
        }
        Expression operand = unary();
        return new Expression.Unary(cursor.from(start), operator, operand);
    }

    private void operatorSign(int length) {
        cursor.skip(length);
        cursor.paint(Lexeme.Kind.OPERATOR, cursor.at() - length);
    }

    /** An attribute says something about the variable that an assignment begins with; elsewhere it is an error. */
    private Expression ruled(int start) {
        Attribute rule = parser.types.attribute();
        cursor.skipLines();
        if (cursor.peek() != '[' && cursor.peek() != '$') {
            throw unexpected(rule);
        }
        Expression operand = unary();
        int end = cursor.at();
        cursor.skipBlanks();
        if (cursor.peek() != '=' || !StatementParser.isAssignable(operand)) {
            throw unexpected(rule);
        }
        cursor.back(end);
        return new Expression.Ruled(cursor.from(start), rule, operand);
    }

    private SyntaxError unexpected(Attribute rule) {
        return cursor.error("UnexpectedAttribute", "Unexpected attribute '" + rule.name() + "'.", rule.span());
    }

    private Expression typeOrCast(int start) {
        if (parser.types.looksAtAttribute()) {
            return ruled(start);
        }
        TypeName type = parser.types.bracketed();
        Expression.TypeLiteral literal = new Expression.TypeLiteral(type.span(), type);
        if (cursor.looksAt("::") || cursor.peek() == '.' || cursor.peek() == '[' && cursor.peek(1) == ']') {
            return members.follow(literal, false);
        }
        cursor.skipBlanks();
        if (!startsCastOperand()) {
            return literal;
        }
        Expression operand = unary();
        return new Expression.Cast(cursor.from(start), type, operand);
    }

    private boolean startsCastOperand() {
        char c = cursor.peek();
        if (isDash(c)) {
            UnaryOperator unary = unaryOf(operatorText());
            return unary == UnaryOperator.NOT
                    || unary == UnaryOperator.BNOT
                    || isDigit(cursor.peek(1))
                    || cursor.peek(1) == '$'
                    || cursor.peek(1) == '.';
        }
        if (c == '.') {
            return isDigit(cursor.peek(1));
        }
        return !cursor.atEnd() && "$@({[!".indexOf(c) >= 0
                || Characters.isQuote(c)
                || isDigit(c)
                || c == '+' && isDigit(cursor.peek(1));
    }

    /** Reads an operand without what may follow it. */
    Expression primary() {
        int start = cursor.at();
        char c = cursor.peek();
        if (c == '$' && parser.texts.startsExpansion()) {
            return parser.texts.dollar(false);
        }
        if (c == '@') {
            return at();
        }
        if (Characters.isQuote(c)) {
            return parser.texts.quoted();
        }
        if (c == '(') {
            return paren();
        }
        if (c == '{') {
            return parser.bodies.scriptBlock();
        }
        Object number = Numbers.read(cursor);
        if (number == null) {
            throw noOperand();
        }
        cursor.paint(Lexeme.Kind.NUMBER, start);
        return new Expression.Literal(cursor.from(start), number, false);
    }

    private SyntaxError noOperand() {
        return cursor.atEnd() || !isNamePart(cursor.peek())
                ? cursor.error("ExpectedExpression", "An expression was expected.")
                : cursor.unexpected();
    }

    /** Reads what an at sign begins: an array, a table, a here-string. */
    private Expression at() {
        char second = cursor.peek(1);
        if (second == '(') {
            int start = cursor.at();
            cursor.skip(1);
            List<Statement> statements = parenthesised();
            return new Expression.ArrayExpression(cursor.from(start), statements);
        }
        if (second == '{') {
            return hash();
        }
        if (Characters.isQuote(second)) {
            return parser.texts.hereString();
        }
        if (isNamePart(second)) {
            Span span = parser.texts.splatted().span();
            throw cursor.error(
                    "SplattingNotPermitted",
                    "The splatting operator '@' cannot be used to reference variables in an expression. '"
                            + span.text() + "' can be used only as an argument to a command. To reference the variable,"
                            + " use '$" + span.text().substring(1) + "'.",
                    span);
        }
        throw cursor.error("UnrecognizedToken", "Unrecognized token in source text.");
    }

    Expression subExpression() {
        int start = cursor.at();
        cursor.skip(1);
        List<Statement> statements = parenthesised();
        return new Expression.SubExpression(cursor.from(start), statements);
    }

    private List<Statement> parenthesised() {
        cursor.skip(1);
        List<Statement> statements = parser.statements.list(')');
        cursor.expect(")", "MissingEndParenthesisInExpression", "Missing closing ')' in expression.");
        return statements;
    }

    Expression paren() {
        int start = cursor.at();
        cursor.skip(1);
        cursor.skipLines();
        if (cursor.peek() == ')') {
            throw cursor.error("ExpectedExpression", "An expression was expected after '('.");
        }
        Statement statement = parser.statements.pipeline();
        cursor.skipLines();
        cursor.expect(")", "MissingEndParenthesisInExpression", "Missing closing ')' in expression.");
        return new Expression.Paren(cursor.from(start), statement);
    }

    private Expression hash() {
        int start = cursor.at();
        cursor.skip(2);
        List<Expression.HashLiteral.Entry> entries = new ArrayList<>();
        cursor.skipSeparators();
        while (cursor.peek() != '}') {
            if (cursor.atEnd()) {
                throw cursor.error("IncompleteHashLiteral", "The hash literal was incomplete: missing closing '}'.");
            }
            entries.add(entry());
            cursor.skipBlanks();
            char after = cursor.peek();
            if (after != '}' && after != ';' && !Characters.isNewline(after) && !cursor.atEnd()) {
                throw cursor.unexpected();
            }
            cursor.skipSeparators();
        }
        cursor.skip(1);
        return new Expression.HashLiteral(cursor.from(start), List.copyOf(entries));
    }

    private Expression.HashLiteral.Entry entry() {
        Expression key = key();
        cursor.skipBlanks();
        cursor.expect("=", "MissingEqualsInHashLiteral", "Missing '=' operator after key in hash literal.");
        cursor.skipLines();
        return new Expression.HashLiteral.Entry(key, parser.statements.value("MissingStatementInHashLiteral"));
    }

    private Expression key() {
        int start = cursor.at();
        if (Characters.isNameStart(cursor.peek())) {
            while (isNamePart(cursor.peek()) || isDash(cursor.peek())) {
                cursor.skip(1);
            }
            cursor.paint(Lexeme.Kind.MEMBER, start);
            return new Expression.Literal(cursor.from(start), cursor.textFrom(start), false);
        }
        return unary();
    }

    /** Reads an operand of a command line with the members that follow it directly. */
    Expression argumentOperand() {
        return members.follow(primary(), true);
    }

    /** Reads the members that directly follow an operand of a command line. */
    Expression argumentMembers(Expression operand) {
        return members.follow(operand, true);
    }
}
