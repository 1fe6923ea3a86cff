package org.openbits.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code Update-TypeData} gave to all objects of a type. It belongs to the process, so that jobs and runspaces, which
 * run in it, know it as well. From any thread.
 */
public final class TypeData {

    private static final Map<String, TypeData> ALL = new ConcurrentHashMap<>();
    private static final String STANDARD = "PSStandardMembers";

    private final String typeName;
    private final CustomObject members = new CustomObject();
    private volatile List<String> shown = List.of();

    private TypeData(String typeName) {
        this.typeName = typeName;
    }

    /** The type of that name, to be added to. */
    public static TypeData open(String typeName) {
        return ALL.computeIfAbsent(key(typeName), key -> new TypeData(typeName));
    }

    /** What a type was given; null when it was given nothing. */
    public static @Nullable TypeData of(String typeName) {
        return ALL.get(key(typeName));
    }

    /** All types that were given something. */
    public static List<TypeData> all() {
        return List.copyOf(ALL.values());
    }

    /** Takes all away from a type; false when it had nothing. */
    public static boolean remove(String typeName) {
        return ALL.remove(key(typeName)) != null;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    public String typeName() {
        return typeName;
    }

    /** Whether the type was given a member of that name. */
    public boolean has(String name) {
        return members.has(name) || members.answers(name, List.of());
    }

    /** Gives all objects of the type a member, in the place of one of its name. */
    public void add(AddedMember member) {
        members.add(member);
    }

    /** Its members by their names. */
    public HashTable table() {
        HashTable table = new HashTable(true);
        members.propertyNames().forEach(name -> table.put(name, members.kind(name)));
        members.methodNames().forEach(name -> table.put(name, "ScriptMethod"));
        members.setNames().forEach(name -> table.put(name, members.set(name)));
        return table;
    }

    /** The properties that are shown when nobody names any; empty when that was not said. */
    public List<String> shown() {
        return shown;
    }

    public void show(List<String> names) {
        shown = List.copyOf(names);
    }

    /** What its types were given that has such a property; null when none has. */
    static @Nullable CustomObject withProperty(Object target, String name) {
        for (TypeData data : of(target)) {
            if (data.members.has(name)) {
                return data.members;
            }
        }
        return null;
    }

    static @Nullable CustomObject withMethod(Object target, String name, List<? extends @Nullable Object> args) {
        for (TypeData data : of(target)) {
            if (data.members.answers(name, args)) {
                return data.members;
            }
        }
        return null;
    }

    private static List<TypeData> of(Object target) {
        if (ALL.isEmpty()) {
            return List.of();
        }
        List<TypeData> found = new ArrayList<>();
        for (String name : Members.typeNames(target)) {
            TypeData data = of(name);
            if (data != null) {
                found.add(data);
            }
        }
        return found;
    }

    /** The names of the properties that the types of an object were given. */
    static List<String> names(Object target) {
        List<String> names = new ArrayList<>();
        of(target).forEach(data -> names.addAll(data.members.propertyNames()));
        return names;
    }

    /** The names of the methods that the types of an object were given. */
    static List<String> methods(Object target) {
        List<String> names = new ArrayList<>();
        of(target).forEach(data -> names.addAll(data.members.methodNames()));
        return names;
    }

    /**
     * The properties of an object that are shown when nobody names any, by its own {@code PSStandardMembers} or by its
     * types; empty when that was not said.
     */
    public static List<String> shownOf(Object target) {
        AddedMember own = Notes.set(target, STANDARD);
        for (AddedMember each : own == null ? List.<AddedMember>of() : own.members()) {
            if (each.name().equalsIgnoreCase("DefaultDisplayPropertySet")) {
                return each.referenced();
            }
        }
        for (TypeData data : of(target)) {
            if (!data.shown.isEmpty()) {
                return data.shown;
            }
        }
        return List.of();
    }

    /** The names that a set of properties of the object stands for; empty when it has none of that name. */
    public static List<String> propertySet(Object target, String name) {
        AddedMember own = Notes.set(target, name);
        for (TypeData data : own == null ? of(target) : List.<TypeData>of()) {
            own = data.members.set(name);
        }
        return own == null || own.kind() != AddedMember.Kind.PropertySet ? List.of() : own.referenced();
    }
}
