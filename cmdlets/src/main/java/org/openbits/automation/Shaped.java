package org.openbits.automation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object that scripts see by its properties: in a declared order, by names that ignore case. */
public interface Shaped {

    /** The full type name scripts see, such as {@code Microsoft.BackgroundIntelligentTransfer.Management.BitsJob}. */
    String typeName();

    /** The names of its types, its own first. */
    default List<String> typeNames() {
        return List.of(typeName(), "System.Object");
    }

    /** The property names in declared order. */
    List<String> propertyNames();

    /**
     * The value of a property; a live object computes it on each read.
     *
     * @param name the name, in any case
     * @throws NoSuchMember when there is none of that name
     */
    @Nullable
    Object property(String name);

    /**
     * Sets a property.
     *
     * @throws NoSuchMember when there is none of that name
     * @throws IllegalStateException when it cannot be changed
     */
    default void setProperty(String name, @Nullable Object value) {
        throw new IllegalStateException("'" + name + "' is a ReadOnly property.");
    }

    /** Its text in scripts: what a string with this object in it shows. */
    default String text() {
        return toString();
    }

    /** This object frozen at one moment: formatting and sorting take it once per object and read that. */
    default Shaped snapshot() {
        return this;
    }
}
