package org.openbits.shell.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.HashTable;
import org.openbits.shell.language.BinaryOperator;
import org.openbits.shell.language.Expression;
import org.openbits.shell.language.Statement;
import org.openbits.shell.language.TypeName;
import org.openbits.shell.language.UnaryOperator;
import org.openbits.shell.language.VariableName;

/** Gives expressions their values. {@link MemberAccess} reads members, {@link Assignments} stores. */
final class Expressions implements Expression.Visitor {

    private final Engine engine;
    private final MemberAccess members;
    private final Assignments assignments;

    Expressions(Engine engine) {
        this.engine = engine;
        this.members = new MemberAccess(engine);
        this.assignments = new Assignments(engine);
    }

    @Nullable
    Object value(Expression expression) {
        return expression.accept(this);
    }

    List<@Nullable Object> values(List<Expression> expressions) {
        List<@Nullable Object> values = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            values.add(value(expression));
        }
        return values;
    }

    /** What a statement gives where one value is wanted: null for nothing, the object for one, the list for many. */
    @Nullable
    Object value(Statement statement) {
        if (statement instanceof Statement.Pipeline pipeline) {
            Expression only = pipeline.onlyExpression();
            if (only != null) {
                return value(only);
            }
        } else if (statement instanceof Statement.Assignment assignment) {
            return assignments.assign(assignment);
        }
        return single(engine.collect(List.of(statement)));
    }

    static @Nullable Object single(List<@Nullable Object> results) {
        return switch (results.size()) {
            case 0 -> null;
            case 1 -> results.get(0);
            default -> results;
        };
    }

    Assignments assignments() {
        return assignments;
    }

    @Override
    public Object literal(Expression.Literal literal) {
        return literal.value();
    }

    @Override
    public Object expandable(Expression.Expandable text) {
        StringBuilder result = new StringBuilder();
        for (Expression part : text.parts()) {
            Object value = value(part);
            result.append(Conversion.isMany(value) ? Conversion.toText(value, separator()) : Conversion.toText(value));
        }
        return result.toString();
    }

    /** What stands between the elements of a list in a text, the variable {@code $OFS}. */
    private String separator() {
        return Conversion.toText(engine.variables().get(new VariableName("", "OFS")));
    }

    @Override
    public @Nullable Object variable(Expression.Variable variable) {
        return engine.variables().get(variable.name(), variable.span());
    }

    @Override
    public Object list(Expression.ArrayLiteral list) {
        return values(list.elements());
    }

    @Override
    public Object arrayExpression(Expression.ArrayExpression array) {
        return engine.collect(array.statements());
    }

    @Override
    public @Nullable Object subExpression(Expression.SubExpression statements) {
        return single(engine.collect(statements.statements()));
    }

    @Override
    public @Nullable Object paren(Expression.Paren paren) {
        return value(paren.statement());
    }

    @Override
    public Object hash(Expression.HashLiteral hash) {
        return table(hash, false);
    }

    HashTable table(Expression.HashLiteral hash, boolean ordered) {
        HashTable table = new HashTable(ordered);
        for (Expression.HashLiteral.Entry entry : hash.entries()) {
            Object key = value(entry.key());
            if (key == null) {
                throw Failures.invalid(
                        entry.key().span(), "InvalidNullKey", "A null key is not allowed in a hash literal.");
            }
            if (table.containsKey(key)) {
                throw Failures.invalid(
                        entry.key().span(),
                        "DuplicateKeyInHashLiteral",
                        "Duplicate keys '" + Conversion.toText(key) + "' are not allowed in hash literals.");
            }
            table.put(key, value(entry.value()));
        }
        return table;
    }

    @Override
    public Object closure(Expression.Closure closure) {
        return engine.services().get(Closures.class).of(closure.text());
    }

    @Override
    public Object scriptBlock(Expression.Block block) {
        return new Block(engine, block.body());
    }

    @Override
    public Object type(Expression.TypeLiteral type) {
        return engine.types().type(type.type());
    }

    @Override
    public @Nullable Object cast(Expression.Cast cast) {
        if (cast.type().name().equalsIgnoreCase("ref")) {
            return reference(cast);
        }
        boolean hash = cast.operand() instanceof Expression.HashLiteral;
        if (hash && cast.type().name().equalsIgnoreCase("ordered")) {
            return table((Expression.HashLiteral) cast.operand(), true);
        }
        Object operand = hash && Types.keepsOrder(cast.type())
                ? table((Expression.HashLiteral) cast.operand(), true)
                : value(cast.operand());
        return engine.types().convert(cast.type(), operand, cast.span());
    }

    /** The parser lets it stand only where a value is stored. */
    @Override
    public @Nullable Object ruled(Expression.Ruled ruled) {
        return value(ruled.operand());
    }

    private Object reference(Expression.Cast cast) {
        if (cast.operand() instanceof Expression.Variable variable) {
            return new Reference(engine, variable.name());
        }
        return new Reference(value(cast.operand()));
    }

    @Override
    public @Nullable Object unary(Expression.Unary unary) {
        return switch (unary.operator()) {
            case NOT -> !Conversion.isTrue(value(unary.operand()));
            case BNOT -> Arithmetic.not(value(unary.operand()));
            case PLUS -> located(unary, () -> Arithmetic.add(0, value(unary.operand())));
            case MINUS -> located(unary, () -> Arithmetic.subtract(0, value(unary.operand())));
            case JOIN -> Operators.join(value(unary.operand()), "");
            case SPLIT, CSPLIT -> Operators.splitAtBlanks(value(unary.operand()));
            case COMMA -> one(value(unary.operand()));
            case INCREMENT, DECREMENT, POST_INCREMENT, POST_DECREMENT -> step(unary);
        };
    }

    private static List<@Nullable Object> one(@Nullable Object value) {
        List<@Nullable Object> list = new ArrayList<>();
        list.add(value);
        return list;
    }

    private @Nullable Object step(Expression.Unary unary) {
        UnaryOperator operator = unary.operator();
        boolean up = operator == UnaryOperator.INCREMENT || operator == UnaryOperator.POST_INCREMENT;
        boolean before = operator == UnaryOperator.INCREMENT || operator == UnaryOperator.DECREMENT;
        Object old = value(unary.operand());
        Object number = old == null ? 0 : old;
        Object next = located(unary, () -> up ? Arithmetic.add(number, 1) : Arithmetic.subtract(number, 1));
        assignments.store(unary.operand(), next);
        return before ? next : number;
    }

    private interface Calculation {
        @Nullable
        Object value();
    }

    /** The value; an error on the way to it gets the place of the expression. */
    private static @Nullable Object located(Expression expression, Calculation calculation) {
        try {
            return calculation.value();
        } catch (Signal signal) {
            throw signal;
        } catch (RuntimeException e) {
            throw Failures.of(e, expression.span());
        }
    }

    /** A long chain such as {@code a + b + c ...} leans to the left; a loop takes any length of it. */
    @Override
    public @Nullable Object binary(Expression.Binary binary) {
        Deque<Expression.Binary> spine = new ArrayDeque<>();
        Expression leftmost = binary;
        while (leftmost instanceof Expression.Binary inner) {
            spine.push(inner);
            leftmost = inner.left();
        }
        Object value = value(leftmost);
        while (!spine.isEmpty()) {
            value = apply(spine.pop(), value);
        }
        return value;
    }

    private @Nullable Object apply(Expression.Binary binary, @Nullable Object left) {
        return switch (binary.operator()) {
            case AND -> Conversion.isTrue(left) && Conversion.isTrue(value(binary.right()));
            case OR -> Conversion.isTrue(left) || Conversion.isTrue(value(binary.right()));
            case COALESCE -> left == null ? value(binary.right()) : left;
            case IS -> isType(left, binary.right());
            case ISNOT -> !isType(left, binary.right());
            case AS -> as(left, binary.right());
            default -> operate(binary, left);
        };
    }

    private @Nullable Object operate(Expression.Binary binary, @Nullable Object left) {
        Object right = value(binary.right());
        Object result =
                located(binary, () -> engine.operators().apply(binary.operator(), binary.caseSensitive(), left, right));
        BinaryOperator operator = binary.operator();
        if (operator == BinaryOperator.MATCH || operator == BinaryOperator.NOTMATCH) {
            noteMatches();
        }
        return result;
    }

    /** Sets {@code $Matches} after a match that succeeded. */
    void noteMatches() {
        HashTable matches = engine.operators().takeMatches();
        if (matches != null) {
            engine.scope().set("Matches", matches);
        }
    }

    private boolean isType(@Nullable Object value, Expression type) {
        return engine.types().isInstance(typeOf(type), value);
    }

    private TypeName typeOf(Expression type) {
        Object value = value(type);
        if (value instanceof NetType net) {
            return net.name();
        }
        return new TypeName(type.span(), Conversion.toText(value), List.of(), 0);
    }

    private @Nullable Object as(@Nullable Object value, Expression type) {
        TypeName name = typeOf(type);
        try {
            return engine.types().convert(name, value, null);
        } catch (org.openbits.automation.CmdletException e) {
            if (e.record().errorId().equals("TypeNotFound")) {
                throw e;
            }
            return null;
        } catch (NetException refusedByItsConstructor) {
            return null;
        }
    }

    @Override
    public @Nullable Object ternary(Expression.Ternary ternary) {
        return value(Conversion.isTrue(value(ternary.condition())) ? ternary.whenTrue() : ternary.whenFalse());
    }

    @Override
    public @Nullable Object member(Expression.Member member) {
        return located(member, () -> members.get(member));
    }

    @Override
    public @Nullable Object invoke(Expression.Invoke invoke) {
        return located(invoke, () -> members.invoke(invoke));
    }

    @Override
    public @Nullable Object index(Expression.Index index) {
        return located(index, () -> members.index(index));
    }
}
