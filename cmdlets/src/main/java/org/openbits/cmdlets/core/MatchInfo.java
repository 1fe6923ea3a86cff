package org.openbits.cmdlets.core;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.RegexMatch;
import org.openbits.automation.Shaped;

/** A line that {@code Select-String} found. */
record MatchInfo(String path, int lineNumber, String line, String pattern, List<RegexMatch> matches) implements Shaped {

    @Override
    public String typeName() {
        return "Microsoft.PowerShell.Commands.MatchInfo";
    }

    @Override
    public List<String> propertyNames() {
        return List.of("Line", "LineNumber", "Filename", "Path", "Pattern", "Matches");
    }

    @Override
    public @Nullable Object property(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "line" -> line;
            case "linenumber" -> lineNumber;
            case "filename" -> PathText.leaf(path);
            case "path" -> path;
            case "pattern" -> pattern;
            case "matches" -> matches;
            default -> throw new NoSuchMember(typeName(), name);
        };
    }

    @Override
    public String toString() {
        return path.equals("InputStream") ? line : PathText.leaf(path) + ":" + lineNumber + ":" + line;
    }
}
