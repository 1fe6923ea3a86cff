package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.shell.language.Attribute;
import org.openbits.shell.language.ParameterDeclaration;
import org.openbits.shell.language.Span;
import org.openbits.shell.language.TypeName;

/** A parameter that a {@code dynamicparam} block makes. Public because scripts set its properties by name. */
public final class RuntimeDefinedParameter {

    private String name;
    private @Nullable Object parameterType;
    private List<@Nullable Object> attributes;
    private @Nullable Object value;
    private boolean isSet;

    RuntimeDefinedParameter(String name, @Nullable Object type, @Nullable Object attributes) {
        this.name = name;
        this.parameterType = type;
        this.attributes = Conversion.isMany(attributes)
                ? Conversion.enumerate(attributes)
                : attributes == null ? new ArrayList<>() : new ArrayList<>(List.of(attributes));
    }

    public String getName() {
        return name;
    }

    public void setName(String newName) {
        name = newName;
    }

    public @Nullable Object getParameterType() {
        return parameterType;
    }

    public void setParameterType(@Nullable Object type) {
        parameterType = type;
    }

    public List<@Nullable Object> getAttributes() {
        return attributes;
    }

    public @Nullable Object getValue() {
        return value;
    }

    public void setValue(@Nullable Object newValue) {
        value = newValue;
        isSet = true;
    }

    public boolean getIsSet() {
        return isSet;
    }

    /** As {@code param( )} would declare it. */
    ParameterDeclaration declaration(Span place) {
        List<Attribute> declared = new ArrayList<>();
        for (Object each : attributes) {
            Attribute attribute = AttributeType.declared(each, place);
            if (attribute != null) {
                declared.add(attribute);
            }
        }
        TypeName type = parameterType instanceof NetType known
                ? known.name()
                : parameterType == null ? null : new TypeName(place, Conversion.toText(parameterType), List.of(), 0);
        return new ParameterDeclaration(place, name, type, declared, null);
    }

    /** {@code [System.Management.Automation.RuntimeDefinedParameter]}. */
    static final class Type implements Statics {
        @Override
        public Object create(List<@Nullable Object> arguments) {
            return new RuntimeDefinedParameter(
                    StaticTypes.text(arguments, 0),
                    arguments.size() > 1 ? arguments.get(1) : null,
                    arguments.size() > 2 ? arguments.get(2) : null);
        }
    }
}
