package org.openbits.automation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** ParameterBindingException and its kinds as scripts see them. */
public final class BindingFailure extends IllegalArgumentException implements Shaped {

    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final String kind;
    private final String id;

    /** @param id what the record's FullyQualifiedErrorId begins with */
    BindingFailure(String message, String parameter, String kind, String id) {
        super(message);
        this.parameter = parameter;
        this.kind = kind;
        this.id = id;
    }

    /** A value that an attribute of the parameter refuses. */
    public static BindingFailure validation(String parameter, String message) {
        return new BindingFailure(
                message, parameter, "ParameterBindingValidationException", "ParameterArgumentValidationError");
    }

    /** A value that is not of the parameter's type. */
    public static BindingFailure transformation(String parameter, String message) {
        return new BindingFailure(
                message,
                parameter,
                "ParameterBindingArgumentTransformationException",
                "ParameterArgumentTransformationError");
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
        return List.of("Message", "ParameterName", "ErrorId");
    }

    @Override
    public @Nullable Object property(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "message" -> getMessage();
            case "parametername" -> parameter;
            case "errorid" -> id;
            default -> throw new NoSuchMember(typeName(), name);
        };
    }
}
