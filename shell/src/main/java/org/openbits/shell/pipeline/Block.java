package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Argument;
import org.openbits.automation.ScriptBlock;
import org.openbits.shell.language.ScriptBody;

/** A script block as a value. It sees the variables of whoever runs it, unless it is a closure. */
final class Block implements ScriptBlock {

    private final Engine engine;
    private final ScriptBody body;
    private final @Nullable Scope captured;

    Block(Engine engine, ScriptBody body) {
        this(engine, body, null);
    }

    private Block(Engine engine, ScriptBody body, @Nullable Scope captured) {
        this.engine = engine;
        this.body = body;
        this.captured = captured;
    }

    ScriptBody body() {
        return body;
    }

    /** The scope that a call of this block is nested in. */
    Scope outer() {
        return captured == null ? engine.scope() : captured;
    }

    /** The same block as one of a module, which looks for variables in the module's scope. */
    Block inside(Scope module) {
        return new Block(engine, body, module);
    }

    /** The same block with the values that variables have at this moment. */
    Block closure() {
        Scope values = new Scope(engine.scope().global(), Scope.Kind.SCRIPT);
        for (Scope scope = engine.scope(); scope != null; scope = scope.parent()) {
            for (Variable variable : scope.variables().values()) {
                if (values.own(variable.name()) == null && !variable.isReadOnly()) {
                    values.set(variable.name(), variable.value());
                }
            }
        }
        return new Block(engine, body, values);
    }

    /** Runs it where the caller is, as ForEach-Object does; with parameters or arguments in a scope of its own. */
    @Override
    public List<@Nullable Object> invoke(@Nullable Object dollarUnder, List<@Nullable Object> args) {
        List<@Nullable Object> results = new ArrayList<>();
        boolean own = body.parameters() != null || !args.isEmpty() || captured != null;
        Scope scope = own ? new Scope(outer(), Scope.Kind.LOCAL) : engine.scope();
        engine.within(
                scope,
                engine.streams(),
                () -> withDollarUnder(engine, dollarUnder, () -> call(scope, arguments(args), results::add)));
        return results;
    }

    @Override
    public List<@Nullable Object> invokeOn(Object self, List<@Nullable Object> args) {
        List<@Nullable Object> results = new ArrayList<>();
        Scope scope = new Scope(outer(), Scope.Kind.LOCAL);
        scope.set("this", self);
        call(scope, arguments(args), results::add);
        return results;
    }

    /** Runs it in a scope of its own, as {@code &} does. */
    List<@Nullable Object> call(List<@Nullable Object> args) {
        List<@Nullable Object> results = new ArrayList<>();
        call(new Scope(outer(), Scope.Kind.LOCAL), arguments(args), results::add);
        return results;
    }

    private void call(Scope scope, List<Argument> arguments, Sink out) {
        FunctionRun run = new FunctionRun(engine, body, scope, out);
        run.bind(arguments);
        run.whole();
    }

    private static List<Argument> arguments(List<@Nullable Object> values) {
        List<Argument> arguments = new ArrayList<>();
        for (Object value : values) {
            arguments.add(Argument.value(value, -1));
        }
        return arguments;
    }

    /** Runs with {@code $_} set in the present scope, and puts back what it was. */
    static void withDollarUnder(Engine engine, @Nullable Object value, Runnable action) {
        Scope scope = engine.scope();
        Variable before = scope.own("_");
        Variable current = new Variable("_");
        current.value(value);
        scope.add(current);
        try {
            action.run();
        } finally {
            scope.restore("_", before);
        }
    }

    @Override
    public String text() {
        return body.inner().text();
    }

    @Override
    public String toString() {
        return text();
    }
}
