package org.openbits.shell.pipeline;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.SessionDrive;

/** Variables and functions of a session, a script, a function or a block; what it lacks is looked for in the caller's. */
final class Scope {

    /** What a scope belongs to. */
    enum Kind {
        GLOBAL,
        SCRIPT,
        LOCAL
    }

    private final @Nullable Scope parent;
    private final Kind kind;
    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final Map<String, ScriptFunction> functions = new LinkedHashMap<>();
    private final Map<String, SessionDrive> drives = new LinkedHashMap<>(0);

    Scope(@Nullable Scope parent, Kind kind) {
        this.parent = parent;
        this.kind = kind;
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** The nearest variable of that name, from here outward. */
    @Nullable
    Variable find(String name) {
        String key = key(name);
        for (Scope scope = this; scope != null; scope = scope.parent) {
            Variable variable = scope.variables.get(key);
            if (variable != null) {
                return variable;
            }
        }
        return null;
    }

    /** This scope's own variable, null when it has none of that name. */
    @Nullable
    Variable own(String name) {
        return variables.get(key(name));
    }

    /** This scope's own variable, made when missing. */
    Variable declare(String name) {
        return variables.computeIfAbsent(key(name), k -> new Variable(name));
    }

    void set(String name, @Nullable Object value) {
        declare(name).value(value);
    }

    void add(Variable variable) {
        variables.put(key(variable.name()), variable);
    }

    /** Puts back what {@link #own} gave before; null takes the variable away. */
    void restore(String name, @Nullable Variable before) {
        if (before == null) {
            variables.remove(key(name));
        } else {
            variables.put(key(name), before);
        }
    }

    @Nullable
    ScriptFunction findFunction(String name) {
        String key = key(name);
        for (Scope scope = this; scope != null; scope = scope.parent) {
            ScriptFunction function = scope.functions.get(key);
            if (function != null) {
                return function;
            }
        }
        return null;
    }

    void define(ScriptFunction function) {
        functions.put(key(function.name()), function);
    }

    void undefine(String name) {
        functions.remove(key(name));
    }

    /** The variables of this scope alone, by lower-case name. */
    Map<String, Variable> variables() {
        return variables;
    }

    Map<String, ScriptFunction> functions() {
        return functions;
    }

    /** The drives made in this scope, by lower-case name. */
    Map<String, SessionDrive> drives() {
        return drives;
    }

    @Nullable
    Scope parent() {
        return parent;
    }

    Scope global() {
        Scope scope = this;
        while (scope.parent != null) {
            scope = scope.parent;
        }
        return scope;
    }

    /** The scope of the script that runs; the global one at the prompt. */
    Scope script() {
        Scope scope = this;
        while (scope.kind == Kind.LOCAL && scope.parent != null) {
            scope = scope.parent;
        }
        return scope;
    }
}
