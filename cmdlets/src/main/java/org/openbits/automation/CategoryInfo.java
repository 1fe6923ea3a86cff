package org.openbits.automation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an error is about, in one line.
 *
 * @param category its kind
 * @param activity the command that failed
 * @param reason the exception's name
 * @param targetName the object it is about, as text
 * @param targetType the full name of that object's type
 */
public record CategoryInfo(ErrorCategory category, String activity, String reason, String targetName, String targetType)
        implements Shaped {

    private static final List<String> NAMES = List.of("Category", "Activity", "Reason", "TargetName", "TargetType");

    @Override
    public String typeName() {
        return "System.Management.Automation.ErrorCategoryInfo";
    }

    @Override
    public List<String> propertyNames() {
        return NAMES;
    }

    @Override
    public @Nullable Object property(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "category" -> category;
            case "activity" -> activity;
            case "reason" -> reason;
            case "targetname" -> targetName;
            case "targettype" -> targetType.substring(targetType.lastIndexOf('.') + 1);
            default -> throw new NoSuchMember(typeName(), name);
        };
    }

    /** {@code GetMessage()}: the same as its text. */
    public String getMessage() {
        return toString();
    }

    /** As the display of an error has it. */
    @Override
    public String toString() {
        String type = targetType.substring(targetType.lastIndexOf('.') + 1);
        return category + ": (" + targetName + ":" + type + ") [" + activity + "], " + reason;
    }
}
