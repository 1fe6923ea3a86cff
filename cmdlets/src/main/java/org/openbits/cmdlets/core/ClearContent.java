package org.openbits.cmdlets.core;

import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Clear-Content}: empties files. */
@CmdletName(
        verb = "Clear",
        noun = "Content",
        defaultSet = "Path",
        shouldProcess = true,
        aliases = "clc",
        errorClass = "Microsoft.PowerShell.Commands.ClearContentCommand")
@Help(
        synopsis = "Empties files and keeps them.",
        examples = {
            @Example(title = "Would empty", code = "Clear-Content *.log -WhatIf"),
            @Example(
                    title = "Empty a log",
                    code = "Set-Content cc1.log 'old'; Clear-Content -Path cc1.log -Force; (Get-Item cc1.log).Length"),
            @Example(
                    title = "A name with brackets",
                    code = "Set-Content -LiteralPath 'cc[1].log' 'old'; Clear-Content -LiteralPath 'cc[1].log'")
        })
final class ClearContent extends Cmdlet {

    @Parameter(
            position = 0,
            mandatory = true,
            sets = "Path",
            pipelineByName = true,
            wildcards = true,
            help = "The files.")
    private List<String> path = List.of();

    @Parameter(
            mandatory = true,
            sets = "LiteralPath",
            pipelineByName = true,
            aliases = {"PSPath", "LP"},
            help = "The files; no character is a wildcard.")
    private List<String> literalPath = List.of();

    @Parameter(help = "Empties a read-only file, too.")
    private boolean force;

    @Override
    protected void process() {
        new PathArguments(runtime(), "ClearContentIOError").each(path, literalPath, file -> {
            if (shouldProcess("Item: " + file, "Clear Content")) {
                if (force && !Files.isWritable(file)) {
                    file.toFile().setWritable(true);
                }
                Files.write(file, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
            }
        });
    }
}
