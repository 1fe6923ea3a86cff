package org.openbits.shell.pipeline;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.Members;

/** The names of an object's types, its own first. What a script puts before them names the object itself. */
final class TypeNameList extends ArrayList<@Nullable Object> {

    private static final long serialVersionUID = 1L;
    private static final String CUSTOM = "System.Management.Automation.PSCustomObject";

    private final transient Object target;

    TypeNameList(Object target) {
        this.target = target;
        String own = Members.typeName(target);
        super.add(own);
        if (target instanceof CustomObject && !own.equals(CUSTOM)) {
            super.add(CUSTOM);
        } else if (target instanceof Number
                || target instanceof Boolean
                || target instanceof Character
                || target instanceof ZonedDateTime
                || target instanceof Duration) {
            super.add("System.ValueType");
        } else if (own.endsWith("[]")) {
            super.add("System.Array");
        } else if (own.endsWith("Exception") && !own.equals("System.Exception")) {
            super.add("System.Exception");
        }
        if (!own.equals("System.Object")) {
            super.add("System.Object");
        }
    }

    @Override
    public void add(int index, @Nullable Object name) {
        super.add(index, name);
        if (index == 0 && target instanceof CustomObject object) {
            object.retype(Conversion.toText(name));
        }
    }
}
