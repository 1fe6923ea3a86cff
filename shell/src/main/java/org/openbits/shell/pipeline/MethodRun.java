package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openbits.shell.language.Expression;
import org.openbits.shell.language.ParameterDeclaration;
import org.openbits.shell.language.Statement.ClassDefinition.Method;

/** Calls of a method of a script's class: what {@code return} names is the result, whatever else it writes is nothing. */
final class MethodRun {

    private final ClassType type;
    private final Method method;
    private final Engine engine;

    MethodRun(ClassType type, Method method) {
        this.type = type;
        this.method = method;
        this.engine = type.engine();
    }

    /** Calls it; {@code self} is null for a static method. */
    @Nullable
    Object call(@Nullable ClassInstance self, List<? extends @Nullable Object> arguments) {
        Object result = run(scope(self, arguments));
        if (method.type() == null) {
            return result == null ? List.of() : result;
        }
        boolean nothing = method.type().name().equalsIgnoreCase("void");
        return nothing ? List.of() : engine.types().convert(method.type(), result, method.span());
    }

    /** Runs it as a constructor; {@code base} is given the arguments for the base's. */
    void construct(
            ClassInstance self, List<? extends @Nullable Object> arguments, Consumer<List<@Nullable Object>> base) {
        Scope scope = scope(self, arguments);
        List<@Nullable Object> values = new ArrayList<>();
        List<Expression> written = method.base();
        if (written != null) {
            engine.within(
                    scope,
                    engine.streams(),
                    () -> values.addAll(engine.expressions().values(written)));
        }
        base.accept(values);
        run(scope);
    }

    private Scope scope(@Nullable ClassInstance self, List<? extends @Nullable Object> arguments) {
        Scope scope = new Scope(type.home(), Scope.Kind.LOCAL);
        if (self != null) {
            scope.set("this", self);
        }
        for (int i = 0; i < arguments.size(); i++) {
            ParameterDeclaration parameter = method.parameters().get(i);
            Object value = arguments.get(i);
            Variable variable = scope.declare(parameter.name());
            variable.value(
                    parameter.type() == null
                            ? value
                            : engine.types().convert(parameter.type(), value, parameter.span()));
            variable.type(parameter.type());
        }
        return scope;
    }

    private @Nullable Object run(Scope scope) {
        @Nullable Object[] result = new Object[1];
        engine.within(
                scope,
                engine.streams(),
                () -> engine.call(() -> engine.guarded(() -> {
                    try {
                        Interpreter.ofMethod(engine, value -> result[0] = value).run(method.statements());
                    } catch (Signal.Return finished) {
                        // The result is there.
                    }
                })));
        return result[0];
    }
}
