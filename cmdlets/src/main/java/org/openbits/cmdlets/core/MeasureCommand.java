package org.openbits.cmdlets.core;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.ScriptBlock;

/** {@code Measure-Command}: how long a block takes. */
@CmdletName(verb = "Measure", noun = "Command", errorClass = "Microsoft.PowerShell.Commands.MeasureCommandCommand")
@Help(
        synopsis = "Tells how long a block takes; what it writes is dropped.",
        examples = {
            @Example(title = "Seconds", code = "(Measure-Command { Get-ChildItem }).TotalSeconds -lt 60"),
            @Example(
                    title = "A block that takes an object",
                    code = "(Measure-Command -InputObject (Get-Location) -Expression { Get-ChildItem $_.Path"
                            + " }).TotalSeconds -lt 60")
        })
final class MeasureCommand extends Cmdlet {

    @Parameter(position = 0, mandatory = true, help = "The block.")
    private @Nullable ScriptBlock expression;

    @Parameter(pipeline = true, help = "Objects; the block runs for each, in $_.")
    private @Nullable Object inputObject;

    private long nanos;

    @Override
    protected void process() {
        long start = System.nanoTime();
        if (expression != null) {
            expression.invoke(isBound("InputObject") ? inputObject : runtime().variable("_"), List.of());
        }
        nanos += System.nanoTime() - start;
    }

    @Override
    protected void end() {
        write(Duration.ofNanos(nanos));
    }
}
