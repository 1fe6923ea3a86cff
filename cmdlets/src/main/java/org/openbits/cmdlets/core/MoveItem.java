package org.openbits.cmdlets.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Move-Item}: moves files and directories. */
@CmdletName(
        verb = "Move",
        noun = "Item",
        defaultSet = "Path",
        shouldProcess = true,
        aliases = {"mv", "move", "mi"},
        errorClass = "Microsoft.PowerShell.Commands.MoveItemCommand")
@Help(
        synopsis = "Moves files and directories.",
        description = "Into -Destination when that is a directory, else to that name. An existing file is replaced with"
                + " -Force only.",
        examples = @Example(title = "Would move", code = "Move-Item *.log /tmp -WhatIf"))
final class MoveItem extends Cmdlet {

    @Parameter(
            position = 0,
            mandatory = true,
            sets = "Path",
            pipeline = true,
            pipelineByName = true,
            wildcards = true,
            help = "What to move.")
    private List<String> path = List.of();

    @Parameter(
            mandatory = true,
            sets = "LiteralPath",
            pipelineByName = true,
            aliases = {"PSPath", "LP"},
            help = "What to move; no character is a wildcard.")
    private List<String> literalPath = List.of();

    @Parameter(position = 1, pipelineByName = true, help = "Where to; here when left out.")
    private String destination = ".";

    @Parameter(help = "Replaces an existing file.")
    private boolean force;

    @Parameter(help = "Gives what was moved.")
    private boolean passThru;

    @Override
    protected void process() {
        new PathArguments(runtime(), "MoveFileInfoItemIOError").each(path, literalPath, this::move);
    }

    private void move(Path source) throws IOException {
        Path target = Locations.resolve(runtime(), destination);
        if (Files.isDirectory(target) && source.getFileName() != null) {
            target = target.resolve(source.getFileName().toString());
        }
        if (shouldProcess("Item: " + source + " Destination: " + target, "Move Item")) {
            Moves.move(source, target, force, runtime());
            if (passThru && Files.exists(target)) {
                write(new FileItem(target));
            }
        }
    }
}
