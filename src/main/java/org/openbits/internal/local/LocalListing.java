package org.openbits.internal.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.spi.Severity;
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
        Pattern wanted = toRegex(last);
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

    private static Pattern toRegex(String wildcards) throws TransferException {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < wildcards.length(); i++) {
            char c = wildcards.charAt(i);
            int close = c == '[' ? wildcards.indexOf(']', i + 1) : -1;
            if (c == '*') {
                regex.append(".*");
            } else if (c == '?') {
                regex.append('.');
            } else if (close > 0) {
                String set =
                        wildcards.substring(i + 1, close).replace("\\", "\\\\").replace("[", "\\[");
                regex.append('[')
                        .append(set.replace("&&", "&\\&").replace("^", "\\^"))
                        .append(']');
                i = close;
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        try {
            return Pattern.compile(regex.toString(), Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw new TransferException(
                    ErrorCode.E_INVALIDARG,
                    ErrorContext.REMOTE_FILE,
                    Severity.FATAL,
                    "The pattern '" + wildcards + "' cannot be read: " + e.getDescription(),
                    e);
        }
    }
}
