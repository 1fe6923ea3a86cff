package org.openbits.shell.language;

import java.util.List;

/**
 * Text to tree. A recursive descent over the characters themselves, because PowerShell's words depend on where they
 * stand: {@code a-b} is one word behind a command and a difference behind {@code =}.
 *
 * <p>{@link StatementParser} knows statements, {@link CommandParser} the words of a command line (argument mode),
 * {@link ExpressionParser} operators and operands (expression mode), {@link TextParser} quotes and variables,
 * {@link BodyParser} script blocks and parameters, {@link ClassParser} classes, {@link TypeParser} types and attributes.
 */
public final class Parser {

    final Cursor cursor;
    final TextParser texts;
    final TypeParser types;
    final ExpressionParser expressions;
    final CommandParser commands;
    final StatementParser statements;
    final BodyParser bodies;
    final ClassParser classes;

    private Parser(Source source) {
        cursor = new Cursor(source);
        texts = new TextParser(this);
        types = new TypeParser(this);
        expressions = new ExpressionParser(this);
        commands = new CommandParser(this);
        statements = new StatementParser(this);
        bodies = new BodyParser(this);
        classes = new ClassParser(this);
    }

    /**
     * Parses a whole script or line.
     *
     * @throws SyntaxError when the text is not in the language
     */
    public static ScriptBody parse(String text, String name) {
        return new Parser(new Source(name, text)).script();
    }

    /** The coloured pieces of a text, in order; those before the first error when it has one. */
    public static List<Lexeme> lexemes(String text) {
        Parser parser = new Parser(new Source("", text));
        try {
            parser.script();
        } catch (SyntaxError e) {
            // What was understood so far is what there is to colour.
            return parser.cursor.lexemes();
        }
        return parser.cursor.lexemes();
    }

    private ScriptBody script() {
        ScriptBody body = bodies.body(0);
        if (!cursor.atEnd()) {
            throw cursor.unexpected();
        }
        return body;
    }
}
