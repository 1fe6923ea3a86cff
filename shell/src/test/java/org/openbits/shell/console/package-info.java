/** Tests of the prompt. */
@org.jspecify.annotations.NullMarked
package org.openbits.shell.console;
