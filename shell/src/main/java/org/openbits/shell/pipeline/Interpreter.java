package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Argument;
import org.openbits.automation.CmdletException;
import org.openbits.automation.Conversion;
import org.openbits.automation.Moment;
import org.openbits.shell.language.Attribute;
import org.openbits.shell.language.Body;
import org.openbits.shell.language.Expression;
import org.openbits.shell.language.Statement;
import org.openbits.shell.language.UnaryOperator;

/** Runs statements in order; what they write goes to one sink. {@link ErrorHandling} says what an error ends. */
final class Interpreter implements Statement.Visitor {

    private final Engine engine;
    private final Sink out;
    private final @Nullable Sink result;

    Interpreter(Engine engine, Sink out) {
        this(engine, out, null);
    }

    private Interpreter(Engine engine, Sink out, @Nullable Sink result) {
        this.engine = engine;
        this.out = out;
        this.result = result;
    }

    /** One for the method of a class: what {@code return} names is its result, as one value, and nothing else is. */
    static Interpreter ofMethod(Engine engine, Sink result) {
        return new Interpreter(engine, ignored -> {}, result);
    }

    void run(List<Statement> statements) {
        List<Statement.Trap> traps = traps(statements);
        for (Statement statement : Declarations.first(statements)) {
            engine.checkStop();
            engine.events().runDue();
            Moment.next();
            engine.at(statement.span());
            try {
                statement.accept(this);
            } catch (Signal | org.openbits.automation.StopUpstream signal) {
                throw signal;
            } catch (RuntimeException | StackOverflowError e) {
                ErrorHandling.handle(engine, engine.traced(engine.failure(e, statement.span())), traps, out);
            }
        }
    }

    private static List<Statement.Trap> traps(List<Statement> statements) {
        List<Statement.Trap> traps = new ArrayList<>(0);
        for (Statement statement : statements) {
            if (statement instanceof Statement.Trap trap) {
                traps.add(trap);
            }
        }
        return traps;
    }

    private void run(Body body) {
        run(body.statements());
    }

    @Override
    public void pipeline(Statement.Pipeline pipeline) {
        engine.checkStop();
        Expression only = pipeline.onlyExpression();
        if (only == null) {
            new PipelineRun(engine, pipeline, out).run();
            return;
        }
        Object value = engine.expressions().value(only);
        if (!asksForSuccess(only)) {
            engine.succeeded(true);
        }
        if (!isSilent(only, value)) {
            writeAll(value);
        }
    }

    private static boolean asksForSuccess(Expression only) {
        return only instanceof Expression.Variable variable
                && variable.name().name().equals("?");
    }

    /** Whether the statement is done for its effect: it writes nothing, not even null. */
    private boolean isSilent(Expression only, @Nullable Object value) {
        if (only instanceof Expression.Unary unary) {
            return unary.operator().compareTo(UnaryOperator.INCREMENT) >= 0;
        }
        if (only instanceof Expression.Cast cast && cast.type().name().equalsIgnoreCase("void")) {
            return true;
        }
        if (value != null) {
            return false;
        }
        if (only instanceof Expression.Variable variable) {
            Variable found = engine.variables().find(variable.name());
            return found != null && found.isNothing();
        }
        return only instanceof Expression.Invoke
                || only instanceof Expression.SubExpression
                || only instanceof Expression.Paren;
    }

    private void writeAll(@Nullable Object value) {
        if (value == null || !Conversion.isMany(value)) {
            out.write(value);
            return;
        }
        for (Object each : Conversion.enumerate(value)) {
            out.write(each);
        }
    }

    @Override
    public void chain(Statement.Chain chain) {
        chain.left().accept(this);
        if (engine.succeeded() == chain.andThen()) {
            chain.right().accept(this);
        }
    }

    @Override
    public void assignment(Statement.Assignment assignment) {
        boolean command =
                !(assignment.value() instanceof Statement.Pipeline pipeline) || pipeline.onlyExpression() == null;
        engine.expressions().assignments().assign(assignment);
        if (!command) {
            engine.succeeded(true);
        }
    }

    private boolean isTrue(Statement condition) {
        Moment.next();
        return Conversion.isTrue(engine.expressions().value(condition));
    }

    @Override
    public void branch(Statement.If branch) {
        for (Statement.If.Arm arm : branch.arms()) {
            if (isTrue(arm.condition())) {
                run(arm.body());
                return;
            }
        }
        if (branch.otherwise() != null) {
            run(branch.otherwise());
        }
    }

    /** Runs a loop's body once; false when it ends the loop. */
    private boolean turn(@Nullable String label, Body body) {
        engine.checkStop();
        try {
            run(body);
        } catch (Signal.Loop signal) {
            if (!signal.isFor(label)) {
                throw signal;
            }
            return !signal.isBreak;
        }
        return true;
    }

    @Override
    public void loop(Statement.Loop loop) {
        boolean first = loop.bodyFirst();
        while (first || isTrue(loop.condition()) != loop.until()) {
            first = false;
            if (!turn(loop.label(), loop.body())) {
                return;
            }
        }
    }

