package org.openbits.shell.language;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has a value. */
public sealed interface Expression extends Node {

    @Nullable
    Object accept(Visitor visitor);

    /** One method for each kind of expression; the result is the value. */
    interface Visitor {
        @Nullable
        Object literal(Literal literal);

        @Nullable
        Object expandable(Expandable text);

        @Nullable
        Object variable(Variable variable);

        @Nullable
        Object list(ArrayLiteral list);

        @Nullable
        Object arrayExpression(ArrayExpression array);

        @Nullable
        Object subExpression(SubExpression statements);

        @Nullable
        Object paren(Paren paren);

        @Nullable
        Object hash(HashLiteral hash);

        @Nullable
        Object scriptBlock(Block block);

        @Nullable
        Object closure(Closure closure);

        @Nullable
        Object type(TypeLiteral type);

        @Nullable
        Object cast(Cast cast);

        @Nullable
        Object ruled(Ruled ruled);

        @Nullable
        Object unary(Unary unary);

        @Nullable
        Object binary(Binary binary);

        @Nullable
        Object ternary(Ternary ternary);

        @Nullable
        Object member(Member member);

        @Nullable
        Object invoke(Invoke invoke);

        @Nullable
        Object index(Index index);
    }

    /**
     * A number or a text without expansion.
     *
     * @param bare whether it is an unquoted word or number of a command line
     */
    record Literal(Span span, Object value, boolean bare) implements Expression {
        @Override
        public @Nullable Object accept(Visitor visitor) {
            return visitor.literal(this);
        }
    }

    /** A text made of literal pieces, variables and {@code $( )}. */
    record Expandable(Span span, List<Expression> parts) implements Expression {
        @Override
        public @Nullable Object accept(Visitor visitor) {
            return visitor.expandable(this);
        }
    }

    /** {@code $name}, or {@code @name} when splatted. */
    record Variable(Span span, VariableName name, boolean splatted) implements Expression {
        @Override
        public @Nullable Object accept(Visitor visitor) {
            return visitor.variable(this);
        }
    }

    /** {@code a, b}. */
    record ArrayLiteral(Span span, List<Expression> elements) implements Expression {
        @Override
        public @Nullable Object accept(Visitor visitor) {
            return visitor.list(this);
        }
    }

    /** {@code @( )}. */
    record ArrayExpression(Span span, List<Statement> statements) implements Expression {
        @Override
        public @Nullable Object accept(Visitor visitor) {
            return visitor.arrayExpression(this);
        }
    }

    /** {@code $( )}. */
    record SubExpression(Span span, List<Statement> statements) implements Expression {
        @Override
        public @Nullable Object accept(Visitor visitor) {
            return visitor.subExpression(this);
        }
    }

    /** {@code ( )} around one pipeline or assignment. */
    record Paren(Span span, Statement statement) implements Expression {
        @Override
        public @Nullable Object accept(Visitor visitor) {
            return visitor.paren(this);
        }
    }

    /** {@code @{ }}. */
    record HashLiteral(Span span, List<Entry> entries) implements Expression {

        /** One {@code key = value}. */
        public record Entry(Expression key, Statement value) {}

        @Override
        public @Nullable Object accept(Visitor visitor) {
            return visitor.hash(this);
        }
    }

    /** <code>{ }</code> as a value. */
    record Block(Span span, ScriptBody body) implements Expression {
        @Override
        public @Nullable Object accept(Visitor visitor) {
            return visitor.scriptBlock(this);
        }
    }

    /** <code>{ it.size() }</code>: a block in Groovy; {@code text} is what stands between the braces. */
    record Closure(Span span, String text) implements Expression {
        @Override
        public @Nullable Object accept(Visitor visitor) {
            return visitor.closure(this);
        }
    }

    /** {@code [name]} as a value. */
    record TypeLiteral(Span span, TypeName type) implements Expression {
        @Override
        public @Nullable Object accept(Visitor visitor) {
            return visitor.type(this);
        }
    }

    /** {@code [name]operand}. */
    record Cast(Span span, TypeName type, Expression operand) implements Expression {
        @Override
        public @Nullable Object accept(Visitor visitor) {
            return visitor.cast(this);
        }
    }

    /** {@code [ValidateRange(1, 10)]$n}: a rule for all values of a variable; stands only before an assignment. */
    record Ruled(Span span, Attribute rule, Expression operand) implements Expression {
        @Override
        public @Nullable Object accept(Visitor visitor) {
            return visitor.ruled(this);
        }
    }

    /** An operator with one operand. */
    record Unary(Span span, UnaryOperator operator, Expression operand) implements Expression {
        @Override
        public @Nullable Object accept(Visitor visitor) {
            return visitor.unary(this);
        }
    }

    /** An operator between two operands; {@code at} is the operator's own place. */
    record Binary(Span span, Span at, BinaryOperator operator, boolean caseSensitive, Expression left, Expression right)
            implements Expression {
        @Override
        public @Nullable Object accept(Visitor visitor) {
            return visitor.binary(this);
        }
    }

    /** {@code condition ? whenTrue : whenFalse}. */
    record Ternary(Span span, Expression condition, Expression whenTrue, Expression whenFalse) implements Expression {
        @Override
        public @Nullable Object accept(Visitor visitor) {
            return visitor.ternary(this);
        }
    }

    /** {@code target.name}, {@code target::name}, {@code target?.name}. */
    record Member(Span span, Expression target, Expression name, boolean isStatic, boolean nullSafe)
            implements Expression {
        @Override
        public @Nullable Object accept(Visitor visitor) {
            return visitor.member(this);
        }
    }

    /** {@code target.name(arguments)} and {@code target::name(arguments)}. */
    record Invoke(
            Span span,
            Expression target,
            Expression name,
            List<Expression> arguments,
            boolean isStatic,
            boolean nullSafe)
            implements Expression {
        @Override
        public @Nullable Object accept(Visitor visitor) {
            return visitor.invoke(this);
        }
    }

    /** {@code target[index]}. */
    record Index(Span span, Expression target, Expression index, boolean nullSafe) implements Expression {
        @Override
        public @Nullable Object accept(Visitor visitor) {
            return visitor.index(this);
        }
    }
}
