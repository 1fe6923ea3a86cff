package org.openbits.shell.pipeline;

import org.jspecify.annotations.Nullable;
import org.openbits.automation.CommandRuntime;
import org.openbits.automation.Conversion;
import org.openbits.automation.ErrorRecord;
import org.openbits.automation.InvocationInfo;

/** {@code $PSCmdlet}: what an advanced function may ask of its call. Public because scripts call it by name. */
public final class ScriptCmdlet {

    private final CommandRuntime runtime;
    private final String name;
    private final Object invocation;
    private final @Nullable InvocationInfo place;
    private boolean hasFailed;

    /** @param place where the function was called: errors that it ends with stand there */
    ScriptCmdlet(CommandRuntime runtime, String name, Object invocation, @Nullable InvocationInfo place) {
        this.runtime = runtime;
        this.name = name;
        this.invocation = invocation;
        this.place = place;
    }

    public boolean shouldProcess(@Nullable Object target) {
        return runtime.shouldProcess(Conversion.toText(target), name);
    }

    public boolean shouldProcess(@Nullable Object target, @Nullable Object operation) {
        return runtime.shouldProcess(Conversion.toText(target), Conversion.toText(operation));
    }

    public void writeError(ErrorRecord record) {
        hasFailed = true;
        runtime.writeError(record);
    }

    /** Whether the function wrote an error as its own: {@code $?} is false for its caller. */
    boolean hasFailed() {
        return hasFailed;
    }

    public void writeVerbose(@Nullable Object text) {
        runtime.verbose(Conversion.toText(text));
    }

    public void writeWarning(@Nullable Object text) {
        runtime.warn(Conversion.toText(text));
    }

    public void writeObject(@Nullable Object value) {
        runtime.write(value);
    }

    /** Ends the function with an error. */
    public void throwTerminatingError(ErrorRecord record) {
        throw runtime.terminate(record.invocation() == null ? record.at(place) : record);
    }

    public String getParameterSetName() {
        return runtime.parameterSet();
    }

    public Object getMyInvocation() {
        return invocation;
    }
}
