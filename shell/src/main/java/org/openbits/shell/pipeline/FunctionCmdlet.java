package org.openbits.shell.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Cmdlet;
import org.openbits.automation.CustomObject;
import org.openbits.automation.HashTable;
import org.openbits.automation.InvocationInfo;
import org.openbits.shell.language.ParameterDeclaration;
import org.openbits.shell.language.ScriptBody;

/** A function that is bound as a cmdlet is: its body runs between binding and output. */
final class FunctionCmdlet extends Cmdlet {

    private final Engine engine;
    private final ScriptBody body;
    private final Supplier<Scope> scopes;
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private Map<String, @Nullable Object> preferences = Map.of();
    private Map<String, @Nullable Object> commonGiven = Map.of();
    private CustomObject invocation = new CustomObject();
    private String commandName = "";
    private @Nullable InvocationInfo place;
    private @Nullable FunctionRun run;
    private @Nullable ScriptCmdlet cmdlet;
    private @Nullable Object current;
    private boolean piped;

    /** @param scopes gives the scope of the call, when it begins */
    FunctionCmdlet(Engine engine, ScriptBody body, Supplier<Scope> scopes) {
        this.engine = engine;
        this.body = body;
        this.scopes = scopes;
    }

    /** Sets the preference variables that common parameters of the call ask for, and what $MyInvocation tells. */
    void prepare(String name, CommonArguments common, CustomObject called, InvocationInfo calledAt) {
        place = calledAt;
        commandName = name;
        preferences = common.preferences();
        commonGiven = common.given();
        invocation = called;
    }

    /** Tells the input object that the next process step is for. */
    void current(@Nullable Object input) {
        current = input;
        piped = true;
    }

    @Nullable
    Object value(ParameterDeclaration parameter) {
        return values.get(parameter.name());
    }

    boolean hasValue(ParameterDeclaration parameter) {
        return values.containsKey(parameter.name());
    }

    void value(ParameterDeclaration parameter, @Nullable Object value) {
        values.put(parameter.name(), run == null ? value : run.set(parameter, value));
    }

    private List<ParameterDeclaration> parameters() {
        return body.parameters() == null ? List.of() : body.parameters();
    }

    @Override
    protected void begin() {
        Scope scope = scopes.get();
        preferences.forEach(scope::set);
        Scripts.place(scope, body);
        if (!commandName.endsWith(".ps1")) {
            scope.set("MyInvocation", invocation);
        }
        ScriptCmdlet own = new ScriptCmdlet(runtime(), commandName, invocation, place);
        scope.set("PSCmdlet", own);
        cmdlet = own;
        FunctionRun started = new FunctionRun(engine, body, scope, this::write).named(commandName);
        Map<String, @Nullable Object> bound = new LinkedHashMap<>();
        for (ParameterDeclaration parameter : parameters()) {
            if (isBound(parameter.name())) {
                bound.put(parameter.name(), values.get(parameter.name()));
            }
        }
        started.declare(parameters(), bound);
        bound.keySet()
                .forEach(each ->
                        values.put(each, Objects.requireNonNull(scope.own(each)).value()));
        Variable variable = scope.own("PSBoundParameters");
        if (variable == null) {
            scope.set("PSBoundParameters", HashTable.of(commonGiven));
        } else if (variable.value() instanceof HashTable table) {
            table.putAll(commonGiven);
        }
        run = started;
        collecting(started::begin);
    }

    @Override
    protected void process() {
        if (run == null) {
            return;
        }
        FunctionRun running = run;
        noteBound(running.scope());
        collecting(() -> {
            if (piped) {
                running.process(current);
            } else {
                running.processNothing();
            }
        });
    }

    /** What commands of the body write belongs to the function's -ErrorVariable and its kin, too. */
    private void collecting(Runnable step) {
        long before = engine.errors().total();
        boolean collects = isBound("WarningVariable") || isBound("InformationVariable");
        BiConsumer<String, @Nullable Object> collector = runtime()::collect;
        if (collects) {
            engine.collectors().add(collector);
        }
        try {
            step.run();
        } finally {
            if (collects) {
                engine.collectors().remove(collector);
            }
            if (isBound("ErrorVariable")) {
                engine.errors().since(before).forEach(runtime()::collectError);
            }
        }
    }

    /** What the present input object has bound counts as bound, too. */
    private void noteBound(Scope scope) {
        Variable variable = scope.own("PSBoundParameters");
        if (variable == null || !(variable.value() instanceof HashTable bound)) {
            return;
        }
        for (ParameterDeclaration parameter : parameters()) {
            if (isBound(parameter.name())) {
                bound.put(parameter.name(), values.get(parameter.name()));
            } else {
                bound.remove(parameter.name());
            }
        }
    }

    @Override
    protected void end() {
        if (run != null) {
            collecting(run::end);
        }
        if (cmdlet != null && cmdlet.hasFailed()) {
            engine.succeeded(false);
        }
    }

    /** The call is over, in whatever way. */
    void clean() {
        if (run != null) {
            run.clean();
        }
    }
}
