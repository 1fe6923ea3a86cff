package org.openbits.cmdlets.core;

import java.nio.file.Path;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.PathInfo;
import org.openbits.automation.Session;

/** {@code Push-Location}: remembers the location and goes to another. */
@CmdletName(
        verb = "Push",
        noun = "Location",
        aliases = "pushd",
        errorClass = "Microsoft.PowerShell.Commands.PushLocationCommand")
@Help(
        synopsis = "Remembers the current location for Pop-Location and goes to another.",
        examples = {
            @Example(title = "There and back", code = "Push-Location /; Pop-Location"),
            @Example(title = "Where it went", code = "Push-Location -Path / -PassThru; Pop-Location")
        })
final class PushLocation extends Cmdlet {

    @Parameter(
            position = 0,
            pipeline = true,
            pipelineByName = true,
            aliases = {"LiteralPath", "PSPath"},
            help = "The directory to go to; the same one when left out.")
    private String path = ".";

    @Parameter(help = "Gives the new location.")
    private boolean passThru;

    @Override
    protected void process() {
        Path directory = Directories.existing(runtime(), path, true);
        runtime().service(Session.class).locations().push(runtime().currentDirectory());
        runtime().setCurrentDirectory(directory);
        if (passThru) {
            write(new PathInfo(directory));
        }
    }
}
