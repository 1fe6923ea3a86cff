package org.openbits.cmdlets.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.openbits.automation.CmdletException;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Test-Path}: whether something is there. */
@CmdletName(
        verb = "Test",
        noun = "Path",
        defaultSet = "Path",
        errorClass = "Microsoft.PowerShell.Commands.TestPathCommand")
@Help(
        synopsis = "Tells whether a file or directory is there.",
        description = "Knows Env:NAME, Variable:name and Function:name too.",
        examples = {
            @Example(title = "Is it a directory?", code = "Test-Path . -PathType Container"),
            @Example(title = "Is a variable of the environment set?", code = "Test-Path Env:HTTP_PROXY")
        })
final class TestPath extends PathsCmdlet {

    @Parameter(
            aliases = "Type",
            values = {"Any", "Container", "Leaf"},
            help = "Container: a directory. Leaf: a file.")
    private String pathType = "Any";

    @Parameter(help = "Only tells whether the path could exist.")
    private boolean isValid;

    @Override
    protected void process() {
        path.forEach(text -> write(!text.isBlank() && test(text, true)));
        literalPath.forEach(text -> write(!text.isBlank() && test(text, false)));
    }

    private boolean test(String text, boolean isPattern) {
        if (SessionDrives.isOne(text)) {
            return SessionDrives.exists(runtime(), text);
        }
        try {
            List<Path> found =
                    isPattern ? Locations.expand(runtime(), text) : List.of(Locations.resolve(runtime(), text));
            return isValid || found.stream().anyMatch(this::isThere);
        } catch (CmdletException | IOException nothing) {
            return false;
        }
    }

    private boolean isThere(Path found) {
        return switch (pathType.toLowerCase(Locale.ROOT)) {
            case "container" -> Files.isDirectory(found);
            case "leaf" -> Files.exists(found) && !Files.isDirectory(found);
            default -> Files.exists(found);
        };
    }
}
