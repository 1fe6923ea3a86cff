package org.openbits.automation;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * All that a cmdlet may know of the world around it. Shells implement it; {@link CmdletInvocation} puts a layer before
 * it that applies the common parameters and preference variables, so an implementation only shows and records.
 */
public interface CommandRuntime {

    /** Sends one object down the pipeline; a list is one object. */
    void write(@Nullable Object value);

    /** Sends each element of a list, an array or an iterable; anything else is sent as it is. */
    default void writeAll(@Nullable Object values) {
        for (Object value : Conversion.enumerate(values)) {
            write(value);
        }
    }

    /** A non-terminating error: shown, recorded in {@code $Error}; {@code $?} becomes false. */
    void writeError(ErrorRecord record);

    /**
     * A non-terminating error that the user asked not to see; {@code $?} becomes false.
     *
     * @param recorded whether it still goes to {@code $Error} (SilentlyContinue) or not (Ignore)
     */
    void silentError(ErrorRecord record, boolean recorded);

    /** A terminating error: {@code throw runtime.terminate(record)}. */
    default RuntimeException terminate(ErrorRecord record) {
        return new CmdletException(record);
    }

    /** Shows a warning. */
    void warn(String message);

    /** Shows a verbose message. */
    void verbose(String message);

    /** Shows a debug message. */
    void debug(String message);

    /** Write-Host: shows something that is no output. */
    void information(
            @Nullable Object message,
            boolean newline,
            @Nullable ConsoleColor foreground,
            @Nullable ConsoleColor background);

    /** Paints, repaints or removes a progress bar. */
    void progress(ProgressRecord record);

    /** Whether a change may be made; true unless WhatIf or a refused Confirm says no. */
    default boolean shouldProcess(String target, String operation) {
        return true;
    }

    /** Whether the parameter got a value from the command line or the pipeline. */
    default boolean isBound(String parameter) {
        return false;
    }

    /** The name of the parameter set that this call uses. */
    default String parameterSet() {
        return "";
    }

    /** The value of a variable, null when there is none. */
    @Nullable
    Object variable(String name);

    /** Sets a variable in the caller's scope. */
    void setVariable(String name, @Nullable Object value);

    /** The current location. */
    Path currentDirectory();

    /** Changes the current location. */
    void setCurrentDirectory(Path directory);

    /** The people. */
    Host host();

    /** Whether the user asked to stop. */
    boolean isStopping();

    /**
     * A service of the session, made on first use.
     *
     * @throws IllegalStateException when the session has none of that type
     */
    <T> T service(Class<T> type);

    /** The commands of the session. */
    CmdletRegistry commands();

    /** The error with the place of the command that raises it, where the shell knows one. */
    default ErrorRecord placed(ErrorRecord record) {
        return record;
    }

    /** Adds what something inside this command wrote to the variable that a common parameter such as -WarningVariable names. */
    default void collect(String parameter, @Nullable Object record) {}

    /** Keeps a message that is not shown, for the variable that a common parameter names. */
    default void note(String parameter, Object record) {}

    /** Adds an error that something inside this command wrote to its -ErrorVariable. */
    default void collectError(ErrorRecord record) {}
}
