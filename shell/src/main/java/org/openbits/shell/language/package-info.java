/**
 * From text to syntax tree: the PowerShell language as far as this shell speaks it.
 *
 * <p>Start at {@link org.openbits.shell.language.Parser#parse}. The tree ({@link org.openbits.shell.language.Statement},
 * {@link org.openbits.shell.language.Expression}) is immutable and every node knows its place in the text. Nothing is
 * run here, and nothing outside {@code java} is known: a command is a name with arguments, a type is a name in brackets.
 */
@NullMarked
package org.openbits.shell.language;

import org.jspecify.annotations.NullMarked;
