package org.openbits.shell.pipeline;

import java.util.AbstractCollection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.NetNamed;

/** A collection of .NET that is neither a list nor a table. Public because scripts call its members by name. */
public abstract class NetCollection extends AbstractCollection<@Nullable Object> implements NetNamed {

    private String name;

    NetCollection(String name) {
        this.name = name;
    }

    /** Says what .NET calls its type, with the types of its elements. */
    final void rename(String fullName) {
        name = fullName;
    }

    final boolean isGeneric() {
        return name.contains("Generic") || name.contains("`");
    }

    @Override
    public final String netName() {
        return name;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public final int hashCode() {
        return System.identityHashCode(this);
    }

    /** Puts what a Try method found into the variable; tells whether it found something. */
    static boolean found(@Nullable Object result, List<? extends @Nullable Object> element) {
        if (result instanceof Reference reference) {
            reference.setProperty("Value", element.isEmpty() ? null : element.get(0));
        }
        return !element.isEmpty();
    }
}
