package org.openbits.shell.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;

/** {@code [System.IO.Path]}: names; only {@code GetTempFileName} and {@code Exists} touch a disk. */
record PathType(Engine engine) implements Statics {

    @Override
    public @Nullable Object get(String property) {
        return switch (property) {
            case "directoryseparatorchar" -> java.io.File.separatorChar;
            case "altdirectoryseparatorchar" -> '/';
            case "volumeseparatorchar" -> java.io.File.separatorChar == '/' ? '/' : ':';
            case "pathseparator" -> java.io.File.pathSeparatorChar;
            default -> MISSING;
        };
    }

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> arguments) {
        String path = StaticTypes.text(arguments, 0);
        String name = path.substring(lastSeparator(path) + 1);
        int dot = name.lastIndexOf('.');
        boolean dotted = dot >= 0 && dot < name.length() - 1;
        return switch (method) {
            case "combine" -> combine(arguments);
            case "join" -> join(arguments);
            case "getrelativepath" ->
                relative(FileTypes.path(engine, arguments, 0), FileTypes.path(engine, arguments, 1));
            case "getfilename" -> name;
            case "getfilenamewithoutextension" -> dot < 0 ? name : name.substring(0, dot);
            case "getextension" -> dotted ? name.substring(dot) : "";
            case "hasextension" -> dotted;
            case "getdirectoryname" -> directory(path);
            case "changeextension" -> change(path, name, dot, arguments.size() > 1 ? arguments.get(1) : null);
            case "gettemppath" -> withSeparator(System.getProperty("java.io.tmpdir"));
            case "gettempfilename" -> temporary();
            case "getrandomfilename" ->
                UUID.randomUUID().toString().replace("-", "").substring(0, 8) + "."
                        + UUID.randomUUID().toString().substring(0, 3);
            case "getfullpath" -> full(arguments);
            case "ispathrooted", "ispathfullyqualified" ->
                path.startsWith("/") || path.startsWith("\\") || path.matches("[A-Za-z]:.*");
            case "getpathroot" -> path.startsWith("/") ? "/" : "";
            case "exists" -> !path.isEmpty() && Files.exists(FileTypes.path(engine, arguments, 0));
            case "trimendingdirectoryseparator" ->
                ends(path) && path.length() > 1 ? path.substring(0, path.length() - 1) : path;
            case "endsindirectoryseparator" -> ends(path);
            case "getinvalidfilenamechars" -> new ArrayList<Object>(List.of('\0', '/'));
            case "getinvalidpathchars" -> new ArrayList<Object>(List.of('\0'));
            default -> MISSING;
        };
    }

    /** Windows' separator counts everywhere: scripts write it. */
    private static int lastSeparator(String path) {
        return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
    }

    private static boolean ends(String path) {
        return path.endsWith("/") || path.endsWith("\\");
    }

    private Object full(List<@Nullable Object> arguments) {
        Path base = arguments.size() > 1 ? FileTypes.path(engine, arguments, 1) : engine.directory();
        String text = StaticTypes.text(arguments, 0).replace('\\', java.io.File.separatorChar);
        String full = base.resolve(text).normalize().toString();
        return ends(text) && !ends(full) ? full + java.io.File.separator : full;
    }

    private static Object relative(Path from, Path to) {
        String text = from.relativize(to).toString();
        return text.isEmpty() ? "." : text;
    }

    private static @Nullable Object directory(String path) {
        int separator = lastSeparator(path);
        if (path.equals("/") || path.isEmpty()) {
            return null;
        }
        return separator < 0 ? "" : path.substring(0, Math.max(separator, 1));
    }

    /** Nothing takes the extension away; an empty one leaves the dot. */
    private static Object change(String path, String name, int dot, @Nullable Object wanted) {
        String bare = dot < 0 ? path : path.substring(0, path.length() - name.length() + dot);
        if (wanted == null) {
            return bare;
        }
        String extension = Conversion.toText(wanted);
        return bare + (extension.startsWith(".") ? extension : "." + extension);
    }

    private static Object temporary() {
        try {
            return Files.createTempFile("tmp", ".tmp").toString();
        } catch (IOException failure) {
            throw FileTypes.failed(failure);
        }
    }

    private static String withSeparator(String directory) {
        return directory.endsWith("/") ? directory : directory + java.io.File.separator;
    }

    private static List<String> parts(List<@Nullable Object> arguments) {
        List<String> parts = new ArrayList<>();
        for (Object argument : arguments) {
            Conversion.enumerate(argument).forEach(part -> parts.add(Conversion.toText(part)));
        }
        return parts;
    }

    /** What is rooted begins anew. */
    private static Object combine(List<@Nullable Object> arguments) {
        String result = "";
        for (String part : parts(arguments)) {
            boolean rooted = result.isEmpty() || part.startsWith("/") || part.matches("[A-Za-z]:.*");
            boolean separated = ends(result) || part.isEmpty();
            result = rooted ? part : result + (separated ? "" : java.io.File.separator) + part;
        }
        return result;
    }

    /** Nothing begins anew. */
    private static Object join(List<@Nullable Object> arguments) {
        String result = "";
        for (String part : parts(arguments)) {
            boolean separated = result.isEmpty() || part.isEmpty() || ends(result) || part.startsWith("/");
            result += (separated ? "" : java.io.File.separator) + part;
        }
        return result;
    }
}
