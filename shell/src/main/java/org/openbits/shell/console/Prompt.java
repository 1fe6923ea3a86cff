package org.openbits.shell.console;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jline.reader.Buffer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.UserInterruptException;
import org.jline.reader.Widget;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.openbits.shell.groovy.TwoLanguages;
import org.openbits.shell.pipeline.ShellSession;

/**
 * The prompt: reads lines and runs them until {@code exit} or the end of input. Ctrl-C stops the command that runs, or
 * drops the line being typed; it never ends the shell. Confined to the main thread.
 */
public final class Prompt {

    private static final int LINES_KEPT = 10_000;
    /** What JLine colours in a list of completions; the chosen one is in reverse, which is no colour. */
    private static final List<String> COMPLETION_STYLES = List.of(
            LineReader.COMPLETION_STYLE_STARTING,
            LineReader.COMPLETION_STYLE_DESCRIPTION,
            LineReader.COMPLETION_STYLE_GROUP,
            LineReader.COMPLETION_STYLE_BACKGROUND,
            LineReader.COMPLETION_STYLE_LIST_STARTING,
            LineReader.COMPLETION_STYLE_LIST_DESCRIPTION,
            LineReader.COMPLETION_STYLE_LIST_GROUP,
            LineReader.COMPLETION_STYLE_LIST_BACKGROUND);

    private final ShellSession session;
    private final TwoLanguages languages;
    private final TerminalHost host;
    private final Supplier<List<JobHint>> jobs;
    private final JobNews news;
    private final Path historyFile;
    private final boolean colours;
    private final Consumer<Runnable> interrupts;

    /**
     * @param jobs the user's jobs, for completion
     * @param news what happens to them meanwhile
     * @param historyFile where typed lines are kept
     * @param colours whether the terminal may be coloured
     * @param interrupts has something run at each Ctrl-C, for terminals whose signals JLine does not hear: dumb ones
     */
    public Prompt(
            ShellSession session,
            TwoLanguages languages,
            TerminalHost host,
            Supplier<List<JobHint>> jobs,
            JobNews news,
            Path historyFile,
            boolean colours,
            Consumer<Runnable> interrupts) {
        this.session = session;
        this.languages = languages;
        this.host = host;
        this.jobs = jobs;
        this.news = news;
        this.historyFile = historyFile;
        this.colours = colours;
        this.interrupts = interrupts;
    }

    /**
     * Reads and runs until the user leaves.
     *
     * @param first what is shown before the first prompt
     * @param profile run before the first line, once Ctrl-C is heard
     * @return the exit code of the shell
     */
    public int run(String first, Runnable profile) throws IOException {
        try (Terminal terminal =
                TerminalBuilder.builder().system(true).dumb(true).build()) {
            host.attach(terminal);
            terminal.handle(Terminal.Signal.INT, signal -> languages.stop());
            LineEditor reader = reader(terminal);
            if (LineEditor.isDumb(terminal)) {
                interrupts.accept(() -> {
                    if (!reader.dropLine()) {
                        languages.stop();
                    }
                });
            }
            host.out().println(first);
            profile.run();
            try (StatusArea area = new StatusArea(reader, news, new Completions(session, jobs), colours)) {
                converse(reader, area);
            }
            return session.exitCode();
        }
    }

    private void converse(LineEditor reader, StatusArea area) {
        while (!session.isExiting()) {
            area.tell(host.out());
            String line;
            try {
                line = reader.readLine(promptText());
            } catch (UserInterruptException dropped) {
                continue;
            } catch (EndOfFileException end) {
                return;
            }
            if (!line.isBlank()) {
                execute(line);
            }
        }
    }

    private void execute(String line) {
        try {
            languages.run(line, "line");
        } finally {
            host.clearProgress();
        }
    }

    private LineEditor reader(Terminal terminal) throws IOException {
        Predicate<String> isCommand = languages.isCommand();
        LineEditor reader = new LineEditor(terminal, variables());
        reader.setParser(new LineParser(isCommand));
        reader.setHighlighter(
                colours
                        ? new LineHighlighter(isCommand, new KnownPrograms(isCommand), languages.isMethod())
                        : (editor, line) -> new AttributedString(line));
        reader.setCompleter(new LineCompleter(new Completions(session, jobs)));
        reader.option(Option.DISABLE_EVENT_EXPANSION, true);
        reader.option(Option.HISTORY_IGNORE_SPACE, true);
        reader.option(Option.CASE_INSENSITIVE, true);
        reader.option(Option.AUTO_FRESH_LINE, true);
        reader.setHistory(new DefaultHistory());
        if (!LineEditor.isDumb(terminal)) {
            suggestFromHistory(reader);
        }
        privateHistory();
        return reader;
    }

    private Map<String, Object> variables() {
        Map<String, Object> variables = new HashMap<>();
        variables.put(LineReader.SECONDARY_PROMPT_PATTERN, LineEditor.SECONDARY_PROMPT);
        variables.put(LineReader.HISTORY_FILE, historyFile);
        variables.put(LineReader.HISTORY_SIZE, LINES_KEPT);
        variables.put(LineReader.HISTORY_FILE_SIZE, LINES_KEPT);
        // Lines that seem to hold a secret are not kept.
        variables.put(LineReader.HISTORY_IGNORE, "*assword*:*ecret*");
        variables.put(LineReader.OTHERS_GROUP_NAME, "");
        if (!colours) {
            for (String style : COMPLETION_STYLES) {
                variables.put(style, "fg:default,bg:default");
            }
        }
        return variables;
    }

    /** The rest of the newest line that begins so, in grey; the right arrow, End or Ctrl-F take it. */
    private static void suggestFromHistory(LineEditor reader) {
        reader.setAutosuggestion(LineReader.SuggestionType.HISTORY);
        for (String name : List.of(LineReader.FORWARD_CHAR, LineReader.END_OF_LINE)) {
            Widget usual = Objects.requireNonNull(reader.getBuiltinWidgets().get(name));
            reader.getWidgets().put(name, () -> {
                Buffer buffer = reader.getBuffer();
                if (buffer.cursor() < buffer.length() || reader.getTailTip().isEmpty()) {
                    return usual.apply();
                }
                buffer.write(reader.getTailTip());
                return true;
            });
        }
    }

    /** What was typed is for its user's eyes only. */
    private void privateHistory() throws IOException {
        if (Files.notExists(historyFile)) {
            Files.createDirectories(historyFile.getParent());
            Files.createFile(historyFile);
        }
        File file = historyFile.toFile();
        if (file.setReadable(false, false)) {
            file.setReadable(true, true);
        }
    }

    /** {@code PS ~/downloads> }; the sign is red when the last command failed. */
    private String promptText() {
        Path home = Path.of(System.getProperty("user.home"));
        Path here = session.currentDirectory();
        String place = here.startsWith(home) && !here.equals(home)
                ? "~/" + home.relativize(here)
                : here.equals(home) ? "~" : here.toString();
        AttributedStringBuilder text = new AttributedStringBuilder();
        text.append("PS ");
        text.styled(
                colours ? AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN) : AttributedStyle.DEFAULT, place);
        boolean failed = colours && !session.lastSucceeded();
        text.styled(failed ? AttributedStyle.DEFAULT.foreground(AttributedStyle.RED) : AttributedStyle.DEFAULT, "> ");
        return text.toAnsi();
    }
}
