package org.openbits.shell.language;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of statements, pipelines and assignments. {@link KeywordParser} reads what a keyword begins. */
final class StatementParser {

    private final Parser parser;
    private final Cursor cursor;
    private final KeywordParser keywords;

    StatementParser(Parser parser) {
        this.parser = parser;
        this.cursor = parser.cursor;
        this.keywords = new KeywordParser(parser);
    }

    /** Reads statements up to the closing character or the end of the text; neither is consumed. */
    List<Statement> list(char closing) {
        List<Statement> statements = new ArrayList<>();
        cursor.skipSeparators();
        while (!cursor.atEnd() && cursor.peek() != closing) {
            Statement statement = statement();
            statements.add(statement);
            cursor.skipBlanks();
            if (!isSeparated(statement, closing)) {
                throw cursor.unexpected();
            }
            cursor.skipSeparators();
        }
        return List.copyOf(statements);
    }

    private boolean isSeparated(Statement statement, char closing) {
        char c = cursor.peek();
        boolean plain = statement instanceof Statement.Pipeline
                || statement instanceof Statement.Assignment
                || statement instanceof Statement.Chain
                || statement instanceof Statement.Exit
                || statement instanceof Statement.Jump;
        return !plain || cursor.atEnd() || c == ';' || c == closing || Characters.isNewline(c);
    }

    /** Reads statements between braces, the cursor standing before them. */
    Body body(String of) {
        cursor.skipLines();
        int start = cursor.at();
        cursor.expect("{", "MissingStatementBlock", "Missing statement block after " + of + ": a '{' was expected.");
        cursor.enter();
        List<Statement> statements = list('}');
        cursor.leave();
        cursor.expect("}", "MissingEndCurlyBrace", "Missing closing '}' in statement block or type definition.");
        return new Body(cursor.from(start), statements);
    }

    /** Reads one statement. */
    Statement statement() {
        cursor.enter();
        Statement statement = keywords.statement();
        if (statement == null) {
            statement = chain();
        }
        cursor.leave();
        return statement;
    }

    /** Reads what stands behind an equals sign: a pipeline, or a statement whose output is the value. */
    Statement value(String errorId) {
        if (cursor.atEnd() || ";)}]|".indexOf(cursor.peek()) >= 0) {
            throw cursor.error(errorId, "A value was expected after '='.");
        }
        return statement();
    }

    private Statement chain() {
        Statement left = pipeline();
        while (true) {
            cursor.skipBlanks();
            boolean and = cursor.looksAt("&&");
            if (!and && !cursor.looksAt("||")) {
                refuseBackground();
                return left;
            }
            cursor.skip(2);
            cursor.paint(Lexeme.Kind.OPERATOR, cursor.at() - 2);
            cursor.skipLines();
            Statement right = pipeline();
            left = new Statement.Chain(left.span().to(right.span()), left, and, right);
        }
    }

    private void refuseBackground() {
        if (cursor.peek() == '&') {
            throw cursor.error(
                    "AmpersandNotAllowed",
                    "The ampersand (&) character is not allowed here; wrap an ampersand in double quotation marks"
                            + " (\"&\") to pass it as part of a string. Background jobs of a pipeline are not"
                            + " supported.");
        }
    }

    /** Reads a pipeline, or an assignment, which may stand wherever a pipeline may. */
    Statement pipeline() {
        int start = cursor.at();
        if (!parser.expressions.startsExpression()) {
            return stages(new ArrayList<>(List.of(parser.commands.command())));
        }
        Expression expression = parser.expressions.expression(true);
        cursor.skipBlanks();
        Statement assignment = assignment(start, expression);
        if (assignment != null) {
            return assignment;
        }
        List<Redirection> redirections = redirections();
        Span span =
                new Span(cursor.from(start).source(), start, expression.span().end());
        return stages(new ArrayList<>(List.of(new ExpressionStage(span, expression, redirections))));
    }

