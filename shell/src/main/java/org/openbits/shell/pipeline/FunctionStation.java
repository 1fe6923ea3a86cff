package org.openbits.shell.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Argument;
import org.openbits.automation.CmdletException;
import org.openbits.automation.StopUpstream;
import org.openbits.shell.language.ScriptBody;
import org.openbits.shell.language.Span;

/** A plain function, a script or a block in a pipeline. */
final class FunctionStation extends Station {

    private final @Nullable Span span;
    private final String name;
    private final FunctionRun run;

    FunctionStation(
            Engine engine, String name, ScriptBody body, Scope scope, List<Argument> arguments, @Nullable Span span) {
        super(engine);
        this.name = name;
        this.span = span;
        this.run = new FunctionRun(engine, body, scope, this::emit).named(name.endsWith(".ps1") ? "" : name);
        guard(() -> run.bind(arguments));
    }

    @Override
    protected void onBegin() {
        guard(run::begin);
    }

    @Override
    protected void onProcess(@Nullable Object value) {
        guard(() -> run.process(value));
    }

    @Override
    protected void onNothing() {
        guard(run::processNothing);
    }

    @Override
    protected void onEnd() {
        guard(run::end);
    }

    @Override
    protected void onClose() {
        run.clean();
    }

    private void guard(Runnable step) {
        try {
            step.run();
        } catch (Signal | StopUpstream signal) {
            throw signal;
        } catch (CmdletException e) {
            throw e.record().invocation() != null || span == null ? e : Failures.placed(e, Failures.place(name, span));
        }
    }
}
