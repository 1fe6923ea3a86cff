package org.openbits.cmdlets.core;

import org.openbits.automation.AllowEmpty;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Write-Warning}: warns. */
@CmdletName(verb = "Write", noun = "Warning", errorClass = "Microsoft.PowerShell.Commands.WriteWarningCommand")
@Help(
        synopsis = "Warns.",
        examples = @Example(title = "A warning", code = "Write-Warning -Message 'The disk is nearly full.'"))
final class WriteWarning extends Cmdlet {

    @Parameter(position = 0, mandatory = true, pipeline = true, aliases = "Msg", help = "The text.")
    @AllowEmpty
    private String message = "";

    @Override
    protected void process() {
        runtime().warn(message);
    }
}
