package org.openbits.cmdlets;

import org.jspecify.annotations.Nullable;
import org.openbits.automation.ArgumentConverter;
import org.openbits.automation.CommandRuntime;
import org.openbits.automation.ConvertedBy;
import org.openbits.automation.Numbered;

/**
 * Whose stored credentials a job uses (BG_AUTH_TARGET).
 *
 * @param number the bits
 */
@ConvertedBy(AuthenticationTargetValue.Reader.class)
public record AuthenticationTargetValue(long number) implements Numbered {

    private static final FlagNames NAMES = new FlagNames("AuthenticationTargetValue")
            .with("None", 0)
            .with("Server", 1)
            .with("Proxy", 2);

    /** Names and numbers as scripts write them. */
    public static final class Reader implements ArgumentConverter {

        @Override
        public Object convert(@Nullable Object value, CommandRuntime runtime) {
            return new AuthenticationTargetValue(NAMES.parse(value));
        }
    }

    @Override
    public String toString() {
        return NAMES.toText(number);
    }
}
