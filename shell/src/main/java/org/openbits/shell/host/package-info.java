/**
 * The people and streams around a shell: what is a terminal, where output and progress go, how questions are asked.
 *
 * <p>Start at {@link org.openbits.shell.host.StandardHost}. Needs no terminal library, so {@code bits -c} stays quick.
 */
@org.jspecify.annotations.NullMarked
package org.openbits.shell.host;
