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

/** {@code Copy-Item}: copies files and directories. */
@CmdletName(
        verb = "Copy",
        noun = "Item",
        defaultSet = "Path",
        shouldProcess = true,
        aliases = {"cp", "copy", "cpi"},
        errorClass = "Microsoft.PowerShell.Commands.CopyItemCommand")
@Help(
        synopsis = "Copies files and directories.",
        description = "Into -Destination when that is a directory, else under that name; what is there is replaced. The"
                + " content of a directory is copied with -Recurse only.",
        examples = {
            @Example(title = "Would copy", code = "Copy-Item *.txt /tmp -WhatIf"),
            @Example(
                    title = "A copy under another name",
                    code = "Set-Content ci1.txt 'one'; Copy-Item -Path ci1.txt -Destination ci2.txt -Force -PassThru"),
            @Example(
                    title = "A name with brackets",
                    code = "Set-Content -LiteralPath 'ci[1].txt' 'one'; Copy-Item -LiteralPath"
                            + " 'ci[1].txt' -Destination ci3.txt"),
            @Example(
                    title = "Some files only",
                    code = "New-Item -ItemType Directory -Force cifrom, cito | Out-Null; 'a.txt',"
                            + " 'b.txt', 'c.log' | ForEach-Object { Set-Content cifrom/$_ $_ };"
                            + " Copy-Item cifrom/* cito -Filter *.txt -Exclude b*; Copy-Item cifrom/*"
                            + " cito -Include *.log; (Get-ChildItem cito).Name"),
            @Example(
                    title = "A directory with its content",
                    code = "New-Item -ItemType Directory -Force citree/sub | Out-Null; Copy-Item"
                            + " citree cicopy -Recurse -Container -Force; Test-Path cicopy")
        })
final class CopyItem extends PathsCmdlet {

    @Parameter(position = 1, pipelineByName = true, help = "Where to; here when left out.")
    private String destination = ".";

    @Parameter(wildcards = true, help = "The names to copy.")
    private String filter = "";

    @Parameter(wildcards = true, help = "The names to copy.")
    private List<String> include = List.of();

    @Parameter(wildcards = true, help = "The names to leave out.")
    private List<String> exclude = List.of();

    @Parameter(help = "Copies what is in directories too.")
    private boolean recurse;

    @Parameter(help = "Replaces read-only files.")
    private boolean force;

    @Parameter(help = "Gives the copies.")
    private boolean passThru;

    @Parameter(help = "Accepted: directories are copied as directories.")
    private boolean container = true;

    @Override
    protected void process() {
        NameFilter names = new NameFilter(filter, include, exclude);
        new PathArguments(runtime(), "CopyError").each(path, literalPath, source -> {
            if (names.accepts(source)) {
                copy(source);
            }
        });
    }

    private void copy(Path source) throws IOException {
        Path target = Locations.resolve(runtime(), destination);
        if (Files.isDirectory(target) && source.getFileName() != null) {
            target = target.resolve(source.getFileName().toString());
        }
        boolean isDirectory = Files.isDirectory(source);
        if (!shouldProcess(
                "Item: " + source + " Destination: " + target, isDirectory ? "Copy Directory" : "Copy File")) {
            return;
        }
        if (target.equals(source)) {
            throw new IOException("Cannot overwrite the item with itself");
        }
        if (force && Files.isRegularFile(target) && !Files.isWritable(target)) {
            Files.delete(target);
        }
        if (isDirectory && !recurse) {
            Files.createDirectories(target);
        } else {
            FileTrees.copy(source, target);
        }
        if (passThru) {
            write(new FileItem(target));
        }
    }
}
