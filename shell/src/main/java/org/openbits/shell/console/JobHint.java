package org.openbits.shell.console;

/**
 * A job as completion offers it.
 *
 * @param id its identity
 * @param name its display name
 * @param state what it does, for people: {@code Transferring 45 %}
 */
public record JobHint(String id, String name, String state) {}
