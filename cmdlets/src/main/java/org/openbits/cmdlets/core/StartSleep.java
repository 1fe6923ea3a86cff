package org.openbits.cmdlets.core;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Start-Sleep}: waits. */
@CmdletName(
        verb = "Start",
        noun = "Sleep",
        defaultSet = "Seconds",
        aliases = "sleep",
        errorClass = "Microsoft.PowerShell.Commands.StartSleepCommand")
@Help(
        synopsis = "Waits; stopping the command ends the wait at once.",
        examples = {
            @Example(title = "A tenth of a second", code = "Start-Sleep -Milliseconds 100"),
            @Example(title = "Part of a second", code = "Start-Sleep -Seconds 0.05"),
            @Example(title = "A time span", code = "Start-Sleep -Duration (New-TimeSpan -Milliseconds 50)")
        })
final class StartSleep extends Cmdlet {

    @Parameter(
            position = 0,
            mandatory = true,
            sets = "Seconds",
            pipeline = true,
            pipelineByName = true,
            help = "Seconds, with a fraction if need be.")
    private double seconds;

    @Parameter(mandatory = true, sets = "Milliseconds", pipelineByName = true, aliases = "ms", help = "Milliseconds.")
    private int milliseconds;

    @Parameter(
            mandatory = true,
            sets = "FromTimeSpan",
            pipelineByName = true,
            aliases = "ts",
            help = "A length of time.")
    private Duration duration = Duration.ZERO;

    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    protected void process() {
        long nanos = duration.toNanos() + TimeUnit.MILLISECONDS.toNanos(milliseconds) + (long) (seconds * 1e9);
        if (nanos < 0) {
            throw runtime()
                    .terminate(Failures.of(
                            "ParameterArgumentValidationError",
                            ErrorCategory.InvalidData,
                            seconds,
                            "Cannot wait for less than no time: give a number that is not negative."));
        }
        try {
            stopped.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
    }
}
