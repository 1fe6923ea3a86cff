package org.openbits.shell.language;

import static org.openbits.shell.language.Characters.isNamePart;
import static org.openbits.shell.language.Characters.isNameStart;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Statements that a keyword begins. */
final class KeywordParser {

    private static final Set<String> LOOPS = Set.of("while", "do", "for", "foreach", "switch");
    private static final Set<String> REFUSED =
            Set.of("dynamicparam", "workflow", "parallel", "sequence", "inlinescript", "define", "from", "var");

    private final Parser parser;
    private final Cursor cursor;
    private final ChoiceParser choices;

    KeywordParser(Parser parser) {
        this.parser = parser;
        this.cursor = parser.cursor;
        this.choices = new ChoiceParser(parser);
    }

    /** Reads the statement, or null when no keyword begins one. */
    @Nullable
    Statement statement() {
        int start = cursor.at();
        if (acceptFlags()) {
            return enumeration(start, true);
        }
        String label = label();
        String keyword = cursor.keyword();
        if (label != null && !LOOPS.contains(keyword)) {
            throw cursor.error("UnexpectedToken", "A loop or switch was expected after the label ':" + label + "'.");
        }
        if (keyword.isEmpty()) {
            return null;
        }
        if (REFUSED.contains(keyword)) {
            throw cursor.error("KeywordNotSupported", "The keyword '" + keyword + "' is not supported.");
        }
        Keyword known = Keyword.of(keyword);
        if (known == null) {
            return null;
        }
        cursor.acceptKeyword(keyword);
        return read(known, start, label);
    }

    private enum Keyword {
        IF,
        WHILE,
        DO,
        FOR,
        FOREACH,
        SWITCH,
        TRY,
        TRAP,
        FUNCTION,
        FILTER,
        CLASS,
        ENUM,
        DATA,
        CONFIGURATION,
        USING,
        RETURN,
        EXIT,
        THROW,
        BREAK,
        CONTINUE;

        static @Nullable Keyword of(String text) {
            for (Keyword keyword : values()) {
                if (keyword.name().equalsIgnoreCase(text)) {
                    return keyword;
                }
            }
            return null;
        }
    }

    private Statement read(Keyword keyword, int start, @Nullable String label) {
        return switch (keyword) {
            case IF -> branch(start);
            case WHILE -> whileLoop(start, label);
            case DO -> doLoop(start, label);
            case FOR -> forLoop(start, label);
            case FOREACH -> forEach(start, label);
            case SWITCH -> choices.choice(start, label);
            case TRY -> choices.attempt(start);
            case TRAP -> choices.trap(start);
            case FUNCTION -> parser.bodies.function(start, false);
            case FILTER -> parser.bodies.function(start, true);
            case CLASS -> parser.classes.definition(start);
            case ENUM -> enumeration(start, false);
            case DATA -> data(start);
            case CONFIGURATION -> parser.bodies.configuration(start);
            case USING -> using(start);
            case RETURN -> exit(start, Statement.Exit.Kind.RETURN);
            case EXIT -> exit(start, Statement.Exit.Kind.EXIT);
            case THROW -> exit(start, Statement.Exit.Kind.THROW);
            case BREAK -> jump(start, true);
            case CONTINUE -> jump(start, false);
        };
    }

    private @Nullable String label() {
        if (cursor.peek() != ':' || !isNameStart(cursor.peek(1))) {
            return null;
        }
        cursor.skip(1);
        int start = cursor.at();
        while (isNamePart(cursor.peek())) {
            cursor.skip(1);
        }
        String label = cursor.textFrom(start);
        cursor.skipLines();
        return label;
    }

    private Statement branch(int start) {
        List<Statement.If.Arm> arms = new ArrayList<>();
        arms.add(arm("if"));
        int end = cursor.at();
        Body otherwise = null;
        while (otherwise == null) {
            cursor.skipLines();
            if (cursor.acceptKeyword("elseif")) {
                arms.add(arm("elseif"));
            } else if (cursor.acceptKeyword("else")) {
                otherwise = parser.statements.body("else");
            } else {
                cursor.back(end);
                break;
            }
            end = cursor.at();
        }
        return new Statement.If(cursor.from(start), List.copyOf(arms), otherwise);
    }

