package org.openbits.automation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** PowerShell's {@code [pscustomobject]}: properties in the order in which they were added. */
public final class CustomObject implements Shaped, Methods {

    private static final String TYPE_NAME = "PSTypeName";

    private static final String PLAIN = "System.Management.Automation.PSCustomObject";

    private List<String> typeNames;
    private @Nullable String told;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final Map<String, AddedMember> sets = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, ScriptBlock> methods = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** An object without properties. */
    public CustomObject() {
        this(PLAIN);
    }

    /** An object without properties, of a type of its own, such as {@code Selected.System.String}. */
    public CustomObject(String typeName) {
        this.typeNames = List.of(typeName);
    }

    /** An object with one property for each entry; the entry PSTypeName names its type. */
    public static CustomObject of(Map<?, ? extends @Nullable Object> map) {
        Object type = map instanceof HashTable table ? table.get(TYPE_NAME) : null;
        CustomObject object = type == null ? new CustomObject() : new CustomObject(Conversion.toText(type));
        map.forEach((name, value) -> {
            if (!Conversion.toText(name).equalsIgnoreCase(TYPE_NAME)) {
                object.add(Conversion.toText(name), value);
            }
        });
        return object;
    }

    /** Gives it the name of another type, as {@code PSObject.TypeNames.Insert(0, name)} does. */
    public void retype(String name) {
        List<String> names = new ArrayList<>(typeNames);
        names.add(0, name);
        typeNames = names;
    }

    /** Says by which names it is known, its own first, without those of all such objects. */
    public void retype(List<String> names) {
        typeNames = List.copyOf(names);
    }

    @Override
    public List<String> typeNames() {
        List<String> all = new ArrayList<>(typeNames);
        for (String name : List.of(PLAIN, "System.Object")) {
            if (!all.contains(name) && !all.contains("Deserialized.System.Object")) {
                all.add(name);
            }
        }
        return all;
    }

    /** Says what its text is: that of the object of which it is the copy. */
    public CustomObject told(String text) {
        told = text;
        return this;
    }

    /** Adds a property, or replaces the value of the one of that name. */
    public CustomObject add(String name, @Nullable Object value) {
        String key = name.toLowerCase(Locale.ROOT);
        names.putIfAbsent(key, name);
        values.put(key, value);
        return this;
    }

    /** Adds a property that a block works out at each reading; the object is {@code $this} there. */
    public CustomObject compute(String name, ScriptBlock getter) {
        return compute(name, getter, null);
    }

    /** The same, with a block that takes what is assigned to the property. */
    public CustomObject compute(String name, ScriptBlock getter, @Nullable ScriptBlock setter) {
        return add(name, new Computed(getter, setter));
    }

    /** Adds a second name for another property, to read and to set. */
    public CustomObject alias(String name, String original) {
        return add(name, new Alias(original));
    }

    /** Adds a method; the object is {@code $this} in the block. */
    public CustomObject method(String name, ScriptBlock body) {
        methods.put(name, body);
        return this;
    }

    /** Adds a member of any kind. */
    public CustomObject add(AddedMember member) {
        ScriptBlock block = member.value() instanceof ScriptBlock script ? script : null;
        switch (member.kind()) {
            case NoteProperty -> add(member.name(), member.value());
            case AliasProperty -> alias(member.name(), Conversion.toText(member.value()));
            case ScriptProperty -> {
                if (block != null) {
                    compute(member.name(), block, member.second());
                }
            }
            case ScriptMethod -> {
                if (block != null) {
                    method(member.name(), block);
                }
            }
            case PropertySet, MemberSet -> sets.put(member.name(), member);
        }
        return this;
    }

    /** The set of properties or of members of that name; null when it has none. */
    @Nullable
    AddedMember set(String name) {
        return sets.get(name);
    }

    /** The names of its sets of properties and of members. */
    List<String> setNames() {
        return List.copyOf(sets.keySet());
    }

    /** The same properties and methods in an object of its own. */
    public CustomObject copy() {
        CustomObject copy = new CustomObject();
        copy.typeNames = typeNames;
        copy.told = told;
        copy.sets.putAll(sets);
        copy.names.putAll(names);
        copy.values.putAll(values);
        copy.methods.putAll(methods);
        return copy;
    }

