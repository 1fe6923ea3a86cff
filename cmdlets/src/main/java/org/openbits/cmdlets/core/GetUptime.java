package org.openbits.cmdlets.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Get-Uptime}: how long the system runs. */
@CmdletName(verb = "Get", noun = "Uptime", errorClass = "Microsoft.PowerShell.Commands.GetUptimeCommand")
@Help(
        synopsis = "Tells how long the system has been running.",
        examples = {
            @Example(title = "In days", code = "(Get-Uptime).TotalDays"),
            @Example(title = "When the machine started", code = "Get-Uptime -Since")
        })
final class GetUptime extends Cmdlet {

    @Parameter(help = "Gives the moment it began.")
    private boolean since;

    @Override
    protected void process() {
        try {
            String seconds = Files.readString(Path.of("/proc/uptime")).split(" ", 2)[0];
            Duration time = Duration.ofSeconds((long) Double.parseDouble(seconds));
            write(since ? ZonedDateTime.now().minus(time) : time);
        } catch (IOException unknown) {
            writeError(Failures.of(
                    "GetUptimePlatformIsNotSupported",
                    ErrorCategory.NotImplemented,
                    null,
                    "This system does not tell how long it has been running."));
        }
    }
}