    private Statement.If.Arm arm(String keyword) {
        Statement condition = condition(keyword);
        return new Statement.If.Arm(condition, parser.statements.body(keyword));
    }

    /** Reads a condition in parentheses. */
    private Statement condition(String keyword) {
        openParenthesis(keyword);
        if (cursor.peek() == ')') {
            throw cursor.error("ExpectedExpression", "A condition was expected in the '" + keyword + "' statement.");
        }
        Statement condition = parser.statements.pipeline();
        closeParenthesis(keyword);
        return condition;
    }

    private void openParenthesis(String keyword) {
        cursor.skipLines();
        cursor.expect("(", "MissingOpenParenthesisInStatement", "Missing opening '(' after keyword '" + keyword + "'.");
        cursor.skipLines();
    }

    private void closeParenthesis(String keyword) {
        cursor.skipLines();
        cursor.expect(
                ")",
                "MissingEndParenthesisAfterStatement",
                "Missing closing ')' after expression in '" + keyword + "' statement.");
    }

    private Statement whileLoop(int start, @Nullable String label) {
        Statement condition = condition("while");
        Body body = parser.statements.body("while");
        return new Statement.Loop(cursor.from(start), label, condition, body, false, false);
    }

    private Statement doLoop(int start, @Nullable String label) {
        Body body = parser.statements.body("do");
        cursor.skipLines();
        boolean until = cursor.acceptKeyword("until");
        if (!until && !cursor.acceptKeyword("while")) {
            throw cursor.error("MissingWhileOrUntilInDoWhile", "Missing while or until keyword in do loop.");
        }
        Statement condition = condition(until ? "until" : "while");
        return new Statement.Loop(cursor.from(start), label, condition, body, true, until);
    }

    private Statement forLoop(int start, @Nullable String label) {
        openParenthesis("for");
        Statement initial = forPart(';');
        Statement condition = forPart(';');
        Statement step = forPart(')');
        closeParenthesis("for");
        Body body = parser.statements.body("for");
        return new Statement.For(cursor.from(start), label, initial, condition, step, body);
    }

    private @Nullable Statement forPart(char closing) {
        cursor.skipLines();
        char c = cursor.peek();
        Statement part = c == ';' || c == ')' ? null : parser.statements.pipeline();
        cursor.skipLines();
        if (closing == ';') {
            cursor.accept(";");
        }
        return part;
    }

    private Statement forEach(int start, @Nullable String label) {
        openParenthesis("foreach");
        if (cursor.peek() != '$' || !parser.texts.startsExpansion() || cursor.peek(1) == '(') {
            throw cursor.error("MissingVariableNameAfterForeach", "Missing variable name after foreach.");
        }
        Expression.Variable variable = (Expression.Variable) parser.texts.dollar(false);
        cursor.skipLines();
        if (!cursor.acceptKeyword("in")) {
            throw cursor.error("MissingInInForeach", "Missing 'in' after variable in foreach loop.");
        }
        cursor.skipLines();
        Statement items = parser.statements.pipeline();
        closeParenthesis("foreach");
        Body body = parser.statements.body("foreach");
        return new Statement.ForEach(cursor.from(start), label, variable, items, body);
    }

    /** Takes {@code [Flags()] enum}. */
    private boolean acceptFlags() {
        if (cursor.peek() != '[' || !parser.types.looksAtAttribute()) {
            return false;
        }
        int start = cursor.at();
        boolean flags = parser.types.attribute().is("Flags");
        cursor.skipLines();
        if (flags && cursor.acceptKeyword("enum")) {
            return true;
        }
        cursor.back(start);
        return false;
    }

