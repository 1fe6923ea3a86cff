package org.openbits.cmdlets.core;

import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.cmdlets.core.display.Display;

/** {@code Out-Default}: shows what a pipeline leaves; a shell puts it at the end of each. */
@CmdletName(verb = "Out", noun = "Default", errorClass = "Microsoft.PowerShell.Commands.OutDefaultCommand")
@Help(
        synopsis = "Shows objects in the shape their type asks for.",
        description = "The shell puts it at the end of each pipeline. Objects are shown as they come.",
        examples = @Example(title = "Show an object", code = "Out-Default -InputObject (Get-Date)"))
final class OutDefault extends Cmdlet {

    @Parameter(pipeline = true, help = "The objects to show.")
    private @Nullable Object inputObject;

    private @Nullable Display display;

    @Override
    protected void begin() {
        display = Displays.onHost(runtime());
    }

    @Override
    protected void process() {
        if (display != null) {
            display.show(inputObject);
        }
    }

    @Override
    protected void end() {
        if (display != null) {
            display.close();
        }
        runtime().host().out().flush();
    }
}
