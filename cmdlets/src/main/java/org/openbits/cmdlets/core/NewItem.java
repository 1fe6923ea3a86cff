package org.openbits.cmdlets.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.FileItem;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.RecordFailure;

/** {@code New-Item}: makes a file, a directory or a link; also what {@code mkdir} does. */
@CmdletName(
        verb = "New",
        noun = "Item",
        shouldProcess = true,
        aliases = "ni",
        errorClass = "Microsoft.PowerShell.Commands.NewItemCommand")
@Help(
        synopsis = "Makes a file, a directory or a link.",
        description = "Missing directories above a directory are made; above a file only with -Force. -Force gives an"
                + " existing directory as it is and empties an existing file.",
        examples = {
            @Example(title = "A directory, whether it exists or not", code = "New-Item -ItemType Directory -Force out"),
            @Example(title = "A file with text", code = "New-Item note.txt -Value 'remember' -Force"),
            @Example(
                    title = "A file in a directory",
                    code = "New-Item -Path . -Name ni.txt -ItemType File -Value 'one' -Force")
        })
final class NewItem extends Cmdlet {

    @Parameter(position = 0, pipelineByName = true, help = "The paths; with -Name the directories; here when left out.")
    private List<String> path = List.of();

    @Parameter(pipelineByName = true, help = "The name inside -Path.")
    private String name = "";

    @Parameter(
            pipelineByName = true,
            aliases = "Type",
            help =
                    "What to make: File, Directory (also Container), SymbolicLink, HardLink or Junction, or a beginning of"
                            + " one; a file when left out.")
    private String itemType = "File";

    @Parameter(
            pipeline = true,
            pipelineByName = true,
            aliases = "Target",
            help = "The text of the file, or where the link leads.")
    private @Nullable Object value;

    @Parameter(help = "Makes directories above it, and replaces what is there.")
    private boolean force;

    /** The command {@code mkdir}: the same, for directories. */
    static CmdletInfo mkdir() {
        CmdletInfo info = CmdletInfo.of(NewItem.class);
        return new CmdletInfo(
                "mkdir",
                info.source(),
                info.errorClass(),
                List.of("md"),
                info.defaultSet(),
                info.sets(),
                info.shouldProcess(),
                info.parameters(),
                "Makes directories.",
                "New-Item -ItemType Directory under a shorter name.",
                List.of(
                        new CmdletInfo.HelpExample("A directory", "mkdir out -Force"),
                        new CmdletInfo.HelpExample("Several at once", "mkdir -Path inbox, outbox -Force"),
                        new CmdletInfo.HelpExample(
                                "A directory inside another", "mkdir -Path inbox -Name today -Force"),
                        new CmdletInfo.HelpExample(
                                "A link to a directory",
                                "$null = mkdir v1.2 -Force; Remove-Item current -ErrorAction Ignore; mkdir -Path"
                                        + " current -ItemType SymbolicLink -Value v1.2")),
                NewItem::directory);
    }

    private static NewItem directory() {
        NewItem item = new NewItem();
        item.itemType = "Directory";
        return item;
    }

    @Override
    protected void process() {
        if (path.isEmpty() && name.isEmpty()) {
            throw runtime()
                    .terminate(Failures.of(
                            "MissingMandatoryParameter",
                            ErrorCategory.InvalidArgument,
                            null,
                            "New-Item needs -Path or -Name: the name of what it shall make."));
        }
        for (String text : path.isEmpty() ? List.of(".") : path) {
            Path target = Locations.resolve(runtime(), text.replace("`", ""));
            create(
                    name.isEmpty()
                            ? target
                            : target.resolve(Locations.plain(name)).normalize());
        }
    }

    /** The kind that the type begins, in lower case. */
    private String kind() {
        for (String kind : List.of("directory", "container", "file", "symboliclink", "junction", "hardlink")) {
            if (kind.startsWith(itemType.toLowerCase(Locale.ROOT))) {
                return kind.equals("container") ? "directory" : kind;
            }
        }
        throw new RecordFailure(Failures.of(
                "NewItemInvalidOperation",
                ErrorCategory.InvalidArgument,
                itemType,
                "The type '" + itemType + "' is not a known type for the file system. Only \"file\", \"directory\","
                        + " \"symboliclink\", \"junction\" and \"hardlink\" can be specified."));
    }

    private void create(Path target) {
        String kind = kind();
        if (!shouldProcess("Destination: " + target, "Create " + (kind.equals("directory") ? "Directory" : "File"))) {
            return;
        }
        try {
            boolean made = switch (kind) {
                case "directory" -> createDirectory(target);
                case "file" -> createFile(target);
                default -> createLink(target, kind);
            };
            if (made) {
                write(new FileItem(target));
            }
        } catch (IOException failure) {
            writeError(Failures.io(failure, "NewItemIOError", target.toString()));
        }
    }

    private boolean createDirectory(Path target) throws IOException {
        if (Files.exists(target) && (!force || !Files.isDirectory(target))) {
            writeError(Failures.of(
                    "DirectoryExist",
                    ErrorCategory.ResourceExists,
                    target.toString(),
                    "An item with the specified name " + target + " already exists."));
            return false;
        }
        Files.createDirectories(target);
        return true;
    }

    private boolean createFile(Path target) throws IOException {
        Path parent = target.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            if (!force) {
                writeError(Failures.of(
                        "NewItemIOError",
                        ErrorCategory.WriteError,
                        target.toString(),
                        "Could not find a part of the path '" + target + "'."));
                return false;
            }
            Files.createDirectories(parent);
        }
        byte[] content = Conversion.toText(value).getBytes(StandardCharsets.UTF_8);
        if (force) {
            Files.write(target, content);
        } else {
            Files.write(target, content, StandardOpenOption.CREATE_NEW);
        }
        return true;
    }

    private boolean createLink(Path target, String kind) throws IOException {
        if (force) {
            Files.deleteIfExists(target);
        }
        String leadsTo = Locations.plain(Conversion.toText(value));
        if (kind.equals("hardlink")) {
            Files.createLink(target, Locations.resolve(runtime(), leadsTo));
        } else {
            Files.createSymbolicLink(target, Path.of(leadsTo));
        }
        return true;
    }
}
