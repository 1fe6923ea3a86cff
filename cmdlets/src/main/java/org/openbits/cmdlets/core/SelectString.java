package org.openbits.cmdlets.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.AllowEmpty;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CmdletException;
import org.openbits.automation.CmdletName;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.Example;
import org.openbits.automation.FileItem;
import org.openbits.automation.Help;
import org.openbits.automation.Parameter;
import org.openbits.automation.RegexMatch;
import org.openbits.automation.Regexes;

/** {@code Select-String}: the lines that match a pattern. */
@CmdletName(
        verb = "Select",
        noun = "String",
        defaultSet = "File",
        aliases = "sls",
        errorClass = "Microsoft.PowerShell.Commands.SelectStringCommand")
@Help(
        synopsis = "Finds the lines of texts or files that match a pattern.",
        description = "The pattern is a regular expression unless -SimpleMatch says otherwise.",
        examples = {
            @Example(title = "In texts", code = "'one', 'two', 'three' | Select-String '^t'"),
            @Example(
                    title = "Lines of files, with neighbours",
                    code = "Set-Content ss.txt 'one', 'two', 'three', 'four'; Select-String"
                            + " -Pattern 'three' -Path ss*.txt -Include *.txt -Exclude *.log -Context"
                            + " 1, 1 -Encoding utf8 -NoEmphasis"),
            @Example(
                    title = "Plain text, letter by letter",
                    code = "Select-String -InputObject 'Price: 5.00 (net)' -Pattern '5.00 (n'"
                            + " -SimpleMatch -CaseSensitive"),
            @Example(
                    title = "Every match in a line",
                    code = "('a1 b22 c333' | Select-String '\\d+' -AllMatches).Matches.Value"),
            @Example(title = "The other lines, as text", code = "'one', '# two' | Select-String '^#' -NotMatch -Raw"),
            @Example(
                    title = "Whether and where",
                    code = "Set-Content -LiteralPath 'ss[1].log' 'ok', 'failed', 'failed';"
                            + " Select-String 'failed' -LiteralPath 'ss[1].log' -Quiet; Select-String"
                            + " 'failed' -LiteralPath 'ss[1].log' -List")
        })
final class SelectString extends Cmdlet {

    @Parameter(position = 0, mandatory = true, help = "The patterns.")
    private List<String> pattern = List.of();

    @Parameter(
            position = 1,
            mandatory = true,
            pipelineByName = true,
            sets = "File",
            wildcards = true,
            help = "The files.")
    private List<String> path = List.of();

    @Parameter(
            mandatory = true,
            pipelineByName = true,
            sets = "LiteralFile",
            aliases = {"PSPath", "LP"},
            help = "The files; no character is a wildcard.")
    private List<String> literalPath = List.of();

    @AllowEmpty
    @Parameter(mandatory = true, pipeline = true, sets = "Object", help = "The texts.")
    private @Nullable Object inputObject;

    @Parameter(help = "Takes the pattern as it stands.")
    private boolean simpleMatch;

    @Parameter(help = "Letter case decides too.")
    private boolean caseSensitive;

    @Parameter(help = "Finds the lines that do not match.")
    private boolean notMatch;

    @Parameter(help = "Only tells whether there is one.")
    private boolean quiet;

    @Parameter(help = "Only the first of each file.")
    private boolean list;

    @Parameter(help = "Gives the lines as texts.")
    private boolean raw;

    @Parameter(help = "Finds all matches of a line, not only the first.")
    private boolean allMatches;

    @Parameter(help = "How many lines before and after a match go with it; two numbers, or one for both.")
    private List<Integer> context = List.of();

    @Parameter(help = "The encoding of files without a mark.")
    private TextEncoding encoding = TextEncoding.usual();

    private final List<Pattern> patterns = new ArrayList<>();
    private final Deque<String> before = new ArrayDeque<>();
    private final Deque<MatchInfo> open = new ArrayDeque<>();
    private boolean found;
    private int inputs;

    @Parameter(help = "Accepted: matches are not marked.")
    private boolean noEmphasis;

    @Parameter(wildcards = true, help = "Only files of such names.")
    private List<String> include = List.of();

    @Parameter(wildcards = true, help = "Leaves out files of such names.")
    private List<String> exclude = List.of();

    @Override
    protected void begin() {
        for (String text : pattern) {
            try {
                patterns.add(Regexes.pattern(simpleMatch ? Pattern.quote(text) : text, caseSensitive));
            } catch (CmdletException malformed) {
                throw runtime()
                        .terminate(Failures.of(
                                "InvalidRegex",
                                ErrorCategory.InvalidArgument,
                                text,
                                malformed.record().message()));
            }
        }
    }

    @Override
    protected void process() {
        if (inputObject instanceof FileItem file) {
            new PathArguments(runtime(), "ProcessingFile").each(List.of(), List.of(file.toString()), this::search);
        } else if (isBound("InputObject")) {
            match("InputStream", ++inputs, Conversion.toText(inputObject));
        } else {
            new PathArguments(runtime(), "ProcessingFile").each(path, literalPath, this::search);
        }
    }

    @Override
    protected void end() {
        close();
        if (quiet) {
            write(found);
        }
    }

    private void search(Path file) throws IOException {
        if (!new NameFilter("", include, exclude).accepts(file)) {
            return;
        }
        if (Files.isDirectory(file)) {
            return;
        }
        close();
        try (BufferedReader reader = encoding.reader(file)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (match(file.toString(), ++number, line) && list || runtime().isStopping()) {
                    return;
                }
            }
        }
    }

    /** No line follows: what waits for one is complete. */
    private void close() {
        open.forEach(this::write);
        open.clear();
        before.clear();
    }

    private int linesBefore() {
        return context.isEmpty() ? 0 : context.get(0);
    }

    private int linesAfter() {
        return context.isEmpty() ? 0 : context.get(context.size() - 1);
    }

    private boolean match(String source, int number, String line) {
        boolean matches = isMatch(source, number, line);
        if (linesBefore() > 0) {
            before.addLast(line);
            if (before.size() > linesBefore()) {
                before.removeFirst();
            }
        }
        return matches;
    }

    private boolean isMatch(String source, int number, String line) {
        for (MatchInfo each : open) {
            each.after().add(line);
        }
        while (!open.isEmpty() && open.getFirst().after().size() >= linesAfter()) {
            write(open.removeFirst());
        }
        List<RegexMatch> matches = new ArrayList<>();
        String by = "";
        for (Pattern candidate : patterns) {
            Matcher matcher = candidate.matcher(line);
            while (matcher.find() && (allMatches || matches.isEmpty())) {
                matches.add(new RegexMatch(matcher.toMatchResult(), candidate));
                by = pattern.get(patterns.indexOf(candidate));
            }
        }
        if (matches.isEmpty() != notMatch) {
            return false;
        }
        found = true;
        if (raw) {
            write(line);
        } else if (!quiet) {
            MatchInfo match = new MatchInfo(source, number, line, by, matches, List.copyOf(before), new ArrayList<>());
            if (linesAfter() > 0) {
                open.addLast(match);
            } else {
                write(match);
            }
        }
        return true;
    }
}
