package org.openbits.shell.pipeline;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.Argument;
import org.openbits.shell.language.Command;
import org.openbits.shell.language.ScriptBody;

/** A script file in a pipeline: {@code exit} in it ends the script, and says how it went. */
final class ScriptStation extends Station {

    private final Station body;
    private boolean ended;

    ScriptStation(
            Engine engine,
            Path file,
            ScriptBody script,
            Scope scope,
            List<Argument> arguments,
            @Nullable Command command) {
        super(engine);
        String name = file.getFileName().toString();
        this.body = ScriptFunction.isAdvanced(script)
                ? new CmdletStation(
                        engine,
                        FunctionInfo.ofScript(
                                engine, name, DynamicParameters.of(engine, scope, script, arguments), scope),
                        name,
                        arguments,
                        command)
                : new FunctionStation(engine, name, script, scope, arguments, command == null ? null : command.span());
        body.leadTo(this::emit);
    }

    private void untilExit(Runnable step) {
        try {
            body.streams(streams());
            step.run();
        } catch (Signal.Exit exit) {
            engine.scope().global().set("LASTEXITCODE", exit.code);
            engine.succeeded(exit.code == 0);
            ended = true;
        }
    }

    @Override
    void stop() {
        body.stop();
    }

    @Override
    protected void onClose() {
        body.close();
    }

    @Override
    protected void onBegin() {
        untilExit(body::begin);
    }

    @Override
    protected void onProcess(@Nullable Object value) {
        if (!ended) {
            untilExit(() -> body.process(value));
        }
    }

    @Override
    protected void onNothing() {
        if (!ended) {
            untilExit(body::processNothing);
        }
    }

    @Override
    protected void onEnd() {
        if (!ended) {
            untilExit(body::end);
        }
    }
}
