package org.openbits.shell;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.openbits.BackgroundCopyManager;
import org.openbits.automation.CmdletRegistry;
import org.openbits.automation.ExitCode;
import org.openbits.automation.Host;
import org.openbits.cmdlets.BitsCmdlets;
import org.openbits.cmdlets.JobAccess;
import org.openbits.cmdlets.core.CoreCmdlets;
import org.openbits.cmdlets.core.TransferService;
import org.openbits.internal.admin.BitsAdmin;
import org.openbits.internal.home.Headstart;
import org.openbits.internal.home.Home;
import org.openbits.internal.home.Interrupts;
import org.openbits.shell.console.Prompt;
import org.openbits.shell.console.TerminalHost;
import org.openbits.shell.console.TerminalKeys;
import org.openbits.shell.groovy.TwoLanguages;
import org.openbits.shell.host.StandardHost;
import org.openbits.shell.host.Surroundings;
import org.openbits.shell.pipeline.ShellSession;

/** Does what the arguments ask for: the one place where a session is put together. */
final class Shell {

    /** What stands between the words of a text that may be commands. */
    private static final Pattern WORDS = Pattern.compile("[^\\p{Alnum}-]+");

    private final ShellOptions options;
    private final Surroundings surroundings;
    private final StandardHost streams;
    private final JobAccess jobs;

    Shell(ShellOptions options, Surroundings surroundings, StandardHost streams) {
        this.options = options;
        this.surroundings = surroundings;
        this.streams = streams;
        this.jobs = new JobAccess(options.service() ? BackgroundCopyManager::connect : BackgroundCopyManager::embedded);
    }

    /** @return the exit code of the process */
    int run() {
        if (options.service() && mentionsJobs()) {
            Headstart.connection();
        }
        try (jobs) {
            return act();
        }
    }

    /** Whether a connection will be wanted soon, as far as a look at the arguments tells. */
    private boolean mentionsJobs() {
        return switch (options.action()) {
            case COMMAND ->
                String.valueOf(options.text()).toLowerCase(Locale.ROOT).contains("bits");
            case FILE, PROMPT, SERVICE -> true;
            case HELP, VERSION, JSHELL -> false;
        };
    }

    private int act() {
        return switch (options.action()) {
            case HELP -> print(Usage.TEXT);
            case VERSION -> print("OpenBITS " + Usage.version());
            case SERVICE ->
                ServiceWords.run(String.valueOf(options.text()), options.output() != ShellOptions.Output.TEXT, streams);
            case JSHELL -> JavaShell.run(options.arguments());
            case COMMAND -> inSession(streams, languages -> text(languages, String.valueOf(options.text()), "command"));
            case FILE -> inSession(streams, languages -> file(languages, Path.of(String.valueOf(options.text()))));
            case PROMPT ->
                surroundings.isConversation() && options.interactive()
                        ? prompt()
                        : inSession(streams, languages -> text(languages, standardInput(), "stdin"));
        };
    }

    private int print(String text) {
        streams.out().println(text);
        return ExitCode.OK;
    }

    private interface Work {
        int run(TwoLanguages languages) throws IOException;
    }

    private int inSession(Host host, Work work) {
        streams.keysFrom(TerminalKeys::open);
        boolean isData = options.output() != ShellOptions.Output.TEXT;
        ShellSession session = session(isData ? new DataHost(host) : host);
        if (isData) {
            // What Groovy and Java print is for people, too.
            System.setOut(host.err());
        }
        TwoLanguages languages = new TwoLanguages(session);
        Interrupts.onFirst(languages::stop);
        try {
            if (options.profile()) {
                languages.cmdlets(Home.ofUser().configuration().resolve("cmdlets"));
                profile(session);
            }
            Results results = Results.of(options.output(), session, host.out());
            languages.output(results);
            session.variables().put("args", options.arguments());
            int code = work.run(languages);
            if (results != null) {
                results.finish();
            }
            return code;
        } catch (IOException failure) {
            host.err().println("bits: " + failure.getMessage());
            return ExitCode.FAILED;
        } finally {
            streams.clearProgress();
        }
    }

    private int text(TwoLanguages languages, String text, String name) {
        return options.groovy() ? languages.runGroovy(text, name, options.arguments()) : languages.run(text, name);
    }

    private int file(TwoLanguages languages, Path script) throws IOException {
        if (!Files.isRegularFile(script)) {
            streams.err().println("bits: there is no script " + script + ". Commands are run with bits -c '...'.");
            return ExitCode.USAGE;
        }
        return options.groovy()
                ? languages.runGroovy(Files.readString(script), script.toString(), options.arguments())
                : languages.runFile(script, options.arguments());
    }

    private int prompt() {
        TerminalHost host = new TerminalHost(streams);
        ShellSession session = session(host);
        TwoLanguages languages = new TwoLanguages(session);
        Prompt prompt = new Prompt(
                session,
                languages,
                host,
                new JobHints(jobs),
                new JobTidings(jobs, options.service()),
                Home.ofUser().configuration().resolve("history"),
                surroundings.colours(),
                Interrupts::onEach);
        try {
            return prompt.run("OpenBITS " + Usage.version() + ". Get-Help tells more, exit or Ctrl-D leaves.", () -> {
                if (options.profile()) {
                    languages.cmdlets(Home.ofUser().configuration().resolve("cmdlets"));
                    profile(session);
                }
            });
        } catch (IOException failure) {
            streams.err().println("bits: the terminal failed: " + failure.getMessage());
            return ExitCode.FAILED;
        }
    }

    private ShellSession session(Host host) {
        CmdletRegistry commands = new CmdletRegistry();
        CoreCmdlets.register(commands);
        BitsCmdlets.register(commands);
        if (options.action() == ShellOptions.Action.COMMAND) {
            commands.readAhead(
                    WORDS.splitAsStream(String.valueOf(options.text())).toList());
        }
        ShellSession session = new ShellSession(commands, host);
        session.provide(JobAccess.class, () -> jobs);
        session.provide(TransferService.class, () -> new ServiceWords.Control(options.service()));
        session.program(
                "bitsadmin",
                (words, out, width, stopped) -> new BitsAdmin(jobs::manager, out, width, stopped).run(words));
        session.lenient(options.lenient());
        return session;
    }

    /** The user's start-up script; its errors are shown and nothing more. */
    private static void profile(ShellSession session) {
        Path profile = Home.ofUser().configuration().resolve("profile.ps1");
        if (Files.isRegularFile(profile)) {
            session.run(". '" + profile.toString().replace("'", "''") + "'", "profile");
        }
    }

    private static String standardInput() throws IOException {
        StringWriter text = new StringWriter();
        try (Reader reader = new InputStreamReader(System.in, StandardCharsets.UTF_8)) {
            reader.transferTo(text);
        }
        return text.toString();
    }
}
