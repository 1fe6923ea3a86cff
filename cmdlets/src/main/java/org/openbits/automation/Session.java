package org.openbits.automation;

import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What commands may ask of the session they run in, beyond their runtime. A shell offers it as a service: {@code
 * runtime.service(Session.class)}. Confined to the thread of the pipeline.
 */
public interface Session {

    /** The variables the caller can see, by name; a snapshot. */
    Map<String, @Nullable Object> variables();

    /**
     * Sets a variable.
     *
     * @param scope {@code Global}, {@code Script}, {@code Local} or a number of scopes upward; null: the caller's
     */
    void setVariable(String name, @Nullable Object value, @Nullable String scope);

    /** Makes a variable of that scope one that scripts cannot change; one that is not there is no error. */
    default void protectVariable(String name, @Nullable String scope) {}

    /** Takes a variable away; false when there is none. */
    boolean removeVariable(String name, @Nullable String scope);

    /** The environment that programs started from here get; changes count. */
    Map<String, String> environment();

    /** The variables of one scope: {@code Global}, {@code Script}, {@code Local} or a number of scopes upward. */
    default Map<String, @Nullable Object> variables(String scope) {
        return variables();
    }

    /** The functions the caller can see: name and source text. */
    Map<String, String> functions();

    /** Takes a function away; one that is not there is no error. */
    default void removeFunction(String name) {}

    /** What the binder knows of a function the caller can see; null when there is none. */
    default @Nullable CmdletInfo function(String name) {
        return null;
    }

    /** The body of a function the caller can see; null when there is none. */
    default @Nullable ScriptBlock block(String function) {
        return null;
    }

    /** What the binder knows of a script file; null when it cannot be read. */
    default @Nullable CmdletInfo script(Path file) {
        return null;
    }

    /** The module that a function is from; empty when it is from none. */
    default String moduleOf(String function) {
        return "";
    }

    /** Modules that are files; null where none can be loaded. */
    default @Nullable ModuleFiles modules() {
        return null;
    }

    /** Lines typed so far, oldest first. */
    List<String> history();

    /** The locations that {@code Push-Location} remembers, newest first. */
    Deque<Path> locations();

    /** The drives that the caller can see, by lower-case name. */
    default Map<String, SessionDrive> drives() {
        return Map.of();
    }

    /**
     * Makes a drive known.
     *
     * @param scope as for {@link #setVariable}
     */
    default void addDrive(SessionDrive drive, @Nullable String scope) {
        throw new UnsupportedOperationException("This session keeps no drives.");
    }

    /** Takes the nearest drive of that name away; false when there is none. */
    default boolean removeDrive(String name) {
        return false;
    }

    /** Runs text as a script in the caller's scope and gives what it wrote. */
    List<@Nullable Object> evaluate(String script);
}
