package org.openbits.automation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of a command: binds its arguments, then feeds it. Call {@link #bind}, {@link #begin}, then {@link #process}
 * for each input object or {@link #processNothing} when the command stands first, then {@link #end}.
 */
public final class CmdletInvocation {

    private final Cmdlet cmdlet;
    private final CommandRuntime runtime;

    public CmdletInvocation(CmdletInfo info, List<Argument> arguments, CommandRuntime runtime) {
        this.cmdlet = info.factory().get();
        this.runtime = runtime;
    }

    /**
     * Binds the arguments of the command line.
     *
     * @throws BindingException when they do not fit
     */
    public void bind() {
        cmdlet.attach(runtime);
    }

    /** Runs the begin step. */
    public void begin() {
        cmdlet.begin();
    }

    /**
     * Binds one input object and runs the process step; an object that fits no parameter is a non-terminating error.
     *
     * @throws BindingException when a mandatory parameter is missing
     */
    public void process(@Nullable Object input) {
        cmdlet.process();
    }

    /**
     * Runs the process step once, without input.
     *
     * @throws BindingException when a mandatory parameter is missing
     */
    public void processNothing() {
        cmdlet.process();
    }

    /** Runs the end step. */
    public void end() {
        cmdlet.end();
    }

    /** Asks the command to stop; from any thread. */
    public void stop() {
        cmdlet.stop();
    }

    /** The command instance, for commands that are more than parameters, such as script functions. */
    public Cmdlet cmdlet() {
        return cmdlet;
    }
}
