/**
 * The prompt: reading lines with history, completion and colours, and running them. The only package that knows JLine.
 *
 * <p>Start at {@link org.openbits.shell.console.Prompt}. What to complete is decided by {@link
 * org.openbits.shell.console.CompletionSite} and {@link org.openbits.shell.console.Completions}, which know no terminal.
 */
@org.jspecify.annotations.NullMarked
package org.openbits.shell.console;
