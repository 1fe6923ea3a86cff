package org.openbits.cmdlets.core;

import java.util.List;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Unblock-File}: files carry no mark of where they came from here, so there is nothing to take away. */
@CmdletName(
        verb = "Unblock",
        noun = "File",
        defaultSet = "ByPath",
        shouldProcess = true,
        errorClass = "Microsoft.PowerShell.Commands.UnblockFileCommand")
@Help(
        synopsis = "Takes the mark of a download away, which only Windows sets. A file that is not there is an error.",
        examples = {
            @Example(title = "Would unblock", code = "Unblock-File *.ps1 -WhatIf"),
            @Example(
                    title = "Trust scripts that were downloaded",
                    code = "Set-Content got.ps1 '1'; Unblock-File -Path got*.ps1"),
            @Example(
                    title = "A name with brackets",
                    code = "Set-Content -LiteralPath 'got[1].ps1' '1'; Unblock-File -LiteralPath 'got[1].ps1'")
        })
final class UnblockFile extends Cmdlet {

    @Parameter(position = 0, mandatory = true, sets = "ByPath", pipeline = true, wildcards = true, help = "The files.")
    private List<String> path = List.of();

    @Parameter(
            mandatory = true,
            sets = "ByLiteralPath",
            pipelineByName = true,
            aliases = {"PSPath", "LP"},
            help = "The files; no character is a wildcard.")
    private List<String> literalPath = List.of();

    @Override
    protected void process() {
        new PathArguments(runtime(), "UnblockFileFailed")
                .each(path, literalPath, found -> shouldProcess(found.toString(), "Unblock-File"));
    }
}
