package org.openbits.automation;

import org.jspecify.annotations.Nullable;

/**
 * A command. A subclass carries {@link CmdletName} and has a field with {@link Parameter} for each parameter; one
 * instance serves one call. {@code begin} runs once, {@code process} for each input object (once without a pipeline),
 * {@code end} once; all on the thread of the pipeline. Only {@link #stop} comes from another thread.
 */
public abstract class Cmdlet {

    private @Nullable CommandRuntime runtime;
    private @Nullable Object input;

    /** Before the first object. */
    protected void begin() {}

    /** For each object; parameters from the pipeline are set. */
    protected void process() {}

    /** After the last object; not called when the pipeline was stopped. */
    protected void end() {}

    /** The user asks to stop: returns at once and makes {@link #process} return soon. From any thread. */
    public void stop() {}

    /**
     * Whether a mandatory parameter is needed in this call, given the others; asked once they are bound. An answer other
     * than true makes it optional.
     */
    protected boolean requires(String parameter) {
        return true;
    }

    /** Whether input objects that fit no parameter are welcome: {@link #input} tells them. */
    protected boolean takesAnyInput() {
        return false;
    }

    /** The input object {@link #process} runs for; null when there is none. */
    protected final @Nullable Object input() {
        return input;
    }

    /** Says which input object comes. */
    final void input(@Nullable Object next) {
        input = next;
    }

    /** The world around this call. */
    protected final CommandRuntime runtime() {
        CommandRuntime current = runtime;
        if (current == null) {
            throw new IllegalStateException("The cmdlet is not running.");
        }
        return current;
    }

    /** Hands in the world; called once, by the binder. */
    final void attach(CommandRuntime world) {
        runtime = world;
    }

    /** Sends one object down the pipeline. */
    protected final void write(@Nullable Object value) {
        runtime().write(value);
    }

    /** Reports a non-terminating error. */
    protected final void writeError(ErrorRecord record) {
        runtime().writeError(record);
    }

    /** Warns. */
    protected final void warn(String message) {
        runtime().warn(message);
    }

    /** Tells details when asked for them. */
    protected final void verbose(String message) {
        runtime().verbose(message);
    }

    /** Whether the operation may be done on the target (-WhatIf, -Confirm). */
    protected final boolean shouldProcess(String target, String operation) {
        return runtime().shouldProcess(target, operation);
    }

    /** Whether a parameter was given. */
    protected final boolean isBound(String parameter) {
        return runtime().isBound(parameter);
    }
}
