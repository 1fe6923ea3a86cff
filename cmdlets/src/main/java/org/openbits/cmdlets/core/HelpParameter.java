package org.openbits.cmdlets.core;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ParameterInfo;
import org.openbits.automation.Shaped;

/**
 * The help of one parameter: what is shown of it, and its parts for scripts.
 *
 * @param parts its properties
 * @param page the lines that are shown
 */
record HelpParameter(CustomObject parts, List<String> page) implements Shaped {

    static HelpParameter of(ParameterInfo parameter, List<String> page) {
        return new HelpParameter(HelpItem.parameter(parameter), List.copyOf(page));
    }

    @Override
    public String typeName() {
        return parts.typeName();
    }

    @Override
    public List<String> propertyNames() {
        return parts.propertyNames();
    }

    @Override
    public @Nullable Object property(String name) {
        return parts.property(name);
    }

    @Override
    public String toString() {
        return String.join("\n", page);
    }
}
