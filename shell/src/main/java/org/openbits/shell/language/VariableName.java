package org.openbits.shell.language;

/**
 * The name of a variable.
 *
 * @param scope what stood before the colon in lower case ({@code global}, {@code script}, {@code env}, ...); empty if
 *     nothing did
 * @param name what follows, as written
 */
public record VariableName(String scope, String name) {

    /** Takes {@code scope:name} apart. */
    public static VariableName parse(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0 || colon == text.length() - 1) {
            return new VariableName("", text);
        }
        return new VariableName(text.substring(0, colon).toLowerCase(java.util.Locale.ROOT), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return scope.isEmpty() ? name : scope + ":" + name;
    }
}
