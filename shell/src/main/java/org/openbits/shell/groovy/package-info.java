/**
 * Groovy beside PowerShell: shared variables, closures, and commands as methods.
 *
 * <p>Start at {@link org.openbits.shell.groovy.TwoLanguages}, which touches no class of Groovy before a text needs it. Which
 * statement is Groovy is decided by {@link org.openbits.shell.language.MixedText}. Knows nothing of terminals.
 */
@org.jspecify.annotations.NullMarked
package org.openbits.shell.groovy;
