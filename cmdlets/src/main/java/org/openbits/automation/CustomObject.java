package org.openbits.automation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** PowerShell's {@code [pscustomobject]}: properties in the order in which they were added. */
public final class CustomObject implements Shaped {

    private final String typeName;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    /** An object without properties. */
    public CustomObject() {
        this("System.Management.Automation.PSCustomObject");
    }

    /** An object without properties, of a type of its own, such as {@code Selected.System.String}. */
    public CustomObject(String typeName) {
        this.typeName = typeName;
    }

    /** An object with one property for each entry. */
    public static CustomObject of(Map<?, ? extends @Nullable Object> map) {
        CustomObject object = new CustomObject();
        map.forEach((name, value) -> object.add(Conversion.toText(name), value));
        return object;
    }

    /** Adds a property, or replaces the value of the one of that name. */
    public CustomObject add(String name, @Nullable Object value) {
        String key = name.toLowerCase(Locale.ROOT);
        names.putIfAbsent(key, name);
        values.put(key, value);
        return this;
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
        return typeName;
    }

    @Override
    public List<String> propertyNames() {
        return List.copyOf(names.values());
    }

    @Override
    public @Nullable Object property(String name) {
        if (!has(name)) {
            throw new NoSuchMember(typeName, name);
        }
        return values.get(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public void setProperty(String name, @Nullable Object value) {
        if (!has(name)) {
            throw new NoSuchMember(typeName, name);
        }
        add(name, value);
    }

    /** {@code @{Name=Value; ...}}, as PowerShell prints such an object in a text. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("@{");
        names.forEach((key, name) -> text.append(text.length() > 2 ? "; " : "")
                .append(name)
                .append('=')
                .append(Conversion.toText(values.get(key))));
        return text.append('}').toString();
    }
}