    private Statement enumeration(int start, boolean flags) {
        cursor.skipBlanks();
        String name = name("enum");
        cursor.skipLines();
        if (cursor.accept(":")) {
            cursor.skipBlanks();
            name("enum");
            cursor.skipLines();
        }
        cursor.expect("{", "MissingTypeBody", "Missing enum body in enum declaration.");
        List<Statement.Enumeration.Member> members = new ArrayList<>();
        cursor.skipSeparators();
        while (cursor.peek() != '}') {
            String member = name("enum");
            cursor.skipBlanks();
            Expression value = null;
            if (cursor.accept("=")) {
                cursor.skipLines();
                value = parser.expressions.expression(false);
            }
            members.add(new Statement.Enumeration.Member(member, value));
            cursor.skipSeparators();
        }
        cursor.skip(1);
        return new Statement.Enumeration(cursor.from(start), name, List.copyOf(members), flags);
    }

    private String name(String keyword) {
        int start = cursor.at();
        while (isNamePart(cursor.peek())) {
            cursor.skip(1);
        }
        if (cursor.at() == start) {
            throw cursor.error("MissingNameAfterKeyword", "A name was expected in the '" + keyword + "' declaration.");
        }
        return cursor.textFrom(start);
    }

    /** Reads a section of data: its output, or the variable's value when a name is given. */
    private Statement data(int start) {
        cursor.skipBlanks();
        int begin = cursor.at();
        while (isNamePart(cursor.peek())) {
            cursor.skip(1);
        }
        Span name = cursor.from(begin);
        cursor.skipLines();
        while (!cursor.atEnd() && cursor.peek() != '{') {
            cursor.skip(1); // -SupportedCommand and its names: every command is
        }
        Body body = parser.statements.body("data");
        Expression value = new Expression.SubExpression(body.span(), body.statements());
        Stage stage = new ExpressionStage(body.span(), value, List.of());
        Statement output = new Statement.Pipeline(cursor.from(start), List.of(stage));
        return name.text().isEmpty()
                ? output
                : new Statement.Assignment(
                        cursor.from(start),
                        new Expression.Variable(name, VariableName.parse(name.text()), false),
                        null,
                        output);
    }

    private Statement using(int start) {
        cursor.skipBlanks();
        String kind = cursor.keyword();
        if (!Set.of("namespace", "module", "assembly").contains(kind)) {
            throw cursor.error(
                    "InvalidUsingStatement", "'namespace', 'module' or 'assembly' was expected after 'using'.");
        }
        cursor.acceptKeyword(kind);
        cursor.skipBlanks();
        int begin = cursor.at();
        while (!cursor.atEnd() && !Characters.isNewline(cursor.peek()) && "; #".indexOf(cursor.peek()) < 0) {
            cursor.skip(1);
        }
        String name = cursor.textFrom(begin).replaceAll("[\"']", "");
        if (name.isEmpty()) {
            throw cursor.error("MissingNameAfterKeyword", "A name was expected after 'using " + kind + "'.");
        }
        return new Statement.Using(cursor.from(start), kind, name);
    }

    private Statement exit(int start, Statement.Exit.Kind kind) {
        cursor.skipBlanks();
        Statement value = endsStatement() ? null : parser.statements.pipeline();
        Span whole = cursor.from(start);
        int end = value == null ? start + kind.name().length() : value.span().end();
        return new Statement.Exit(new Span(whole.source(), start, end), kind, value);
    }

    private Statement jump(int start, boolean isBreak) {
        int end = cursor.at();
        cursor.skipBlanks();
        if (endsStatement()) {
            cursor.back(end);
            return new Statement.Jump(cursor.from(start), isBreak, null);
        }
        Expression label = parser.texts.word();
        return new Statement.Jump(cursor.from(start), isBreak, label);
    }

    private boolean endsStatement() {
        char c = cursor.peek();
        // A single ampersand calls what follows: return & $block
        boolean calls = c == '&' && cursor.peek(1) != '&';
        return cursor.atEnd() || Characters.isNewline(c) || !calls && ";})|&".indexOf(c) >= 0;
    }
}
