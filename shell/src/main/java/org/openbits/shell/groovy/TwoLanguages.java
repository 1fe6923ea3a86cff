package org.openbits.shell.groovy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.ExitCode;
import org.openbits.shell.language.Language;
import org.openbits.shell.language.MixedText;
import org.openbits.shell.language.Parser;
import org.openbits.shell.language.SyntaxError;
import org.openbits.shell.pipeline.Closures;
import org.openbits.shell.pipeline.OutputSink;
import org.openbits.shell.pipeline.ShellSession;

/** Runs texts of both languages in one session, each piece by its own. Loads Groovy with the first piece that is Groovy. */
public final class TwoLanguages {

    /** Like PowerShell, an assignment or a declaration shows no value. */
    private static final Pattern SILENT = Pattern.compile(
            "\\A\\s*(?:(?:def|final|var|static|import|class|interface|enum|trait|record|package)\\b|[\\w.\\[\\]'\"]+\\s*(?:[-+*/%|&]|<<|\\?)?=(?![=~])).*",
            Pattern.DOTALL);

    private final ShellSession session;
    private @Nullable OutputSink sink;
    private @Nullable GroovyEngine engine;
    private volatile @Nullable Thread groovyThread;

    public TwoLanguages(ShellSession session) {
        this.session = session;
        session.provide(Closures.class, () -> text -> engine().block(text));
    }

    /** Makes the cmdlets known that the user wrote in Groovy, a file each; Groovy is loaded when one is called. */
    public void cmdlets(Path directory) {
        new GroovyCmdlets(this::engine).register(directory, session.commands());
    }

    /** Sends what texts leave to a sink; null brings back the display. */
    public void output(@Nullable OutputSink newSink) {
        sink = newSink;
        session.output(newSink);
    }

    /** Whether a word is a cmdlet, an alias, a function or a program of the session's own. */
    public Predicate<String> isCommand() {
        return word -> session.commands().has(word)
                || session.isProgram(word)
                || session.functions().stream().anyMatch(function -> function.equalsIgnoreCase(word));
    }

    /** Whether a word is a command or function as Groovy names it. */
    public Predicate<String> isMethod() {
        return new CommandMethods(session)::has;
    }

    /**
     * Runs a text and shows what it leaves; errors are shown. When a PowerShell piece cannot be read, nothing runs.
     *
     * @return the exit code that a process would end with now
     */
    public int run(String text, String name) {
        try {
            return runPieces(text, name);
        } catch (SyntaxError error) {
            SyntaxErrorView.show(error, session.host());
            return ExitCode.USAGE;
        }
    }

    private int runPieces(String text, String name) {
        List<MixedText.Piece> pieces = MixedText.split(text, isCommand());
        if (pieces.size() > 1) {
            for (MixedText.Piece piece : pieces) {
                if (piece.language() == Language.POWERSHELL) {
                    Parser.parse(padded(text, piece), name);
                }
            }
        }
        int code = ExitCode.OK;
        for (MixedText.Piece piece : pieces) {
            code = piece.language() == Language.POWERSHELL
                    ? session.run(padded(text, piece), name)
                    : statement(padded(text, piece), name);
            if (session.isExiting()) {
                return session.exitCode();
            }
            boolean broken = piece.language() == Language.POWERSHELL ? session.isTerminated() : code != ExitCode.OK;
            if (broken) {
                return code;
            }
        }
        return code;
    }

    /** Runs a text that is Groovy as a whole. */
    public int runGroovy(String text, String name, List<String> arguments) {
        return guarded(text, name, () -> 0, () -> {
            Object value = engine().run(text, name, arguments);
            // A script's value is its result for a program that reads JSON; people read what it prints.
            if (value != null && sink != null) {
                show(value);
            }
        });
    }

    /** Runs a script by what its name says; one without such a name by the rule for each of its statements. */
    public int runFile(Path file, List<String> arguments) throws IOException {
        String lower = file.toString().toLowerCase(Locale.ROOT);
        if (lower.endsWith(".groovy")) {
            return runGroovy(Files.readString(file), file.toString(), arguments);
        }
        if (lower.endsWith(".ps1")) {
            return powerShellFile(file, arguments);
        }
        session.variables().put("args", arguments);
        return run(Files.readString(file), file.toString());
    }

    private int powerShellFile(Path file, List<String> arguments) {
        try {
            // Absolute, for $PSScriptRoot's sake.
            return session.runFile(file.toAbsolutePath(), arguments);
        } catch (SyntaxError error) {
            SyntaxErrorView.show(error, session.host());
            return ExitCode.USAGE;
        }
    }

    /** Asks what runs to end soon; from any thread. */
    public void stop() {
        session.stop();
        Thread running = groovyThread;
        if (running != null) {
            running.interrupt();
        }
    }

    private int statement(String text, String name) {
        return guarded(text, name, () -> engine().shift(), () -> {
            Object value = engine().evaluate(text, name);
            if (value != null && !SILENT.matcher(text).matches()) {
                show(value);
            }
        });
    }

    private void show(Object value) {
        OutputSink target = sink;
        List<?> values = value instanceof List<?> list ? list : List.of(value);
        if (target == null) {
            session.call("Out-Default", List.of(), values);
        } else {
            values.forEach(target::write);
        }
    }

    /** @param shift how many columns of its first line are not the user's */
    private int guarded(String text, String name, IntSupplier shift, Runnable work) {
        groovyThread = Thread.currentThread();
        try {
            work.run();
            return ExitCode.OK;
        } catch (ScriptExit exit) {
            return session.run("exit " + exit.code(), name);
        } catch (Exception | StackOverflowError | AssertionError failure) {
            return GroovyFailure.show(failure, session.host(), text, name, shift);
        } finally {
            groovyThread = null;
            // An interruption that came too late shall not hit the next command.
            Thread.interrupted();
        }
    }

    private GroovyEngine engine() {
        GroovyEngine current = engine;
        if (current == null) {
            current = new GroovyEngine(session);
            engine = current;
        }
        return current;
    }

    /** The piece behind as many empty lines as stand before it, so that messages tell the right line. */
    private static String padded(String text, MixedText.Piece piece) {
        long lines =
                text.substring(0, piece.offset()).chars().filter(c -> c == '\n').count();
        return "\n".repeat((int) lines) + piece.text();
    }
}
