package org.openbits.shell.pipeline;

import org.jspecify.annotations.Nullable;
import org.openbits.automation.CustomObject;
import org.openbits.automation.Members;

/** {@code $object.PSObject}: an object seen from outside, for scripts that walk through properties. */
final class ObjectView {

    private ObjectView() {}

    static Object of(Object target) {
        PropertyList properties = new PropertyList(target);
        for (String name : Members.names(target)) {
            properties.add(new PropertyView(target, name));
        }
        return new CustomObject("System.Management.Automation.PSObject")
                .add("Properties", properties)
                .add("Members", properties)
                .add("TypeNames", new TypeNameList(target))
                .add("BaseObject", target);
    }

    /** The object that such a view shows; null for anything else. */
    static @Nullable Object viewed(Object view) {
        return view instanceof CustomObject custom
                        && custom.typeName().equals("System.Management.Automation.PSObject")
                        && custom.has("BaseObject")
                ? custom.property("BaseObject")
                : null;
    }
}
