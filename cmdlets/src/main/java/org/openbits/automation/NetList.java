package org.openbits.automation;

import java.util.ArrayList;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A list that knows what .NET calls it: an array of one type of element, or one of the list classes. A plain list is an
 * {@code Object[]}. The name is for scripts that ask; elements are whatever was put in.
 */
public final class NetList extends ArrayList<@Nullable Object> implements NetNamed {

    private static final long serialVersionUID = 1L;

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

    @Override
    public String netName() {
        return name;
    }
}
