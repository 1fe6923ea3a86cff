package org.openbits.cmdlets.core;

import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.PathInfo;
import org.openbits.automation.Session;

/** {@code Get-Location}: where relative paths begin. */
@CmdletName(
        verb = "Get",
        noun = "Location",
        aliases = {"gl", "pwd"},
        errorClass = "Microsoft.PowerShell.Commands.GetLocationCommand")
@Help(
        synopsis = "Gives the current location.",
        examples = {
            @Example(title = "As text", code = "(Get-Location).Path"),
            @Example(title = "Where Pop-Location will go", code = "Push-Location ..; Get-Location -Stack; Pop-Location")
        })
final class GetLocation extends Cmdlet {

    @Parameter(help = "Gives the locations that Push-Location remembers.")
    private boolean stack;

    @Override
    protected void process() {
        if (stack) {
            runtime().service(Session.class).locations().forEach(location -> write(new PathInfo(location)));
        } else {
            write(new PathInfo(runtime().currentDirectory()));
        }
    }
}
