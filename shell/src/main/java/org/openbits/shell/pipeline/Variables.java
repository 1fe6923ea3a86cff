package org.openbits.shell.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.PathInfo;
import org.openbits.shell.language.Attribute;
import org.openbits.shell.language.Span;
import org.openbits.shell.language.TypeName;
import org.openbits.shell.language.VariableName;

/** Finds and sets variables by their written names: scopes, {@code env:}, automatic ones. */
final class Variables {

    private static final Set<String> SCOPES = Set.of("global", "script", "local", "private", "variable");

    private final Engine engine;
    private boolean strict;
    private boolean strictProperties;
    private boolean strictIndexes;

    Variables(Engine engine) {
        this.engine = engine;
    }

    /** What becomes an error: from version 1 reading unset variables, from 2 properties, from 3 elements; 0: nothing. */
    void strict(int version) {
        strict = version >= 1;
        strictProperties = version >= 2;
        strictIndexes = version >= 3;
    }

    /** Whether reading an element that does not exist is an error. */
    boolean hasStrictIndexes() {
        return strictIndexes;
    }

    /** Whether reading a property that does not exist is an error. */
    boolean hasStrictProperties() {
        return strictProperties;
    }

    /** The value; null when there is no such variable, unless that is to be an error. */
    @Nullable
    Object get(VariableName name, Span span) {
        Object value = get(name);
        if (value == null && strict && !name.scope().equals("env") && find(name) == null) {
            throw Failures.at(
                    span,
                    "VariableIsUndefined",
                    ErrorCategory.InvalidOperation,
                    name.toString(),
                    "The variable '$" + name + "' cannot be retrieved because it has not been set.");
        }
        return value;
    }

    /** The value; null when there is no such variable. */
    @Nullable
    Object get(VariableName name) {
        String scope = name.scope();
        if (scope.equals("env")) {
            return engine.environment().get(name.name());
        }
        if (scope.equals("function")) {
            ScriptFunction function = engine.scope().findFunction(name.name());
            return function == null ? null : function.block(engine);
        }
        if (scope.equals("using")) {
            return get(VariableName.parse(name.name()));
        }
        if (!scope.isEmpty() && !SCOPES.contains(scope)) {
            return null;
        }
        String key = name.name().toLowerCase(Locale.ROOT);
        Object automatic = automatic(key);
        if (automatic != null) {
            return automatic;
        }
        Variable variable = find(scope, key);
        return variable == null ? null : variable.value();
    }

    /** The variable itself, null when there is none or when it is an automatic one. */
    @Nullable
    Variable find(VariableName name) {
        return find(name.scope(), name.name());
    }

    private @Nullable Variable find(String scope, String name) {
        String plain = name.equalsIgnoreCase("PSItem") ? "_" : name;
        return switch (scope) {
            case "global" -> engine.scope().global().own(plain);
            case "script" -> engine.scope().script().find(plain);
            case "local", "private" -> engine.scope().own(plain);
            default -> engine.scope().find(plain);
        };
    }

    private @Nullable Object automatic(String key) {
        return switch (key) {
            case "?" -> engine.errors().looked(engine.succeeded());
            case "pwd" -> new PathInfo(engine.directory());
            case "error" -> engine.errors().list();
            default -> null;
        };
    }

    /** Sets a variable that was found before, wherever it stands. */
    void set(Variable variable, @Nullable Object value) {
        store(variable, value, null);
    }

    private void store(Variable variable, @Nullable Object value, @Nullable Span span) {
        TypeName type = variable.type();
        Object converted = type == null ? value : engine.types().convert(type, value, span);
        if (!variable.rules().isEmpty()) {
            Validations.checkVariable(engine, variable.name(), variable.rules(), converted, span);
        }
        variable.value(converted);
    }

    /** Sets a variable; one that was declared with a type converts the value. */
    void set(VariableName name, @Nullable Object value, @Nullable Span span) {
        String scope = name.scope();
        if (scope.equals("env")) {
            setEnvironment(name.name(), value);
            return;
        }
        if (scope.equals("function") && value instanceof Block block) {
            engine.scope().define(new ScriptFunction(name.name(), block.body()));
            return;
        }
        if (!scope.isEmpty() && !SCOPES.contains(scope)) {
            throw Failures.at(
                    span,
                    "DriveNotFound",
                    ErrorCategory.ObjectNotFound,
                    scope,
                    "Cannot find drive. A drive with the name '" + scope + "' does not exist.");
        }
        if (name.name().equalsIgnoreCase("null")) {
            return;
        }
        Variable variable = writable(target(scope), name.name(), span);
        store(variable, value, span);
    }

    /** Notes that the command whose result is assigned wrote nothing. */
    void clear(VariableName name, @Nullable Span span) {
        set(name, null, span);
        Variable variable = find(name.scope().isEmpty() ? "local" : name.scope(), name.name());
        if (variable != null && variable.type() == null && variable.rules().isEmpty()) {
            variable.clear();
        }
    }

    /** Sets a variable and the type all its later values are converted to. */
    void setTyped(VariableName name, TypeName type, @Nullable Object value, @Nullable Span span) {
        Variable variable = writable(target(name.scope()), name.name(), span);
        Object converted = engine.types().convert(type, value, span);
        variable.type(type);
        variable.value(converted);
    }

    /** Sets a variable, and the rules that it and all later values obey; the type, if any, converts before. */
    void setRuled(
            VariableName name,
            @Nullable TypeName type,
            List<Attribute> rules,
            @Nullable Object value,
            @Nullable Span span) {
        Object converted = type == null ? value : engine.types().convert(type, value, span);
        Validations.checkVariable(engine, name.name(), rules, converted, span);
        Variable variable = writable(target(name.scope()), name.name(), span);
        variable.type(type);
        variable.rules(rules);
        variable.value(converted);
    }

    private Scope target(String scope) {
        return switch (scope) {
            case "global" -> engine.scope().global();
            case "script" -> engine.scope().script();
            default -> engine.scope();
        };
    }

    private Variable writable(Scope scope, String name, @Nullable Span span) {
        Variable existing = scope.global().own(name);
        Variable own = scope.own(name);
        if (existing != null && existing.isReadOnly()
                || own != null && own.isReadOnly()
                || List.of("?", "error", "pwd").contains(Scope.key(name))) {
            String message = "Cannot overwrite variable " + name + " because it is read-only or constant.";
            throw Failures.at(
                    span,
                    new NetException(
                            "System.Management.Automation.SessionStateUnauthorizedAccessException", message, null),
                    "VariableNotWritable",
                    ErrorCategory.WriteError,
                    name);
        }
        return scope.declare(name);
    }

    private void setEnvironment(String name, @Nullable Object value) {
        if (value == null || Conversion.toText(value).isEmpty()) {
            engine.environment().remove(name);
        } else {
            engine.environment().put(name, Conversion.toText(value));
        }
    }
}
