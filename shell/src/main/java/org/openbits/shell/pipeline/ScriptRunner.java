package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Argument;
import org.openbits.automation.CmdletException;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;
import org.openbits.automation.ErrorRecord;

/**
 * .NET's PowerShell: commands that run in a session of their own, here or on another thread. Public because scripts call it
 * by name.
 */
public final class ScriptRunner {

    private final Engine parent;
    private final UUID instanceId = UUID.randomUUID();
    private final List<List<Step>> statements = new ArrayList<>(List.of(new ArrayList<>()));
    private final RunnerStreams streams = new RunnerStreams();
    private @Nullable Runspace runspace;
    private @Nullable RunspacePool pool;
    private volatile String state = "NotStarted";
    private volatile @Nullable Engine running;

    ScriptRunner(Engine parent) {
        this.parent = parent;
    }

    /** A script or a command with its arguments. */
    private record Step(String text, boolean isScript, List<Argument> arguments) {}

    public ScriptRunner addScript(@Nullable Object script) {
        last().add(new Step(Conversion.toText(script), true, new ArrayList<>()));
        return this;
    }

    /** @param localScope accepted: a script always has a scope of its own */
    public ScriptRunner addScript(@Nullable Object script, boolean localScope) {
        return addScript(script);
    }

    public ScriptRunner addCommand(@Nullable Object name) {
        last().add(new Step(Conversion.toText(name), false, new ArrayList<>()));
        return this;
    }

    public ScriptRunner addStatement() {
        statements.add(new ArrayList<>());
        return this;
    }

    public ScriptRunner addArgument(@Nullable Object value) {
        step().arguments().add(Argument.value(value, -1));
        return this;
    }

    public ScriptRunner addParameter(String name) {
        return addParameter(name, true);
    }

    public ScriptRunner addParameter(String name, @Nullable Object value) {
        step().arguments().add(Argument.named(name, value, -1));
        return this;
    }

    /** A table of named ones, or a list of values. */
    public ScriptRunner addParameters(Object values) {
        if (values instanceof Map<?, ?> map) {
            map.forEach((name, value) -> addParameter(Conversion.toText(name), value));
        } else {
            Conversion.enumerate(values).forEach(this::addArgument);
        }
        return this;
    }

    private List<Step> last() {
        return statements.get(statements.size() - 1);
    }

    private Step step() {
        List<Step> steps = last();
        if (steps.isEmpty()) {
            throw new IllegalStateException("A command is required to add a parameter. Add one before.");
        }
        return steps.get(steps.size() - 1);
    }

    public void setRunspace(Runspace value) {
        runspace = value;
    }

    public @Nullable Object getRunspace() {
        return runspace;
    }

    public void setRunspacePool(RunspacePool value) {
        pool = value;
    }

    public @Nullable Object getRunspacePool() {
        return pool;
    }

    public UUID getInstanceId() {
        return instanceId;
    }

    public RunnerStreams getStreams() {
        return streams;
    }

    public boolean getHadErrors() {
        return streams.hadErrors();
    }

    public Object getCommands() {
        return new CustomObject("System.Management.Automation.PSCommand");
    }

    public Object getInvocationStateInfo() {
        return new CustomObject("System.Management.Automation.PSInvocationStateInfo").add("State", state);
    }

    /** Runs it here. */
    public List<@Nullable Object> invoke() {
        return invoke(null);
    }

    public List<@Nullable Object> invoke(@Nullable Object input) {
        return run(input == null ? null : Conversion.enumerate(input), new ArrayList<>());
    }

    /** Begins it on a thread of its own. */
    public RunnerHandle beginInvoke() {
        return begin(null, new ArrayList<>());
    }

    public RunnerHandle beginInvoke(@Nullable Object input) {
        return begin(input, new ArrayList<>());
    }

    /** @param output a collection that what it writes is added to */
    @SuppressWarnings("unchecked") // lists of scripts hold any object
    public RunnerHandle beginInvoke(@Nullable Object input, @Nullable Object output) {
        return begin(input, output instanceof List<?> list ? (List<@Nullable Object>) list : new ArrayList<>());
    }

    private RunnerHandle begin(@Nullable Object input, List<@Nullable Object> output) {
        CompletableFuture<List<@Nullable Object>> result = new CompletableFuture<>();
        List<@Nullable Object> given = input == null ? null : Conversion.enumerate(input);
        state = "Running";
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        result.complete(run(given, output));
                    } catch (Throwable failure) { // told to whoever waits for the end, who would wait for ever
                        result.completeExceptionally(failure);
                    }
                },
                "runspace-" + instanceId,
                4L << 20);
        thread.setDaemon(true);
        thread.start();
        return new RunnerHandle(parent, result);
    }

    public List<@Nullable Object> endInvoke(RunnerHandle handle) {
        return handle.result();
    }

    public void stop() {
        Engine now = running;
        if (now != null) {
            now.stop();
        }
    }

    public void dispose() {}

    private List<@Nullable Object> run(@Nullable List<@Nullable Object> input, List<@Nullable Object> output) {
        RunspacePool places = pool;
        if (places != null) {
            places.enter();
        }
        state = "Running";
        try {
            Runspace own = runspace;
            Engine engine =
                    places != null ? places.engine() : own != null ? own.engine() : new Runspace(parent).engine();
            running = engine;
            engine.within(engine.scope(), new Streams(streams::write), () -> statements(engine, input, output));
            state = "Completed";
            return output;
        } catch (Signal.Stop stopped) {
            state = "Stopped";
            return output;
        } catch (Signal ended) {
            state = "Completed";
            return output;
        } catch (RuntimeException failure) {
            state = "Failed";
            ErrorRecord record = parent.failure(failure, null).record();
            streams.failed(record);
            throw failure instanceof CmdletException ? thrown(record) : failure;
        } finally {
            running = null;
            if (places != null) {
                places.leave();
            }
        }
    }

    /** What the script threw, as a method's failure. */
    private static RuntimeException thrown(ErrorRecord record) {
        return record.exception() instanceof RuntimeException known
                ? known
                : new RuntimeFailure(record.message(), record.exception());
    }

    private void statements(Engine engine, @Nullable List<@Nullable Object> input, List<@Nullable Object> output) {
        for (List<Step> steps : statements) {
            List<@Nullable Object> values = input;
            for (Step step : steps) {
                List<@Nullable Object> written = new ArrayList<>();
                boolean last = step == steps.get(steps.size() - 1);
                run(engine, step, values, last ? output : written);
                values = written;
            }
        }
    }

    private static void run(
            Engine engine, Step step, @Nullable List<@Nullable Object> input, List<@Nullable Object> output) {
        if (!step.isScript()) {
            engine.guarded(() -> output.addAll(Calls.call(engine, step.text(), step.arguments(), input)));
            return;
        }
        Scope scope = new Scope(engine.scope(), Scope.Kind.SCRIPT);
        FunctionRun run =
                new FunctionRun(engine, engine.types().block(step.text()).body(), scope, output::add);
        run.bind(step.arguments());
        run.begin();
        if (input == null) {
            run.processNothing();
        } else {
            input.forEach(run::process);
        }
        run.end();
    }

    /** {@code [powershell]}. */
    record Type(Engine engine) implements Statics {
        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            return method.equals("create") ? new ScriptRunner(engine) : MISSING;
        }
    }
}
