package org.openbits.shell.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Argument;
import org.openbits.automation.CmdletInfo;
import org.openbits.shell.language.ParameterDeclaration;
import org.openbits.shell.language.ScriptBody;

/**
 * A function of a script. One that asks for it (by {@code [CmdletBinding()]} or a {@code [Parameter()]}) is bound as a
 * cmdlet is; any other takes what it is given.
 */
final class ScriptFunction {

    private final String name;
    private final ScriptBody body;
    private final @Nullable Scope home;
    private @Nullable CmdletInfo info;

    ScriptFunction(String name, ScriptBody body) {
        this(name, body, null);
    }

    private ScriptFunction(String name, ScriptBody body, @Nullable Scope home) {
        this.name = name;
        this.body = body;
        this.home = home;
    }

    /** The same function as one of a module, which looks for variables in the module's scope. */
    ScriptFunction inside(Scope module) {
        return new ScriptFunction(name, body, module);
    }

    /** The same function by another name. */
    ScriptFunction named(String other) {
        return new ScriptFunction(other, body, home);
    }

    /** The scope that a call is nested in: the module's, else the caller's. */
    Scope outer(Engine engine) {
        return home == null ? engine.scope() : home;
    }

    String name() {
        return name;
    }

    ScriptBody body() {
        return body;
    }

    Block block(Engine engine) {
        return new Block(engine, body);
    }

    boolean isAdvanced() {
        return isAdvanced(body);
    }

    static boolean isAdvanced(ScriptBody body) {
        List<ParameterDeclaration> parameters = body.parameters();
        return body.hasAttribute("CmdletBinding")
                || body.dynamic() != null
                || parameters != null
                        && parameters.stream()
                                .flatMap(p -> p.attributes().stream())
                                .anyMatch(a -> a.is("Parameter"));
    }

    /** The same for one call: with the parameters that its dynamicparam block names. */
    CmdletInfo info(Engine engine, List<Argument> arguments) {
        return body.dynamic() == null
                ? info(engine)
                : FunctionInfo.of(engine, name, DynamicParameters.of(engine, outer(engine), body, arguments), home);
    }

    /** What the binder, help and completion know of it. */
    CmdletInfo info(Engine engine) {
        if (info == null) {
            info = FunctionInfo.of(engine, name, body, home);
        }
        return info;
    }
}
