package org.openbits.shell.pipeline;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CmdletException;
import org.openbits.automation.CmdletRegistry;
import org.openbits.automation.ErrorCategory;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.Host;
import org.openbits.shell.language.Body;
import org.openbits.shell.language.Span;
import org.openbits.shell.language.Statement;

/**
 * What all parts of a running session share. The scope and the streams are those of the command that runs at the
 * moment: {@link #within} changes them and brings them back. Confined to the session's thread but for the stop flag.
 */
final class Engine {

    /** Deeper than any sensible recursion, and small enough for a thread's stack. */
    private static final int DEEPEST_CALL = 400;

    private final CmdletRegistry commands;
    private final Host host;
    private final Services services = new Services();
    private final Errors errors = new Errors();
    private final Variables variables = new Variables(this);
    private final Operators operators = new Operators();
    private final Types types = new Types(this);
    private final Expressions expressions = new Expressions(this);
    private final CommandFinder finder = new CommandFinder(this);
    private final Map<String, String> environment = new Environment();
    private final ConcurrentLinkedDeque<Runnable> stoppers = new ConcurrentLinkedDeque<>();

    private Scope scope = new Scope(null, Scope.Kind.GLOBAL);
    private Streams streams;
    private Path directory;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private String running = "<ScriptBlock>";
    private @Nullable Span current;
    private boolean succeeded = true;
    private int guards;
    private int depth;
    private final Map<String, BuiltInProgram> builtIns = new HashMap<>();
    private final Events events = new Events(this);
    private final List<BiConsumer<String, @Nullable Object>> collectors = new ArrayList<>();
    private volatile boolean stopping;

    Engine(CmdletRegistry commands, Host host, Path directory) {
        this.commands = commands;
        this.host = host;
        this.directory = directory;
        this.streams = new Streams(new MessageDisplay(host));
        Automatic.declare(this);
    }

    CmdletRegistry commands() {
        return commands;
    }

    Host host() {
        return host;
    }

    Services services() {
        return services;
    }

    Errors errors() {
        return errors;
    }

    Variables variables() {
        return variables;
    }

    Operators operators() {
        return operators;
    }

    Types types() {
        return types;
    }

    Expressions expressions() {
        return expressions;
    }

    CommandFinder finder() {
        return finder;
    }

    /** The variables that programs started from here get; name and value. */
    Map<String, String> environment() {
        return environment;
    }

    Scope scope() {
        return scope;
    }

    Streams streams() {
        return streams;
    }

    /** Runs with another scope and other streams, and brings the present ones back. */
    void within(Scope newScope, Streams newStreams, Runnable action) {
        Scope oldScope = scope;
        Streams oldStreams = streams;
        scope = newScope;
        streams = newStreams;
        try {
            action.run();
        } finally {
            scope = oldScope;
            streams = oldStreams;
        }
    }

    Path directory() {
        return directory;
    }

    void directory(Path newDirectory) {
        directory = newDirectory;
    }

    boolean succeeded() {
        return succeeded;
    }

    void succeeded(boolean success) {
        succeeded = success;
    }

    Events events() {
        return events;
    }

    /** Who keeps the messages of commands that run inside of it, by the common parameter that asks for them. */
    List<BiConsumer<String, @Nullable Object>> collectors() {
        return collectors;
    }

    /** Runs what a {@code try} guards: errors of statements leave it instead of being shown. */
    void guarded(Runnable action) {
        guards++;
        try {
            action.run();
        } finally {
            guards--;
        }
    }

    boolean isGuarded() {
        return guards > 0;
    }

    /** Counts calls of functions and blocks, so that a runaway recursion ends as an error. */
    void call(Runnable action) {
        call("<ScriptBlock>", action);
    }

    /** A call that waits: what called, and where. */
    private record Frame(String caller, @Nullable Span at) {}

    /** Notes the statement that runs; null before the first. */
    void at(@Nullable Span statement) {
        current = statement;
    }

    /** The calls that led here, the innermost first, as ScriptStackTrace tells them. */
    String calls(@Nullable Span place) {
        StringBuilder text = new StringBuilder();
        String name = running;
        Span at = place == null ? current : place;
        for (Frame frame : frames) {
            line(text, name, at);
            name = frame.caller();
            at = frame.at();
        }
        line(text, name, at);
        return text.toString();
    }

