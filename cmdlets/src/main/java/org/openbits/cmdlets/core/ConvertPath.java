package org.openbits.cmdlets.core;

import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;

/** {@code Convert-Path}: the full paths of what exists, as text. */
@CmdletName(
        verb = "Convert",
        noun = "Path",
        defaultSet = "Path",
        aliases = "cvpa",
        errorClass = "Microsoft.PowerShell.Commands.ConvertPathCommand")
@Help(
        synopsis = "Gives the full path of what exists, as text.",
        examples = {
            @Example(title = "The home directory", code = "Convert-Path ~"),
            @Example(
                    title = "A name with brackets",
                    code = "Set-Content -LiteralPath 'cp[1].txt' 'x'; Convert-Path -LiteralPath 'cp[1].txt'")
        })
final class ConvertPath extends PathsCmdlet {

    @Override
    protected void process() {
        new PathArguments(runtime(), "PathNotFound").each(path, literalPath, found -> write(found.toString()));
    }
}
