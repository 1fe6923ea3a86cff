package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Argument;
import org.openbits.automation.CmdletException;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.shell.language.Attribute;
import org.openbits.shell.language.Expression;
import org.openbits.shell.language.ParameterDeclaration;

/** Binds the arguments of a plain function: names, then positions, and the rest is nobody's. */
final class SimpleBinding {

    private final Engine engine;
    private final String command;
    private final List<ParameterDeclaration> parameters;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final List<@Nullable Object> rest = new ArrayList<>();

    /** @param command the function, as errors name it */
    SimpleBinding(Engine engine, String command, List<ParameterDeclaration> parameters) {
        this.engine = engine;
        this.command = command;
        this.parameters = parameters;
    }

    /** The bound values by the parameter's declared name. */
    Map<String, @Nullable Object> values() {
        return values;
    }

    /** What no parameter took. */
    List<@Nullable Object> rest() {
        return rest;
    }

    void bind(List<Argument> arguments) {
        List<Argument> loose = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Argument argument = arguments.get(i);
            ParameterDeclaration parameter =
                    argument.parameter() == null ? null : find(argument.parameter(), argument.offset());
            if (parameter == null) {
                loose.add(argument);
            } else if (argument.hasValue()) {
                put(parameter, argument.value());
            } else if (isSwitch(parameter)) {
                put(parameter, true);
            } else if (i + 1 < arguments.size() && arguments.get(i + 1).parameter() == null) {
                put(parameter, arguments.get(++i).value());
            } else {
                throw failure("MissingArgument", "Missing an argument for parameter '" + parameter.name() + "'.");
            }
        }
        positions(loose);
        values.forEach((name, value) -> {
            ParameterDeclaration parameter = byName(name);
            Validations.check(engine, command, parameter, converted(parameter, value));
        });
    }

    /** What the rules are asked about: a value of the parameter's type. What cannot become one fails later, by its own words. */
    private @Nullable Object converted(ParameterDeclaration parameter, @Nullable Object value) {
        if (parameter.type() == null || value == null || parameter.attributes().isEmpty()) {
            return value;
        }
        try {
            return engine.types().convert(parameter.type(), value, parameter.span());
        } catch (CmdletException refused) {
            return value;
        }
    }

    private ParameterDeclaration byName(String name) {
        return parameters.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void put(ParameterDeclaration parameter, @Nullable Object value) {
        if (values.containsKey(parameter.name())) {
            throw failure(
                    "ParameterAlreadyBound",
                    "Cannot bind parameter because parameter '" + parameter.name() + "' is specified more than once.");
        }
        values.put(parameter.name(), value);
    }

    private void positions(List<Argument> loose) {
        for (Argument argument : loose) {
            ParameterDeclaration free = argument.parameter() == null ? firstFree() : null;
            if (free != null) {
                values.put(free.name(), argument.value());
            } else if (argument.parameter() == null) {
                rest.add(argument.value());
            } else {
                rest.add(new ParameterText(argument.parameter()));
                if (argument.hasValue()) {
                    rest.add(argument.value());
                }
            }
        }
    }

    /** A parameter among the leftovers: a text, but splatted it is a parameter again. */
    record ParameterText(String name) {
        @Override
        public String toString() {
            return "-" + name;
        }
    }

    private @Nullable ParameterDeclaration firstFree() {
        for (ParameterDeclaration parameter : parameters) {
            if (!values.containsKey(parameter.name()) && !isSwitch(parameter)) {
                return parameter;
            }
        }
        return null;
    }

    private @Nullable ParameterDeclaration find(String name, int offset) {
        ParameterDeclaration prefixed = null;
        for (ParameterDeclaration parameter : parameters) {
            if (parameter.name().equalsIgnoreCase(name)
                    || aliases(parameter).stream().anyMatch(name::equalsIgnoreCase)) {
                return parameter;
            }
            if (Scope.key(parameter.name()).startsWith(Scope.key(name))) {
                if (prefixed != null) {
                    throw failure(
                            "AmbiguousParameter",
                            "Parameter cannot be processed because the parameter name '" + name
                                    + "' is ambiguous. Possible matches include: -" + prefixed.name() + " -"
                                    + parameter.name() + ".");
                }
                prefixed = parameter;
            }
        }
        return prefixed;
    }

    static boolean isSwitch(ParameterDeclaration parameter) {
        return parameter.type() != null
                && (parameter.type().name().equalsIgnoreCase("switch")
                        || Scope.key(parameter.type().name()).endsWith("switchparameter"));
    }

    /** The names an {@code [Alias()]} gives. */
    static List<String> aliases(ParameterDeclaration parameter) {
        List<String> aliases = new ArrayList<>();
        for (Attribute attribute : parameter.attributes()) {
            if (attribute.is("Alias")) {
                for (Expression value : attribute.values()) {
                    if (value instanceof Expression.Literal literal) {
                        aliases.add(Conversion.toText(literal.value()));
                    }
                }
            }
        }
        return aliases;
    }

    private static RuntimeException failure(String id, String message) {
        return Failures.at(null, id, ErrorCategory.InvalidArgument, null, message);
    }
}
