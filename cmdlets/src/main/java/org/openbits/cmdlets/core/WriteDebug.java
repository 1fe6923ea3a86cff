package org.openbits.cmdlets.core;

import org.openbits.automation.AllowEmpty;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Write-Debug}: tells those who look for faults, with -Debug. */
@CmdletName(verb = "Write", noun = "Debug", errorClass = "Microsoft.PowerShell.Commands.WriteDebugCommand")
@Help(
        synopsis = "Tells those who look for faults, with -Debug.",
        examples = {
            @Example(title = "A trace", code = "Write-Debug 'x is 3' -Debug"),
            @Example(title = "A value at hand", code = "$x = 3; Write-Debug -Message \"x is $x\" -Debug")
        })
final class WriteDebug extends Cmdlet {

    @Parameter(position = 0, mandatory = true, pipeline = true, aliases = "Msg", help = "The text.")
    @AllowEmpty
    private String message = "";

    @Override
    protected void process() {
        runtime().debug(message);
    }
}
