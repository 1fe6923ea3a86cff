package org.openbits.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Properties and methods of any value, by PowerShell's and .NET's names, whatever their case. Stateless.
 *
 * <p>A {@link Shaped} object answers for itself; texts, lists, hashtables, times, addresses and errors have an adapter
 * with the names .NET gives them; any other object shows its public Java getters and methods.
 */
public final class Members {

    private Members() {}

    /**
     * The value of a property. A list without it gives the property of each element that has it.
     *
     * @throws NoSuchMember when there is none
     */
    public static @Nullable Object get(@Nullable Object target, String name) {
        Object value = find(target, name);
        if (value == Adapter.MISSING) {
            throw new NoSuchMember(typeName(target), name);
        }
        return value;
    }

    /** The same, with null for a property that does not exist: how PowerShell reads members outside strict mode. */
    public static @Nullable Object getOrNull(@Nullable Object target, String name) {
        Object value = find(target, name);
        return value == Adapter.MISSING ? null : value;
    }

    /** Whether there is such a property. */
    public static boolean has(@Nullable Object target, String name) {
        return find(target, name) != Adapter.MISSING;
    }

    private static @Nullable Object find(@Nullable Object target, String name) {
        Object value = target == null ? Adapter.MISSING : own(target, name);
        if (value == Adapter.MISSING && Conversion.isMany(target)) {
            value = ofElements(Conversion.enumerate(target), name);
        }
        return value;
    }

    private static @Nullable Object own(Object target, String name) {
        CustomObject notes = given(target, name);
        if (notes != null) {
            return notes.property(name, target);
        }
        Object value = declared(target, name);
        return value == Adapter.MISSING && Notes.set(target, name) != null ? Notes.set(target, name) : value;
    }

    /** What holds a property that the object or, unless it has its own, its type was given; null when there is none. */
    private static @Nullable CustomObject given(Object target, String name) {
        CustomObject notes = Notes.of(target);
        if (notes != null && notes.has(name)) {
            return notes;
        }
        return target instanceof CustomObject custom && custom.has(name) ? null : TypeData.withProperty(target, name);
    }

    private static @Nullable Object declared(Object target, String name) {
        if (target instanceof Shaped shaped) {
            try {
                return shaped.property(name);
            } catch (NoSuchMember absent) {
                // Java's own getters may still know it.
            }
        }
        return Adapter.of(target).get(target, name.toLowerCase(Locale.ROOT));
    }

    /** An object that may change frozen at one moment, with all that it was given. */
    public static Shaped snapshot(Shaped object) {
        return Notes.kept(object, object.snapshot());
    }

