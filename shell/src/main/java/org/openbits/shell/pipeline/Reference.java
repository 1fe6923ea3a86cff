package org.openbits.shell.pipeline;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.Shaped;
import org.openbits.shell.language.VariableName;

/** {@code [ref]$name}: a variable, or a value, that a method may set. */
final class Reference implements Shaped {

    private final Supplier<@Nullable Object> getter;
    private final Consumer<@Nullable Object> setter;

    /** A variable. */
    Reference(Engine engine, VariableName name) {
        if (engine.variables().find(name) == null) {
            engine.variables().set(name, engine.variables().get(name), null);
        }
        Variable variable = engine.variables().find(name);
        if (variable == null) {
            // One of the environment, say: it has no scope to be looked for in.
            this.getter = () -> engine.variables().get(name);
            this.setter = value -> engine.variables().set(name, value, null);
        } else {
            // The very variable: a function that is given it sees other ones under the same name.
            this.getter = variable::value;
            this.setter = value -> engine.variables().set(variable, value);
        }
    }

    /** A place of its own that begins with a value. */
    Reference(@Nullable Object start) {
        @Nullable Object[] place = {start};
        this.getter = () -> place[0];
        this.setter = value -> place[0] = value;
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
        return getter.get();
    }

    @Override
    public void setProperty(String property, @Nullable Object value) {
        if (!property.equalsIgnoreCase("Value")) {
            throw new NoSuchMember(typeName(), property);
        }
        setter.accept(value);
    }
}
