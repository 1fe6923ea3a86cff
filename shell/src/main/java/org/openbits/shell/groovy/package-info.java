/**
 * Groovy beside PowerShell: which statement is in which language, and running the Groovy ones.
 *
 * <p>{@link org.openbits.shell.groovy.LanguageChoice} and {@link org.openbits.shell.groovy.MixedText} decide and touch no
 * Groovy class, so a session without Groovy never loads the library. Knows nothing of terminals.
 */
@org.jspecify.annotations.NullMarked
package org.openbits.shell.groovy;