    private static void line(StringBuilder text, String name, @Nullable Span at) {
        if (at == null) {
            return;
        }
        String file = Failures.place("", at).script();
        text.append(text.length() == 0 ? "" : "\n")
                .append("at ")
                .append(name)
                .append(", ")
                .append(file == null ? "<No file>" : file)
                .append(": line ")
                .append(at.line());
    }

    /** Calls a function or block of that name. */
    void call(String name, Runnable action) {
        if (depth >= DEEPEST_CALL) {
            throw new ScriptTerminated(Failures.invalid(
                            null,
                            "CallDepthOverflow",
                            "The script failed due to call depth overflow: a function calls itself without end.")
                    .record());
        }
        depth++;
        frames.push(new Frame(running, current));
        running = name;
        try {
            action.run();
        } finally {
            depth--;
            Frame frame = frames.pop();
            running = frame.caller();
            current = frame.at();
        }
    }

    /** Runs statements; what they write goes to the sink. */
    void run(List<Statement> statements, Sink out) {
        new Interpreter(this, out).run(statements);
    }

    void run(@Nullable Body body, Sink out) {
        if (body != null) {
            run(body.statements(), out);
        }
    }

    List<@Nullable Object> collect(List<Statement> statements) {
        List<@Nullable Object> results = new ArrayList<>();
        run(statements, results::add);
        return results;
    }

    /** Shows an error that does not end the script, and notes it. */
    void report(ErrorRecord record, boolean collected) {
        succeeded = false;
        errors.record(record);
        errors.shown(record, collected);
        streams.write(Streams.ERROR, record);
    }

    /** What {@code $ErrorActionPreference} says, in lower case. */
    String errorPreference() {
        Variable preference = scope.find("ErrorActionPreference");
        Object value = preference == null ? null : preference.value();
        return value == null ? "continue" : Scope.key(org.openbits.automation.Conversion.toText(value));
    }

    /** The programs that run inside the session, by their names in lower case. */
    Map<String, BuiltInProgram> builtIns() {
        return builtIns;
    }

    boolean isStopping() {
        return stopping;
    }

    /** Ends what runs if the user asked for it. */
    void checkStop() {
        if (stopping) {
            throw new Signal.Stop();
        }
    }

    /** Asks everything that runs to end; from any thread. */
    void stop() {
        stopping = true;
        stoppers.forEach(Runnable::run);
    }

    /** Forgets the request to stop, and tells whether there was one. */
    boolean takeStop() {
        boolean was = stopping;
        stopping = false;
        return was;
    }

    /** Waits; a request to stop ends it. */
    void pause(java.time.Duration time) {
        java.util.concurrent.CountDownLatch never = new java.util.concurrent.CountDownLatch(1);
        stoppable(never::countDown, () -> {
            try {
                if (never.await(time.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)) {
                    throw new Signal.Stop();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Signal.Stop();
            }
        });
    }

    /** Asks again, after a {@code finally} block had its turn. */
    void stopAgain(boolean again) {
        stopping |= again;
    }

    /** Runs with something to call when the user asks to stop. */
    void stoppable(Runnable stopper, Runnable action) {
        stoppers.push(stopper);
        try {
            checkStop();
            action.run();
        } finally {
            stoppers.remove(stopper);
        }
    }

    /** The same failure with the calls that led to it; the innermost statement notes them. */
    CmdletException traced(CmdletException failure) {
        if (!failure.record().trace().isEmpty()) {
            return failure;
        }
        ErrorRecord record = failure.record().withTrace(calls(null));
        return failure instanceof ScriptTerminated ? new ScriptTerminated(record) : new CmdletException(record);
    }

    /** Any failure as the error that ends a statement; signals are none and go on. */
    CmdletException failure(Throwable failure, org.openbits.shell.language.@Nullable Span span) {
        if (failure instanceof StackOverflowError) {
            return new ScriptTerminated(ErrorRecord.of(
                    new RuntimeFailure("The script failed due to call depth overflow."),
                    "CallDepthOverflow",
                    ErrorCategory.InvalidOperation,
                    null));
        }
        return Failures.of((RuntimeException) failure, span);
    }
}
