package org.openbits.cmdlets;

import org.openbits.ErrorContext;
import org.openbits.JobPriority;
import org.openbits.JobState;
import org.openbits.JobType;
import org.openbits.ProxyUsage;
import org.openbits.automation.Numbered;

/**
 * An enumerated value of the API as scripts see it: PowerShell's text, and the number of Windows.
 *
 * @param text such as {@code TransientError}
 * @param number such as 5
 */
public record EnumText(String text, long number) implements Numbered {

    static EnumText of(JobState state) {
        return new EnumText(state.cmdletText(), state.number());
    }

    static EnumText of(ErrorContext context) {
        return new EnumText(context.cmdletText(), context.number());
    }

    static EnumText of(JobType type) {
        return new EnumText(camel(type.name()), type.number());
    }

    static EnumText of(JobPriority priority) {
        return new EnumText(camel(priority.name()), priority.number());
    }

    static EnumText of(ProxyUsage usage) {
        String text = switch (usage) {
            case PRECONFIG -> "SystemDefault";
            case NO_PROXY -> "NoProxy";
            case OVERRIDE -> "Override";
            case AUTODETECT -> "AutoDetect";
        };
        return new EnumText(text, usage.number());
    }

    /** {@code UPLOAD_REPLY} becomes {@code UploadReply}. */
    static String camel(String constant) {
        StringBuilder text = new StringBuilder();
        for (String word : constant.split("_")) {
            text.append(word, 0, Math.min(1, word.length()))
                    .append(word.substring(Math.min(1, word.length())).toLowerCase(java.util.Locale.ROOT));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
