package org.openbits.cmdlets.core;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.CmdletInvocation;
import org.openbits.automation.CustomObject;
import org.openbits.automation.RecordingRuntime;
import org.openbits.automation.ScriptBlock;
import org.openbits.automation.Session;
import org.openbits.automation.StopUpstream;

/** Calls the general cmdlets by name in a small session. */
final class CoreShell implements Session {

    final RecordingRuntime runtime = new RecordingRuntime();
    final Map<String, Object> variables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final Map<String, String> environment = new TreeMap<>(Map.of("HOME", "/home/somebody"));
    private final Deque<Path> locations = new ArrayDeque<>();
    int taken;

    CoreShell(Path directory) {
        runtime.directory = directory;
        runtime.services.put(Session.class, this);
        CoreCmdlets.register(runtime.registry);
    }

    /** Runs a command that stands first: words that begin with a dash are parameters. */
    List<Object> run(String command, Object... words) {
        runtime.output.clear();
        runtime.run(info(command), RecordingRuntime.line(words));
        return new ArrayList<>(runtime.output);
    }

    /** Runs a command with input; {@link #taken} tells how much of it was wanted. */
    List<Object> pipe(List<?> input, String command, Object... words) {
        runtime.output.clear();
        taken = 0;
        CmdletInvocation call = new CmdletInvocation(info(command), List.of(RecordingRuntime.line(words)), runtime);
        call.bind();
        try {
            call.begin();
            for (Object object : input) {
                taken++;
                call.process(object);
            }
        } catch (StopUpstream enough) {
            if (enough.thrower() != call.cmdlet()) {
                throw enough;
            }
        }
        call.end();
        return new ArrayList<>(runtime.output);
    }

    /** The display of what a command gives. */
    String shown(List<?> objects) {
        return (String) pipe(objects, "Out-String").get(0);
    }

    /** The full id of the one error so far. */
    String errorId() {
        if (runtime.errors.size() != 1) {
            throw new AssertionError("errors: " + runtime.errors);
        }
        return runtime.errors.get(0).fullyQualifiedErrorId();
    }

    private CmdletInfo info(String command) {
        return Objects.requireNonNull(runtime.registry.find(command), command);
    }

    static ScriptBlock block(Function<Object, Object> body) {
        return new ScriptBlock() {
            @Override
            public List<Object> invoke(Object dollarUnder, List<Object> args) {
                List<Object> results = new ArrayList<>();
                Object result = body.apply(dollarUnder);
                if (result != null) {
                    results.add(result);
                }
                return results;
            }

            @Override
            public String text() {
                return " block ";
            }
        };
    }

    static CustomObject object(Object... namesAndValues) {
        CustomObject object = new CustomObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.add((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    @Override
    public Map<String, Object> variables() {
        return variables;
    }

    @Override
    public void setVariable(String name, Object value, String scope) {
        variables.put(name, value);
    }

    @Override
    public boolean removeVariable(String name, String scope) {
        return variables.keySet().remove(name);
    }

    @Override
    public Map<String, String> environment() {
        return environment;
    }

    @Override
    public Map<String, String> functions() {
        return Map.of("greet", "'hello'");
    }

    @Override
    public List<String> history() {
        return List.of("Get-Date", "Get-Help");
    }

    @Override
    public Deque<Path> locations() {
        return locations;
    }

    @Override
    public List<Object> evaluate(String script) {
        return List.of("ran " + script);
    }
}
