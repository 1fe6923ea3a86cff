package org.openbits.shell.pipeline;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.AddedMember;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.Members;
import org.openbits.automation.Notes;

/** {@code $object.PSObject.Properties}: a list that also finds and removes by name. */
final class PropertyList extends ArrayList<@Nullable Object> {

    private static final long serialVersionUID = 1;

    private final transient Object target;

    PropertyList(Object target) {
        this.target = target;
    }

    /** {@code Add(member)}: gives the object another member. */
    @Override
    public boolean add(@Nullable Object member) {
        if (member instanceof AddedMember added) {
            CustomObject object = target instanceof CustomObject custom ? custom : Notes.open(target);
            object.add(added);
        }
        return super.add(member);
    }

    /** The property of that name, null when there is none. */
    @Nullable
    Object named(String name) {
        for (Object each : this) {
            if (name.equalsIgnoreCase(Conversion.toText(Members.getOrNull(each, "Name")))) {
                return each;
            }
        }
        return null;
    }

    /** Takes the property away from the object, and gives nothing. */
    Object without(String name) {
        if (target instanceof CustomObject custom) {
            custom.remove(name);
        }
        removeIf(each -> name.equalsIgnoreCase(Conversion.toText(Members.getOrNull(each, "Name"))));
        return java.util.List.of();
    }
}
