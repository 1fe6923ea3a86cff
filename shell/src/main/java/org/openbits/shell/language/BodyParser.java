package org.openbits.shell.language;

import java.util.ArrayList;
import java.util.List;

/** Script blocks, their named blocks and parameters. */
final class BodyParser {

    private static final List<String> BLOCKS = List.of("begin", "process", "end", "dynamicparam", "clean");

    private final Parser parser;
    private final Cursor cursor;

    BodyParser(Parser parser) {
        this.parser = parser;
        this.cursor = parser.cursor;
    }

    /** Reads <code>{ }</code> as a value. */
    Expression scriptBlock() {
        if (ClosureText.isClosure(cursor.whole(), cursor.at() + 1)) {
            return closure();
        }
        ScriptBody body = braced("MissingEndCurlyBrace");
        return new Expression.Block(body.span(), body);
    }

    /** Passes over a Groovy closure. */
    private Expression closure() {
        int start = cursor.at();
        int end = ClosureText.end(cursor.whole(), start);
        if (end < 0) {
            cursor.skip(Integer.MAX_VALUE / 2);
            throw cursor.error("MissingEndCurlyBrace", "Missing closing '}' in a Groovy closure.");
        }
        cursor.skip(end - start);
        Span span = cursor.from(start);
        return new Expression.Closure(span, cursor.whole().substring(start + 1, end - 1));
    }

    /** Reads a script block's body with its braces, the cursor standing on the first. */
    ScriptBody braced(String errorId) {
        cursor.enter();
        int start = cursor.at();
        cursor.skip(1);
        ScriptBody inner = body(cursor.at());
        cursor.expect("}", errorId, "Missing closing '}' in statement block or type definition.");
        cursor.leave();
        return new ScriptBody(
                cursor.from(start),
                inner.inner(),
                inner.attributes(),
                inner.parameters(),
                inner.dynamic(),
                inner.begin(),
                inner.process(),
                inner.end(),
                inner.clean(),
                List.of());
    }

    /** Reads a body up to its closing brace or the end of the text. */
    ScriptBody body(int start) {
        List<Statement> usings = usings();
        List<Attribute> attributes = attributesBeforeParam();
        List<ParameterDeclaration> parameters = null;
        if (cursor.acceptKeyword("param")) {
            cursor.skipLines();
            parameters = parameters();
        }
        cursor.skipSeparators();
        Body[] blocks = new Body[BLOCKS.size()];
        if (startsNamedBlock()) {
            namedBlocks(blocks);
            if (!usings.isEmpty()) {
                Body begin = blocks[0];
                List<Statement> first = new ArrayList<>(usings);
                first.addAll(begin == null ? List.of() : begin.statements());
                blocks[0] = new Body(begin == null ? usings.get(0).span() : begin.span(), List.copyOf(first));
            }
        } else {
            int first = cursor.at();
            List<Statement> statements = new ArrayList<>(usings);
            statements.addAll(parser.statements.list('}'));
            blocks[2] = new Body(cursor.from(first), List.copyOf(statements));
        }
        Span whole = cursor.from(start);
        return new ScriptBody(
                whole,
                whole,
                attributes,
                parameters,
                blocks[3],
                blocks[0],
                blocks[1],
                blocks[2],
                blocks[4],
                cursor.requirements());
    }

    /** {@code using} statements stand before {@code param( )}. */
    private List<Statement> usings() {
        List<Statement> usings = new ArrayList<>();
        cursor.skipSeparators();
        while (cursor.keyword().equals("using")) {
            usings.add(parser.statements.statement());
            cursor.skipSeparators();
        }
        return usings;
    }

    private List<Attribute> attributesBeforeParam() {
        cursor.skipSeparators();
        int start = cursor.at();
        List<Attribute> attributes = new ArrayList<>();
        while (parser.types.looksAtAttribute()) {
            attributes.add(parser.types.attribute());
            cursor.skipLines();
        }
        if (cursor.keyword().equals("param")) {
            return List.copyOf(attributes);
        }
        cursor.back(start);
        return List.of();
    }

    private boolean startsNamedBlock() {
        String keyword = cursor.keyword();
        if (!BLOCKS.contains(keyword)) {
            return false;
        }
        int start = cursor.at();
        cursor.skip(keyword.length());
        cursor.skipLines();
        boolean block = cursor.peek() == '{';
        cursor.back(start);
        return block;
    }