    @Override
    public void forLoop(Statement.For loop) {
        if (loop.initial() != null) {
            engine.expressions().value(loop.initial());
        }
        while (loop.condition() == null || isTrue(loop.condition())) {
            if (!turn(loop.label(), loop.body())) {
                return;
            }
            if (loop.step() != null) {
                engine.expressions().value(loop.step());
            }
        }
    }

    @Override
    public void forEach(Statement.ForEach loop) {
        Object items = engine.expressions().value(loop.items());
        if (items == null) {
            return;
        }
        for (Item item : wrapped(items)) {
            engine.variables()
                    .set(loop.variable().name(), item.value(), loop.variable().span());
            if (!turn(loop.label(), loop.body())) {
                return;
            }
        }
    }

    private record Item(@Nullable Object value) {}

    /** The elements as they are before the first turn; the loop's body may change the list. */
    private static List<Item> wrapped(Object items) {
        List<Item> copy = new ArrayList<>();
        for (Object item : Conversion.enumerate(items)) {
            copy.add(new Item(item));
        }
        return copy;
    }

    @Override
    public void choice(Statement.Switch choice) {
        new Choice(engine, choice, this::run).run();
    }

    @Override
    public void attempt(Statement.Try attempt) {
        try {
            engine.guarded(() -> run(attempt.body()));
        } catch (Signal | org.openbits.automation.StopUpstream signal) {
            throw signal;
        } catch (RuntimeException | StackOverflowError e) {
            CmdletException failure = engine.traced(engine.failure(e, attempt.span()));
            ErrorHandling.Catcher catcher = ErrorHandling.catcher(engine, attempt, failure);
            if (catcher == null) {
                throw failure;
            }
            ErrorHandling.withError(engine, catcher.record(), () -> run(catcher.body()));
        } finally {
            if (attempt.last() != null) {
                last(attempt.last());
            }
        }
    }

    /** A {@code finally} block runs to its end even when the user asked to stop. */
    private void last(Body body) {
        boolean stopped = engine.takeStop();
        try {
            run(body);
        } finally {
            engine.stopAgain(stopped);
        }
    }

    @Override
    public void trap(Statement.Trap trap) {
        // It acts when a statement of its block fails.
    }

    @Override
    public void exit(Statement.Exit exit) {
        switch (exit.kind()) {
            case RETURN -> {
                if (exit.value() != null && result != null) {
                    result.write(engine.expressions().value(exit.value()));
                } else if (exit.value() != null) {
                    exit.value().accept(this);
                }
                throw new Signal.Return();
            }
            case EXIT -> throw new Signal.Exit(exitCode(exit.value()));
            case THROW -> throw Thrown.by(engine, exit);
        }
    }

    private int exitCode(@Nullable Statement value) {
        Object code = value == null ? null : engine.expressions().value(value);
        if (code == null) {
            return 0;
        }
        try {
            return Conversion.toNumber(code).intValue();
        } catch (RuntimeException notANumber) {
            return 0;
        }
    }

    @Override
    public void jump(Statement.Jump jump) {
        Expression label = jump.label();
        throw new Signal.Loop(
                jump.isBreak(),
                label == null ? null : Conversion.toText(engine.expressions().value(label)));
    }

    @Override
    public void function(Statement.Function function) {
        String name = function.name();
        boolean global = name.regionMatches(true, 0, "global:", 0, 7);
        Scope scope = global ? engine.scope().global() : engine.scope();
        String plain = global ? name.substring(7) : name;
        scope.define(new ScriptFunction(plain, function.body()));
        for (Attribute attribute : function.body().attributes()) {
            if (attribute.is("Alias")) {
                attribute
                        .values()
                        .forEach(value -> engine.commands()
                                .alias(Conversion.toText(engine.expressions().value(value)), plain));
            }
        }
    }

    @Override
    public void enumeration(Statement.Enumeration enumeration) {
        Map<String, Long> members = new LinkedHashMap<>();
        long next = enumeration.flags() ? 1 : 0;
        for (Statement.Enumeration.Member member : enumeration.members()) {
            Object written =
                    member.value() == null ? null : engine.expressions().value(member.value());
            long number = written == null ? next : Conversion.toNumber(written).longValue();
            members.put(member.name(), number);
            next = enumeration.flags() ? Math.max(1, number * 2) : number + 1;
        }
        engine.types().declare(enumeration.name(), new EnumType(enumeration.name(), members, enumeration.flags()));
    }

    @Override
    public void definition(Statement.ClassDefinition definition) {
        ClassType type = new ClassType(engine, definition);
        engine.types().declare(definition.name(), type);
        type.begin();
    }

    /** A path that begins with a dot is seen from the script that names it. */
    private static String besideScript(Statement.Using using) {
        java.nio.file.Path script = java.nio.file.Path.of(using.span().source().name());
        return using.name().startsWith(".") && script.getParent() != null
                ? script.resolveSibling(using.name().replace('\\', '/')).toString()
                : using.name();
    }

    @Override
    public void using(Statement.Using using) {
        switch (using.kind()) {
            case "namespace" -> engine.types().use(using.name());
            case "module" ->
                Calls.call(engine, "Import-Module", List.of(Argument.named("Name", besideScript(using), -1)), null);
            default -> {
                // Types of .NET that this shell knows need no assembly.
            }
        }
    }
}
