package org.openbits.automation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an argument fit its parameter: type, emptiness, accepted values. */
final class ValueFitting {

    private final BindingErrors errors;
    private final CommandRuntime runtime;

    ValueFitting(BindingErrors errors, CommandRuntime runtime) {
        this.errors = errors;
        this.runtime = runtime;
    }

    /** Whether the value is of the parameter's type as it stands; a single value fits a list of its type. */
    static boolean fitsAsIs(ParameterInfo parameter, @Nullable Object value) {
        Class<?> type = parameter.type().type();
        if (parameter.type().isList() && Conversion.isMany(value)) {
            for (Object element : Conversion.enumerate(value)) {
                if (!type.isInstance(element)) {
                    return false;
                }
            }
            return true;
        }
        return value == null || type.isInstance(value);
    }

    /**
     * The value as the parameter takes it.
     *
     * @throws BindingException when it cannot be converted or is not accepted
     */
    @Nullable
    Object fit(ParameterInfo parameter, boolean mandatory, @Nullable Object value, int offset) {
        Object fitted = convert(parameter, value, offset);
        if (mandatory && parameter.type().type() != Object.class) {
            refuseEmpty(parameter, fitted, offset);
        }
        if (!parameter.values().isEmpty()) {
            refuseOthers(parameter, fitted, offset);
        }
        return fitted;
    }

    private @Nullable Object convert(ParameterInfo parameter, @Nullable Object value, int offset) {
        try {
            if (!parameter.type().isList()) {
                return one(parameter, value);
            }
            if (value == null) {
                return null;
            }
            List<@Nullable Object> list = parameter.type().type() == Object.class
                    ? new ArrayList<>()
                    : NetList.array(TypeNames.fullName(parameter.type().type()), List.of());
            for (Object element : Conversion.enumerate(value)) {
                list.add(one(parameter, element));
            }
            return list;
        } catch (ConversionException failure) {
            throw errors.notConvertible(parameter, failure, offset);
        }
    }

    private @Nullable Object one(ParameterInfo parameter, @Nullable Object value) {
        Class<?> type = parameter.type().type();
        if (type.isInstance(value)) {
            return value;
        }
        if (type == Boolean.class && !(value instanceof Number)) {
            throw new ConversionException(
                    value,
                    "System.Boolean",
                    "Boolean parameters accept only Boolean values and numbers, such as $True, $False, 1 or 0.");
        }
        if (value == null && Number.class.isAssignableFrom(type)) {
            throw new ConversionException(null, TypeNames.fullName(type));
        }
        ConvertedBy converter = type.getAnnotation(ConvertedBy.class);
        return converter == null || value == null
                ? ScalarConversion.to(type, value)
                : create(converter.value()).convert(value, runtime);
    }

    private static ArgumentConverter create(Class<? extends ArgumentConverter> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException("Cannot create " + type.getName(), failure);
        }
    }

    private void refuseEmpty(ParameterInfo parameter, @Nullable Object value, int offset) {
        ParameterInfo.Emptiness empty = ParameterInfo.Emptiness.of(value);
        if (empty != null && !parameter.accessor().allows(empty)) {
            throw errors.empty(parameter, empty, offset);
        }
        if (value instanceof List<?> list) {
            list.forEach(element -> refuseEmpty(parameter, element, offset));
        }
    }

    private void refuseOthers(ParameterInfo parameter, @Nullable Object value, int offset) {
        for (Object element : Conversion.enumerate(value)) {
            String text = Conversion.toText(element);
            if (parameter.values().stream().noneMatch(text::equalsIgnoreCase)) {
                String set = String.join(",", parameter.values());
                throw errors.invalid(
                        parameter,
                        "The argument \"" + text + "\" does not belong to the set \"" + set
                                + "\" specified by the ValidateSet attribute. Supply an argument that is in the set and"
                                + " then try the command again.",
                        offset);
            }
        }
    }
}
