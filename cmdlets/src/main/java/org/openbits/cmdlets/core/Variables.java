package org.openbits.cmdlets.core;

import org.jspecify.annotations.Nullable;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;

/** Variables as objects, and what can go wrong with them. */
final class Variables {

    private Variables() {}

    static CustomObject object(String name, @Nullable Object value) {
        return new CustomObject("System.Management.Automation.PSVariable")
                .add("Name", name)
                .add("Value", value);
    }

    static ErrorRecord notFound(String name) {
        return ErrorRecord.of(
                new ItemNotFoundException("Cannot find a variable with the name '" + name + "'."),
                "VariableNotFound",
                ErrorCategory.ObjectNotFound,
                name);
    }
}
