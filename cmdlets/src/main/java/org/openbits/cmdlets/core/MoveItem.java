package org.openbits.cmdlets.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.FileItem;
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
        examples = {
            @Example(title = "Would move", code = "Move-Item *.log /tmp -WhatIf"),
            @Example(
                    title = "Replace an older file",
                    code = "Set-Content new.txt 'new'; Set-Content old.txt 'old'; Move-Item -Path new.txt"
                            + " -Destination old.txt -Force -PassThru"),
            @Example(
                    title = "Some of the files",
                    code = "$null = mkdir kept -Force; Set-Content mv1.log, mv2.log, mv3.log 'one'; Move-Item -Path"
                            + " * -Filter mv*.log -Include *.log -Exclude mv3* -Destination kept -Force"),
            @Example(
                    title = "A name with brackets",
                    code = "Set-Content -LiteralPath 'mv[1].txt' 'one'; Move-Item -LiteralPath 'mv[1].txt'"
                            + " -Destination moved.txt -Force")
        })
final class MoveItem extends PathsCmdlet {

    @Parameter(position = 1, pipelineByName = true, help = "Where to; here when left out.")
    private String destination = ".";

    @Parameter(help = "Replaces an existing file.")
    private boolean force;

    @Parameter(help = "Gives what was moved.")
    private boolean passThru;

    @Parameter(wildcards = true, help = "Only what has such a name.")
    private String filter = "";

    @Parameter(wildcards = true, help = "Only what has one of these names.")
    private List<String> include = List.of();

    @Parameter(wildcards = true, help = "Leaves out what has one of these names.")
    private List<String> exclude = List.of();

    @Override
    protected void process() {
        new PathArguments(runtime(), "MoveFileInfoItemIOError").each(path, literalPath, this::move);
    }

    private void move(Path source) throws IOException {
        if (!new NameFilter(filter, include, exclude).accepts(source)) {
            return;
        }
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
