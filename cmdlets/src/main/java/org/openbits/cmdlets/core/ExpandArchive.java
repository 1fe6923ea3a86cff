package org.openbits.cmdlets.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.FileItem;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Expand-Archive}: takes the files out of a zip archive. */
@CmdletName(
        verb = "Expand",
        noun = "Archive",
        defaultSet = "Path",
        shouldProcess = true,
        errorClass = "Microsoft.PowerShell.Commands.ExpandArchiveCommand")
@Help(
        synopsis = "Takes the files out of a zip archive.",
        description = "Without -DestinationPath into a directory here with the archive's name. An archive with an entry"
                + " that would land outside of it is refused as a whole.",
        examples = {
            @Example(title = "Would expand", code = "Expand-Archive big.zip -DestinationPath out -WhatIf"),
            @Example(
                    title = "Over what is there",
                    code = "Set-Content ea.txt 'one'; Compress-Archive ea.txt ea.zip -Force;"
                            + " Expand-Archive -Path ea.zip -DestinationPath eaout -Force -PassThru"),
            @Example(
                    title = "A name with brackets",
                    code = "Set-Content ea2.txt 'one'; Compress-Archive ea2.txt ea2.zip -Force;"
                            + " Copy-Item ea2.zip 'ea[2].zip'; Expand-Archive -LiteralPath"
                            + " 'ea[2].zip' -DestinationPath eaout2 -Force")
        })
final class ExpandArchive extends Cmdlet {

    @Parameter(
            position = 0,
            mandatory = true,
            sets = "Path",
            pipeline = true,
            pipelineByName = true,
            help = "The archive.")
    private String path = "";

    @Parameter(
            mandatory = true,
            sets = "LiteralPath",
            pipelineByName = true,
            aliases = {"PSPath", "LP"},
            help = "The archive; no character is a wildcard.")
    private String literalPath = "";

    @Parameter(position = 1, help = "The directory to put the files into; it is made.")
    private String destinationPath = "";

    @Parameter(help = "Replaces files that are there.")
    private boolean force;

    @Parameter(help = "Gives the files.")
    private boolean passThru;

    @Override
    protected void process() {
        List<String> patterns = path.isEmpty() ? List.of() : List.of(path);
        List<String> literals = path.isEmpty() ? List.of(literalPath) : List.of();
        new PathArguments(runtime(), "ExpandArchiveFailed").each(patterns, literals, this::expand);
    }

    private void expand(Path archive) throws IOException {
        String name = archive.getFileName().toString();
        if (!name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            throw runtime()
                    .terminate(Failures.of(
                            "NotSupportedArchiveFileExtension",
                            ErrorCategory.InvalidArgument,
                            name,
                            "'" + name
                                    + "' is not a supported archive file format. .zip is the only supported archive file"
                                    + " format."));
        }
        String into = destinationPath.isEmpty() ? name.substring(0, name.length() - 4) : destinationPath;
        Path directory = Locations.resolve(runtime(), into);
        if (!shouldProcess(archive.toString(), "Expand into " + directory)) {
            return;
        }
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Map<ZipEntry, Path> targets = targets(zip, directory);
            for (Map.Entry<ZipEntry, Path> entry : targets.entrySet()) {
                expand(zip, entry.getKey(), entry.getValue());
            }
        }
    }

    /** Where each entry goes, decided before the first file is written. */
    private Map<ZipEntry, Path> targets(ZipFile zip, Path directory) {
        Map<ZipEntry, Path> targets = new LinkedHashMap<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            Path target = directory.resolve(entry.getName().replace('\\', '/')).normalize();
            if (!target.startsWith(directory)) {
                throw runtime()
                        .terminate(Failures.of(
                                "ArchiveEntryOutsideDestination",
                                ErrorCategory.SecurityError,
                                entry.getName(),
                                "The archive '" + zip.getName() + "' is refused: its entry '" + entry.getName()
                                        + "' would be written outside of '" + directory + "'."));
            }
            targets.put(entry, target);
        }
        return targets;
    }

    private void expand(ZipFile zip, ZipEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        if (Files.exists(target) && !force) {
            writeError(Failures.of(
                    "ExpandArchiveFileExists",
                    ErrorCategory.ResourceExists,
                    target.toString(),
                    "Failed to create file '" + target + "' while expanding the archive file '" + zip.getName()
                            + "' contents as the file '" + target
                            + "' already exists. Use the -Force parameter if you want to overwrite it."));
            return;
        }
        if (target.getParent() != null) {
            Files.createDirectories(target.getParent());
        }
        try (InputStream bytes = zip.getInputStream(entry)) {
            Files.copy(bytes, target, StandardCopyOption.REPLACE_EXISTING);
        }
        if (entry.getLastModifiedTime() != null) {
            Files.setLastModifiedTime(target, entry.getLastModifiedTime());
        }
        if (passThru) {
            write(new FileItem(target));
        }
    }
}
