package org.openbits.automation;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Properties and methods that Add-Member gives to objects that are not custom ones: files, jobs. They belong to the object itself, not to
 * what equals it, and go when it goes. From any thread.
 */
public final class Notes {

    private static final Map<Key, CustomObject> ALL = new ConcurrentHashMap<>();
    private static final ReferenceQueue<Object> GONE = new ReferenceQueue<>();

    private Notes() {}

    /** The object itself, without holding it. */
    private static final class Key extends WeakReference<Object> {
        private final int hash;

        Key(Object object, @Nullable ReferenceQueue<Object> queue) {
            super(object, queue);
            this.hash = System.identityHashCode(object);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || other instanceof Key key && get() != null && key.get() == get();
        }
    }

    /** What an object was given, null when it was given nothing. */
    static @Nullable CustomObject of(Object object) {
        return ALL.isEmpty() ? null : ALL.get(new Key(object, null));
    }

    /** The notes of an object, to be added to. */
    public static CustomObject open(Object object) {
        for (Object gone = GONE.poll(); gone != null; gone = GONE.poll()) {
            ALL.remove(gone);
        }
        return ALL.computeIfAbsent(new Key(object, GONE), key -> new CustomObject());
    }

    /** An object frozen at one moment keeps what it was given. */
    static Shaped kept(Object object, Shaped snapshot) {
        CustomObject notes = snapshot == object ? null : of(object);
        if (notes != null) {
            ALL.put(new Key(snapshot, GONE), notes);
        }
        return snapshot;
    }

    /** What stands in the place of a property of any object: Property for what its type has. */
    public static String kind(Object object, String name) {
        CustomObject notes = holder(object, name);
        return notes == null ? "Property" : notes.kind(name);
    }

    private static @Nullable CustomObject holder(Object object, String name) {
        CustomObject notes = object instanceof CustomObject custom ? custom : of(object);
        return notes == null || !notes.has(name) ? TypeData.withProperty(object, name) : notes;
    }

    /** How a property that is no value is defined: by a block or as another's second name; empty for the others. */
    public static String definition(Object object, String name) {
        CustomObject notes = holder(object, name);
        return notes == null ? "" : notes.definition(name);
    }

    /** The names of the methods that an object, or its type, was given. */
    public static List<String> methods(Object object) {
        CustomObject notes = of(object);
        List<String> names = new ArrayList<>(notes == null ? List.of() : notes.methodNames());
        names.addAll(TypeData.methods(object));
        return names;
    }

    /** A set of properties or members that an object was given; null when it has none of that name. */
    public static @Nullable AddedMember set(Object object, String name) {
        CustomObject notes = object instanceof CustomObject custom ? custom : of(object);
        return notes == null ? null : notes.set(name);
    }

    /** The names of such sets. */
    public static List<String> sets(Object object) {
        CustomObject notes = object instanceof CustomObject custom ? custom : of(object);
        return notes == null ? List.of() : notes.setNames();
    }

    /** The names that an object was given. */
    static List<String> names(Object object) {
        CustomObject notes = of(object);
        return notes == null ? List.of() : notes.propertyNames();
    }
}
