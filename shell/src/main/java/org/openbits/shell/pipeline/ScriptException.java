package org.openbits.shell.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.Shaped;

/** An object of a script's own class of exceptions, thrown. */
final class ScriptException extends RuntimeException implements Shaped {

    private static final long serialVersionUID = 1;

    private final transient ClassInstance instance;

    ScriptException(ClassInstance instance) {
        super(
                Conversion.toText(instance.property("Message")),
                instance.property("InnerException") instanceof Throwable cause ? cause : null);
        this.instance = instance;
    }

    ClassInstance instance() {
        return instance;
    }

    @Override
    public String typeName() {
        return instance.typeName();
    }

    @Override
    public List<String> propertyNames() {
        return instance.propertyNames();
    }

    @Override
    public @Nullable Object property(String name) {
        return instance.property(name);
    }

    @Override
    public void setProperty(String name, @Nullable Object value) {
        instance.setProperty(name, value);
    }
}
