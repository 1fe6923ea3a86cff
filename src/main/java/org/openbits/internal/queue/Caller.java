package org.openbits.internal.queue;

/**
 * Who asks.
 *
 * @param owner account name; jobs belong to it
 * @param administrator whether it may see and change the jobs of others, and is exempt from limits
 */
public record Caller(String owner, boolean administrator) {}
