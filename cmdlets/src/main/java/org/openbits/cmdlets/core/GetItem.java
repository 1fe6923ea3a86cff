package org.openbits.cmdlets.core;

import java.nio.file.Path;
import java.util.List;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.Example;
import org.openbits.automation.FileItem;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Get-Item}: the file or directory itself. */
@CmdletName(
        verb = "Get",
        noun = "Item",
        defaultSet = "Path",
        aliases = "gi",
        errorClass = "Microsoft.PowerShell.Commands.GetItemCommand")
@Help(
        synopsis = "Gives a file or directory itself.",
        examples = {
            @Example(title = "The size of a file", code = "(Get-Item README.md -ErrorAction Ignore).Length"),
            @Example(
                    title = "All of a kind but some",
                    code = "Set-Content item1.txt, item2.txt 'one'; Get-Item -Path item*.txt -Include *.txt -Exclude"
                            + " *2.txt"),
            @Example(
                    title = "A hidden file",
                    code = "Set-Content .hidden.cfg 'a=1'; Get-Item -Path * -Filter *.cfg -Force"),
            @Example(
                    title = "A name with brackets",
                    code = "Set-Content -LiteralPath 'item[1].txt' 'one'; (Get-Item -LiteralPath"
                            + " 'item[1].txt').Length")
        })
final class GetItem extends PathsCmdlet {

    @Parameter(help = "Gives what a pattern matches though its name begins with a dot.")
    private boolean force;

    @Parameter(wildcards = true, help = "Only what has such a name.")
    private String filter = "";

    @Parameter(wildcards = true, help = "Only what has one of these names.")
    private List<String> include = List.of();

    @Parameter(wildcards = true, help = "Leaves out what has one of these names.")
    private List<String> exclude = List.of();

    @Override
    protected void process() {
        PathArguments paths = new PathArguments(runtime(), "GetItemIOError");
        for (String text : path) {
            if (SessionDrives.isOne(text)) {
                session(text);
            } else {
                paths.each(List.of(text), List.of(), found -> show(found, Conversion.hasWildcard(text)));
            }
        }
        paths.each(List.of(), literalPath, found -> show(found, false));
    }

    private void show(Path found, boolean isMatch) {
        FileItem item = new FileItem(found);
        boolean named = new NameFilter(filter, include, exclude).accepts(found);
        if (named && (force || !isMatch || !item.isHidden())) {
            write(item);
        }
    }

    private void session(String text) {
        List<CustomObject> items = SessionDrives.items(runtime(), text);
        items.forEach(this::write);
        if (items.isEmpty() && !Conversion.hasWildcard(text)) {
            writeError(Failures.pathNotFound(text));
        }
    }
}
