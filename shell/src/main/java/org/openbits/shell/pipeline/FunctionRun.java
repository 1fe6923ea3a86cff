package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Argument;
import org.openbits.automation.BindingFailure;
import org.openbits.automation.CmdletException;
import org.openbits.automation.ConversionException;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.HashTable;
import org.openbits.shell.language.Body;
import org.openbits.shell.language.ParameterDeclaration;
import org.openbits.shell.language.ScriptBody;
import org.openbits.shell.language.TypeName;

/** One call of a function, script or block: its parameters, then its begin, process and end blocks in its scope. */
final class FunctionRun {

    private final Engine engine;
    private final ScriptBody body;
    private final Scope scope;
    private final Sink out;
    private final List<@Nullable Object> input = new ArrayList<>();
    private String name = "<ScriptBlock>";
    private boolean hasBegun;

    FunctionRun(Engine engine, ScriptBody body, Scope scope, Sink out) {
        this.engine = engine;
        this.body = body;
        this.scope = scope;
        this.out = out;
    }

    /** The name by which traces call it. */
    FunctionRun named(String newName) {
        name = newName.isEmpty() ? name : newName;
        return this;
    }

    Scope scope() {
        return scope;
    }

    /** Gives the parameters their values; what is left over becomes {@code $args}. */
    void bind(List<Argument> arguments) {
        List<ParameterDeclaration> parameters = body.parameters() == null ? List.of() : body.parameters();
        SimpleBinding binding = new SimpleBinding(engine, name, parameters);
        binding.bind(arguments);
        if (!parameters.isEmpty() || !arguments.isEmpty() || scope.own("args") == null) {
            scope.set("args", binding.rest());
        }
        declare(parameters, binding.values());
    }

    /** Declares the parameters: given values as they are, the others by their defaults, in order. */
    void declare(List<ParameterDeclaration> parameters, Map<String, @Nullable Object> values) {
        HashTable bound = new HashTable();
        within(() -> {
            for (ParameterDeclaration parameter : parameters) {
                String name = parameter.name();
                if (values.containsKey(name)) {
                    set(parameter, values.get(name));
                    bound.put(name, valueOf(parameter));
                }
            }
            // A default may name any parameter that was given, also one that stands after it.
            for (ParameterDeclaration parameter : parameters) {
                if (!values.containsKey(parameter.name())) {
                    set(parameter, defaultValue(parameter));
                }
            }
        });
        if (!parameters.isEmpty()) {
            scope.set("PSBoundParameters", bound);
        }
        Variable called = scope.own("MyInvocation");
        if (called != null && called.value() instanceof CustomObject invocation) {
            invocation.add("BoundParameters", bound);
        }
    }

    private @Nullable Object valueOf(ParameterDeclaration parameter) {
        Variable variable = scope.own(parameter.name());
        return variable == null ? null : variable.value();
    }

    private @Nullable Object defaultValue(ParameterDeclaration parameter) {
        if (parameter.defaultValue() != null) {
            return engine.expressions().value(parameter.defaultValue());
        }
        return parameter.type() == null ? null : Types.empty(parameter.type());
    }

    /** Gives a parameter a value; gives it back as the parameter's type has it. */
    @Nullable
    Object set(ParameterDeclaration parameter, @Nullable Object value) {
        Variable variable = scope.declare(parameter.name());
        variable.type(null);
        variable.rules(List.of());
        variable.value(parameter.type() == null || value == null ? value : converted(parameter, value));
        variable.type(parameter.type());
        variable.rules(Validations.rulesOf(parameter));
        return variable.value();
    }

    private @Nullable Object converted(ParameterDeclaration parameter, Object value) {
        TypeName type = Objects.requireNonNull(parameter.type());
        try {
            return engine.types().convert(type, value, parameter.span());
        } catch (CmdletException failure) {
            if (!(failure.record().exception() instanceof ConversionException)) {
                throw failure;
            }
            throw Failures.at(
                    null,
                    BindingFailure.transformation(
                            parameter.name(),
                            "Cannot process argument transformation on parameter '" + parameter.name() + "'. "
                                    + failure.record().message()),
                    "ParameterArgumentTransformationError",
                    ErrorCategory.InvalidData,
                    null);
        }
    }

    private void within(Runnable action) {
        engine.within(scope, engine.streams(), () -> engine.call(name, action));
    }

    private void block(@Nullable Body statements) {
        if (statements == null) {
            return;
        }
        within(() -> {
            try {
                engine.run(statements, out);
            } catch (Signal.Return finished) {
                // The block is over; what it wrote has gone on.
            }
        });
    }

    /** What the dynamicparam block gives. */
    void dynamic() {
        block(body.dynamic());
    }

    void begin() {
        hasBegun = true;
        block(body.begin());
    }

    void process(@Nullable Object value) {
        if (body.process() == null) {
            input.add(value);
            return;
        }
        engine.within(scope, engine.streams(), () -> Block.withDollarUnder(engine, value, () -> block(body.process())));
    }

    /** The process step of a call without a pipeline before it. */
    void processNothing() {
        block(body.process());
    }

    void end() {
        if (body.process() == null) {
            scope.set("input", input);
        }
        block(body.end());
    }

    /** All steps of a call without a pipeline before it; {@code $_} is whatever it is. */
    void whole() {
        whole(List.of());
    }

    /** The same with what a pipeline brought; nothing is a call without one. */
    void whole(List<@Nullable Object> given) {
        try {
            begin();
            if (given.isEmpty()) {
                processNothing();
            } else {
                given.forEach(this::process);
            }
            end();
        } finally {
            clean();
        }
    }

    /**
     * The clean block, once, however the call ended: also when the user stopped it. What it writes goes nowhere, and its
     * errors are shown without ending anything.
     */
    void clean() {
        Body clean = body.clean();
        if (clean == null || !hasBegun) {
            return;
        }
        hasBegun = false;
        boolean stopped = engine.takeStop();
        try {
            within(() -> engine.run(clean, ignored -> {}));
        } catch (Signal.Return finished) {
            // It is over.
        } catch (CmdletException failure) {
            engine.report(failure.record(), false);
        } finally {
            engine.stopAgain(stopped);
        }
    }
}
