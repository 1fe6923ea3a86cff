package org.openbits.automation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** ParameterBindingException and its kinds as scripts see them. */
public final class BindingFailure extends IllegalArgumentException implements Shaped {

    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final String kind;

    BindingFailure(String message, String parameter, String kind) {
        super(message);
        this.parameter = parameter;
        this.kind = kind;
    }

    /** A value that an attribute of the parameter refuses. */
    public static BindingFailure validation(String parameter, String message) {
        return new BindingFailure(message, parameter, "ParameterBindingValidationException");
    }

    /** A value that is not of the parameter's type. */
    public static BindingFailure transformation(String parameter, String message) {
        return new BindingFailure(message, parameter, "ParameterBindingArgumentTransformationException");
    }

    static String kind(String id) {
        return id.startsWith("ParameterArgumentValidationError")
                ? "ParameterBindingValidationException"
                : "ParameterBindingException";
    }

    @Override
    public String typeName() {
        return "System.Management.Automation." + kind;
    }

    @Override
    public List<String> propertyNames() {
        return List.of("Message", "ParameterName");
    }

    @Override
    public @Nullable Object property(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "message" -> getMessage();
            case "parametername" -> parameter;
            default -> throw new NoSuchMember(typeName(), name);
        };
    }
}
