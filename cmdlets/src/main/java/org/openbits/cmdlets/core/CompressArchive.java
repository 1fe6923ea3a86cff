package org.openbits.cmdlets.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.openbits.automation.Beside;
import org.openbits.automation.CmdletName;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.FileItem;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;

/** {@code Compress-Archive}: puts files into a zip archive. */
@CmdletName(
        verb = "Compress",
        noun = "Archive",
        defaultSet = "Path",
        shouldProcess = true,
        errorClass = "Microsoft.PowerShell.Commands.CompressArchiveCommand")
@Help(
        synopsis = "Puts files and directories into a zip archive.",
        description = "The archive appears when it is whole.",
        examples = {
            @Example(title = "Would pack", code = "Compress-Archive *.log logs.zip -WhatIf"),
            @Example(
                    title = "Pack and show the archive",
                    code = "Set-Content ca1.txt 'one'; Compress-Archive -Path ca1.txt -DestinationPath ca1.zip"
                            + " -CompressionLevel Optimal -Force -PassThru"),
            @Example(
                    title = "Add to an archive",
                    code = "Set-Content -LiteralPath 'ca[2].txt' 'two'; Compress-Archive -LiteralPath 'ca[2].txt'"
                            + " -DestinationPath ca2.zip -Update")
        })
final class CompressArchive extends PathsCmdlet {

    @Parameter(position = 1, mandatory = true, help = "The archive; .zip is added when it has no extension.")
    private String destinationPath = "";

    @Parameter(
            values = {"Optimal", "Fastest", "NoCompression"},
            help = "How hard to try.")
    private String compressionLevel = "Optimal";

    @Parameter(help = "Adds to an archive that is there.")
    private boolean update;

    @Parameter(help = "Replaces an archive that is there.")
    private boolean force;

    @Parameter(help = "Gives the archive.")
    private boolean passThru;

    private final List<Path> chosen = new ArrayList<>();

    @Override
    protected void process() {
        new PathArguments(runtime(), "CompressArchiveFailed").each(path, literalPath, chosen::add);
    }

    @Override
    protected void end() {
        String name = destinationPath.matches(".*\\.[^./\\\\]+") ? destinationPath : destinationPath + ".zip";
        Path archive = Locations.resolve(runtime(), name);
        if (Files.exists(archive) && !force && !update) {
            throw runtime()
                    .terminate(Failures.of(
                            "ArchiveFileExists",
                            ErrorCategory.ResourceExists,
                            archive.toString(),
                            "The archive file '" + archive
                                    + "' already exists. Use the -Update parameter to add to it or -Force to replace"
                                    + " it."));
        }
        if (chosen.isEmpty() || !shouldProcess(archive.toString(), "Compress-Archive")) {
            return;
        }
        try {
            pack(archive);
        } catch (IOException failure) {
            throw runtime().terminate(Failures.io(failure, "CompressArchiveFailed", archive.toString()));
        }
        if (passThru) {
            write(new FileItem(archive));
        }
    }

    /** Beside its place first, so that no half of an archive ever carries its name. */
    private void pack(Path archive) throws IOException {
        Path beside = Beside.of(archive);
        try {
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(beside))) {
                zip.setLevel(
                        switch (compressionLevel.toLowerCase(java.util.Locale.ROOT)) {
                            case "fastest" -> 1;
                            case "nocompression" -> 0;
                            default -> 9;
                        });
                Set<String> names = new HashSet<>();
                for (Path each : chosen) {
                    add(zip, each, names);
                }
                if (update && Files.exists(archive)) {
                    keep(zip, archive, names);
                }
            }
            Files.move(beside, archive, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void add(ZipOutputStream zip, Path root, Set<String> names) throws IOException {
        Path base = root.toAbsolutePath().getParent();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                Path relative = base == null ? file : base.relativize(file.toAbsolutePath());
                String name = relative.toString().replace('\\', '/');
                if (!names.add(name)) {
                    continue;
                }
                ZipEntry entry = new ZipEntry(name);
                entry.setLastModifiedTime(Files.getLastModifiedTime(file));
                zip.putNextEntry(entry);
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
    }

    private static void keep(ZipOutputStream zip, Path archive, Set<String> names) throws IOException {
        try (ZipFile old = new ZipFile(archive.toFile())) {
            for (Enumeration<? extends ZipEntry> each = old.entries(); each.hasMoreElements(); ) {
                ZipEntry entry = each.nextElement();
                if (names.add(entry.getName())) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    try (InputStream in = old.getInputStream(entry)) {
                        in.transferTo(zip);
                    }
                    zip.closeEntry();
                }
            }
        }
    }
}
