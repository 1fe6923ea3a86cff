package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CmdletException;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.HashTable;
import org.openbits.automation.Members;
import org.openbits.automation.NoSuchMember;
import org.openbits.shell.language.Attribute;
import org.openbits.shell.language.BinaryOperator;
import org.openbits.shell.language.Expression;
import org.openbits.shell.language.Statement;
import org.openbits.shell.language.TypeName;

/** Stores values in variables, members, elements and lists of them. */
final class Assignments {

    private final Engine engine;

    Assignments(Engine engine) {
        this.engine = engine;
    }

    /** Does the assignment and gives the value stored. */
    @Nullable
    Object assign(Statement.Assignment assignment) {
        BinaryOperator operator = assignment.operator();
        Expression target = assignment.target();
        if (operator == null) {
            return plain(assignment);
        }
        Object old = engine.expressions().value(target);
        if (operator == BinaryOperator.COALESCE) {
            return old == null ? store(target, engine.expressions().value(assignment.value())) : old;
        }
        Object right = engine.expressions().value(assignment.value());
        try {
            return store(target, engine.operators().apply(operator, false, old, right));
        } catch (Signal signal) {
            throw signal;
        } catch (RuntimeException e) {
            throw Failures.of(e, assignment.span());
        }
    }

    private @Nullable Object plain(Statement.Assignment assignment) {
        Expression target = assignment.target();
        Statement source = assignment.value();
        boolean isValue = source instanceof Statement.Assignment
                || source instanceof Statement.Pipeline pipeline && pipeline.onlyExpression() != null;
        if (isValue) {
            return store(target, engine.expressions().value(source));
        }
        List<@Nullable Object> results = engine.collect(List.of(source));
        if (results.isEmpty() && target instanceof Expression.Variable variable) {
            engine.variables().clear(variable.name(), target.span());
            return null;
        }
        return store(target, Expressions.single(results));
    }

    /** Stores a value and gives it back. */
    @Nullable
    Object store(Expression target, @Nullable Object value) {
        if (target instanceof Expression.Variable variable) {
            engine.variables().set(variable.name(), value, target.span());
        } else if (target instanceof Expression.Member member) {
            member(member, value);
        } else if (target instanceof Expression.Index index) {
            element(index, value);
        } else if (target instanceof Expression.Invoke item) {
            Expression key = item.arguments().get(0);
            element(new Expression.Index(item.span(), item.target(), key, false), value);
        } else if (target instanceof Expression.ArrayLiteral list) {
            spread(list.elements(), value);
        } else if (target instanceof Expression.Cast cast) {
            typed(cast, value);
        } else if (target instanceof Expression.Ruled ruled) {
            ruled(ruled, value);
        } else if (target instanceof Expression.Paren paren
                && paren.statement() instanceof Statement.Pipeline pipeline
                && pipeline.onlyExpression() instanceof Expression.ArrayLiteral list) {
            spread(list.elements(), value);
        }
        return value;
    }

    private void typed(Expression.Cast cast, @Nullable Object value) {
        if (cast.operand() instanceof Expression.Variable variable) {
            engine.variables().setTyped(variable.name(), cast.type(), value, cast.span());
        } else {
            store(cast.operand(), engine.types().convert(cast.type(), value, cast.span()));
        }
    }

    /** The value must obey before it is stored; the variable keeps the rules. */
    private void ruled(Expression.Ruled ruled, @Nullable Object value) {
        List<Attribute> rules = new ArrayList<>();
        Expression rest = ruled;
        while (rest instanceof Expression.Ruled outer) {
            rules.add(outer.rule());
            rest = outer.operand();
        }
        Expression inner = rest;
        TypeName type = null;
        while (inner instanceof Expression.Cast cast) {
            type = type == null ? cast.type() : type;
            inner = cast.operand();
        }
        if (inner instanceof Expression.Ruled || !(inner instanceof Expression.Variable variable)) {
            store(inner, value);
            return;
        }
        engine.variables().setRuled(variable.name(), type, rules, value, ruled.span());
    }

    private void member(Expression.Member member, @Nullable Object value) {
        Object target = engine.expressions().value(member.target());
        String name = Conversion.toText(engine.expressions().value(member.name()));
        try {
            if (target instanceof NetType type && member.isStatic()) {
                type.set(name, value);
            } else if (target == null) {
                throw new NoSuchMember("null", name);
            } else {
                Members.set(target, name, value);
            }
        } catch (CmdletException refused) {
            if (!(target instanceof ClassInstance)) {
                throw refused;
            }
            String reason =
                    refused.record().message().replaceFirst("^Cannot validate argument on parameter '.*?'\\. ", "");
            throw Failures.at(
                    member.span(),
                    new NetException(
                            "System.Management.Automation.SetValueInvocationException",
                            "Exception setting \"" + name + "\": \"" + reason + "\"",
                            refused.record().exception()),
                    "ExceptionWhenSetting",
                    ErrorCategory.NotSpecified,
                    null);
        } catch (NoSuchMember e) {
            throw Failures.at(
                    member.span(),
                    new RuntimeFailure("The property '" + name
                            + "' cannot be found on this object. Verify that the property exists and can be set."),
                    "PropertyNotFound",
                    ErrorCategory.InvalidOperation,
                    null);
        }
    }

    private void element(Expression.Index index, @Nullable Object value) {
        Object target = engine.expressions().value(index.target());
        Object key = engine.expressions().value(index.index());
        if (target == null) {
            throw Failures.invalid(index.span(), "NullArray", "Cannot index into a null array.");
        }
        if (target instanceof NetGrid grid && key != null) {
            grid.put(Conversion.enumerate(key), value);
        } else if (target instanceof Map<?, ?> map && key != null) {
            put(map, key, value);
        } else if (target instanceof List<?> list) {
            set(list, key, value, index);
        } else {
            throw Failures.invalid(
                    index.span(),
                    "CannotIndex",
                    "Unable to assign to an index into an object of type " + Members.typeName(target) + ".");
        }
    }

    @SuppressWarnings("unchecked") // tables of scripts hold any object
    private static void put(Map<?, ?> map, Object key, @Nullable Object value) {
        if (map instanceof HashTable table
                && table.isOrdered()
                && key instanceof Integer position
                && !table.containsKey(key)) {
            Object name = new ArrayList<>(table.keySet()).get(position);
            table.put(name, value);
        } else {
            ((Map<Object, @Nullable Object>) map).put(key, value);
        }
    }

    @SuppressWarnings("unchecked") // lists of scripts hold any object
    private static void set(List<?> list, @Nullable Object key, @Nullable Object value, Expression.Index index) {
        int position = MemberAccess.position(key, list.size());
        if (position < 0 || position >= list.size()) {
            throw Failures.at(
                    index.span(),
                    "IndexOutOfRangeException",
                    ErrorCategory.OperationStopped,
                    key,
                    "Index was outside the bounds of the array.");
        }
        ((List<@Nullable Object>) list).set(position, value);
    }

    /** {@code $a, $b = list}: the last variable takes all that is left. */
    private void spread(List<Expression> targets, @Nullable Object value) {
        List<@Nullable Object> values = value == null ? List.of() : Conversion.enumerate(value);
        for (int i = 0; i < targets.size(); i++) {
            boolean last = i == targets.size() - 1;
            if (last && values.size() > targets.size()) {
                store(targets.get(i), new ArrayList<>(values.subList(i, values.size())));
            } else {
                store(targets.get(i), i < values.size() ? values.get(i) : null);
            }
        }
    }
}
