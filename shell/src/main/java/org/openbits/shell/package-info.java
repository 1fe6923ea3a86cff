/**
 * The program {@code bits}: reads its arguments, chooses what to start and turns the outcome into an exit code.
 *
 * <p>Start at {@link org.openbits.shell.ShellMain}. Everything here is on the path of {@code bits -c}, so nothing loads a
 * terminal library, Groovy or the engine before it is needed.
 */
@org.jspecify.annotations.NullMarked
package org.openbits.shell;
