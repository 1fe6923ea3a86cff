package org.openbits.shell.pipeline;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CmdletException;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.ModuleFiles;
import org.openbits.automation.ScriptBlock;
import org.openbits.automation.Session;
import org.openbits.automation.SessionDrive;
import org.openbits.shell.language.VariableName;

/** What cmdlets may ask of the session: variables by scope, functions, the environment, lines, locations. */
final class SessionAccess implements Session {

    private static final int KEPT_LINES = 4096;

    private final Engine engine;
    private final List<String> history = new ArrayList<>();
    private final Deque<Path> locations = new ArrayDeque<>();

    SessionAccess(Engine engine) {
        this.engine = engine;
    }

    @Override
    public ModuleFiles modules() {
        return engine.services().get(ScriptModules.class);
    }

    /** Adds a line to the history. */
    void remember(String line) {
        history.add(line);
        if (history.size() > KEPT_LINES) {
            history.remove(0);
        }
    }

    @Override
    public Map<String, @Nullable Object> variables() {
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        Map<String, Boolean> seen = new LinkedHashMap<>();
        for (Scope scope = engine.scope(); scope != null; scope = scope.parent()) {
            for (Variable variable : scope.variables().values()) {
                if (seen.putIfAbsent(Scope.key(variable.name()), true) == null) {
                    variables.put(variable.name(), variable.value());
                }
            }
        }
        return variables;
    }

    @Override
    public Map<String, @Nullable Object> variables(String scope) {
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        scope(scope).variables().values().forEach(each -> variables.put(each.name(), each.value()));
        return variables;
    }

    @Override
    public void setVariable(String name, @Nullable Object value, @Nullable String scope) {
        Scope target = scope(scope);
        engine.within(target, engine.streams(), () -> engine.variables().set(new VariableName("", name), value, null));
    }

    @Override
    public Map<String, SessionDrive> drives() {
        Map<String, SessionDrive> drives = new LinkedHashMap<>();
        for (Scope scope = engine.scope(); scope != null; scope = scope.parent()) {
            scope.drives().forEach(drives::putIfAbsent);
        }
        return drives;
    }

    @Override
    public void addDrive(SessionDrive drive, @Nullable String scope) {
        scope(scope).drives().put(Scope.key(drive.name()), drive);
    }

    @Override
    public boolean removeDrive(String name) {
        for (Scope scope = engine.scope(); scope != null; scope = scope.parent()) {
            if (scope.drives().remove(Scope.key(name)) != null) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void protectVariable(String name, @Nullable String scope) {
        Variable variable = scope(scope).own(name);
        if (variable != null) {
            variable.protect();
        }
    }

    @Override
    public boolean removeVariable(String name, @Nullable String scope) {
        Scope start = scope(scope);
        for (Scope each = start; each != null; each = scope == null ? each.parent() : null) {
            if (each.own(name) != null) {
                each.restore(name, null);
                return true;
            }
        }
        return false;
    }

    private Scope scope(@Nullable String name) {
        Scope scope = engine.scope();
        if (name == null || name.equalsIgnoreCase("Local")) {
            return scope;
        }
        if (name.equalsIgnoreCase("Global")) {
            return scope.global();
        }
        if (name.equalsIgnoreCase("Script")) {
            return scope.script();
        }
        int up = name.chars().allMatch(Character::isDigit) && name.length() < 4 ? Integer.parseInt(name) : 0;
        while (up-- > 0 && scope.parent() != null) {
            scope = scope.parent();
        }
        return scope;
    }

    @Override
    public Map<String, String> environment() {
        return engine.environment();
    }

    @Override
    public @Nullable ScriptBlock block(String function) {
        ScriptFunction found = engine.scope().findFunction(function);
        return found == null ? null : found.block(engine);
    }

    @Override
    public Map<String, String> functions() {
        Map<String, String> functions = new LinkedHashMap<>();
        for (Scope scope = engine.scope(); scope != null; scope = scope.parent()) {
            for (ScriptFunction function : scope.functions().values()) {
                functions.putIfAbsent(function.name(), function.body().inner().text());
            }
        }
        return functions;
    }

    @Override
    public void removeFunction(String name) {
        for (Scope scope = engine.scope(); scope != null; scope = scope.parent()) {
            if (scope.functions().remove(Scope.key(name)) != null) {
                return;
            }
        }
    }

    @Override
    public @Nullable CmdletInfo function(String name) {
        ScriptFunction function = engine.scope().findFunction(name);
        return function == null ? null : function.info(engine);
    }

    @Override
    public @Nullable CmdletInfo script(Path file) {
        try {
            return FunctionInfo.of(engine, String.valueOf(file.getFileName()), Scripts.read(file, null));
        } catch (CmdletException unreadable) {
            return null;
        }
    }

    @Override
    public String moduleOf(String function) {
        return engine.services().get(ScriptModules.class).owner(function);
    }

    @Override
    public List<String> history() {
        return List.copyOf(history);
    }

    @Override
    public Deque<Path> locations() {
        return locations;
    }

    @Override
    public List<@Nullable Object> evaluate(String script) {
        List<@Nullable Object> results = new ArrayList<>();
        try {
            engine.run(engine.types().block(script).body().statements(), results::add);
        } catch (Signal.Return finished) {
            return results;
        }
        return results;
    }
}
