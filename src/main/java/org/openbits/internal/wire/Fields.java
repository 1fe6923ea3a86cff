package org.openbits.internal.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;
import org.openbits.ErrorCode;

/**
 * The named values of a JSON object. Its maker fills it with {@link #put}; once handed on it is not changed any more.
 * Reading a field that is missing or of another kind throws E_INVALIDARG and never shows a value.
 */
public final class Fields {

    private final Map<String, @Nullable Object> values;

    Fields(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /** A new object without fields. */
    public static Fields empty() {
        return new Fields(new LinkedHashMap<>());
    }

    /** Sets a field: a String, Long, Integer, Boolean, Fields, a list or map of these, or null. */
    public Fields put(String name, @Nullable Object value) {
        values.put(name, value);
        return this;
    }

    public boolean has(String name) {
        return values.get(name) != null;
    }

    public String text(String name) {
        return get(name, String.class);
    }

    public @Nullable String textOrNull(String name) {
        return has(name) ? text(name) : null;
    }

    public long number(String name) {
        return get(name, Long.class);
    }

    /** A number that fits an int. */
    public int index(String name) {
        long value = number(name);
        if (value != (int) value) {
            throw wrong(name);
        }
        return (int) value;
    }

    public boolean flag(String name) {
        return get(name, Boolean.class);
    }

    public Fields object(String name) {
        return get(name, Fields.class);
    }

    public @Nullable Fields objectOrNull(String name) {
        return has(name) ? object(name) : null;
    }

    /** The constant whose name the field holds. */
    public <E extends Enum<E>> E constant(String name, Class<E> type) {
        try {
            return Enum.valueOf(type, text(name));
        } catch (IllegalArgumentException e) {
            throw wrong(name);
        }
    }

    public List<String> texts(String name) {
        return list(name, String.class);
    }

    public List<Fields> objects(String name) {
        return list(name, Fields.class);
    }

    /** One line of JSON. */
    public String toJson() {
        return Json.write(this);
    }

    Map<String, @Nullable Object> values() {
        return values;
    }

    private <T> List<T> list(String name, Class<T> type) {
        List<T> items = new ArrayList<>();
        for (Object item : get(name, List.class)) {
            if (!type.isInstance(item)) {
                throw wrong(name);
            }
            items.add(type.cast(item));
        }
        return items;
    }

    private <T> T get(String name, Class<T> type) {
        Object value = values.get(name);
        if (!type.isInstance(value)) {
            throw wrong(name);
        }
        return type.cast(value);
    }

    private static BitsException wrong(String name) {
        return new BitsException(
                ErrorCode.E_INVALIDARG,
                String.format(Locale.ROOT, "The message has no usable field '%s'; client and service differ", name));
    }

    /** The names only: values may be secret. */
    @Override
    public String toString() {
        return "Fields" + values.keySet();
    }
}
