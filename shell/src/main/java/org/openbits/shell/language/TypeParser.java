package org.openbits.shell.language;

import static org.openbits.shell.language.Characters.isNamePart;
import static org.openbits.shell.language.Characters.isNameStart;

import java.util.ArrayList;
import java.util.List;

/** Types in brackets and attributes. */
final class TypeParser {

    private final Parser parser;
    private final Cursor cursor;

    TypeParser(Parser parser) {
        this.parser = parser;
        this.cursor = parser.cursor;
    }

    /** Reads {@code [name]}, the cursor standing on the bracket. */
    TypeName bracketed() {
        int start = cursor.at();
        cursor.skip(1);
        cursor.skipBlanks();
        TypeName type = name();
        cursor.skipBlanks();
        if (cursor.peek() == '(') {
            throw cursor.error(
                    "AttributesNotSupportedHere",
                    "The attribute '" + type.text() + "' is supported only on parameters in param( ), not here.");
        }
        cursor.expect("]", "EndSquareBracketExpectedAtEndOfType", "Missing ] at end of type token.");
        cursor.paint(Lexeme.Kind.TYPE, start);
        return new TypeName(cursor.from(start), type.name(), type.arguments(), type.dimensions());
    }

    /** Reads a type's name without brackets, as it stands behind {@code class Name :}. */
    TypeName bare() {
        return name();
    }

    private TypeName name() {
        cursor.enter();
        int start = cursor.at();
        String name = dotted();
        List<TypeName> arguments = new ArrayList<>();
        int dimensions = 0;
        while (cursor.peek() == '[') {
            cursor.skip(1);
            cursor.skipBlanks();
            if (cursor.peek() == ',') {
                dimensions = -1;
                while (cursor.accept(",")) {
                    dimensions--;
                }
            } else if (cursor.peek() == ']') {
                dimensions++;
            } else {
                arguments.addAll(arguments());
            }
            cursor.expect("]", "EndSquareBracketExpectedAtEndOfType", "Missing ] at end of type token.");
        }
        cursor.leave();
        return new TypeName(cursor.from(start), name, List.copyOf(arguments), dimensions);
    }

    private List<TypeName> arguments() {
        List<TypeName> arguments = new ArrayList<>();
        do {
            cursor.skipBlanks();
            arguments.add(cursor.peek() == '[' ? bracketed() : name());
            cursor.skipBlanks();
        } while (cursor.accept(","));
        return arguments;
    }

    private String dotted() {
        int start = cursor.at();
        if (!isNameStart(cursor.peek())) {
            throw cursor.error("MissingTypename", "Missing type name after '['.");
        }
        while (isNamePart(cursor.peek()) || ".+`".indexOf(cursor.peek()) >= 0 && isNamePart(cursor.peek(1))) {
            cursor.skip(1);
        }
        return cursor.textFrom(start);
    }

    /** Whether an attribute, not a type, stands at the cursor: a name followed by a parenthesis. */
    boolean looksAtAttribute() {
        int ahead = 1;
        while (isNamePart(cursor.peek(ahead)) || cursor.peek(ahead) == '.' || cursor.peek(ahead) == ' ') {
            ahead++;
        }
        return cursor.peek() == '[' && cursor.peek(ahead) == '(';
    }

    /** Reads {@code [Name(...)]}, the cursor standing on the bracket. */
    Attribute attribute() {
        int start = cursor.at();
        cursor.skip(1);
        cursor.skipBlanks();
        String name = dotted();
        cursor.skipBlanks();
        cursor.expect("(", "MissingTypename", "Missing ( after the attribute's name.");
        List<Expression> values = new ArrayList<>();
        List<Attribute.Named> named = new ArrayList<>();
        cursor.skipLines();
        while (cursor.peek() != ')') {
            argument(values, named);
            cursor.skipLines();
            if (cursor.peek() != ')') {
                cursor.expect(
                        ",", "MissingEndParenthesisInExpression", "Missing ) at the end of the attribute's arguments.");
                cursor.skipLines();
            }
        }
        cursor.skip(1);
        cursor.skipBlanks();
        cursor.expect("]", "EndSquareBracketExpectedAtEndOfAttribute", "Missing ] at end of attribute.");
        cursor.paint(Lexeme.Kind.TYPE, start);
        return new Attribute(cursor.from(start), name, List.copyOf(values), List.copyOf(named));
    }

    private void argument(List<Expression> values, List<Attribute.Named> named) {
        int start = cursor.at();
        if (!isNameStart(cursor.peek())) {
            values.add(parser.expressions.expression(false));
            return;
        }
        String key = dotted();
        cursor.skipBlanks();
        if (cursor.accept("=")) {
            cursor.skipLines();
            Expression value = parser.expressions.expression(false);
            named.add(new Attribute.Named(cursor.from(start), key, value));
        } else {
            named.add(new Attribute.Named(cursor.from(start), key, null));
        }
    }
}
