package org.openbits;

import org.jspecify.annotations.Nullable;

/**
 * What a look at every line of the history found.
 *
 * @param lines how many lines are as they were written, from the first on
 * @param damage what is wrong with the line after these, or null when nothing is
 */
public record HistoryCheck(long lines, @Nullable String damage) {}
