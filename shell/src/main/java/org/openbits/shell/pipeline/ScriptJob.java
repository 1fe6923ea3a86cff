package org.openbits.shell.pipeline;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Argument;
import org.openbits.automation.CmdletException;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.NoSuchMember;
import org.openbits.automation.Shaped;

/**
 * A block that runs beside its session, on a thread and in a session of its own, which knows the same commands and none of
 * the variables. What it writes waits here, guarded by this.
 */
final class ScriptJob implements Shaped {

    private static final EnumType STATES = EnumType.counting(
            "System.Management.Automation.JobState", "NotStarted", "Running", "Completed", "Failed", "Stopped");
    private static final List<String> NAMES = List.of(
            "Id",
            "Name",
            "PSJobTypeName",
            "State",
            "HasMoreData",
            "Location",
            "Command",
            "PSBeginTime",
            "PSEndTime",
            "Error",
            "ChildJobs",
            "JobStateInfo");

    private final int id;
    private final String name;
    private final String text;
    private final Engine engine;
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private final List<@Nullable Object> written = new ArrayList<>();
    private final List<Object> errors = new ArrayList<>();
    private final ZonedDateTime began = ZonedDateTime.now(java.time.ZoneId.systemDefault());
    private @Nullable ZonedDateTime finished;
    private String state = "Running";
    private @Nullable ErrorRecord reason;

    ScriptJob(int id, String name, String text, Engine parent) {
        this.id = id;
        this.name = name;
        this.text = text;
        this.engine = ShellSession.beside(parent, new QuietHost(parent.host().width(), this::printed));
    }

    /** Begins; the values are what the block's {@code $using:} names. */
    void start(List<Argument> arguments, Map<String, @Nullable Object> values, String first) {
        start(arguments, values, first, null);
    }

    /** The same, when one of the places is free. */
    void start(
            List<Argument> arguments, Map<String, @Nullable Object> values, String first, @Nullable Semaphore places) {
        values.forEach((variable, value) -> engine.scope().global().set(variable, value));
        boolean waits = places != null && !places.tryAcquire();
        state = waits ? "NotStarted" : "Running";
        Thread thread = new Thread(null, () -> placed(arguments, first, places, waits), "job-" + id, 4L << 20);
        thread.setDaemon(true);
        thread.start();
    }

    private void placed(List<Argument> arguments, String first, @Nullable Semaphore places, boolean waits) {
        if (places == null) {
            run(arguments, first);
            return;
        }
        if (waits) {
            places.acquireUninterruptibly();
            began();
        }
        try {
            run(arguments, first);
        } finally {
            places.release();
        }
    }

    private synchronized void began() {
        state = "Running";
    }

    /** What an action of an event wrote belongs to it. */
    void wrote(@Nullable Object value) {
        add(value);
    }

    /** Nothing more comes. */
    void over() {
        end("Stopped");
    }

    /** Where it begins. */
    void directory(Path place) {
        engine.directory(place);
    }

    private void run(List<Argument> arguments, String first) {
        String end = "Completed";
        try {
            Streams streams = new Streams(this::add);
            engine.within(engine.scope(), streams, () -> {
                // One scope, so that the block has what the script before it made.
                Scope scope = new Scope(engine.scope(), Scope.Kind.SCRIPT);
                if (!first.isBlank()) {
                    whole(first, List.of(), scope, List.of());
                }
                Variable given = engine.scope().global().own("input");
                whole(text, arguments, scope, given == null ? List.of() : Conversion.enumerate(given.value()));
            });
            end = engine.isStopping() ? "Stopped" : end;
        } catch (Signal.Stop stop) {
            end = "Stopped";
        } catch (Signal other) {
            end = "Completed";
        } catch (RuntimeException | StackOverflowError failure) {
            CmdletException known = engine.failure(failure, null);
            add(known.record());
            reason = known.record();
            end = "Failed";
        } finally {
            end(end);
        }
    }

    private void whole(String script, List<Argument> arguments, Scope scope, List<@Nullable Object> input) {
        FunctionRun run = new FunctionRun(engine, engine.types().block(script).body(), scope, this::add);
        run.bind(arguments);
        run.whole(input);
    }

    private void printed(String text) {
        add(new Streams.Message(Streams.INFORMATION, text, false, null, null));
    }

    private synchronized void add(@Nullable Object value) {
        written.add(value);
        if (value instanceof ErrorRecord error) {
            errors.add(error);
        }
    }

    private void end(String how) {
        synchronized (this) {
            state = how;
            finished = ZonedDateTime.now(java.time.ZoneId.systemDefault());
        }
        ended.complete(true);
    }

    /** Asks it to stop. */
    void stop() {
        engine.stop();
    }

    int id() {
        return id;
    }

    String name() {
        return name;
    }

    CompletableFuture<Boolean> ended() {
        return ended;
    }

    synchronized boolean isRunning() {
        return state.equals("Running") || state.equals("NotStarted");
    }

    synchronized String state() {
        return state;
    }

    /** What it wrote so far; it is given once, unless it is kept. */
    synchronized List<@Nullable Object> take(boolean keep) {
        List<@Nullable Object> all = new ArrayList<>(written);
        if (!keep) {
            written.clear();
        }
        return all;
    }

    @Override
    public String typeName() {
        return "System.Management.Automation.PSRemotingJob";
    }

    @Override
    public List<String> propertyNames() {
        return NAMES;
    }

    @Override
    public synchronized @Nullable Object property(String property) {
        return switch (property.toLowerCase(Locale.ROOT)) {
            case "id" -> id;
            case "name" -> name;
            case "psjobtypename" -> "BackgroundJob";
            case "state" -> STATES.convert(state);
            case "hasmoredata" -> !written.isEmpty() || isRunning();
            case "location" -> "localhost";
            case "command" -> text;
            case "psbegintime" -> began;
            case "psendtime" -> finished;
            case "error" -> new ArrayList<>(errors);
            case "childjobs" -> new ArrayList<Object>(List.of(this));
            case "jobstateinfo" ->
                new CustomObject("System.Management.Automation.JobStateInfo")
                        .add("State", STATES.convert(state))
                        .add("Reason", reason == null ? null : reason.exception());
            default -> throw new NoSuchMember(typeName(), property);
        };
    }

    @Override
    public String toString() {
        return "System.Management.Automation.PSRemotingJob";
    }
}
