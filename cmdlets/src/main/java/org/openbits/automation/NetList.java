package org.openbits.automation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list that knows what .NET calls it: an array of one type of element, or one of the list classes. A plain list is an
 * {@code Object[]}. The name is for scripts that ask; elements are whatever was put in.
 */
public final class NetList extends ArrayList<@Nullable Object> implements NetNamed {

    private static final long serialVersionUID = 1L;

    private static final Set<String> PLAIN = Set.of(
            "System.String",
            "System.Int32",
            "System.Int64",
            "System.Double",
            "System.Decimal",
            "System.Boolean",
            "System.DateTime",
            "System.Guid",
            "System.Uri");

    private final String name;

    private NetList(String name, Collection<?> elements) {
        super(elements);
        this.name = name;
    }

    /** @param element the full name of its elements' type, such as {@code System.String} */
    public static NetList array(String element, Collection<?> elements) {
        return new NetList(element + "[]", elements);
    }

    /** @param name the full name of the class, such as {@code System.Collections.ArrayList} */
    public static NetList named(String name, Collection<?> elements) {
        return new NetList(name, elements);
    }

    public static NetList texts(Collection<?> elements) {
        return array("System.String", elements);
    }

    public boolean isArray() {
        return name.endsWith("[]");
    }

    /** The full name of the type of its elements; System.Object when it takes any. */
    public String elementName() {
        int open = name.indexOf('[');
        return isArray()
                ? name.substring(0, name.length() - 2)
                : open < 0 ? "System.Object" : name.substring(open + 1, name.length() - 1);
    }

    /**
     * A value as an element of a generic list: numbers and texts become the list's own kind.
     *
     * @throws ConversionException when it cannot be one
     */
    @Nullable
    Object fitted(@Nullable Object value) {
        String element = isArray() ? "System.Object" : elementName();
        TypeToken token = PLAIN.contains(element) ? TypeToken.named(element) : null;
        return token == null ? value : Conversion.to(token, value);
    }

    @Override
    public String netName() {
        return name;
    }
}
