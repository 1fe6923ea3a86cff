package org.openbits.shell.language;

import java.util.List;

/**
 * A type as written between brackets.
 *
 * @param name the name without brackets, such as {@code System.IO.Path} or {@code int}
 * @param arguments of a generic type, else empty
 * @param dimensions how many times {@code []} follows; of {@code [,]} and its kin the negative rank
 */
public record TypeName(Span span, String name, List<TypeName> arguments, int dimensions) implements Node {

    /** How many indexes an element of the array has; 0 when it is no array of several dimensions. */
    public int rank() {
        return Math.max(0, -dimensions);
    }

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
        text.append(rank() == 0 ? "[]".repeat(dimensions) : "[" + ",".repeat(rank() - 1) + "]");
        return text.toString();
    }
}
