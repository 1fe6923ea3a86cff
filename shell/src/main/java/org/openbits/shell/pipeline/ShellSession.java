package org.openbits.shell.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Argument;
import org.openbits.automation.CmdletException;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.CmdletRegistry;
import org.openbits.automation.ExitCode;
import org.openbits.automation.Host;
import org.openbits.automation.ParallelBlocks;
import org.openbits.automation.ScriptBlock;
import org.openbits.automation.Session;
import org.openbits.shell.language.Parser;
import org.openbits.shell.language.ScriptBody;
import org.openbits.shell.language.SyntaxError;

/**
 * A running shell without its face: commands, variables, preferences, the current directory and the way the last text
 * ended. Confined to one thread; {@link #stop} may come from any.
 */
public final class ShellSession {

    private final Engine engine;
    private final Map<String, @Nullable Object> variables;
    private final SessionAccess access;
    private final ScriptModules modules;
    private @Nullable OutputSink output;
    private boolean exiting;
    private boolean terminated;
    private boolean lenient;
    private int exitCode;

    /** A session with these commands, before these people, in the directory of the process. */
    public ShellSession(CmdletRegistry commands, Host host) {
        TranscriptHost people = new TranscriptHost(host);
        this.engine = new Engine(commands, people, Path.of("").toAbsolutePath());
        this.variables = new SharedVariables(engine);
        this.access = new SessionAccess(engine);
        this.modules = new ScriptModules(engine);
        engine.services().provide(Engine.class, () -> engine);
        engine.services().provide(Session.class, () -> access);
        engine.services().provide(TranscriptHost.class, () -> people);
        engine.services().provide(Events.class, engine::events);
        engine.services().provide(ScriptJobs.class, ScriptJobs::new);
        engine.services().provide(ParallelBlocks.class, () -> new ParallelRuns(engine));
        engine.services().provide(ScriptModules.class, () -> modules);
        SessionCommands.register(commands);
    }

    /** The engine of a session beside another: the same commands, services, place and environment; variables of its own. */
    static Engine beside(Engine parent, Host host) {
        Engine engine = new ShellSession(parent.commands().copy(), host).engine;
        engine.directory(parent.directory());
        engine.environment().clear();
        engine.environment().putAll(parent.environment());
        engine.builtIns().putAll(parent.builtIns());
        parent.services().offer(engine.services());
        return engine;
    }

    /**
     * Runs a text and shows what it leaves. Errors are shown, not thrown.
     *
     * @param name what error messages call it, such as {@code line} or a file name
     * @return the exit code that a process would end with now; 0 for success
     * @throws SyntaxError when the text is not in the language; nothing has run then
     */
    public int run(String text, String name) {
        ScriptBody body = Parser.parse(text, name);
        engine.errors().forgetCodes();
        return ended(() -> show(out -> body(body, out)), false);
    }

    /** Runs a text where it stands; one that declares parameters has their defaults. */
    private void body(ScriptBody body, Sink out) {
        if (body.parameters() == null && body.begin() == null && body.process() == null) {
            engine.run(body.statements(), out);
            return;
        }
        FunctionRun run = new FunctionRun(engine, body, engine.scope(), out);
        run.bind(List.of());
        run.whole();
    }

    /**
     * Runs a script file as {@code ./script.ps1 args} would, in a scope of its own. A syntax error in it is shown.
     *
     * @return the exit code of the script
     */
    public int runFile(Path file, List<String> args) {
        engine.errors().forgetCodes();
        int code = ended(() -> show(out -> script(file, args, out)), true);
        engine.events().exiting();
        return code;
    }

