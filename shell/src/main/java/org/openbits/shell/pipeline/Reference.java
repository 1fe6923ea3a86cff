package org.openbits.shell.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.Shaped;
import org.openbits.shell.language.VariableName;

/** {@code [ref]$name}: a variable that a method may set. */
final class Reference implements Shaped {

    private final Engine engine;
    private final VariableName name;

    Reference(Engine engine, VariableName name) {
        this.engine = engine;
        this.name = name;
    }

    @Override
    public String typeName() {
        return "System.Management.Automation.PSReference";
    }

    @Override
    public List<String> propertyNames() {
        return List.of("Value");
    }

    @Override
    public @Nullable Object property(String property) {
        if (!property.equalsIgnoreCase("Value")) {
            throw new NoSuchMember(typeName(), property);
        }
        return engine.variables().get(name);
    }

    @Override
    public void setProperty(String property, @Nullable Object value) {
        if (!property.equalsIgnoreCase("Value")) {
            throw new NoSuchMember(typeName(), property);
        }
        engine.variables().set(name, value, null);
    }
}
