package org.openbits.cmdlets.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
            @Example(title = "Is a variable of the environment set?", code = "Test-Path Env:HTTP_PROXY"),
            @Example(title = "Could this be a path?", code = "Test-Path -LiteralPath 'a[1].txt' -IsValid"),
            @Example(
                    title = "Was it changed today?",
                    code = "Set-Content today.txt 'one'; Test-Path today.txt -NewerThan"
                            + " (Get-Date).Date -OlderThan (Get-Date).AddDays(1)"),
            @Example(
                    title = "Are there logs but debug ones?",
                    code = "Test-Path ./* -Filter *.log; Test-Path ./* -Include *.log -Exclude debug*")
        })
final class TestPath extends PathsCmdlet {

    @Parameter(
            aliases = "Type",
            values = {"Any", "Container", "Leaf"},
            help = "Container: a directory. Leaf: a file.")
    private String pathType = "Any";

    @Parameter(help = "Only tells whether the path could exist.")
    private boolean isValid;

    @Parameter(help = "Only what was changed after that time.")
    private @Nullable ZonedDateTime newerThan;

    @Parameter(help = "Only what was changed before that time.")
    private @Nullable ZonedDateTime olderThan;

    @Parameter(wildcards = true, help = "Only what has such a name.")
    private String filter = "";

    @Parameter(wildcards = true, help = "Only what has one of these names.")
    private List<String> include = List.of();

    @Parameter(wildcards = true, help = "Leaves out what has one of these names.")
    private List<String> exclude = List.of();

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
        return isOfKind(found) && isOfAge(found) && new NameFilter(filter, include, exclude).accepts(found);
    }

    private boolean isOfAge(Path found) {
        if (newerThan == null && olderThan == null) {
            return true;
        }
        try {
            Instant changed = Files.getLastModifiedTime(found).toInstant();
            return (newerThan == null || changed.isAfter(newerThan.toInstant()))
                    && (olderThan == null || changed.isBefore(olderThan.toInstant()));
        } catch (IOException gone) {
            return false;
        }
    }

    private boolean isOfKind(Path found) {
        return switch (pathType.toLowerCase(Locale.ROOT)) {
            case "container" -> Files.isDirectory(found);
            case "leaf" -> Files.exists(found) && !Files.isDirectory(found);
            default -> Files.exists(found);
        };
    }
}
