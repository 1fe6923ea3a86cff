package org.openbits.cmdlets.core;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CustomObject;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.RegexMatch;
import org.openbits.automation.Shaped;

/** A line that {@code Select-String} found. */
record MatchInfo(
        String path,
        int lineNumber,
        String line,
        String pattern,
        List<RegexMatch> matches,
        List<String> before,
        List<String> after)
        implements Shaped {

    @Override
    public String typeName() {
        return "Microsoft.PowerShell.Commands.MatchInfo";
    }

    @Override
    public List<String> propertyNames() {
        return List.of("Line", "LineNumber", "Filename", "Path", "Pattern", "Context", "Matches");
    }

    @Override
    public @Nullable Object property(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "line" -> line;
            case "linenumber" -> lineNumber;
            case "filename" -> PathText.leaf(path);
            case "path" -> path;
            case "pattern" -> pattern;
            case "context" ->
                before.isEmpty() && after.isEmpty()
                        ? null
                        : new CustomObject("Microsoft.PowerShell.Commands.MatchInfoContext")
                                .add("PreContext", before)
                                .add("PostContext", after);
            case "matches" -> matches;
            default -> throw new NoSuchMember(typeName(), name);
        };
    }

    @Override
    public String toString() {
        if (before.isEmpty() && after.isEmpty()) {
            return place(lineNumber) + line;
        }
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < before.size(); index++) {
            text.append("  ")
                    .append(place(lineNumber - before.size() + index))
                    .append(before.get(index))
                    .append('\n');
        }
        text.append("> ").append(place(lineNumber)).append(line);
        for (int index = 0; index < after.size(); index++) {
            text.append("\n  ").append(place(lineNumber + 1 + index)).append(after.get(index));
        }
        return text.toString();
    }

    private String place(int number) {
        return path.equals("InputStream") ? "" : PathText.leaf(path) + ":" + number + ":";
    }
}
