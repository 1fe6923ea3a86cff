package org.openbits.automation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A member that a script describes before it gives it to an object or a type: {@code PSNoteProperty}, {@code PSPropertySet}
 * and their kin.
 *
 * @param value a note's value; a block; the original's name of an alias; the names of a set of properties; the members of a
 *     set of members
 * @param second the block that takes what is assigned to a ScriptProperty
 */
public record AddedMember(
        Kind kind,
        String name,
        @Nullable Object value,
        @Nullable ScriptBlock second) implements Shaped {

    /** The kinds that can be added, under PowerShell's names. */
    public enum Kind {
        NoteProperty,
        ScriptProperty,
        AliasProperty,
        ScriptMethod,
        PropertySet,
        MemberSet;

        /** The kind of that name in any case; null when it is none. */
        public static @Nullable Kind named(String text) {
            for (Kind kind : values()) {
                if (kind.name().equalsIgnoreCase(text)) {
                    return kind;
                }
            }
            return null;
        }
    }

    /** The names that a set of properties stands for. */
    public List<String> referenced() {
        List<String> names = new ArrayList<>();
        Conversion.enumerate(value).forEach(each -> names.add(Conversion.toText(each)));
        return names;
    }

    /** The members of a set of members. */
    List<AddedMember> members() {
        List<AddedMember> members = new ArrayList<>();
        for (Object each : Conversion.enumerate(value)) {
            if (each instanceof AddedMember member) {
                members.add(member);
            }
        }
        return members;
    }

    @Override
    public String typeName() {
        return "System.Management.Automation.PS" + kind;
    }

    @Override
    public List<String> propertyNames() {
        return kind == Kind.PropertySet
                ? List.of("ReferencedPropertyNames", "MemberType", "Value", "TypeNameOfValue", "Name", "IsInstance")
                : List.of("MemberType", "Value", "TypeNameOfValue", "Name", "IsInstance");
    }

    @Override
    public @Nullable Object property(String wanted) {
        for (AddedMember inner : kind == Kind.MemberSet ? members() : List.<AddedMember>of()) {
            if (inner.name.equalsIgnoreCase(wanted)) {
                return inner;
            }
        }
        return switch (wanted.toLowerCase(Locale.ROOT)) {
            case "name" -> name;
            case "membertype" -> kind;
            case "value" -> kind == Kind.PropertySet ? this : value;
            case "members" -> members();
            case "typenameofvalue" -> Members.typeName(value);
            case "referencedpropertynames" -> NetList.array("System.String", referenced());
            case "isinstance" -> true;
            default -> throw new NoSuchMember(typeName(), wanted);
        };
    }

    @Override
    public String toString() {
        if (kind == Kind.MemberSet) {
            return name + " {"
                    + members().stream().map(AddedMember::name).collect(java.util.stream.Collectors.joining(", "))
                    + "}";
        }
        return kind == Kind.PropertySet
                ? name + " {" + String.join(", ", referenced()) + "}"
                : name + "=" + Conversion.toText(value);
    }
}
