package org.openbits.shell.console;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The files and directories that a text could begin. */
final class PathNames {

    private static final int MOST = 1000;

    private PathNames() {}

    /** Those in the directory that {@code typed} names up to its last slash; hidden ones only when a dot is typed. */
    static List<Suggestion> of(Path currentDirectory, String typed) {
        int slash = typed.lastIndexOf('/') + 1;
        String directory = typed.substring(0, slash);
        String begin = typed.substring(slash);
        List<Suggestion> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(place(currentDirectory, directory))) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                boolean hidden = name.startsWith(".") && !begin.startsWith(".");
                if (!hidden && name.regionMatches(true, 0, begin, 0, begin.length()) && found.size() < MOST) {
                    boolean inside = Files.isDirectory(entry);
                    found.add(
                            inside
                                    ? new Suggestion(directory + name + "/", "directory", false, 0)
                                    : new Suggestion(directory + name, size(entry)));
                }
            }
        } catch (IOException | DirectoryIteratorException | InvalidPathException unreadable) {
            // What cannot be read offers nothing.
            return List.of();
        }
        return found;
    }

    /** How large a file is; empty when that cannot be told. */
    private static String size(Path file) {
        try {
            return String.format(Locale.ROOT, "%,d bytes", Files.size(file));
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static Path place(Path currentDirectory, String directory) {
        String plain =
                directory.startsWith("~/") ? System.getProperty("user.home") + directory.substring(1) : directory;
        return currentDirectory.resolve(plain);
    }
}