    private void namedBlocks(Body[] blocks) {
        while (startsNamedBlock()) {
            String keyword = cursor.keyword();
            int slot = BLOCKS.indexOf(keyword);
            if (blocks[slot] != null) {
                throw cursor.error(
                        "DuplicateScriptCommandClause",
                        "Script command clause '" + keyword + "' has already been defined.");
            }
            cursor.acceptKeyword(keyword);
            cursor.skipLines();
            blocks[slot] = parser.statements.body("the " + keyword + " block");
            cursor.skipSeparators();
        }
        if (!cursor.atEnd() && cursor.peek() != '}') {
            throw cursor.error(
                    "UnexpectedToken",
                    "Unexpected token in a body with named blocks: put every statement inside begin, process or end.");
        }
    }

    /** Reads a function's name, parameters and body, the keyword being read. */
    Statement.Function function(int start, boolean filter) {
        cursor.skipBlanks();
        int begin = cursor.at();
        while (!cursor.atEnd() && !Characters.endsWord(cursor.peek())) {
            cursor.skip(1);
        }
        String name = cursor.textFrom(begin);
        if (name.isEmpty()) {
            throw cursor.error("MissingNameAfterKeyword", "Missing name after function keyword.");
        }
        cursor.paint(Lexeme.Kind.COMMAND, begin);
        cursor.skipLines();
        List<ParameterDeclaration> parameters = cursor.peek() == '(' ? parameters() : null;
        cursor.skipLines();
        if (cursor.peek() != '{') {
            throw cursor.error("MissingFunctionBody", "Missing function body in function declaration.");
        }
        ScriptBody body = braced("MissingEndCurlyBrace");
        boolean moved = filter && body.begin() == null && body.process() == null;
        ScriptBody whole = new ScriptBody(
                body.span(),
                body.inner(),
                body.attributes(),
                parameters == null ? body.parameters() : parameters,
                body.dynamic(),
                body.begin(),
                moved ? body.end() : body.process(),
                moved ? null : body.end(),
                body.clean(),
                List.of());
        String simple = name.toLowerCase(java.util.Locale.ROOT).startsWith("script:") ? name.substring(7) : name;
        return new Statement.Function(cursor.from(start), simple, whole);
    }

    /**
     * Reads a configuration. It is a function that takes its parameters and fails by name: what it would compile describes
     * Windows, but a script may hold it beside what runs here.
     */
    Statement configuration(int start) {
        Statement.Function read = function(start, false);
        ScriptBody body = read.body();
        Expression message = new Expression.Literal(
                read.span(),
                "The configuration '" + read.name() + "' cannot be compiled: Desired State Configuration is a part of"
                        + " Windows. Call what its Script resources call instead.",
                false);
        Stage text = new ExpressionStage(read.span(), message, List.of());
        Statement value = new Statement.Pipeline(read.span(), List.of(text));
        Statement failure = new Statement.Exit(read.span(), Statement.Exit.Kind.THROW, value);
        ScriptBody failing = new ScriptBody(
                body.span(),
                body.inner(),
                body.attributes(),
                body.parameters(),
                null,
                null,
                null,
                new Body(body.span(), List.of(failure)),
                null,
                List.of());
        return new Statement.Function(read.span(), read.name(), failing);
    }

    List<ParameterDeclaration> parameters() {
        cursor.expect("(", "MissingOpenParenthesis", "Missing '(' before the parameters.");
        List<ParameterDeclaration> parameters = new ArrayList<>();
        cursor.skipLines();
        while (cursor.peek() != ')') {
            parameters.add(parameter());
            cursor.skipLines();
            if (cursor.peek() != ')') {
                cursor.expect(
                        ",", "MissingEndParenthesisInFunctionParameterList", "Missing ')' in function parameter list.");
                cursor.skipLines();
            }
        }
        cursor.skip(1);
        return List.copyOf(parameters);
    }

    private ParameterDeclaration parameter() {
        int start = cursor.at();
        List<Attribute> attributes = new ArrayList<>();
        TypeName type = null;
        while (cursor.peek() == '[') {
            if (parser.types.looksAtAttribute()) {
                attributes.add(parser.types.attribute());
            } else {
                type = parser.types.bracketed();
            }
            cursor.skipLines();
        }
        if (cursor.peek() != '$' || !parser.texts.startsExpansion() || cursor.peek(1) == '(') {
            throw cursor.error("MissingParameterName", "A parameter's name, such as $name, was expected.");
        }
        String name = ((Expression.Variable) parser.texts.dollar(false)).name().name();
        int end = cursor.at();
        cursor.skipLines();
        Expression value = null;
        if (cursor.accept("=")) {
            cursor.skipLines();
            value = parser.expressions.expression(false);
            end = cursor.at();
        }
        Span whole = cursor.from(start);
        return new ParameterDeclaration(
                new Span(whole.source(), start, end), name, type, List.copyOf(attributes), value);
    }
}
