package org.openbits.shell.pipeline;

import java.util.AbstractMap;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbits.shell.language.VariableName;

/** The global variables as a map that ignores case. What is put here, scripts see at once, and the other way round. */
final class SharedVariables extends AbstractMap<String, @Nullable Object> {

    private final Engine engine;

    SharedVariables(Engine engine) {
        this.engine = engine;
    }

    private Scope global() {
        return engine.scope().global();
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return name == null ? null : engine.variables().get(new VariableName("", name.toString()));
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name != null && (global().own(name.toString()) != null || get(name) != null);
    }

    @Override
    public @Nullable Object put(String name, @Nullable Object value) {
        Object before = get(name);
        engine.variables().set(new VariableName("global", name), value, null);
        return before;
    }

    @Override
    public @Nullable Object remove(@Nullable Object name) {
        Object before = get(name);
        if (name != null) {
            global().restore(name.toString(), null);
        }
        return before;
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        Set<Entry<String, @Nullable Object>> entries = new LinkedHashSet<>();
        for (Variable variable : global().variables().values()) {
            entries.add(new SimpleImmutableEntry<>(variable.name(), variable.value()));
        }
        return entries;
    }
}
