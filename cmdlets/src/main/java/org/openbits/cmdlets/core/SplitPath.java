package org.openbits.cmdlets.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Split-Path}: a part of a path. */
@CmdletName(
        verb = "Split",
        noun = "Path",
        defaultSet = "ParentSet",
        errorClass = "Microsoft.PowerShell.Commands.SplitPathCommand")
@Help(
        synopsis = "Gives a part of a path or URL: what is above it unless another part is asked for.",
        examples = {
            @Example(title = "The name of a download", code = "Split-Path http://example.org/pub/big.iso -Leaf"),
            @Example(title = "The directory of a file", code = "Split-Path /tmp/big.iso"),
            @Example(
                    title = "Name and ending apart",
                    code = "Split-Path /pub/big.iso -LeafBase; Split-Path /pub/big.iso -Extension"),
            @Example(
                    title = "Where existing files lie",
                    code = "Split-Path -Path *.md -Parent -Resolve; Split-Path -LiteralPath '/pub/a[1].iso'"),
            @Example(
                    title = "The drive and what follows",
                    code = "Split-Path 'C:\\pub\\big.iso' -Qualifier; Split-Path 'C:\\pub\\big.iso'"
                            + " -NoQualifier; Split-Path pub/big.iso -IsAbsolute")
        })
final class SplitPath extends Cmdlet {

    @Parameter(
            position = 0,
            mandatory = true,
            sets = {
                "ParentSet",
                "LeafSet",
                "LeafBaseSet",
                "ExtensionSet",
                "QualifierSet",
                "NoQualifierSet",
                "IsAbsoluteSet"
            },
            pipeline = true,
            pipelineByName = true,
            help = "The paths.")
    private List<String> path = List.of();

    @Parameter(
            sets = "LiteralPathSet",
            mandatory = true,
            aliases = {"PSPath", "LP"},
            pipelineByName = true,
            help = "The paths.")
    private List<String> literalPath = List.of();

    @Parameter(sets = "ParentSet", help = "Gives what is above.")
    private boolean parent;

    @Parameter(sets = "LeafSet", mandatory = true, help = "Gives the last name.")
    private boolean leaf;

    @Parameter(sets = "LeafBaseSet", mandatory = true, help = "Gives the last name without its extension.")
    private boolean leafBase;

    @Parameter(sets = "ExtensionSet", mandatory = true, help = "Gives the extension, with its dot.")
    private boolean extension;

    @Parameter(sets = "QualifierSet", mandatory = true, help = "Gives the drive, with its colon.")
    private boolean qualifier;

    @Parameter(sets = "NoQualifierSet", mandatory = true, help = "Gives the path without the drive.")
    private boolean noQualifier;

    @Parameter(sets = "IsAbsoluteSet", mandatory = true, help = "Tells whether the path begins at a root.")
    private boolean isAbsolute;

    @Parameter(help = "Takes the parts of the existing paths that a pattern matches.")
    private boolean resolve;

    @Override
    protected void process() {
        List<String> texts = new ArrayList<>(path);
        texts.addAll(literalPath);
        for (String text : texts) {
            if (resolve) {
                new PathArguments(runtime(), "PathNotFound")
                        .each(List.of(text), List.of(), found -> write(part(found.toString())));
            } else {
                Object part = part(text);
                if (part != null) {
                    write(part);
                }
            }
        }
    }

    private @Nullable Object part(String text) {
        if (leaf) {
            return PathText.leaf(text);
        }
        if (leafBase) {
            String name = PathText.leaf(text);
            return name.substring(0, name.length() - PathText.extension(text).length());
        }
        if (extension) {
            return PathText.extension(text);
        }
        if (isAbsolute) {
            return PathText.isAbsolute(text);
        }
        if (noQualifier) {
            return text.substring(PathText.qualifier(text).length());
        }
        return qualifier ? qualifier(text) : PathText.parent(text);
    }

    private @Nullable Object qualifier(String text) {
        String drive = PathText.qualifier(text);
        if (!drive.isEmpty()) {
            return drive;
        }
        writeError(Failures.of(
                "ParsePathFormatError",
                ErrorCategory.InvalidArgument,
                text,
                "Cannot parse path because path '" + text + "' does not have a qualifier specified."));
        return null;
    }
}
