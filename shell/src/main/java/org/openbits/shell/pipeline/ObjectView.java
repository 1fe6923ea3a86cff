package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CustomObject;
import org.openbits.automation.Members;

/** {@code $object.PSObject}: an object seen from outside, for scripts that walk through properties. */
final class ObjectView {

    private ObjectView() {}

    static Object of(Object target) {
        PropertyList properties = new PropertyList(target);
        for (String name : Members.names(target)) {
            properties.add(new CustomObject("System.Management.Automation.PSProperty")
                    .add("Name", name)
                    .add("Value", Members.getOrNull(target, name))
                    .add("MemberType", target instanceof CustomObject custom ? custom.kind(name) : "Property")
                    .add("TypeNameOfValue", Members.typeName(Members.getOrNull(target, name)))
                    .add("IsSettable", true));
        }
        List<@Nullable Object> types = new ArrayList<>();
        types.add(Members.typeName(target));
        return new CustomObject("System.Management.Automation.PSObject")
                .add("Properties", properties)
                .add("TypeNames", types)
                .add("BaseObject", target);
    }
}
