package org.openbits.cmdlets.core.display;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param width cells, or 0 when the content or the space left decides
 * @param alignment null when the first value decides
 */
record Column(
        PropertyExpression expression, int width, @Nullable Alignment alignment) {

    static Column of(PropertyExpression expression) {
        Integer width = expression.options().width();
        return new Column(
                expression, width == null ? 0 : width, expression.options().alignment());
    }

    static Column of(String property) {
        return of(PropertyExpression.named(property));
    }

    static Column left(String property, int width) {
        return new Column(PropertyExpression.named(property), width, Alignment.LEFT);
    }

    static Column right(String property, int width) {
        return new Column(PropertyExpression.named(property), width, Alignment.RIGHT);
    }

    Column titled(String title) {
        return new Column(expression.titled(title), width, alignment);
    }

    String header() {
        return expression.name();
    }

    String text(@Nullable Object value) {
        String format = expression.options().format();
        return format == null ? ValueText.of(value) : ValueText.formatted(value, format);
    }

    /** The same as wide as its values are. */
    Column fitted() {
        return new Column(expression, 0, alignment);
    }

    Column aligned(@Nullable Object firstValue) {
        return alignment != null ? this : new Column(expression, width, Alignment.of(firstValue));
    }

    Alignment side() {
        return alignment == null ? Alignment.LEFT : alignment;
    }
}
