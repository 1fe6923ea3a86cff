package org.openbits.cmdlets.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.ScriptBlock;

/** {@code Invoke-Command}: runs a block. */
@CmdletName(
        verb = "Invoke",
        noun = "Command",
        defaultSet = "InProcess",
        aliases = "icm",
        errorClass = "Microsoft.PowerShell.Commands.InvokeCommandCommand")
@Help(
        synopsis = "Runs a script block here; other computers are out of reach.",
        examples = @Example(title = "With an argument", code = "Invoke-Command { $args[0] * 2 } -ArgumentList 21"))
final class InvokeCommand extends Cmdlet {

    @Parameter(position = 0, mandatory = true, aliases = "Command", help = "The block.")
    private @Nullable ScriptBlock scriptBlock;

    @Parameter(aliases = "Args", help = "What the block finds in $args or its parameters.")
    private List<Object> argumentList = List.of();

    @Parameter(pipeline = true, help = "Objects; the block runs for each, in $_.")
    private @Nullable Object inputObject;

    @Override
    protected void process() {
        if (scriptBlock != null) {
            scriptBlock.invoke(inputObject, new ArrayList<>(argumentList)).forEach(this::write);
        }
    }
}
