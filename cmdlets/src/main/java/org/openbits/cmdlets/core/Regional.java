package org.openbits.cmdlets.core;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Culture;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** The habits of a region: one culture, and the time zone of the system. */
final class Regional {

    private Regional() {}

    /** {@code Get-Culture}. */
    @CmdletName(verb = "Get", noun = "Culture", errorClass = "Microsoft.PowerShell.Commands.GetCultureCommand")
    @Help(
            synopsis = "Gives the culture by which numbers and times are written: en-US until a script sets another.",
            examples = {
                @Example(title = "Its name", code = "(Get-Culture).Name"),
                @Example(title = "How Germany writes", code = "(1234.5).ToString('N2', (Get-Culture -Name de-DE))")
            })
    static final class Present extends Cmdlet {

        @Parameter(position = 0, pipeline = true, help = "Names of cultures to give instead, such as de-DE.")
        private List<String> name = List.of();

        @Override
        protected void process() {
            if (name.isEmpty()) {
                write(Culture.current());
            }
            for (String each : name) {
                try {
                    write(Culture.of(each));
                } catch (IllegalArgumentException unknown) {
                    writeError(Failures.of(
                            "ItemNotFoundException",
                            ErrorCategory.ObjectNotFound,
                            each,
                            String.valueOf(unknown.getMessage())));
                }
            }
        }
    }

    /** {@code Get-UICulture}. */
    @CmdletName(verb = "Get", noun = "UICulture", errorClass = "Microsoft.PowerShell.Commands.GetUICultureCommand")
    @Help(
            synopsis = "Gives the culture of messages: always en-US.",
            examples = @Example(title = "Its name", code = "(Get-UICulture).Name"))
    static final class Messages extends Cmdlet {
        @Override
        protected void process() {
            write(Culture.EN_US);
        }
    }

    /** {@code Get-TimeZone}. */
    @CmdletName(verb = "Get", noun = "TimeZone", errorClass = "Microsoft.PowerShell.Commands.GetTimeZoneCommand")
    @Help(
            synopsis = "Gives the time zone of the system.",
            examples = @Example(title = "Its id", code = "(Get-TimeZone).Id"))
    static final class Zone extends Cmdlet {
        @Override
        protected void process() {
            write(of(ZoneId.systemDefault()));
        }

        /** The zone as it is at present: its offset was another one in other years. */
        static CustomObject of(ZoneId zone) {
            return new CustomObject("System.TimeZoneInfo")
                    .add("Id", zone.getId())
                    .add("DisplayName", zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                    .add("StandardName", zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                    .add(
                            "BaseUtcOffset",
                            Duration.ofSeconds(zone.getRules()
                                    .getStandardOffset(Instant.now())
                                    .getTotalSeconds()))
                    .add(
                            "SupportsDaylightSavingTime",
                            !zone.getRules().getTransitionRules().isEmpty());
        }
    }
}
