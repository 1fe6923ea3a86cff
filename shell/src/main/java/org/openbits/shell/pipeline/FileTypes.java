package org.openbits.shell.pipeline;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.FileItem;
import org.openbits.automation.Members;
import org.openbits.automation.NetList;

/** {@code [System.IO.File]} and {@code [System.IO.Directory]}. */
final class FileTypes {

    private static final Set<String> TIMES = Set.of(
            "lastwritetime",
            "lastwritetimeutc",
            "creationtime",
            "creationtimeutc",
            "lastaccesstime",
            "lastaccesstimeutc");

    private FileTypes() {}

    /** An argument as a path from the current location. */
    static Path path(Engine engine, List<@Nullable Object> arguments, int index) {
        String text = StaticTypes.text(arguments, index);
        return engine.directory()
                .resolve(java.io.File.separatorChar == '/' ? text.replace('\\', '/') : text)
                .normalize();
    }

    private interface Work {
        @Nullable
        Object run() throws IOException;
    }

    private static @Nullable Object io(Work work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The failure in .NET's words. */
    static NetException failed(IOException failure) {
        if (failure instanceof NoSuchFileException missing) {
            Path directory = Path.of(missing.getFile()).toAbsolutePath().getParent();
            return directory != null && !Files.exists(directory)
                    ? noDirectory(missing.getFile())
                    : new NetException(
                            "System.IO.FileNotFoundException",
                            "Could not find file '" + missing.getFile() + "'.",
                            failure);
        }
        if (failure instanceof AccessDeniedException denied) {
            return new NetException(
                    "System.UnauthorizedAccessException",
                    "Access to the path '" + denied.getFile() + "' is denied.",
                    failure);
        }
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof FileAlreadyExistsException existing) {
            message = "The file '" + existing.getFile() + "' already exists.";
        } else if (failure instanceof DirectoryNotEmptyException full) {
            message = "Directory not empty : '" + full.getFile() + "'";
        } else if (failure instanceof NotDirectoryException other) {
            message = "The directory name is invalid. : '" + other.getFile() + "'";
        }
        return new NetException("System.IO.IOException", message, failure);
    }

    private static NetException noDirectory(String path) {
        return new NetException(
                "System.IO.DirectoryNotFoundException", "Could not find a part of the path '" + path + "'.", null);
    }

    /** {@code GetLastWriteTimeUtc} and its kin; MISSING for any other method. */
    private static @Nullable Object time(Path file, String method, List<@Nullable Object> arguments) {
        String property = method.length() > 3 ? method.substring(3) : "";
        if (!TIMES.contains(property)) {
            return Statics.MISSING;
        }
        if (method.startsWith("get")) {
            // .NET's answer for a file that is not there: the beginning of Windows' time.
            return Files.exists(file)
                    ? Members.get(new FileItem(file), property)
                    : ZonedDateTime.of(1601, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        }
        present(file).setProperty(property, arguments.get(1));
        return null;
    }

    private static FileItem present(Path file) {
        if (!Files.exists(file)) {
            throw failed(new NoSuchFileException(file.toString()));
        }
        return new FileItem(file);
    }

    /** Whole files. */
    static final class File implements Statics {

        private final Engine engine;

        File(Engine engine) {
            this.engine = engine;
        }

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            if (arguments.isEmpty()) {
                return MISSING;
            }
            Path file = path(engine, arguments, 0);
            return io(() -> switch (method) {
                case "exists" -> Files.isRegularFile(file);
                case "readalltext" -> Scripts.text(Files.readAllBytes(file));
                case "readalllines", "readlines" ->
                    NetList.texts(Scripts.text(Files.readAllBytes(file)).lines().toList());
                case "readallbytes" -> TextTypes.bytes(Files.readAllBytes(file));
                case "writealltext" -> write(file, StaticTypes.text(arguments, 1), arguments, false);
                case "appendalltext" -> write(file, StaticTypes.text(arguments, 1), arguments, true);
                case "writealllines" -> write(file, lines(arguments.get(1)), arguments, false);
                case "appendalllines" -> write(file, lines(arguments.get(1)), arguments, true);
                case "writeallbytes" -> done(Files.write(file, TextTypes.bytes(arguments.get(1))));
                case "openread" -> StreamTypes.open(file, "Open", "Read");
                case "openwrite" -> StreamTypes.open(file, "OpenOrCreate", "Write");
                case "create" -> StreamTypes.open(file, "Create", "ReadWrite");
                case "open" -> StreamTypes.open(file, StaticTypes.text(arguments, 1), StaticTypes.text(arguments, 2));
                case "opentext" -> new StreamTypes.Reader(engine).create(arguments.subList(0, 1));
                case "createtext" -> new StreamTypes.Writer(engine).create(arguments.subList(0, 1));
                case "appendtext" -> new StreamTypes.Writer(engine).create(List.of(file.toString(), true));
                case "delete" -> done(delete(file));
                case "copy" -> done(copy(file, arguments));
                case "move" -> done(move(file, arguments));
                case "replace" -> done(replace(file, arguments));
                case "getattributes" -> Members.get(present(file), "Attributes");
                case "setattributes" -> {
                    present(file).setProperty("Attributes", arguments.get(1));
                    yield null;
                }
                case "createsymboliclink" -> {
                    Files.createSymbolicLink(file, Path.of(StaticTypes.text(arguments, 1)));
                    yield new FileItem(file);
                }
                default -> time(file, method, arguments);
            });
        }

        private static @Nullable Object done(@Nullable Object ignored) {
            return null;
        }

        private Path copy(Path file, List<@Nullable Object> arguments) throws IOException {
            Path target = path(engine, arguments, 1);
            boolean replace = arguments.size() > 2 && Conversion.isTrue(arguments.get(2));
            return replace ? Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING) : Files.copy(file, target);
        }

