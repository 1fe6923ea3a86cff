package org.openbits.shell.language;

import java.util.List;

/**
 * A command with its arguments.
 *
 * @param call how it is called
 * @param name the name, or what {@code &} and {@code .} are given
 */
public record Command(Span span, Call call, Expression name, List<Argument> arguments, List<Redirection> redirections)
        implements Stage {

    /** How a command is called. */
    public enum Call {
        /** By its bare name. */
        NAME,
        /** {@code & what}: in a scope of its own. */
        CALL,
        /** {@code . what}: in the caller's scope. */
        DOT
    }

    /** One word of the command line. */
    public sealed interface Argument extends Node {}

    /**
     * {@code -Name} or {@code -Name:value}.
     *
     * @param name as typed, without the dash
     * @param colon whether a colon follows; then the next argument is its value
     */
    public record Parameter(Span span, String name, boolean colon) implements Argument {}

    /**
     * A value, or {@code @name} when its expression is a splatted variable.
     *
     * @param glued whether no blank stands before it: programs get it as one word with what precedes
     */
    public record Value(Span span, Expression expression, boolean glued) implements Argument {}

    /** All that follows {@code --%}, as written. */
    public record Verbatim(Span span, String text) implements Argument {}
}
