package org.openbits.cmdlets.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.Members;
import org.openbits.automation.Methods;
import org.openbits.automation.Numbered;
import org.openbits.automation.Shaped;
import org.openbits.cmdlets.core.display.PropertyExpression;

/**
 * Orders objects by properties. Each object is read once; a key is compared as numbers or as its own type only when all
 * objects have it of that kind, else as text, so that the order is always a consistent one.
 */
final class SortKeys {

    /** An object with its keys. */
    record Keyed(@Nullable Object value, List<@Nullable Object> keys) {}

    private final List<PropertyExpression> properties;
    private final boolean descending;
    private final boolean caseSensitive;

    /** @param properties empty: the objects themselves are the keys */
    SortKeys(List<PropertyExpression> properties, boolean descending, boolean caseSensitive) {
        this.properties = properties;
        this.descending = descending;
        this.caseSensitive = caseSensitive;
    }

    Keyed key(@Nullable Object value) {
        Object read = value instanceof Shaped shaped ? Members.snapshot(shaped) : value;
        List<@Nullable Object> keys = new ArrayList<>();
        for (PropertyExpression property : properties) {
            keys.add(property.value(read));
        }
        if (properties.isEmpty()) {
            keys.add(read);
        }
        return new Keyed(value, keys);
    }

    /** The order of these objects. */
    Comparator<Keyed> order(List<Keyed> objects) {
        Comparator<Keyed> order = (left, right) -> 0;
        for (int i = 0; i < Math.max(1, properties.size()); i++) {
            order = order.thenComparing(order(objects, i));
        }
        return order;
    }

    private Comparator<Keyed> order(List<Keyed> objects, int key) {
        boolean asText = !isUniform(objects, key);
        Boolean own =
                properties.isEmpty() ? null : properties.get(key).options().descending();
        Comparator<Keyed> order =
                (left, right) -> compare(left.keys().get(key), right.keys().get(key), asText);
        return (own == null ? descending : own) ? order.reversed() : order;
    }

    private int compare(@Nullable Object left, @Nullable Object right, boolean asText) {
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        return asText
                ? Conversion.compare(Conversion.toText(left), Conversion.toText(right), caseSensitive)
                : Conversion.compare(left, right, caseSensitive);
    }

    /** Whether all keys are numbers, or all comparable values of one class. */
    private static boolean isUniform(List<Keyed> objects, int key) {
        Class<?> common = null;
        for (Keyed object : objects) {
            Object value = object.keys().get(key);
            if (value == null) {
                continue;
            }
            Class<?> kind = value instanceof Number ? Number.class : value.getClass();
            boolean ordered = value instanceof Comparable
                    || value instanceof Numbered
                    || value instanceof Methods own && own.answers("CompareTo", List.of(value));
            if (!ordered || common != null && common != kind) {
                return false;
            }
            common = kind;
        }
        return true;
    }
}
