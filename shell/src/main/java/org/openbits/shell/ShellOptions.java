package org.openbits.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Suggestion;

/**
 * What the arguments of {@code bits} ask for. Options may come in any order before a script; everything behind the script
 * belongs to the script. Pure.
 *
 * @param action what to do
 * @param text the commands of -c, or the path of the script, or the word behind {@code service}
 * @param arguments what goes to the script or to jshell
 * @param output how results are written
 * @param profile whether the profile is read
 * @param interactive whether questions may be asked
 * @param service whether jobs run in the background service, else in this process
 * @param groovy whether everything is Groovy
 * @param lenient whether non-terminating errors leave the exit code alone, as in PowerShell
 */
record ShellOptions(
        Action action,
        @Nullable String text,
        List<String> arguments,
        Output output,
        boolean profile,
        boolean interactive,
        boolean service,
        boolean groovy,
        boolean lenient) {

    /** What the program does. */
    enum Action {
        /** A prompt when there is a terminal, else the commands on standard input. */
        PROMPT,
        COMMAND,
        FILE,
        SERVICE,
        JSHELL,
        HELP,
        VERSION
    }

    /** How results are written. */
    enum Output {
        /** Tables and lists for people. */
        TEXT,
        /** One JSON document: a list of all results. */
        JSON,
        /** One JSON value a line, each as it comes. */
        JSON_LINES
    }

    private static final List<String> KNOWN = List.of(
            "-c",
            "-Command",
            "-File",
            "-NoProfile",
            "-NonInteractive",
            "--no-input",
            "-NoService",
            "--no-service",
            "-Lenient",
            "--lenient",
            "--json",
            "--json-lines",
            "--groovy",
            "--help",
            "--version");

    static ShellOptions parse(List<String> words) throws UsageException {
        return new Reader(words).read();
    }

    /** Reads the words one by one; the first that is no option names the script or the sub-command. */
    private static final class Reader {

        private final List<String> words;
        private Action action = Action.PROMPT;
        private @Nullable String text;
        private final List<String> arguments = new ArrayList<>();
        private Output output = Output.TEXT;
        private boolean profile = true;
        private boolean interactive = true;
        private boolean service = true;
        private boolean groovy;
        private boolean lenient;
        private int next;

        Reader(List<String> words) {
            this.words = words;
        }

        ShellOptions read() throws UsageException {
            while (next < words.size()) {
                String word = words.get(next++);
                if (action == Action.COMMAND && !isOption(word)) {
                    arguments.add(word);
                } else if (word.startsWith("-") && word.length() > 1) {
                    option(word);
                } else {
                    script(word);
                }
            }
            return new ShellOptions(
                    action, text, List.copyOf(arguments), output, profile, interactive, service, groovy, lenient);
        }

        private void option(String word) throws UsageException {
            switch (word.toLowerCase(Locale.ROOT)) {
                case "-c", "-command", "--command" -> {
                    action = Action.COMMAND;
                    text = value(word, "the commands to run, in quotes");
                }
                case "-file", "--file", "-f" -> script(value(word, "a script"));
                case "-noprofile", "--no-profile" -> profile = false;
                case "-noninteractive", "--no-input" -> interactive = false;
                case "-noservice", "--no-service" -> service = false;
                case "-lenient", "--lenient" -> lenient = true;
                case "--json" -> output = Output.JSON;
                case "--json-lines" -> output = Output.JSON_LINES;
                case "--groovy" -> groovy = true;
                case "-h", "-?", "-help", "--help" -> action = Action.HELP;
                case "-v", "-version", "--version" -> action = Action.VERSION;
                default -> throw new UsageException("unknown option " + word + "." + hint(word));
            }
        }

        private void script(String word) throws UsageException {
            if (word.equals("service")) {
                action = Action.SERVICE;
                text = value(word, "start, stop, status, install, uninstall or unit");
                return;
            }
            if (word.equals("-")) {
                return;
            }
            action = word.equals("jshell") ? Action.JSHELL : Action.FILE;
            text = word;
            arguments.addAll(words.subList(next, words.size()));
            next = words.size();
        }

        private String value(String option, String what) throws UsageException {
            if (next == words.size()) {
                throw new UsageException(option + " needs " + what + ".");
            }
            return words.get(next++);
        }

        private static String hint(String word) {
            String near = Suggestion.nearest(word, KNOWN);
            return near == null ? "" : " Did you mean " + near + "?";
        }

        private static boolean isOption(String word) {
            for (String known : KNOWN) {
                if (known.equalsIgnoreCase(word)) {
                    return true;
                }
            }
            return false;
        }
    }
}
