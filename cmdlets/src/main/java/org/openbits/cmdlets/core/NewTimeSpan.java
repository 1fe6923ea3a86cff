package org.openbits.cmdlets.core;

import java.time.Duration;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code New-TimeSpan}: a length of time. */
@CmdletName(
        verb = "New",
        noun = "TimeSpan",
        defaultSet = "Date",
        errorClass = "Microsoft.PowerShell.Commands.NewTimeSpanCommand")
@Help(
        synopsis =
                "Makes a length of time: from one moment to another, or of so many days, hours, minutes and seconds.",
        examples = {
            @Example(title = "Ninety minutes", code = "New-TimeSpan -Hours 1 -Minutes 30"),
            @Example(title = "Between two moments", code = "New-TimeSpan -Start '2026-01-01' -End '2026-01-02'"),
            @Example(title = "Down to milliseconds", code = "New-TimeSpan -Days 1 -Seconds 30 -Milliseconds 500")
        })
final class NewTimeSpan extends Cmdlet {

    @Parameter(
            position = 0,
            sets = "Date",
            pipeline = true,
            pipelineByName = true,
            aliases = "LastWriteTime",
            help = "The beginning; this moment when left out.")
    private @Nullable ZonedDateTime start;

    @Parameter(position = 1, sets = "Date", pipelineByName = true, help = "The end; this moment when left out.")
    private @Nullable ZonedDateTime end;

    @Parameter(sets = "Time", help = "Days.")
    private int days;

    @Parameter(sets = "Time", help = "Hours.")
    private int hours;

    @Parameter(sets = "Time", help = "Minutes.")
    private int minutes;

    @Parameter(sets = "Time", help = "Seconds.")
    private int seconds;

    @Parameter(sets = "Time", help = "Milliseconds.")
    private int milliseconds;

    @Override
    protected void process() {
        if (start == null && end == null) {
            write(Duration.ofDays(days)
                    .plusHours(hours)
                    .plusMinutes(minutes)
                    .plusSeconds(seconds)
                    .plusMillis(milliseconds));
            return;
        }
        ZonedDateTime now = ZonedDateTime.now();
        write(Duration.between(start == null ? now : start, end == null ? now : end));
    }
}
