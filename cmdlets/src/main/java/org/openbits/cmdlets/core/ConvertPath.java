package org.openbits.cmdlets.core;

import java.util.List;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Convert-Path}: the full paths of what exists, as text. */
@CmdletName(
        verb = "Convert",
        noun = "Path",
        defaultSet = "Path",
        aliases = "cvpa",
        errorClass = "Microsoft.PowerShell.Commands.ConvertPathCommand")
@Help(
        synopsis = "Gives the full path of what exists, as text.",
        examples = @Example(title = "The home directory", code = "Convert-Path ~"))
final class ConvertPath extends Cmdlet {

    @Parameter(
            position = 0,
            mandatory = true,
            sets = "Path",
            pipeline = true,
            pipelineByName = true,
            wildcards = true,
            help = "The paths.")
    private List<String> path = List.of();

    @Parameter(
            mandatory = true,
            sets = "LiteralPath",
            pipelineByName = true,
            aliases = {"PSPath", "LP"},
            help = "The paths; no character is a wildcard.")
    private List<String> literalPath = List.of();

    @Override
    protected void process() {
        new PathArguments(runtime(), "PathNotFound").each(path, literalPath, found -> write(found.toString()));
    }
}
