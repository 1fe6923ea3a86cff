package org.openbits.cmdlets.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.Session;

/** {@code Remove-Item}: deletes files and directories. */
@CmdletName(
        verb = "Remove",
        noun = "Item",
        defaultSet = "Path",
        shouldProcess = true,
        aliases = {"ri", "rm", "del", "erase", "rd", "rmdir"},
        errorClass = "Microsoft.PowerShell.Commands.RemoveItemCommand")
@Help(
        synopsis = "Deletes files and directories.",
        description = "A directory that is not empty needs -Recurse. Links are deleted, not what they lead to.",
        examples = {
            @Example(title = "Would delete", code = "Remove-Item *.tmp -WhatIf"),
            @Example(
                    title = "A directory and all in it",
                    code = "New-Item -ItemType Directory -Path old/sub -Force | Out-Null;"
                            + " Remove-Item -Path old -Recurse -Force"),
            @Example(
                    title = "Logs, but not the newest",
                    code = "Set-Content log.old, log.new 'one'; Remove-Item -Path ./* -Include log.* -Exclude *.new"),
            @Example(
                    title = "By a pattern of names",
                    code = "Set-Content old1.part, old2.part 'one'; Remove-Item -Path ./* -Filter old*.part"),
            @Example(
                    title = "A name with brackets",
                    code = "Set-Content -LiteralPath 'a[1].txt' 'one'; Remove-Item -LiteralPath 'a[1].txt'")
        })
final class RemoveItem extends PathsCmdlet {

    @Parameter(wildcards = true, help = "The names to delete.")
    private String filter = "";

    @Parameter(wildcards = true, help = "The names to delete.")
    private List<String> include = List.of();

    @Parameter(wildcards = true, help = "The names to keep.")
    private List<String> exclude = List.of();

    @Parameter(help = "Deletes directories with all that is in them.")
    private boolean recurse;

    @Parameter(help = "Deletes what a pattern matches though its name begins with a dot, and read-only files.")
    private boolean force;

    @Override
    protected void process() {
        NameFilter names = new NameFilter(filter, include, exclude);
        PathArguments paths = new PathArguments(runtime(), "RemoveFileSystemItemIOError");
        for (String text : path) {
            if (SessionDrives.isOne(text)) {
                removeFromSession(text);
            } else {
                paths.each(List.of(text), List.of(), found -> {
                    boolean hidden = Conversion.hasWildcard(text)
                            && found.getFileName().toString().startsWith(".");
                    if (names.accepts(found) && (force || !hidden)) {
                        remove(found);
                    }
                });
            }
        }
        paths.each(List.of(), literalPath, this::remove);
    }

    private void remove(Path found) throws IOException {
        boolean isDirectory = Files.isDirectory(found, LinkOption.NOFOLLOW_LINKS);
        if (!shouldProcess(found.toString(), isDirectory ? "Remove Directory" : "Remove File")) {
            return;
        }
        if (isDirectory && !recurse && !Locations.children(found, name -> true).isEmpty()) {
            writeError(Failures.of(
                    "DirectoryNotEmpty",
                    ErrorCategory.WriteError,
                    found.toString(),
                    "The item at '" + found + "' has children and the Recurse parameter was not specified: add -Recurse"
                            + " to delete them too."));
            return;
        }
        FileTrees.delete(found);
    }

    private void removeFromSession(String text) {
        Session session = runtime().service(Session.class);
        for (CustomObject item : SessionDrives.items(runtime(), text)) {
            String name = Conversion.toText(item.property("Name"));
            switch (text.substring(0, text.indexOf(':')).toLowerCase(Locale.ROOT)) {
                case "env" -> session.environment().remove(name);
                case "variable" -> session.removeVariable(name, null);
                case "alias" -> runtime().commands().removeAlias(name);
                default -> session.removeFunction(name);
            }
        }
    }
}
