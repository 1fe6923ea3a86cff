package org.openbits.cmdlets.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.Example;
import org.openbits.automation.FileItem;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Get-ChildItem}: what is in a directory. */
@CmdletName(
        verb = "Get",
        noun = "ChildItem",
        defaultSet = "Items",
        aliases = {"gci", "dir", "ls"},
        errorClass = "Microsoft.PowerShell.Commands.GetChildItemCommand")
@Help(
        synopsis = "Lists files and directories.",
        description = "Directories come first. Names that begin with a dot are shown with -Force only. Env: lists the"
                + " environment.",
        examples = {
            @Example(title = "All text files below here", code = "Get-ChildItem -Recurse -Filter *.txt"),
            @Example(title = "Names of directories", code = "Get-ChildItem -Directory -Name"),
            @Example(
                    title = "Files below, but not too deep",
                    code = "New-Item -ItemType Directory -Force gci/sub | Out-Null; Set-Content"
                            + " gci/a.txt, gci/b.log, gci/sub/c.txt 'one'; Get-ChildItem -Path gci"
                            + " -Recurse -Depth 1 -File -Include *.txt, *.log -Exclude b*"),
            @Example(
                    title = "A name with brackets",
                    code = "New-Item -ItemType Directory -Force 'gci[1]' | Out-Null; Get-ChildItem"
                            + " -LiteralPath 'gci[1]' -Force"),
            @Example(
                    title = "Hidden files",
                    code = "New-Item -ItemType Directory -Force gcih | Out-Null; Set-Content"
                            + " gcih/.hidden 'one'; Get-ChildItem gcih -Hidden; Get-ChildItem gcih"
                            + " -Attributes Hidden, Directory"),
            @Example(
                    title = "Read-only and system files",
                    code = "New-Item -ItemType Directory -Force gcir | Out-Null; Get-ChildItem"
                            + " gcir -ReadOnly; Get-ChildItem gcir -System"),
            @Example(
                    title = "Through links to directories",
                    code = "New-Item -ItemType Directory -Force gcil/sub | Out-Null; Get-ChildItem"
                            + " gcil -Recurse -FollowSymlink -Name")
        })
final class GetChildItem extends Cmdlet {

    @Parameter(
            position = 0,
            sets = "Items",
            pipeline = true,
            pipelineByName = true,
            wildcards = true,
            help = "The directories or files; here when left out.")
    private List<String> path = List.of(".");

    @Parameter(
            mandatory = true,
            sets = "LiteralItems",
            pipelineByName = true,
            aliases = {"PSPath", "LP"},
            help = "The directories or files; no character is a wildcard.")
    private List<String> literalPath = List.of();

    @Parameter(position = 1, wildcards = true, help = "The names to list.")
    private String filter = "";

    @Parameter(wildcards = true, help = "The names to list.")
    private List<String> include = List.of();

    @Parameter(wildcards = true, help = "The names to leave out.")
    private List<String> exclude = List.of();

    @Parameter(
            aliases = {"s", "r"},
            help = "Goes into directories.")
    private boolean recurse;

    @Parameter(help = "How many directories deep.")
    private int depth = Integer.MAX_VALUE;

    @Parameter(help = "Shows hidden ones too.")
    private boolean force;

    @Parameter(help = "Gives names only.")
    private boolean name;

    @Parameter(aliases = "af", help = "Lists files only.")
    private boolean file;

    @Parameter(
            aliases = {"ad", "d"},
            help = "Lists directories only.")
    private boolean directory;

    @Parameter(
            aliases = {"ah", "h"},
            help = "Lists hidden ones only.")
    private boolean hidden;

    @Parameter(help = "Lists what has the attributes: 'Directory', '!Hidden', 'ReadOnly+File', 'Hidden,System'.")
    private List<String> attributes = List.of();

    private NameFilter names = new NameFilter("", List.of(), List.of());

    @Parameter(aliases = "ar", help = "Lists what is read-only.")
    private boolean readOnly;

    @Parameter(aliases = "as", help = "Lists what the system marks as its own: nothing outside of Windows.")
    private boolean system;

    @Parameter(help = "With -Recurse: goes into directories behind symbolic links, too.")
    private boolean followSymlink;

    @Override
    protected void process() {
        names = new NameFilter(filter, include, exclude);
        PathArguments paths = new PathArguments(runtime(), "DirUnauthorizedAccessError");
        for (String text : isBound("LiteralPath") ? List.<String>of() : path) {
            if (SessionDrives.isOne(text)) {
                SessionDrives.items(runtime(), text).forEach(this::write);
            } else if (recurse && Conversion.hasWildcard(leaf(text))) {
                names = new NameFilter(filter.isEmpty() ? leaf(text) : filter, include, exclude);
                paths.each(List.of(parent(text)), List.of(), this::list);
            } else {
                paths.each(List.of(text), List.of(), found -> listOrShow(found, text));
            }
        }
        paths.each(List.of(), literalPath, found -> listOrShow(found, found.toString()));
    }

    /** A pattern shows what it matches; a path shows what is in it. */
    private void listOrShow(Path found, String text) throws IOException {
        if (Files.isDirectory(found) && !Conversion.hasWildcard(leaf(text))) {
            list(found);
        } else {
            show(new FileItem(found), found.getParent());
        }
    }

    private void list(Path root) throws IOException {
        list(root, root, recurse || isBound("Depth") ? depth : 0);
    }

    private void list(Path root, Path current, int deeper) throws IOException {
        List<FileItem> directories = new ArrayList<>();
        List<FileItem> files = new ArrayList<>();
        for (Path child : Locations.children(current, any -> true)) {
            FileItem item = new FileItem(child);
            (item.isDirectory() ? directories : files).add(item);
        }
        directories.forEach(item -> show(item, root));
        files.forEach(item -> show(item, root));
        if (deeper <= 0 || runtime().isStopping()) {
            return;
        }
        PathArguments inner = new PathArguments(runtime(), "DirUnauthorizedAccessError");
        for (FileItem item : directories) {
            if ((force || !item.isHidden()) && mayFollow(root, item.path())) {
                inner.each(List.of(), List.of(item.path().toString()), below -> list(root, below, deeper - 1));
            }
        }
    }

    private void show(FileItem item, @Nullable Path root) {
        if (system || readOnly && !AttributeFilter.accepts(List.of("ReadOnly"), item)) {
            return;
        }
        boolean visible = force || hidden || !item.isHidden() || AttributeFilter.names(attributes, "Hidden");
        boolean kind = file == directory || item.isDirectory() == directory;
        if (!visible || !kind || hidden && !item.isHidden() || !names.accepts(item.path())) {
            return;
        }
        if (!AttributeFilter.accepts(attributes, item)) {
            return;
        }
        write(name && root != null ? (Object) root.relativize(item.path()).toString() : item);
    }

    /** A link is followed when asked for, unless it leads to where it comes from. */
    private boolean mayFollow(Path root, Path directory) throws IOException {
        return !Files.isSymbolicLink(directory)
                || followSymlink
                        && !directory.toAbsolutePath().startsWith(directory.toRealPath())
                        && !root.toRealPath().startsWith(directory.toRealPath());
    }

    private static String leaf(String text) {
        String plain = Locations.plain(text);
        return plain.substring(plain.lastIndexOf('/') + 1);
    }

    private static String parent(String text) {
        String plain = Locations.plain(text);
        int slash = plain.lastIndexOf('/');
        return slash < 0 ? "." : plain.substring(0, Math.max(1, slash));
    }
}
