package org.openbits.shell.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.FileItem;
import org.openbits.automation.Members;
import org.openbits.automation.NetList;

/** {@code [System.IO.Path]}, {@code [System.IO.File]} and {@code [System.IO.Directory]}. */
final class FileTypes {

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
    static UncheckedIOException failed(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof java.nio.file.NoSuchFileException missing) {
            message = "Could not find file '" + missing.getFile() + "'.";
        } else if (failure instanceof java.nio.file.FileAlreadyExistsException existing) {
            message = "The file '" + existing.getFile() + "' already exists.";
        } else if (failure instanceof java.nio.file.AccessDeniedException denied) {
            message = "Access to the path '" + denied.getFile() + "' is denied.";
        } else if (failure instanceof java.nio.file.DirectoryNotEmptyException full) {
            message = "Directory not empty : '" + full.getFile() + "'";
        }
        return new UncheckedIOException(message, failure);
    }

    /** Names only: nothing here touches a disk but the two that make a temporary file. */
    static final class Paths implements Statics {

        private final Engine engine;

        Paths(Engine engine) {
            this.engine = engine;
        }

        @Override
        public @Nullable Object get(String property) {
            return switch (property) {
                case "directoryseparatorchar" -> java.io.File.separatorChar;
                case "altdirectoryseparatorchar" -> '/';
                case "pathseparator" -> java.io.File.pathSeparatorChar;
                default -> MISSING;
            };
        }

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            String path = StaticTypes.text(arguments, 0);
            String name = path.substring(lastSeparator(path) + 1);
            int dot = name.lastIndexOf('.');
            return switch (method) {
                case "combine", "join" -> combine(arguments);
                case "getrelativepath" ->
                    path(engine, arguments, 0)
                            .relativize(path(engine, arguments, 1))
                            .toString();
                case "getfilename" -> name;
                case "getfilenamewithoutextension" -> dot < 0 ? name : name.substring(0, dot);
                case "getextension" -> dot < 0 ? "" : name.substring(dot);
                case "hasextension" -> dot >= 0 && dot < name.length() - 1;
                case "getdirectoryname" -> directory(path);
                case "changeextension" -> change(path, name, dot, StaticTypes.text(arguments, 1));
                case "gettemppath" -> withSeparator(System.getProperty("java.io.tmpdir"));
                case "gettempfilename" ->
                    io(() -> Files.createTempFile("tmp", ".tmp").toString());
                case "getrandomfilename" ->
                    UUID.randomUUID().toString().replace("-", "").substring(0, 8) + "."
                            + UUID.randomUUID().toString().substring(0, 3);
                case "getfullpath" -> path(engine, arguments, 0).toString();
                case "ispathrooted" -> path.startsWith("/") || path.startsWith("\\") || path.matches("[A-Za-z]:.*");
                case "getpathroot" -> path.startsWith("/") ? "/" : "";
                case "getinvalidfilenamechars" -> new ArrayList<Object>(List.of('\0', '/'));
                default -> MISSING;
            };
        }

        /** Windows' separator counts everywhere: scripts write it. */
        private static int lastSeparator(String path) {
            return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        }

        private static Object directory(String path) {
            int separator = lastSeparator(path);
            return separator < 0 ? "" : path.substring(0, Math.max(separator, 1));
        }

        private static Object change(String path, String name, int dot, String extension) {
            String bare = dot < 0 ? path : path.substring(0, path.length() - name.length() + dot);
            return bare + (extension.isEmpty() || extension.startsWith(".") ? extension : "." + extension);
        }

        private static String withSeparator(String directory) {
            return directory.endsWith("/") ? directory : directory + java.io.File.separator;
        }

        private static Object combine(List<@Nullable Object> arguments) {
            String result = "";
            for (Object argument : arguments) {
                for (Object part : Conversion.enumerate(argument)) {
                    String text = Conversion.toText(part);
                    boolean rooted = result.isEmpty() || text.startsWith("/") || text.matches("[A-Za-z]:.*");
                    boolean separated = result.endsWith("/") || result.endsWith("\\") || text.isEmpty();
                    result = rooted ? text : result + (separated ? "" : java.io.File.separator) + text;
                }
            }
            return result;
        }
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
                case "openread" -> StreamTypes.open(file, "Open", false);
                case "openwrite" -> StreamTypes.open(file, "OpenOrCreate", true);
                case "create" -> StreamTypes.open(file, "Create", true);
                case "open" ->
                    StreamTypes.open(
                            file,
                            StaticTypes.text(arguments, 1),
                            arguments.size() > 2
                                    ? !StaticTypes.text(arguments, 2).equalsIgnoreCase("Read")
                                    : !StaticTypes.text(arguments, 1).equalsIgnoreCase("Open"));
                case "opentext" -> new StreamTypes.Reader(engine).create(arguments.subList(0, 1));
                case "createtext" -> new StreamTypes.Writer(engine).create(arguments.subList(0, 1));
                case "appendtext" -> new StreamTypes.Writer(engine).create(List.of(file.toString(), true));
                case "delete" -> done(Files.deleteIfExists(file));
                case "copy" -> done(copy(file, arguments));
                case "move" -> done(move(file, arguments));
                case "replace" -> done(replace(file, arguments));
                case "getattributes" -> Members.get(new FileItem(file), "Attributes");
                case "setattributes" -> done(file);
                case "getlastwritetime", "getcreationtime", "getlastaccesstime" ->
                    Members.get(new FileItem(file), method.substring(3));
                case "getlastwritetimeutc", "getcreationtimeutc" ->
                    ((ZonedDateTime) java.util.Objects.requireNonNull(
                                    Members.get(new FileItem(file), method.substring(3, method.length() - 3))))
                            .withZoneSameInstant(ZoneOffset.UTC);
                case "setlastwritetime", "setlastwritetimeutc" -> {
                    new FileItem(file).setProperty(method.substring(3), arguments.get(1));
                    yield null;
                }
                default -> MISSING;
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

        private static String lines(@Nullable Object lines) {
            StringBuilder text = new StringBuilder();
            for (Object line : Conversion.enumerate(lines)) {
                text.append(Conversion.toText(line)).append(System.lineSeparator());
            }
            return text.toString();
        }

        private static @Nullable Object write(Path file, String text, List<@Nullable Object> arguments, boolean append)
                throws IOException {
            Charset charset = arguments.size() > 2 && arguments.get(2) instanceof TextEncoding encoding
                    ? encoding.charset()
                    : StandardCharsets.UTF_8;
            if (append) {
                Files.writeString(file, text, charset, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } else {
                Files.writeString(file, text, charset);
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
                case "getlastwritetime", "getcreationtime" -> Members.get(new FileItem(directory), method.substring(3));
                case "delete" -> delete(directory, arguments.size() > 1 && Conversion.isTrue(arguments.get(1)));
                default -> MISSING;
            });
        }

        private static Object list(
                Path directory, String pattern, boolean deep, java.util.function.Predicate<Path> kind)
                throws IOException {
            var test = Conversion.wildcard(pattern, false);
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
            return directory ? FileItem.ofDirectory(file) : new FileItem(file);
        }
    }
}
