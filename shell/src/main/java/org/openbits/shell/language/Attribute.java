package org.openbits.shell.language;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code [Name(values, Key = value)]}; a named argument without a value is true. */
public record Attribute(Span span, String name, List<Expression> values, List<Named> named) implements Node {

    /** {@code Key = value}; null when only the key is written. */
    public record Named(Span span, String key, @Nullable Expression value) implements Node {}

    /** Whether this is the attribute of that name, written with or without its {@code Attribute} ending or namespace. */
    public boolean is(String wanted) {
        String simple = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String lower = wanted.toLowerCase(Locale.ROOT);
        return simple.equals(lower) || simple.equals(lower + "attribute");
    }
}
