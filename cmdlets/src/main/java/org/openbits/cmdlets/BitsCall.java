package org.openbits.cmdlets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;
import org.openbits.automation.Argument;
import org.openbits.automation.CmdletException;
import org.openbits.automation.CmdletInfo;
import org.openbits.automation.CmdletInvocation;

/**
 * A call of a command from a Java program: {@code cmdlet("Start-BitsTransfer").with("Source", url).run()}. Names and
 * values bind as in PowerShell. Not for use by several threads.
 */
public final class BitsCall {

    private final CmdletInfo info;
    private final ProgramRuntime runtime;
    private final List<Argument> arguments = new ArrayList<>();
    private @Nullable List<?> input;

    BitsCall(CmdletInfo info, ProgramRuntime runtime) {
        this.info = info;
        this.runtime = runtime;
    }

    /** A parameter with its value. */
    public BitsCall with(String parameter, @Nullable Object value) {
        arguments.add(Argument.named(parameter, value, -1));
        return this;
    }

    /** A switch. */
    public BitsCall with(String parameter) {
        return with(parameter, true);
    }

    /** Several parameters with their values. */
    public BitsCall with(Map<String, ?> parameters) {
        parameters.forEach(this::with);
        return this;
    }

    /** Objects the command takes from the pipeline, one after the other. */
    public BitsCall input(Object... objects) {
        input = Arrays.asList(objects);
        return this;
    }

    /**
     * Runs it. Blocks until the command has ended.
     *
     * @return what it wrote, in order
     * @throws BitsException when the queue or a transfer refuses or fails
     * @throws CmdletException when the arguments do not fit, or for other errors
     */
    public List<@Nullable Object> run() {
        CmdletInvocation call = new CmdletInvocation(info, arguments, runtime);
        try {
            call.bind();
            call.begin();
            if (input == null) {
                call.processNothing();
            } else {
                input.forEach(call::process);
            }
            call.end();
            return runtime.output();
        } catch (CmdletException failure) {
            throw translated(failure);
        }
    }

    /**
     * Runs it and gives the one object it wrote, null when it wrote nothing.
     *
     * @throws IllegalStateException when it wrote several
     */
    public @Nullable Object one() {
        List<@Nullable Object> results = run();
        if (results.size() > 1) {
            throw new IllegalStateException(info.name() + " gave " + results.size() + " objects; use run()");
        }
        return results.isEmpty() ? null : results.get(0);
    }

    private static RuntimeException translated(CmdletException failure) {
        if (!(failure.record().exception() instanceof BitsFailure cause)) {
            return failure;
        }
        BitsJob job = failure.record().target() instanceof BitsJob target ? target : null;
        return new BitsException(
                cause.code(),
                cause.context(),
                String.valueOf(cause.getMessage()),
                job == null ? null : job.known().id(),
                failure);
    }
}
