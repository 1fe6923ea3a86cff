package org.openbits.internal.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.openbits.spi.NamePattern;
import org.openbits.spi.TransferException;

/** {@code *}, {@code ?} and {@code [a-c]} in the last part of a local name. */
final class LocalListing {

    private LocalListing() {}

    /** The regular files that match, sorted; names that begin with a dot only when the pattern does. */
    static List<String> expand(String pattern) throws TransferException {
        String prefix = pattern.regionMatches(true, 0, "file:", 0, 5) ? pattern.substring(0, 5) : "";
        int slash = Math.max(pattern.lastIndexOf('/'), pattern.lastIndexOf('\\'));
        Path directory = LocalName.parse(pattern.substring(0, slash + 1));
        String last = pattern.substring(slash + 1);
        Pattern wanted = NamePattern.of(last, 0);
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                boolean hidden = name.startsWith(".") && !last.startsWith(".");
                if (!hidden && wanted.matcher(name).matches() && Files.isRegularFile(entry)) {
                    names.add(
                            prefix.isEmpty() ? entry.toString() : entry.toUri().toString());
                }
            }
        } catch (IOException e) {
            throw LocalProtocol.verdict(e, directory);
        }
        Collections.sort(names);
        return names;
    }
}