    private List<Redirection> redirections() {
        List<Redirection> redirections = new ArrayList<>();
        Redirection redirection = parser.commands.redirection();
        while (redirection != null) {
            redirections.add(redirection);
            cursor.skipBlanks();
            redirection = parser.commands.redirection();
        }
        return List.copyOf(redirections);
    }

    private Statement stages(List<Stage> stages) {
        while (continuesWithBar()) {
            cursor.skip(1);
            cursor.paint(Lexeme.Kind.OPERATOR, cursor.at() - 1);
            cursor.skipLines();
            if (cursor.atEnd() || "|;)}".indexOf(cursor.peek()) >= 0) {
                throw cursor.error("EmptyPipeElement", "An empty pipe element is not allowed.");
            }
            if (parser.expressions.startsExpression()) {
                throw cursor.error(
                        "ExpressionsMustBeFirstInPipeline",
                        "Expressions are only allowed as the first element of a pipeline.");
            }
            stages.add(parser.commands.command());
        }
        Span span = stages.get(0).span().to(stages.get(stages.size() - 1).span());
        return new Statement.Pipeline(span, List.copyOf(stages));
    }

    /** Whether a bar follows, on this line or at the beginning of the next. */
    private boolean continuesWithBar() {
        cursor.skipBlanks();
        if (Characters.isNewline(cursor.peek())) {
            int start = cursor.at();
            cursor.skipLines();
            if (cursor.peek() != '|' || cursor.peek(1) == '|') {
                cursor.back(start);
            }
        }
        return cursor.peek() == '|' && cursor.peek(1) != '|';
    }

    private @Nullable Statement assignment(int start, Expression target) {
        int length = assignmentLength();
        if (length == 0) {
            return null;
        }
        if (!isAssignable(target)) {
            throw cursor.error(
                    "InvalidLeftHandSide",
                    "The assignment expression is not valid. The input to an assignment operator must be an object that"
                            + " is able to accept assignments, such as a variable or a property.",
                    target.span());
        }
        int sign = cursor.at();
        cursor.skip(length);
        cursor.paint(Lexeme.Kind.OPERATOR, sign);
        String text = cursor.textFrom(sign);
        BinaryOperator operator = length == 1
                ? null
                : BinaryOperator.of(text.substring(0, length - 1).replace(text.charAt(0), plain(text.charAt(0))));
        cursor.skipLines();
        Statement value = value("ExpectedValueExpression");
        return new Statement.Assignment(
                new Span(target.span().source(), start, value.span().end()), target, operator, value);
    }

    private static char plain(char c) {
        return Characters.isDash(c) ? '-' : c;
    }

    private int assignmentLength() {
        char c = cursor.peek();
        if (c == '=') {
            return 1;
        }
        if (cursor.looksAt("??=")) {
            return 3;
        }
        boolean operator = "+*/%".indexOf(c) >= 0 || Characters.isDash(c);
        return operator && !cursor.atEnd() && cursor.peek(1) == '=' ? 2 : 0;
    }

    static boolean isAssignable(Expression target) {
        if (target instanceof Expression.ArrayLiteral list) {
            return list.elements().stream().allMatch(StatementParser::isAssignable);
        }
        if (target instanceof Expression.Cast cast) {
            return isAssignable(cast.operand());
        }
        if (target instanceof Expression.Ruled ruled) {
            return isAssignable(ruled.operand());
        }
        if (target instanceof Expression.Paren paren
                && paren.statement() instanceof Statement.Pipeline pipeline
                && pipeline.onlyExpression() instanceof Expression.ArrayLiteral list) {
            return isAssignable(list);
        }
        return target instanceof Expression.Invoke call && isItem(call)
                || target instanceof Expression.Variable
                || target instanceof Expression.Member
                || target instanceof Expression.Index;
    }

    /** {@code $table.Item(key)}, which is {@code $table[key]}. */
    private static boolean isItem(Expression.Invoke call) {
        return !call.isStatic()
                && call.arguments().size() == 1
                && call.name() instanceof Expression.Literal name
                && "Item".equalsIgnoreCase(name.value().toString());
    }
}
