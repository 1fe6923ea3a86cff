package org.openbits.automation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Properties and methods of any value, by PowerShell's and .NET's names, whatever their case. Stateless. */
public final class Members {

    private Members() {}

    /**
     * The value of a property. Lists without such a property give the property of each element; null for a member that
     * does not exist on objects whose members scripts may guess (hashtables, custom objects, strings, ...).
     *
     * @throws NoSuchMember when there is none
     */
    public static @Nullable Object get(@Nullable Object target, String name) {
        throw new NoSuchMember(typeName(target), name);
    }

    /**
     * Sets a property, or the entry of a hashtable.
     *
     * @throws NoSuchMember when there is none
     */
    public static void set(Object target, String name, @Nullable Object value) {
        throw new NoSuchMember(typeName(target), name);
    }

    /**
     * Calls a method.
     *
     * @throws NoSuchMember when there is none that takes such arguments
     */
    public static @Nullable Object invoke(Object target, String name, List<? extends @Nullable Object> args) {
        throw new NoSuchMember(typeName(target), name);
    }

    /** The names of the properties, in declared order. */
    public static List<String> names(@Nullable Object target) {
        return List.of();
    }

    /** The .NET name of the type of a value, such as {@code System.String}. */
    public static String typeName(@Nullable Object value) {
        return value == null ? "null" : value.getClass().getName();
    }
}
