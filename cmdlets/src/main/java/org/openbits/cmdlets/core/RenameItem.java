package org.openbits.cmdlets.core;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.FileItem;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Rename-Item}: another name in the same directory. */
@CmdletName(
        verb = "Rename",
        noun = "Item",
        defaultSet = "ByPath",
        shouldProcess = true,
        aliases = {"ren", "rni"},
        errorClass = "Microsoft.PowerShell.Commands.RenameItemCommand")
@Help(
        synopsis = "Gives a file or directory another name in the same directory.",
        examples = {
            @Example(title = "Would rename", code = "New-Item a.txt -Force | Rename-Item -NewName b.txt -WhatIf"),
            @Example(
                    title = "Rename and show the file",
                    code = "Remove-Item ri2.txt -ErrorAction Ignore; Set-Content ri1.txt 'x'; Rename-Item -Path"
                            + " ri1.txt -NewName ri2.txt -PassThru"),
            @Example(
                    title = "A name with brackets",
                    code = "Remove-Item ri3.txt -ErrorAction Ignore; Set-Content -LiteralPath 'ri[3].txt' 'x';"
                            + " Rename-Item -LiteralPath 'ri[3].txt' -NewName ri3.txt")
        })
final class RenameItem extends Cmdlet {

    @Parameter(
            position = 0,
            mandatory = true,
            sets = "ByPath",
            pipeline = true,
            pipelineByName = true,
            help = "The file or directory.")
    private String path = "";

    @Parameter(
            mandatory = true,
            sets = "ByLiteralPath",
            pipelineByName = true,
            aliases = {"PSPath", "LP"},
            help = "The file or directory; no character is a wildcard.")
    private String literalPath = "";

    @Parameter(position = 1, mandatory = true, pipelineByName = true, help = "The new name.")
    private String newName = "";

    @Parameter(help = "Replaces an existing file.")
    private boolean force;

    @Parameter(help = "Gives what was renamed.")
    private boolean passThru;

    @Override
    protected void process() {
        List<String> literal = List.of(path.isEmpty() ? literalPath : path);
        new PathArguments(runtime(), "RenameItemIOError").each(List.of(), literal, this::rename);
    }

    private void rename(Path source) throws IOException {
        Path target = source.resolveSibling(Locations.plain(newName)).normalize();
        if (!Objects.equals(target.getParent(), source.getParent())) {
            writeError(Failures.of(
                    "Argument",
                    ErrorCategory.InvalidArgument,
                    newName,
                    "Cannot rename the specified target, because '" + newName
                            + "' represents a path: use Move-Item to move it to another directory."));
            return;
        }
        if (shouldProcess("Item: " + source + " Destination: " + target, "Rename Item")) {
            Moves.move(source, target, force, runtime());
            if (passThru) {
                write(new FileItem(target));
            }
        }
    }
}
