package org.openbits.cmdlets.core;

import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Write-Output}: sends objects down the pipeline. */
@CmdletName(
        verb = "Write",
        noun = "Output",
        aliases = {"echo", "write"},
        errorClass = "Microsoft.PowerShell.Commands.WriteOutputCommand")
@Help(
        synopsis = "Sends objects down the pipeline.",
        examples = {
            @Example(title = "Two texts", code = "Write-Output one two"),
            @Example(
                    title = "An array as one object",
                    code = "Write-Output -InputObject (1, 2, 3) -NoEnumerate | Measure-Object")
        })
final class WriteOutput extends Cmdlet {

    @Parameter(position = 0, mandatory = true, pipeline = true, remaining = true, help = "The objects.")
    private @Nullable Object inputObject;

    @Parameter(help = "Sends a collection as one object.")
    private boolean noEnumerate;

    @Override
    protected void process() {
        if (noEnumerate) {
            write(inputObject);
        } else {
            runtime().writeAll(inputObject);
        }
    }
}
