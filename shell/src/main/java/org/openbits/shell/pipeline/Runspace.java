package org.openbits.shell.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Conversion;
import org.openbits.automation.CustomObject;

/** .NET's Runspace: a session beside this one. Public because scripts call it by name. */
public final class Runspace {

    private final Engine parent;
    private final @Nullable Start start;
    private @Nullable Engine engine;
    private String name = "";
    private boolean closed;

    Runspace(Engine parent) {
        this(parent, null);
    }

    Runspace(Engine parent, @Nullable Start start) {
        this.parent = parent;
        this.start = start;
    }

    /** Its session, made when it is first used. */
    synchronized Engine engine() {
        if (closed) {
            throw new NetException(
                    "System.Management.Automation.Runspaces.InvalidRunspaceStateException",
                    "The runspace is closed. Open another one.",
                    null);
        }
        if (engine == null) {
            engine = ShellSession.beside(parent, new QuietHost(parent.host().width(), this::printed));
            if (start != null) {
                start.apply(engine);
            }
        }
        return engine;
    }

    private void printed(String text) {
        Engine now = engine;
        if (now != null) {
            now.streams().write(Streams.INFORMATION, Streams.Message.of(Streams.INFORMATION, text.stripTrailing()));
        }
    }

    public void open() {}

    public void close() {
        closed = true;
    }

    public void dispose() {
        closed = true;
    }

    public String getName() {
        return name;
    }

    public void setName(String value) {
        name = value;
    }

    public Object getRunspaceStateInfo() {
        return new CustomObject("System.Management.Automation.Runspaces.RunspaceStateInfo")
                .add("State", closed ? "Closed" : "Opened");
    }

    /** Threads of Windows' COM have states; here they have none. */
    public void setApartmentState(@Nullable Object ignored) {}

    /** Every call has a thread of its own. */
    public void setThreadOptions(@Nullable Object ignored) {}

    public Proxy getSessionStateProxy() {
        return new Proxy(this);
    }

    /** The variables of a runspace from outside. */
    public static final class Proxy {
        private final Runspace runspace;

        Proxy(Runspace runspace) {
            this.runspace = runspace;
        }

        public void setVariable(String name, @Nullable Object value) {
            runspace.engine().scope().global().set(name, value);
        }

        public @Nullable Object getVariable(String name) {
            return runspace.engine().variables().get(org.openbits.shell.language.VariableName.parse(name));
        }
    }

    /** .NET's InitialSessionState: variables and functions that a runspace begins with. */
    public static final class Start {
        private final Entries variables = new Entries();
        private final Entries commands = new Entries();
        private final List<String> modules = new ArrayList<>();

        public Entries getVariables() {
            return variables;
        }

        public Entries getCommands() {
            return commands;
        }

        public void importPSModule(Object names) {
            Conversion.enumerate(names).forEach(each -> modules.add(Conversion.toText(each)));
        }

        void apply(Engine engine) {
            variables.entries.forEach((name, value) -> engine.scope().global().set(name, value));
            commands.entries.forEach((name, text) -> engine.scope()
                    .global()
                    .define(new ScriptFunction(
                            name, engine.types().block(Conversion.toText(text)).body())));
            for (String module : modules) {
                Calls.call(
                        engine,
                        "Import-Module",
                        List.of(org.openbits.automation.Argument.named("Name", module, -1)),
                        null);
            }
        }
    }

    /** Named things. */
    public static final class Entries {
        private final Map<String, @Nullable Object> entries = new LinkedHashMap<>();

        public void add(Entry entry) {
            entries.put(entry.name(), entry.value());
        }
    }

    /**
     * SessionStateVariableEntry and SessionStateFunctionEntry.
     *
     * @param name of the variable or function
     * @param value its value, or the text of its body
     */
    public record Entry(String name, @Nullable Object value) {}

    /** {@code [runspacefactory]}, InitialSessionState and its entries. */
    record Type(Engine engine, String kind) implements Statics {
        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            Start start = arguments.stream()
                    .filter(Start.class::isInstance)
                    .map(Start.class::cast)
                    .findFirst()
                    .orElse(null);
            return switch (method) {
                case "createrunspace" -> new Runspace(engine, start);
                case "createrunspacepool" ->
                    new RunspacePool(
                            engine,
                            start,
                            arguments.size() > 1 && arguments.get(1) instanceof Number
                                    ? StaticTypes.number(arguments, 1)
                                    : 1);
                case "createdefault", "createdefault2", "create" -> kind.equals("start") ? new Start() : MISSING;
                default -> MISSING;
            };
        }

        @Override
        public @Nullable Object create(List<@Nullable Object> arguments) {
            return kind.equals("entry") && arguments.size() >= 2
                    ? new Entry(StaticTypes.text(arguments, 0), arguments.get(1))
                    : MISSING;
        }
    }
}
