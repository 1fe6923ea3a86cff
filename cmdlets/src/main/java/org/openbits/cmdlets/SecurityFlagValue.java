package org.openbits.cmdlets;

import org.jspecify.annotations.Nullable;
import org.openbits.automation.ArgumentConverter;
import org.openbits.automation.CommandRuntime;
import org.openbits.automation.ConvertedBy;
import org.openbits.automation.Numbered;

/**
 * Certificate checks and the redirect policy of a job (BG_HTTP_OPTIONS).
 *
 * @param number the bits
 */
@ConvertedBy(SecurityFlagValue.Reader.class)
public record SecurityFlagValue(long number) implements Numbered {

    private static final FlagNames NAMES = new FlagNames("SecurityFlagValue")
            .with("RedirectPolicyAllowSilent", 0)
            .with("EnableCRLCheck", 0x1)
            .with("IgnoreCertCNInvalid", 0x2)
            .with("IgnoreCertDateInvalid", 0x4)
            .with("IgnoreUnknownCA", 0x8)
            .with("IgnoreCertWrongUsage", 0x10)
            .with("RedirectPolicyAllowReport", 0x100)
            .with("RedirectPolicyDisallow", 0x200)
            .with("RedirectPolicyAllowHttpsToHttp", 0x800);

    /** Names and numbers as scripts write them. */
    public static final class Reader implements ArgumentConverter {

        @Override
        public Object convert(@Nullable Object value, CommandRuntime runtime) {
            return new SecurityFlagValue(NAMES.parse(value));
        }
    }

    @Override
    public String toString() {
        return NAMES.toText(number);
    }
}
