package org.openbits.shell.pipeline;

import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Set-StrictMode}: whether a variable that was never set is an error. */
@CmdletName(
        verb = "Set",
        noun = "StrictMode",
        defaultSet = "Version",
        errorClass = "Microsoft.PowerShell.Commands.SetStrictModeCommand")
@Help(
        synopsis = "Makes the use of a variable that was never set an error.",
        description =
                "From version 2.0 on, reading a property that does not exist is an error, too; from 3.0 on an element of an array that does not exist.",
        examples = {
            @Example(title = "Find typing errors", code = "Set-StrictMode -Version Latest"),
            @Example(
                    title = "Forgiving again",
                    code = "Set-StrictMode -Version Latest; Set-StrictMode -Off; $unknown.Length")
        })
final class SetStrictMode extends Cmdlet {

    @Parameter(mandatory = true, sets = "Version", aliases = "v", help = "1.0, 2.0, 3.0 or Latest.")
    private @Nullable String version;

    @Parameter(mandatory = true, sets = "Off", help = "Turns it off.")
    private boolean off;

    @Override
    protected void process() {
        int level = off || version == null ? 0 : version.matches("[12](\\..*)?") ? version.charAt(0) - '0' : 3;
        runtime().service(Engine.class).variables().strict(level);
    }
}
