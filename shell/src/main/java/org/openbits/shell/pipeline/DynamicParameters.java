package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Argument;
import org.openbits.automation.CmdletException;
import org.openbits.shell.language.ParameterDeclaration;
import org.openbits.shell.language.ScriptBody;
import org.openbits.shell.language.Span;

/** The parameters that a {@code dynamicparam} block adds to those of {@code param( )}, found out for each call. */
final class DynamicParameters {

    /** Common parameters that take no value. */
    private static final Set<String> SWITCHES = Set.of("verbose", "debug", "whatif", "confirm", "vb", "db", "wi", "cf");

    private DynamicParameters() {}

    /**
     * The body with all its parameters. A call whose other arguments do not fit gets no more than they are: binding them
     * tells the fault.
     */
    static ScriptBody of(Engine engine, Scope outer, ScriptBody body, List<Argument> arguments) {
        if (body.dynamic() == null) {
            return body;
        }
        List<ParameterDeclaration> declared = body.parameters() == null ? List.of() : body.parameters();
        List<ParameterDeclaration> all = new ArrayList<>(declared);
        List<@Nullable Object> results = new ArrayList<>();
        FunctionRun run = new FunctionRun(engine, body, new Scope(outer, Scope.Kind.LOCAL), results::add);
        try {
            run.bind(known(declared, arguments));
        } catch (CmdletException unfit) {
            return body.withParameters(declared);
        }
        run.dynamic();
        for (Object result : results) {
            if (result instanceof Map<?, ?> table) {
                table.values().forEach(each -> add(all, each, body.span()));
            }
        }
        return body.withParameters(List.copyOf(all));
    }

    private static void add(List<ParameterDeclaration> all, @Nullable Object named, Span place) {
        if (named instanceof RuntimeDefinedParameter parameter) {
            all.add(parameter.declaration(place));
        }
    }

    /** The arguments that are surely of the declared parameters: a name that none has goes with what follows it. */
    private static List<Argument> known(List<ParameterDeclaration> declared, List<Argument> arguments) {
        List<Argument> known = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Argument argument = arguments.get(i);
            String name = argument.parameter();
            if (name == null || isOfOne(declared, name.toLowerCase(Locale.ROOT))) {
                known.add(argument);
            } else if (!argument.hasValue()
                    && !SWITCHES.contains(name.toLowerCase(Locale.ROOT))
                    && i + 1 < arguments.size()
                    && arguments.get(i + 1).parameter() == null) {
                i++;
            }
        }
        return known;
    }

    private static boolean isOfOne(List<ParameterDeclaration> declared, String name) {
        return declared.stream()
                .anyMatch(each -> each.name().toLowerCase(Locale.ROOT).startsWith(name)
                        || SimpleBinding.aliases(each).stream().anyMatch(name::equalsIgnoreCase));
    }
}
