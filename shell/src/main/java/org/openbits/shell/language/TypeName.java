package org.openbits.shell.language;

import java.util.List;

/**
 * A type as written between brackets.
 *
 * @param name the name without brackets, such as {@code System.IO.Path} or {@code int}
 * @param arguments of a generic type, else empty
 * @param dimensions how many times {@code []} follows
 */
public record TypeName(Span span, String name, List<TypeName> arguments, int dimensions) implements Node {

    /** As it would be written, without the outer brackets. */
    public String text() {
        StringBuilder text = new StringBuilder(name);
        if (!arguments.isEmpty()) {
            text.append('[');
            for (int i = 0; i < arguments.size(); i++) {
                text.append(i == 0 ? "" : ",").append(arguments.get(i).text());
            }
            text.append(']');
        }
        return text.append("[]".repeat(dimensions)).toString();
    }
}
