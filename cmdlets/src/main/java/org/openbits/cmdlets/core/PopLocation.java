package org.openbits.cmdlets.core;

import java.nio.file.Path;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.PathInfo;
import org.openbits.automation.Session;

/** {@code Pop-Location}: goes back to where {@code Push-Location} was. */
@CmdletName(
        verb = "Pop",
        noun = "Location",
        aliases = "popd",
        errorClass = "Microsoft.PowerShell.Commands.PopLocationCommand")
@Help(
        synopsis = "Goes back to the location that Push-Location remembered last.",
        examples = {
            @Example(title = "There and back", code = "Push-Location /; Pop-Location"),
            @Example(title = "Where it went back to", code = "Push-Location /; Pop-Location -PassThru")
        })
final class PopLocation extends Cmdlet {

    @Parameter(help = "Gives the new location.")
    private boolean passThru;

    @Override
    protected void process() {
        Path back = runtime().service(Session.class).locations().poll();
        if (back == null) {
            return;
        }
        runtime().setCurrentDirectory(back);
        if (passThru) {
            write(new PathInfo(back));
        }
    }
}
