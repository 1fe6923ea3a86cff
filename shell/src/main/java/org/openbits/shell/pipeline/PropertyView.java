package org.openbits.shell.pipeline;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.Members;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.Notes;
import org.openbits.automation.Shaped;

/** One of {@code $object.PSObject.Properties}; its value is the object's, to read and to set. */
record PropertyView(Object target, String name) implements Shaped {

    private static final List<String> NAMES =
            List.of("MemberType", "IsSettable", "IsGettable", "Value", "TypeNameOfValue", "Name", "IsInstance");

    @Override
    public String typeName() {
        return target instanceof CustomObject
                ? "System.Management.Automation.PSNoteProperty"
                : "System.Management.Automation.PSProperty";
    }

    @Override
    public List<String> propertyNames() {
        return NAMES;
    }

    @Override
    public @Nullable Object property(String wanted) {
        return switch (wanted.toLowerCase(Locale.ROOT)) {
            case "name" -> name;
            case "value" -> Members.getOrNull(target, name);
            case "membertype" -> Notes.kind(target, name);
            case "typenameofvalue" -> Members.typeName(Members.getOrNull(target, name));
            case "issettable", "isgettable", "isinstance" -> true;
            default -> throw new NoSuchMember(typeName(), wanted);
        };
    }

    @Override
    public void setProperty(String wanted, @Nullable Object value) {
        if (!wanted.equalsIgnoreCase("Value")) {
            throw new NoSuchMember(typeName(), wanted);
        }
        Members.set(target, name, value);
    }

    @Override
    public String toString() {
        return name + "=" + Conversion.toText(Members.getOrNull(target, name));
    }
}
