package org.openbits.shell.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Argument;
import org.openbits.automation.Conversion;

/** {@code [System.IO.Compression.ZipFile]}, {@code ZipFileExtensions} and {@code ZipArchive}. */
record ZipTypes(Engine engine) implements Statics {

    /** {@code New-Object IO.Compression.ZipArchive stream, mode, leaveOpen}. */
    @Override
    public @Nullable Object create(List<@Nullable Object> arguments) {
        if (arguments.isEmpty() || !(arguments.get(0) instanceof NetStream stream)) {
            return MISSING;
        }
        boolean keepsOpen = arguments.size() > 2 && Conversion.isTrue(arguments.get(2));
        return NetArchive.of(stream, arguments.size() > 1 ? StaticTypes.text(arguments, 1) : "Read", keepsOpen);
    }

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> arguments) {
        if (method.equals("openread") && arguments.size() == 1) {
            return NetArchive.of(FileTypes.path(engine, arguments, 0), "Read");
        }
        if (arguments.size() < 2) {
            return MISSING;
        }
        Object first = arguments.get(0);
        Path second = FileTypes.path(engine, arguments, 1);
        if (first instanceof NetArchive.Item entry) {
            boolean overwrite = arguments.size() > 2 && Conversion.isTrue(arguments.get(2));
            return method.equals("extracttofile") ? entry.extract(second, overwrite) : MISSING;
        }
        if (first instanceof NetArchive archive) {
            return switch (method) {
                case "createentryfromfile" -> archive.createEntry(second, StaticTypes.text(arguments, 2));
                case "extracttodirectory" -> extract(archive, second);
                default -> MISSING;
            };
        }
        Path path = FileTypes.path(engine, arguments, 0);
        return switch (method) {
            case "open" -> NetArchive.of(path, StaticTypes.text(arguments, 1));
            case "extracttodirectory" -> extract(path, second, arguments);
            case "createfromdirectory" ->
                pack(path, second, arguments.size() > 3 && Conversion.isTrue(arguments.get(3)));
            default -> MISSING;
        };
    }

    /** By Expand-Archive, which refuses entries that would land outside. */
    private @Nullable Object extract(Path archive, Path directory, List<@Nullable Object> arguments) {
        boolean force = arguments.size() > 2 && Conversion.isTrue(arguments.get(arguments.size() - 1));
        Calls.call(
                engine,
                "Expand-Archive",
                List.of(
                        Argument.named("LiteralPath", archive.toString(), -1),
                        Argument.named("DestinationPath", directory.toString(), -1),
                        Argument.named("Force", force, -1),
                        Argument.named("ErrorAction", "Stop", -1)),
                null);
        return null;
    }

    private static @Nullable Object extract(NetArchive archive, Path directory) {
        Path root = directory.toAbsolutePath().normalize();
        for (Object each : archive.getEntries()) {
            String name = each.toString();
            Path target = root.resolve(name).normalize();
            if (!target.startsWith(root)) {
                throw new NetException(
                        "System.IO.IOException",
                        "Extracting Zip entry would have resulted in a file outside the specified destination directory.",
                        null);
            }
            try {
                if (name.endsWith("/")) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    ((NetArchive.Item) each).extract(target, false);
                }
            } catch (IOException failure) {
                throw FileTypes.failed(failure);
            }
        }
        return null;
    }

    private static @Nullable Object pack(Path directory, Path archive, boolean withName) {
        Path parent = directory.getParent();
        Path base = withName && parent != null ? parent : directory;
        try (OutputStream out = Files.newOutputStream(archive, StandardOpenOption.CREATE_NEW);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                ZipEntry entry = new ZipEntry(base.relativize(file).toString());
                entry.setLastModifiedTime(Files.getLastModifiedTime(file));
                zip.putNextEntry(entry);
                try (InputStream in = Files.newInputStream(file)) {
                    in.transferTo(zip);
                }
                zip.closeEntry();
            }
            return null;
        } catch (IOException failure) {
            throw FileTypes.failed(failure);
        }
    }
}
