package org.openbits.shell.console;

import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Hands the suggestions to the line reader. */
final class LineCompleter implements Completer {

    private final Completions completions;

    LineCompleter(Completions completions) {
        this.completions = completions;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        CompletionSite site = CompletionSite.of(line.line().substring(0, line.cursor()));
        List<Suggestion> suggestions = site.what() == CompletionSite.What.MEMBER
                ? completions.members(variableBefore(line.line(), site.start()))
                : completions.at(site);
        if (site.what() == CompletionSite.What.VALUE) {
            suggestions = new ArrayList<>(suggestions);
            suggestions.addAll(SeenUrls.in(reader.getHistory(), site));
        }
        for (Suggestion suggestion : suggestions) {
            String description = suggestion.description().isEmpty() ? null : suggestion.description();
            candidates.add(new Candidate(
                    suggestion.text(),
                    suggestion.text(),
                    null,
                    description,
                    null,
                    null,
                    suggestion.isComplete(),
                    suggestion.rank()));
        }
    }

    /** The name in {@code $name.} before an offset; empty when something else stands there. */
    private static String variableBefore(String line, int offset) {
        int end = offset - 1;
        int start = end;
        while (start > 0 && (Character.isLetterOrDigit(line.charAt(start - 1)) || line.charAt(start - 1) == '_')) {
            start--;
        }
        return start > 0 && line.charAt(start - 1) == '$' ? line.substring(start, end) : "";
    }
}
