package org.openbits.automation;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parameter that is a field. */
final class FieldAccessor implements ParameterInfo.Accessor {

    private final Field field;
    private final long minimum;
    private final boolean allowsEmpty;

    /** @param minimum the smallest accepted number */
    FieldAccessor(Field field, long minimum, boolean allowsEmpty) {
        field.setAccessible(true);
        this.field = field;
        this.minimum = minimum;
        this.allowsEmpty = allowsEmpty;
    }

    Field field() {
        return field;
    }

    long minimum() {
        return minimum;
    }

    /** What arguments are converted to. */
    TypeToken type() {
        Class<?> type = field.getType();
        if (type.isArray()) {
            return TypeToken.listOf(TypeNames.box(type.getComponentType()));
        }
        if (List.class.isAssignableFrom(type)) {
            Object element = field.getGenericType() instanceof ParameterizedType generic
                    ? generic.getActualTypeArguments()[0]
                    : Object.class;
            return TypeToken.listOf(element instanceof Class ? (Class<?>) element : Object.class);
        }
        return TypeToken.of(TypeNames.box(type));
    }

    boolean isSwitch() {
        return field.getType() == boolean.class;
    }

    @Override
    public @Nullable Object get(Cmdlet target) {
        try {
            return field.get(target);
        } catch (IllegalAccessException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void set(Cmdlet target, @Nullable Object value) {
        if (value instanceof Number number && number.longValue() < minimum && !value.equals(get(target))) {
            throw new IllegalArgumentException("The " + value + " argument is less than the minimum allowed range of "
                    + minimum + ". Supply an argument that is greater than or equal to " + minimum
                    + " and then try the command again.");
        }
        try {
            field.set(target, fitted(value));
        } catch (IllegalAccessException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public boolean allows(ParameterInfo.Emptiness value) {
        return allowsEmpty;
    }

    private @Nullable Object fitted(@Nullable Object value) {
        if (value == null && field.getType() == List.class) {
            return List.of(); // a list that a script left at $null holds nothing
        }
        Class<?> component = field.getType().getComponentType();
        if (component == null || !(value instanceof List<?> list)) {
            return value;
        }
        Object array = Array.newInstance(component, list.size());
        for (int index = 0; index < list.size(); index++) {
            Object element = list.get(index);
            Array.set(
                    array,
                    index,
                    component == byte.class && element instanceof Number number
                            ? (Object) number.byteValue()
                            : element);
        }
        return array;
    }
}