        private Path move(Path file, List<@Nullable Object> arguments) throws IOException {
            Path target = path(engine, arguments, 1);
            boolean replace = arguments.size() > 2 && Conversion.isTrue(arguments.get(2));
            return replace ? Files.move(file, target, StandardCopyOption.REPLACE_EXISTING) : Files.move(file, target);
        }

        /** The third argument names a copy of what was there before. */
        private Path replace(Path file, List<@Nullable Object> arguments) throws IOException {
            Path target = path(engine, arguments, 1);
            if (!StaticTypes.text(arguments, 2).isEmpty()) {
                Files.copy(target, path(engine, arguments, 2), StandardCopyOption.REPLACE_EXISTING);
            }
            return Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        }

        private static Path delete(Path file) throws IOException {
            if (Files.isDirectory(file)) {
                throw new AccessDeniedException(file.toString());
            }
            Path parent = file.getParent();
            if (parent != null && !Files.isDirectory(parent)) {
                throw noDirectory(file.toString());
            }
            Files.deleteIfExists(file);
            return file;
        }

        private static String lines(@Nullable Object lines) {
            StringBuilder text = new StringBuilder();
            for (Object line : Conversion.enumerate(lines)) {
                text.append(Conversion.toText(line)).append(System.lineSeparator());
            }
            return text.toString();
        }

        private static @Nullable Object write(Path file, String text, List<@Nullable Object> arguments, boolean append)
                throws IOException {
            NetWriter writer = NetWriter.into(
                    StreamTypes.open(file, append ? "Append" : "Create", "Write"), TextEncoding.among(arguments));
            try {
                writer.write(text);
            } finally {
                writer.close();
            }
            return null;
        }
    }

    /** Directories. */
    static final class Directory implements Statics {

        private final Engine engine;

        Directory(Engine engine) {
            this.engine = engine;
        }

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            if (method.equals("getcurrentdirectory")) {
                return engine.directory().toString();
            }
            if (arguments.isEmpty()) {
                return MISSING;
            }
            Path directory = path(engine, arguments, 0);
            String pattern = arguments.size() > 1 ? StaticTypes.text(arguments, 1) : "*";
            boolean deep =
                    Conversion.toText(arguments.get(arguments.size() - 1)).equalsIgnoreCase("AllDirectories");
            return io(() -> switch (method) {
                case "exists" -> Files.isDirectory(directory);
                case "createdirectory" -> new FileItem(Files.createDirectories(directory));
                case "getfiles", "enumeratefiles" -> list(directory, pattern, deep, Files::isRegularFile);
                case "getdirectories", "enumeratedirectories" -> list(directory, pattern, deep, Files::isDirectory);
                case "getfilesystementries", "enumeratefilesystementries" ->
                    list(directory, pattern, deep, entry -> true);
                case "getparent" -> directory.getParent() == null ? null : new FileItem(directory.getParent());
                case "move" -> {
                    Files.move(directory, path(engine, arguments, 1));
                    yield null;
                }
                case "setcurrentdirectory" -> {
                    engine.directory(directory);
                    yield null;
                }
                case "getdirectoryroot" -> directory.getRoot().toString();
                case "delete" -> delete(directory, arguments.size() > 1 && Conversion.isTrue(arguments.get(1)));
                default -> time(directory, method, arguments);
            });
        }

        private static Object list(
                Path directory, String pattern, boolean deep, java.util.function.Predicate<Path> kind)
                throws IOException {
            var test = Conversion.wildcard(pattern, false);
            if (!Files.exists(directory)) {
                throw noDirectory(directory.toString());
            }
            try (Stream<Path> entries = Files.walk(directory, deep ? Integer.MAX_VALUE : 1)) {
                return NetList.texts(entries.filter(entry -> !entry.equals(directory))
                        .filter(kind)
                        .filter(entry -> test.test(entry.getFileName().toString()))
                        .sorted()
                        .map(Path::toString)
                        .toList());
            }
        }

        private static @Nullable Object delete(Path directory, boolean recursive) throws IOException {
            if (!Files.exists(directory)) {
                throw noDirectory(directory.toString());
            }
            if (!recursive) {
                Files.delete(directory);
                return null;
            }
            try (Stream<Path> entries = Files.walk(directory)) {
                for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(entry);
                }
            }
            return null;
        }
    }

    /** {@code [System.IO.FileInfo]} and its kin: what Get-Item gives; a file that is not there has a name and nothing more. */
    record Item(Engine engine, boolean directory) implements Statics {

        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            if (arguments.size() != 1) {
                return MISSING;
            }
            Path file = path(engine, arguments, 0);
            return directory ? FileItem.ofDirectory(file) : FileItem.unseen(file);
        }
    }
}
