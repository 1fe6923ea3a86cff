package org.openbits.automation;

import org.jspecify.annotations.Nullable;

/**
 * Where a command stands in its source.
 *
 * @param commandName the command as written
 * @param script the file, null at the prompt
 * @param line its line, from 1
 * @param column its column in that line, from 1
 * @param length how many characters of the line are at fault
 * @param lineText the whole line
 */
public record InvocationInfo(
        String commandName, @Nullable String script, int line, int column, int length, String lineText) {}
