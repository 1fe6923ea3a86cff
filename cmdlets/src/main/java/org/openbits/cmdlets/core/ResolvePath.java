package org.openbits.cmdlets.core;

import java.io.File;
import java.nio.file.Path;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.PathInfo;

/** {@code Resolve-Path}: the full paths of what exists. */
@CmdletName(
        verb = "Resolve",
        noun = "Path",
        defaultSet = "Path",
        aliases = "rvpa",
        errorClass = "Microsoft.PowerShell.Commands.ResolvePathCommand")
@Help(
        synopsis = "Gives the full path of what exists; wildcards are replaced.",
        examples = {
            @Example(title = "This directory", code = "(Resolve-Path .).Path"),
            @Example(title = "Seen from here", code = "Set-Content rp1.txt 'x'; Resolve-Path rp*.txt -Relative"),
            @Example(
                    title = "A name with brackets",
                    code = "Set-Content -LiteralPath 'rp[2].txt' 'x'; (Resolve-Path -LiteralPath 'rp[2].txt').Path")
        })
final class ResolvePath extends PathsCmdlet {

    @Parameter(help = "Gives texts relative to the current location.")
    private boolean relative;

    @Override
    protected void process() {
        new PathArguments(runtime(), "PathNotFound").each(path, literalPath, this::show);
    }

    private void show(Path found) {
        if (!relative) {
            write(new PathInfo(found));
            return;
        }
        String text = runtime().currentDirectory().relativize(found).toString();
        write(text.startsWith("..") ? text : "." + File.separator + text);
    }
}
