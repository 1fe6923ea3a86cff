package org.openbits.shell.language;

import static org.openbits.shell.language.Characters.isNamePart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code class Name : Base { ... }}: properties, methods and constructors. */
final class ClassParser {

    private final Parser parser;
    private final Cursor cursor;

    ClassParser(Parser parser) {
        this.parser = parser;
        this.cursor = parser.cursor;
    }

    /** Reads a class, its keyword being read. */
    Statement definition(int start) {
        cursor.skipBlanks();
        String name = name("the class");
        cursor.skipLines();
        List<TypeName> bases = new ArrayList<>();
        if (cursor.accept(":")) {
            do {
                cursor.skipLines();
                bases.add(parser.types.bare());
                cursor.skipLines();
            } while (cursor.accept(","));
        }
        cursor.expect("{", "MissingTypeBody", "Missing class body in class declaration.");
        List<Statement.ClassDefinition.Member> members = new ArrayList<>();
        cursor.enter();
        cursor.skipSeparators();
        while (cursor.peek() != '}') {
            if (cursor.atEnd()) {
                throw cursor.error("MissingEndCurlyBrace", "Missing closing '}' in the class '" + name + "'.");
            }
            members.add(member(name));
            cursor.skipSeparators();
        }
        cursor.leave();
        cursor.skip(1);
        return new Statement.ClassDefinition(cursor.from(start), name, List.copyOf(bases), List.copyOf(members));
    }

    private Statement.ClassDefinition.Member member(String owner) {
        int start = cursor.at();
        List<Attribute> attributes = new ArrayList<>();
        TypeName type = null;
        boolean isStatic = false;
        boolean isHidden = false;
        while (true) {
            if (cursor.peek() == '[' && parser.types.looksAtAttribute()) {
                attributes.add(parser.types.attribute());
            } else if (cursor.peek() == '[') {
                type = parser.types.bracketed();
            } else if (cursor.acceptKeyword("static")) {
                isStatic = true;
            } else if (cursor.acceptKeyword("hidden")) {
                isHidden = true;
            } else {
                break;
            }
            cursor.skipLines();
        }
        return cursor.peek() == '$'
                ? property(start, attributes, type, isStatic, isHidden)
                : method(start, owner, type, isStatic, isHidden);
    }

    private Statement.ClassDefinition.Member property(
            int start, List<Attribute> attributes, @Nullable TypeName type, boolean isStatic, boolean isHidden) {
        if (!parser.texts.startsExpansion() || cursor.peek(1) == '(') {
            throw cursor.unexpected();
        }
        String name = ((Expression.Variable) parser.texts.dollar(false)).name().name();
        int end = cursor.at();
        cursor.skipBlanks();
        Expression value = null;
        if (cursor.accept("=")) {
            cursor.skipLines();
            value = parser.expressions.expression(true);
            end = cursor.at();
            cursor.skipBlanks();
        }
        char after = cursor.peek();
        if (!cursor.atEnd() && after != ';' && after != '}' && !Characters.isNewline(after)) {
            throw cursor.unexpected();
        }
        Span whole = cursor.from(start);
        ParameterDeclaration declaration = new ParameterDeclaration(
                new Span(whole.source(), start, end), name, type, List.copyOf(attributes), value);
        return new Statement.ClassDefinition.Property(declaration, isStatic, isHidden);
    }

    private Statement.ClassDefinition.Member method(
            int start, String owner, @Nullable TypeName type, boolean isStatic, boolean isHidden) {
        String name = name("a member of the class");
        cursor.skipLines();
        if (cursor.peek() != '(') {
            throw cursor.error(
                    "MissingParenthesisInMethod", "Missing '(' after the name of the method '" + name + "'.");
        }
        List<ParameterDeclaration> parameters = parser.bodies.parameters();
        cursor.skipLines();
        boolean constructs = name.equalsIgnoreCase(owner);
        List<Expression> base = constructs && cursor.accept(":") ? baseArguments() : null;
        cursor.skipLines();
        if (cursor.peek() != '{') {
            throw cursor.error("MissingMethodBody", "Missing body of the method '" + name + "'.");
        }
        ScriptBody body = parser.bodies.braced("MissingEndCurlyBrace");
        if (body.parameters() != null || body.begin() != null || body.process() != null) {
            throw cursor.error(
                    "NamedBlockNotAllowedInMethod",
                    "The body of a method has neither 'param' nor begin, process and end blocks.",
                    body.span());
        }
        return new Statement.ClassDefinition.Method(
                cursor.from(start), name, type, isStatic, isHidden, parameters, base, body.statements());
    }

    /** {@code base(...)}. */
    private List<Expression> baseArguments() {
        cursor.skipLines();
        if (!cursor.acceptKeyword("base")) {
            throw cursor.error("MissingBaseCtorCall", "'base' was expected after ':' of a constructor.");
        }
        cursor.skipLines();
        cursor.expect("(", "MissingParenthesisInMethod", "Missing '(' after 'base'.");
        List<Expression> arguments = new ArrayList<>();
        cursor.skipLines();
        while (cursor.peek() != ')') {
            arguments.add(parser.expressions.expression(false));
            cursor.skipLines();
            if (cursor.peek() != ')') {
                cursor.expect(",", "MissingEndParenthesisInMethodCall", "Missing ')' in the call of 'base'.");
                cursor.skipLines();
            }
        }
        cursor.skip(1);
        return List.copyOf(arguments);
    }

    private String name(String of) {
        int start = cursor.at();
        while (isNamePart(cursor.peek())) {
            cursor.skip(1);
        }
        if (cursor.at() == start) {
            throw cursor.error("MissingNameAfterKeyword", "The name of " + of + " was expected.");
        }
        return cursor.textFrom(start);
    }
}