    private static boolean knows(Shaped shaped, String name) {
        for (String each : shaped.propertyNames()) {
            if (each.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHidden(Object target, String name) {
        return target instanceof Methods own && own.hasProperty(name);
    }

    /** Member enumeration: the property of each element, lists taken apart. */
    private static @Nullable Object ofElements(List<@Nullable Object> elements, String name) {
        List<@Nullable Object> values = new ArrayList<>();
        boolean found = false;
        for (Object element : elements) {
            Object value = element == null ? Adapter.MISSING : own(element, name);
            if (value != Adapter.MISSING) {
                found = true;
                values.addAll(value == null ? List.of() : Conversion.enumerate(value));
            }
        }
        if (!found) {
            return Adapter.MISSING;
        }
        return values.size() == 1 ? values.get(0) : values;
    }

    /**
     * Sets a property, or the entry of a hashtable.
     *
     * @throws NoSuchMember when there is none
     * @throws IllegalStateException when it cannot be changed
     */
    public static void set(Object target, String name, @Nullable Object value) {
        CustomObject notes = given(target, name);
        if (notes != null
                && notes == TypeData.withProperty(target, name)
                && notes.kind(name).equals("NoteProperty")) {
            Notes.open(target).add(name, value);
        } else if (notes != null) {
            notes.setProperty(name, value, target);
        } else if (target instanceof Shaped shaped && (knows(shaped, name) || isHidden(target, name))) {
            shaped.setProperty(name, value);
        } else if (!Adapter.of(target).set(target, name, value)) {
            throw new NoSuchMember("The property '" + name + "' cannot be found on this object of type "
                    + typeName(target) + ". Verify that the property exists and can be set.");
        }
    }

    /**
     * Calls a method. One that .NET declares void gives an empty list, which a pipeline makes nothing of.
     *
     * @throws NoSuchMember when there is none that takes such arguments
     */
    public static @Nullable Object invoke(Object target, String name, List<? extends @Nullable Object> args) {
        CustomObject notes = Notes.of(target);
        if (notes != null && notes.answers(name, args)) {
            return notes.invoke(name, args, target);
        }
        if (target instanceof Methods own && own.answers(name, args)) {
            return own.invoke(name, args);
        }
        CustomObject ofType = TypeData.withMethod(target, name, args);
        if (ofType != null) {
            return ofType.invoke(name, args, target);
        }
        String lower = name.toLowerCase(Locale.ROOT);
        Object result = Adapter.of(target).call(target, lower, args);
        if (result == Adapter.MISSING) {
            result = AnyMembers.call(target, lower, args);
        }
        if (result == Adapter.MISSING) {
            result = JavaMembers.INSTANCE.call(target, lower, args);
        }
        if (result == Adapter.MISSING) {
            result = accessor(target, lower, args);
        }
        if (result == Adapter.MISSING && Conversion.isMany(target)) {
            return onElements(Conversion.enumerate(target), name, args);
        }
        if (result == Adapter.MISSING) {
            throw new NoSuchMember("Method invocation failed because [" + typeName(target)
                    + "] does not contain a method named '" + name + "'.");
        }
        return result;
    }

    /** {@code get_Name()} and {@code set_Name(value)}: .NET's own names of a property's two methods. */
    private static @Nullable Object accessor(Object target, String name, List<? extends @Nullable Object> args) {
        if (name.startsWith("get_") && args.isEmpty()) {
            return find(target, name.substring(4));
        }
        if (name.startsWith("set_") && args.size() == 1 && has(target, name.substring(4))) {
            set(target, name.substring(4), args.get(0));
            return List.of();
        }
        return Adapter.MISSING;
    }

    private static Object onElements(
            List<@Nullable Object> elements, String name, List<? extends @Nullable Object> args) {
        List<@Nullable Object> results = new ArrayList<>();
        for (Object element : elements) {
            if (element != null) {
                Object result = invoke(element, name, args);
                results.addAll(result == null ? List.of() : Conversion.enumerate(result));
            }
        }
        return results;
    }

    /** The names of the properties, in declared order. */
    public static List<String> names(@Nullable Object target) {
        if (target == null) {
            return List.of();
        }
        List<String> own = target instanceof Shaped shaped
                ? shaped.propertyNames()
                : Adapter.of(target).names(target);
        List<String> given = Notes.names(target);
        List<String> ofTypes = TypeData.names(target);
        if (given.isEmpty() && ofTypes.isEmpty()) {
            return own;
        }
        List<String> all = new ArrayList<>(own);
        all.addAll(given);
        for (String name : ofTypes) {
            if (all.stream().noneMatch(name::equalsIgnoreCase)) {
                all.add(name);
            }
        }
        return all;
    }

    /** The names of the types of a value, its own first: {@code PSTypeNames}. */
    public static List<String> typeNames(Object target) {
        List<String> names = AnyMembers.typeNames(target);
        CustomObject notes = target instanceof CustomObject ? null : Notes.of(target);
        if (notes == null || notes.typeNames().size() == 2) {
            return names;
        }
        List<String> all = new ArrayList<>(notes.typeNames());
        all.removeAll(new CustomObject().typeNames());
        all.addAll(names);
        return all;
    }

    /** The .NET name of the type of a value, such as {@code System.String}. */
    public static String typeName(@Nullable Object value) {
        return AnyMembers.typeName(value);
    }
}
