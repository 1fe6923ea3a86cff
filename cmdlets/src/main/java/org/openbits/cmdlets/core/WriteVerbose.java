package org.openbits.cmdlets.core;

import org.openbits.automation.AllowEmpty;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Write-Verbose}: tells details to those who ask with -Verbose. */
@CmdletName(verb = "Write", noun = "Verbose", errorClass = "Microsoft.PowerShell.Commands.WriteVerboseCommand")
@Help(
        synopsis = "Tells details to those who ask with -Verbose.",
        examples = @Example(title = "A detail", code = "Write-Verbose -Message 'Looking at page 2.' -Verbose"))
final class WriteVerbose extends Cmdlet {

    @Parameter(position = 0, mandatory = true, pipeline = true, aliases = "Msg", help = "The text.")
    @AllowEmpty
    private String message = "";

    @Override
    protected void process() {
        runtime().verbose(message);
    }
}