    private record Computed(ScriptBlock getter, @Nullable ScriptBlock setter) {
        @Nullable
        Object value(Object self) {
            List<@Nullable Object> results = getter.invokeOn(self, List.of());
            return results.isEmpty() ? null : results.size() == 1 ? results.get(0) : results;
        }
    }

    private record Alias(String original) {}

    @Override
    public boolean answers(String method, List<? extends @Nullable Object> arguments) {
        return methods.containsKey(method);
    }

    @Override
    public @Nullable Object invoke(String method, List<? extends @Nullable Object> arguments) {
        return invoke(method, arguments, this);
    }

    /** The same for the object that this one's members belong to. */
    @Nullable
    Object invoke(String method, List<? extends @Nullable Object> arguments, Object self) {
        ScriptBlock body = methods.get(method);
        List<@Nullable Object> results = body == null ? List.of() : body.invokeOn(self, new ArrayList<>(arguments));
        return results.size() == 1 ? results.get(0) : results;
    }

    /** What stands in the place of a property: a value, or how it is worked out. */
    public String kind(String name) {
        Object value = values.get(name.toLowerCase(Locale.ROOT));
        return value instanceof Computed ? "ScriptProperty" : value instanceof Alias ? "AliasProperty" : "NoteProperty";
    }

    /** How such a property is defined: by a block or as another's second name; empty for a value. */
    String definition(String name) {
        Object value = values.get(name.toLowerCase(Locale.ROOT));
        if (value instanceof Alias alias) {
            return name + " = " + alias.original();
        }
        return value instanceof Computed computed
                ? "System.Object " + name + " {get=" + computed.getter().text() + ";"
                        + (computed.setter() == null
                                ? ""
                                : "set=" + computed.setter().text() + ";") + "}"
                : "";
    }

    @Override
    public boolean hasProperty(String name) {
        return has(name);
    }

    @Override
    public List<String> methodNames() {
        return List.copyOf(methods.keySet());
    }

    /** Whether it has a property of that name. */
    public boolean has(String name) {
        return names.containsKey(name.toLowerCase(Locale.ROOT));
    }

    /** Takes a property away; one that does not exist is no error. */
    public void remove(String name) {
        names.remove(name.toLowerCase(Locale.ROOT));
        values.remove(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public String typeName() {
        return typeNames.isEmpty() ? PLAIN : typeNames.get(0);
    }

    @Override
    public List<String> propertyNames() {
        return List.copyOf(names.values());
    }

    @Override
    public @Nullable Object property(String name) {
        return property(name, this);
    }

    /** The same for the object that this one's members belong to. */
    @Nullable
    Object property(String name, Object self) {
        if (!has(name)) {
            throw new NoSuchMember(typeName(), name);
        }
        Object value = values.get(name.toLowerCase(Locale.ROOT));
        if (value instanceof Alias alias) {
            return Members.getOrNull(self, alias.original());
        }
        return value instanceof Computed computed ? computed.value(self) : value;
    }

    @Override
    public void setProperty(String name, @Nullable Object value) {
        setProperty(name, value, this);
    }

    /** The same for the object that this one's members belong to. */
    void setProperty(String name, @Nullable Object value, Object self) {
        if (!has(name)) {
            throw new NoSuchMember(typeName(), name);
        }
        Object present = values.get(name.toLowerCase(Locale.ROOT));
        if (present instanceof Alias alias) {
            Members.set(self, alias.original(), value);
        } else if (present instanceof Computed computed) {
            if (computed.setter() == null) {
                throw new IllegalStateException("Set accessor for property \"" + name + "\" is unavailable.");
            }
            List<@Nullable Object> arguments = new ArrayList<>();
            arguments.add(value);
            computed.setter().invokeOn(self, arguments);
        } else {
            add(name, value);
        }
    }

    /** {@code @{Name=Value; ...}}, as PowerShell prints such an object in a text. */
    @Override
    public String toString() {
        if (told != null) {
            return told;
        }
        StringBuilder text = new StringBuilder("@{");
        names.forEach((key, name) -> text.append(text.length() > 2 ? "; " : "")
                .append(name)
                .append('=')
                .append(Conversion.toText(property(key))));
        return text.append('}').toString();
    }
}
