package org.openbits.cmdlets.core;

import java.nio.file.Path;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.PathInfo;

/** {@code Set-Location}: goes to another directory. */
@CmdletName(
        verb = "Set",
        noun = "Location",
        defaultSet = "Path",
        aliases = {"cd", "chdir", "sl"},
        errorClass = "Microsoft.PowerShell.Commands.SetLocationCommand")
@Help(
        synopsis = "Makes a directory the one where relative paths begin; the home directory when none is given.",
        examples = {
            @Example(title = "One up", code = "Set-Location .."),
            @Example(
                    title = "Into a directory, told where",
                    code = "New-Item -ItemType Directory -Force sl, 'sl[1]' | Out-Null;"
                            + " Set-Location -Path sl -PassThru; Set-Location -LiteralPath"
                            + " '../sl[1]'; Set-Location ..")
        })
final class SetLocation extends Cmdlet {

    @Parameter(
            position = 0,
            sets = "Path",
            pipeline = true,
            pipelineByName = true,
            wildcards = true,
            help = "The directory.")
    private String path = "~";

    @Parameter(
            mandatory = true,
            sets = "LiteralPath",
            pipelineByName = true,
            aliases = {"PSPath", "LP"},
            help = "The directory; no character is a wildcard.")
    private String literalPath = "";

    @Parameter(help = "Gives the new location.")
    private boolean passThru;

    @Override
    protected void process() {
        Path directory = literalPath.isEmpty()
                ? Directories.existing(runtime(), path, true)
                : Directories.existing(runtime(), literalPath, false);
        runtime().setCurrentDirectory(directory);
        if (passThru) {
            write(new PathInfo(directory));
        }
    }
}
