package org.openbits.cmdlets.core.display;

import org.jspecify.annotations.Nullable;

/**
 * Divides the objects of a view into groups: a new label whenever the value changes.
 *
 * @param indent blanks before the label
 */
record Grouping(int indent, PropertyExpression key) {

    /** A grouping as {@code -GroupBy} asks for it. */
    static @Nullable Grouping by(@Nullable Object specification) {
        return specification == null ? null : new Grouping(3, PropertyExpression.of(specification));
    }

    String label(Object value) {
        return " ".repeat(indent) + key.name() + ": " + ValueText.of(key.value(value));
    }
}
