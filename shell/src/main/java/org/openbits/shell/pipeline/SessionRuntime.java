package org.openbits.shell.pipeline;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.automation.CmdletRegistry;
import org.openbits.automation.CommandRuntime;
import org.openbits.automation.ConsoleColor;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.Host;
import org.openbits.automation.InvocationInfo;
import org.openbits.automation.ProgressRecord;
import org.openbits.automation.StreamRecord;
import org.openbits.shell.language.VariableName;

/** The world of one command in a pipeline. */
final class SessionRuntime implements CommandRuntime {

    private final Engine engine;
    private final Sink out;
    private final @Nullable InvocationInfo place;
    private final boolean collectsErrors;
    private final Scope caller;

    /**
     * @param place where the command stands, for its errors
     * @param collectsErrors whether the caller keeps the errors in a variable, and so looks at them
     */
    SessionRuntime(Engine engine, Sink out, @Nullable InvocationInfo place, boolean collectsErrors) {
        this.engine = engine;
        this.out = out;
        this.place = place;
        this.collectsErrors = collectsErrors;
        this.caller = engine.scope();
    }

    @Override
    public void write(@Nullable Object value) {
        engine.checkStop();
        out.write(value);
    }

    @Override
    public ErrorRecord placed(ErrorRecord record) {
        ErrorRecord known = record.invocation() == null ? record.at(place) : record;
        return known.trace().isEmpty() ? known.withTrace(engine.calls(null)) : known;
    }

    @Override
    public void writeError(ErrorRecord record) {
        engine.report(placed(record), collectsErrors);
    }

    @Override
    public void silentError(ErrorRecord record, boolean recorded) {
        engine.succeeded(false);
        engine.errors().failedWith(record.exitCode());
        if (recorded) {
            engine.errors().record(placed(record));
        }
    }

    @Override
    public void collect(String parameter, @Nullable Object record) {
        engine.collectors().forEach(each -> each.accept(parameter, record));
    }

    @Override
    public void warn(String message) {
        engine.streams().write(Streams.WARNING, Streams.Message.of(Streams.WARNING, message));
    }

    @Override
    public void verbose(String message) {
        engine.streams().write(Streams.VERBOSE, Streams.Message.of(Streams.VERBOSE, message));
    }

    @Override
    public void debug(String message) {
        engine.streams().write(Streams.DEBUG, Streams.Message.of(Streams.DEBUG, message));
    }

    @Override
    public void information(
            @Nullable Object message,
            boolean newline,
            @Nullable ConsoleColor foreground,
            @Nullable ConsoleColor background) {
        String text = org.openbits.automation.Conversion.toText(message);
        StreamRecord told = message instanceof StreamRecord record
                ? record
                : new StreamRecord("Information", message, List.of("PSHOST"));
        engine.streams()
                .write(
                        Streams.INFORMATION,
                        new Streams.Message(Streams.INFORMATION, text, newline, foreground, background, told));
    }

    @Override
    public void progress(ProgressRecord record) {
        engine.host().progress(record);
    }

    @Override
    public @Nullable Object variable(String name) {
        return engine.variables().get(org.openbits.shell.language.VariableName.parse(name));
    }

    @Override
    public void setVariable(String name, @Nullable Object value) {
        VariableName parsed = VariableName.parse(name);
        engine.within(caller, engine.streams(), () -> engine.variables().set(parsed, value, null));
    }

    @Override
    public Path currentDirectory() {
        return engine.directory();
    }

    @Override
    public void setCurrentDirectory(Path directory) {
        engine.directory(directory);
    }

    @Override
    public Host host() {
        return engine.host();
    }

    @Override
    public boolean isStopping() {
        return engine.isStopping();
    }

    @Override
    public <T> T service(Class<T> type) {
        return engine.services().get(type);
    }

    @Override
    public CmdletRegistry commands() {
        return engine.commands();
    }
}
