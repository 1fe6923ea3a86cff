package org.openbits.cmdlets;

import org.jspecify.annotations.Nullable;
import org.openbits.automation.ArgumentConverter;
import org.openbits.automation.CommandRuntime;
import org.openbits.automation.ConvertedBy;
import org.openbits.automation.Numbered;

/**
 * The events that run the notification command (BG_NOTIFY_*).
 *
 * @param number the bits
 */
@ConvertedBy(NotifyFlagValue.Reader.class)
public record NotifyFlagValue(long number) implements Numbered {

    private static final FlagNames NAMES = new FlagNames("NotifyFlagValue")
            .with("JobTransferred", 1)
            .with("JobError", 2)
            .with("Disable", 4)
            .with("JobModification", 8)
            .with("FileTransferred", 16)
            .with("FileRangesTransferred", 32);

    /** Names and numbers as scripts write them. */
    public static final class Reader implements ArgumentConverter {

        @Override
        public Object convert(@Nullable Object value, CommandRuntime runtime) {
            return new NotifyFlagValue(NAMES.parse(value));
        }
    }

    @Override
    public String toString() {
        return NAMES.toText(number);
    }
}
