package org.openbits.cmdlets.core;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.CustomObject;
import org.openbits.automation.Example;
import org.openbits.automation.Help;

/** The habits of a region: one culture, and the time zone of the system. */
final class Regional {

    private Regional() {}

    private static CustomObject culture() {
        return new CustomObject("System.Globalization.CultureInfo")
                .add("LCID", 1033)
                .add("Name", "en-US")
                .add("DisplayName", "English (United States)");
    }

    /** {@code Get-Culture}. */
    @CmdletName(verb = "Get", noun = "Culture", errorClass = "Microsoft.PowerShell.Commands.GetCultureCommand")
    @Help(
            synopsis = "Gives the culture by which numbers and times are written: always en-US.",
            examples = @Example(title = "Its name", code = "(Get-Culture).Name"))
    static final class Culture extends Cmdlet {
        @Override
        protected void process() {
            write(culture());
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
            write(culture());
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
