package org.openbits.shell.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.Numbered;
import org.openbits.automation.Shaped;

/**
 * One value of an enumeration that a script declared, or of .NET.
 *
 * @param type the enumeration
 * @param name what it prints
 */
public record EnumValue(EnumType type, String name, long number) implements Numbered, Shaped {

    @Override
    public String typeName() {
        return type.name();
    }

    @Override
    public List<String> typeNames() {
        return List.of(typeName(), "System.Enum", "System.ValueType", "System.Object");
    }

    @Override
    public List<String> propertyNames() {
        return List.of("value__");
    }

    @Override
    public @Nullable Object property(String property) {
        if (property.equalsIgnoreCase("value__")) {
            return Math.toIntExact(number);
        }
        throw new NoSuchMember(typeName(), property);
    }

    /** {@code $value.HasFlag('Name')}. */
    public boolean hasFlag(Object other) {
        long flags = type.convert(other).number();
        return (number & flags) == flags;
    }

    @Override
    public String toString() {
        return name;
    }
}
