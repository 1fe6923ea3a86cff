package org.openbits.cmdlets;

import org.jspecify.annotations.Nullable;
import org.openbits.automation.ArgumentConverter;
import org.openbits.automation.CommandRuntime;
import org.openbits.automation.ConvertedBy;
import org.openbits.automation.Numbered;

/**
 * The network cost states in which a job may run (BITS_COST_STATE_*, BITS_COST_OPTION_*).
 *
 * @param number the bits
 */
@ConvertedBy(CostStates.Reader.class)
public record CostStates(long number) implements Numbered {

    private static final FlagNames NAMES = new FlagNames("CostStates")
            .with("None", 0)
            .with("Unrestricted", 0x1)
            .with("Capped", 0x2)
            .with("BelowCap", 0x4)
            .with("NearCap", 0x8)
            .with("OverCapCharged", 0x10)
            .with("OverCapThrottled", 0x20)
            .with("UsageBased", 0x40)
            .with("Roaming", 0x80)
            .with("IgnoreCongestion", 0x8000_0000L)
            .with("PolicyUnrestricted", 0x8000_0021L)
            .with("Standard", 0x8000_0067L)
            .with("NoSurcharge", 0x8000_006FL)
            .with("NotRoaming", 0x8000_007FL)
            .with("Always", 0x8000_00FFL);

    /** Names and numbers as scripts write them. */
    public static final class Reader implements ArgumentConverter {

        @Override
        public Object convert(@Nullable Object value, CommandRuntime runtime) {
            return new CostStates(NAMES.parse(value));
        }
    }

    @Override
    public String toString() {
        return NAMES.toText(number);
    }
}