    private void script(Path file, List<String> args, Sink out) {
        ScriptBody body = Scripts.read(file, null);
        Scope scope = new Scope(engine.scope().global(), Scope.Kind.SCRIPT);
        Scripts.describe(scope, file, StationMaker.invocation(String.valueOf(file.getFileName()), file, null));
        List<Argument> arguments = ProgramArguments.read(args);
        Station station = ScriptFunction.isAdvanced(body)
                ? new CmdletStation(
                        engine,
                        FunctionInfo.ofScript(
                                engine, name(file), DynamicParameters.of(engine, scope, body, arguments), scope),
                        name(file),
                        arguments,
                        null)
                : new FunctionStation(engine, name(file), body, scope, arguments, null);
        station.leadTo(out);
        try {
            station.begin();
            station.processNothing();
            station.end();
        } finally {
            station.close();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private interface Work {
        void into(Sink out);
    }

    /** Runs with the display as the end of all pipelines. */
    private void show(Work work) {
        OutputSink sink = output;
        OutputSink display = sink == null ? new DefaultDisplay(engine) : sink;
        Display out = display::write;
        try {
            work.into(out);
        } finally {
            display.close();
        }
    }

    /** Runs to the end, in whatever way it comes, and turns that into an exit code. */
    private int ended(Runnable work, boolean file) {
        engine.takeStop();
        engine.at(null);
        exiting = false;
        terminated = true;
        int code;
        try {
            work.run();
            terminated = false;
            code = engine.succeeded() || file ? ExitCode.OK : engine.errors().lastCode();
            if (file && !lenient && code == ExitCode.OK) {
                code = engine.errors().scriptCode();
            }
        } catch (Signal.Exit exit) {
            exiting = true;
            code = exit.code;
        } catch (Signal.Stop stop) {
            code = ExitCode.CANCELLED;
        } catch (Signal loopOrReturn) {
            terminated = false;
            code = engine.succeeded() || file ? ExitCode.OK : engine.errors().lastCode();
        } catch (RuntimeException | StackOverflowError e) {
            CmdletException failure = engine.failure(e, null);
            engine.report(failure.record(), false);
            code = Math.max(ExitCode.FAILED, failure.record().exitCode());
        }
        exitCode = code;
        return code;
    }

    /**
     * Runs a text and gives what it leaves, instead of showing it.
     *
     * @throws CmdletException when it ends by a terminating error
     * @throws SyntaxError when the text is not in the language; nothing has run then
     */
    public List<@Nullable Object> evaluate(String text, String name) {
        ScriptBody body = Parser.parse(text, name);
        engine.takeStop();
        List<@Nullable Object> results = new ArrayList<>();
        try {
            engine.guarded(() -> engine.run(body.statements(), results::add));
        } catch (Signal.Loop | Signal.Return finished) {
            return results;
        }
        return results;
    }

    /**
     * Calls one command (alias, function, cmdlet or program) with evaluated arguments.
     *
     * @param input what is piped into it, or null when it stands first
     * @return everything it writes
     * @throws CmdletException when it ends by a terminating error
     */
    public List<@Nullable Object> call(String command, List<Argument> arguments, @Nullable Iterable<?> input) {
        List<@Nullable Object> results = new ArrayList<>();
        engine.guarded(() -> results.addAll(Calls.call(engine, command, arguments, input)));
        return results;
    }

    /**
     * Makes a block of a text, without braces, that runs in this session.
     *
     * @throws CmdletException when the text is not in the language
     */
    public ScriptBlock block(String text) {
        return engine.types().block(text);
    }

    /** Asks what runs to end soon; from any thread. */
    public void stop() {
        engine.stop();
    }

    /** The global variables: one map with every language of the session; case of names does not matter. */
    public Map<String, @Nullable Object> variables() {
        return variables;
    }

    /** Sends what texts leave to a sink; null brings back the display ({@code Out-Default}). */
    public void output(@Nullable OutputSink sink) {
        output = sink;
    }

    /** Adds a program that runs inside the session; its name is compared without case. */
    public void program(String name, BuiltInProgram program) {
        engine.builtIns().put(Scope.key(name), program);
    }

    /** Whether a word is the name of a program that runs inside the session. */
    public boolean isProgram(String word) {
        return engine.builtIns().containsKey(Scope.key(word));
    }

    /** Offers a service to cmdlets; it is made on first use. */
    public <T> void provide(Class<T> type, Supplier<? extends T> service) {
        engine.services().provide(type, service);
    }

    /** Notes a line that was typed, for {@code Get-History}. */
    public void remember(String line) {
        access.remember(line);
    }

    /** Whether {@code exit} was called: the shell shall end with {@link #exitCode}. */
    public boolean isExiting() {
        return exiting;
    }

    /** Whether the last text ended before its end: by an error that ends a script, {@code exit}, or a stop. */
    public boolean isTerminated() {
        return terminated;
    }

    /** The code of the last text that ran. */
    public int exitCode() {
        return exitCode;
    }

    /** Counts only terminating errors in exit codes, as PowerShell does. */
    public void lenient(boolean newLenient) {
        lenient = newLenient;
    }

    /** What {@code $?} is: whether the last statement went without an error. */
    public boolean lastSucceeded() {
        return engine.succeeded();
    }

    /** The names of the functions that scripts defined. */
    public List<String> functions() {
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        engine.scope().global().functions().values().forEach(function -> names.add(function.name()));
        return List.copyOf(names);
    }

    /** What is known of the function or cmdlet of that name or alias; null when there is none. */
    public @Nullable CmdletInfo describe(String name) {
        ScriptFunction function = engine.scope().global().functions().get(Scope.key(name));
        return function == null ? engine.commands().find(name) : function.info(engine);
    }

    public CmdletRegistry commands() {
        return engine.commands();
    }

    public Host host() {
        return engine.host();
    }

    /** The current location. */
    public Path currentDirectory() {
        return engine.directory();
    }

    /** Changes the current location. */
    public void setCurrentDirectory(Path directory) {
        engine.directory(directory.toAbsolutePath().normalize());
    }
}
