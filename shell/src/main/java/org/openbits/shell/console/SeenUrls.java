package org.openbits.shell.console;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ListIterator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.History;

/** The URLs in the lines typed before, newest first. */
final class SeenUrls {

    private static final Pattern URL = Pattern.compile("(?i)\\b(?:https?|smb|file)://[^\\s'\"|;,(){}]+");
    private static final int OFFERED = 20;

    private SeenUrls() {}

    /** Those that could stand at the site: where a URL is begun, or a source is asked for. */
    static List<Suggestion> in(History history, CompletionSite site) {
        String word = Quoting.unquoted(site.word()).toLowerCase(Locale.ROOT);
        String parameter = String.valueOf(site.parameter()).toLowerCase(Locale.ROOT);
        boolean isSource = "source".startsWith(parameter) || parameter.contains("uri");
        if (word.isEmpty() ? !isSource : !(word.contains("://") || "https://".startsWith(word))) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (ListIterator<History.Entry> each = history.iterator(history.last() + 1); each.hasPrevious(); ) {
            lines.add(each.previous().line());
        }
        return of(lines);
    }

    /** The URLs of some lines in their order, each once; one that carries a password is left out. */
    static List<Suggestion> of(List<String> lines) {
        Set<String> found = new LinkedHashSet<>();
        for (String line : lines) {
            for (Matcher url = URL.matcher(line); url.find() && found.size() < OFFERED; ) {
                if (!url.group().contains("@")) {
                    found.add(url.group());
                }
            }
        }
        List<Suggestion> offered = new ArrayList<>();
        found.forEach(url -> offered.add(new Suggestion(url, "used before")));
        return offered;
    }
}
