package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.Methods;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.Shaped;
import org.openbits.shell.language.Statement.ClassDefinition.Property;

/** An object of a class that a script declared. Confined to the session's thread. */
final class ClassInstance implements Shaped, Methods {

    private final ClassType type;
    private final Map<String, Property> properties = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    ClassInstance(ClassType type) {
        this.type = type;
    }

    /** Gives the properties the values they begin with. */
    void begin() {
        for (Property property : type.properties()) {
            String key = key(property.declaration().name());
            properties.put(key, property);
            values.put(key, type.initial(property));
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** What the constructor of an exception is given: a message and what caused it. */
    void exceptionOf(List<@Nullable Object> arguments) {
        if (type.exception() != null) {
            values.put(
                    "message",
                    arguments.isEmpty()
                            ? "Exception of type '" + type.name() + "' was thrown."
                            : Conversion.toText(arguments.get(0)));
            values.put("innerexception", arguments.size() > 1 ? arguments.get(1) : null);
        }
    }

    ClassType type() {
        return type;
    }

    @Override
    public List<String> typeNames() {
        List<String> names = new ArrayList<>();
        for (ClassType each = type; each != null; each = each.base()) {
            names.add(each.name());
            if (each.exception() != null && each.base() == null) {
                names.add(each.exception());
            }
        }
        names.add("System.Object");
        return names;
    }

    @Override
    public String typeName() {
        return type.name();
    }

    @Override
    public List<String> propertyNames() {
        List<String> names = new ArrayList<>();
        for (Property property : properties.values()) {
            if (!property.isHidden()) {
                names.add(property.declaration().name());
            }
        }
        if (type.exception() != null) {
            names.addAll(List.of("Message", "InnerException"));
        }
        return names;
    }

    @Override
    public @Nullable Object property(String name) {
        if (!values.containsKey(key(name))) {
            throw new NoSuchMember(type.name(), name);
        }
        return values.get(key(name));
    }

    @Override
    public void setProperty(String name, @Nullable Object value) {
        Property property = properties.get(key(name));
        if (property == null) {
            throw new NoSuchMember(type.name(), name);
        }
        values.put(key(name), type.typed(property.declaration(), value));
    }

    @Override
    public boolean hasProperty(String name) {
        return values.containsKey(key(name));
    }

    @Override
    public boolean answers(String method, List<? extends @Nullable Object> arguments) {
        return type.method(method, arguments) != null;
    }

    @Override
    public @Nullable Object invoke(String method, List<? extends @Nullable Object> arguments) {
        return Objects.requireNonNull(type.method(method, arguments)).call(this, arguments);
    }

    @Override
    public List<String> methodNames() {
        return type.shownMethods().stream()
                .map(method -> method.name())
                .distinct()
                .toList();
    }

    /** What its {@code ToString()} gives; the name of the class without one. */
    @Override
    public String toString() {
        MethodRun own = type.method("ToString", List.of());
        return own == null ? type.name() : Conversion.toText(own.call(this, List.of()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other || other == null) {
            return this == other;
        }
        MethodRun own = type.method("Equals", List.of(other));
        return own != null && Conversion.isTrue(own.call(this, List.of(other)));
    }

    @Override
    public int hashCode() {
        MethodRun own = type.method("GetHashCode", List.of());
        boolean equal = type.method("Equals", List.of(this)) != null;
        return own != null
                ? Conversion.toNumber(own.call(this, List.of())).intValue()
                : equal ? type.hashCode() : System.identityHashCode(this);
    }
}
