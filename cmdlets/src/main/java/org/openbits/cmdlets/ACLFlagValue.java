package org.openbits.cmdlets;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.ArgumentConverter;
import org.openbits.automation.CommandRuntime;
import org.openbits.automation.Conversion;
import org.openbits.automation.ConvertedBy;
import org.openbits.automation.Numbered;

/**
 * The security information that travels with a file from an SMB share (BG_COPY_FILE_*): any mix of {@code o} owner,
 * {@code g} group, {@code d} discretionary and {@code s} system access list.
 *
 * @param number the bits
 */
@ConvertedBy(ACLFlagValue.Reader.class)
public record ACLFlagValue(long number) implements Numbered {

    private static final FlagNames NAMES = new FlagNames("ACLFlagValue")
            .with("None", 0)
            .with("o", 1)
            .with("g", 2)
            .with("d", 4)
            .with("s", 8);

    /** Letters, together or apart, and numbers. */
    public static final class Reader implements ArgumentConverter {

        @Override
        public Object convert(@Nullable Object value, CommandRuntime runtime) {
            String text = Conversion.toText(value).toLowerCase(Locale.ROOT);
            boolean isLetters = text.matches("[ogds]+");
            return new ACLFlagValue(NAMES.parse(isLetters ? String.join(",", text.split("")) : value));
        }
    }

    @Override
    public String toString() {
        return NAMES.toText(number);
    }
}
