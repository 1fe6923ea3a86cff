package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openbits.automation.CmdletInfo;
import org.openbits.shell.language.ScriptBody;

/**
 * The help that a function or script carries in a comment: at the begin or the end of its body, or just before the keyword.
 * Each part begins with a word such as {@code .SYNOPSIS} on a line of its own.
 */
final class CommentHelp {

    private static final Pattern BLOCK = Pattern.compile("<#(.*?)#>", Pattern.DOTALL);
    private static final Pattern LINES =
            Pattern.compile("(?:^[ \\t]*#(?!>|(?i:requires)).*(?:\\R|$))+", Pattern.MULTILINE);
    private static final Pattern PART = Pattern.compile("^\\s*\\.([A-Za-z]+)[ \\t]*(\\S*)[ \\t]*$", Pattern.MULTILINE);
    private static final Pattern KEYWORD = Pattern.compile(
            "(?is)(.*?)\\R[ \\t]*(?:\\R[ \\t]*)?(?:function|filter)\\s+[^\\s({]+\\s*(?:\\([^)]*\\)\\s*)?$");

    private record Part(String keyword, String name, String text) {}

    private final List<Part> parts = new ArrayList<>();

    private CommentHelp(String comment) {
        Matcher matcher = PART.matcher(comment);
        int start = -1;
        String keyword = "";
        String name = "";
        while (matcher.find()) {
            if (start >= 0) {
                add(keyword, name, comment.substring(start, matcher.start()));
            }
            keyword = matcher.group(1).toLowerCase(Locale.ROOT);
            name = matcher.group(2);
            start = matcher.end();
        }
        if (start >= 0) {
            add(keyword, name, comment.substring(start));
        }
    }

    private void add(String keyword, String name, String text) {
        parts.add(new Part(keyword, name, text.stripTrailing().stripIndent().strip()));
    }

    /** The help of a body; without a comment it is empty. */
    static CommentHelp of(ScriptBody body) {
        String inner = body.inner().text();
        String whole = body.span().source().text();
        for (String comment :
                List.of(first(inner), last(inner), before(whole, body.span().start()))) {
            if (PART.matcher(comment).find()) {
                return new CommentHelp(comment);
            }
        }
        return new CommentHelp("");
    }

    private static String first(String text) {
        String start = text.stripLeading();
        Matcher lines = LINES.matcher(start);
        boolean isBlock = start.startsWith("<#");
        if (isBlock || !lines.lookingAt()) {
            Matcher block = BLOCK.matcher(start);
            return isBlock && block.lookingAt() ? block.group(1) : "";
        }
        return bare(lines.group());
    }

    private static String last(String text) {
        String end = text.stripTrailing();
        int start = end.endsWith("#>") ? end.lastIndexOf("<#") : -1;
        return start < 0 ? "" : end.substring(start + 2, end.length() - 2);
    }

    /** The comment that ends on the line before the keyword, or with one empty line between. */
    private static String before(String whole, int body) {
        String ahead = whole.substring(0, Math.min(body, whole.length()));
        int line = Math.max(ahead.lastIndexOf("function"), ahead.lastIndexOf("filter"));
        int begin = line < 0 ? -1 : ahead.lastIndexOf('\n', line);
        if (begin < 0
                || !KEYWORD.matcher(ahead.substring(Math.max(0, begin - 1))).matches()) {
            return "";
        }
        String comment = ahead.substring(0, begin).stripTrailing();
        boolean near = ahead.substring(comment.length(), begin)
                        .chars()
                        .filter(each -> each == '\n')
                        .count()
                <= 1;
        if (!near) {
            return "";
        }
        if (comment.endsWith("#>")) {
            return last(comment);
        }
        Matcher lines = LINES.matcher(comment);
        String found = "";
        while (lines.find()) {
            found = lines.end() == comment.length() ? lines.group() : "";
        }
        return bare(found);
    }

    private static String bare(String lines) {
        return lines.replaceAll("(?m)^[ \\t]*#", "");
    }

    private String text(String keyword) {
        return parts.stream()
                .filter(part -> part.keyword().equals(keyword))
                .map(Part::text)
                .findFirst()
                .orElse("");
    }

    String synopsis() {
        return text("synopsis");
    }

    String description() {
        return text("description");
    }

    String parameter(String name) {
        return parts.stream()
                .filter(part ->
                        part.keyword().equals("parameter") && part.name().equalsIgnoreCase(name))
                .map(Part::text)
                .findFirst()
                .orElse("");
    }

    /** The first line is the command, what follows says what it does. */
    List<CmdletInfo.HelpExample> examples() {
        List<CmdletInfo.HelpExample> examples = new ArrayList<>();
        for (Part part : parts) {
            if (part.keyword().equals("example")) {
                String[] lines = part.text().split("\\R", 2);
                examples.add(new CmdletInfo.HelpExample(lines.length > 1 ? lines[1].strip() : "", lines[0].strip()));
            }
        }
        return examples;
    }
}
