/** Tests of the language. */
@org.jspecify.annotations.NullMarked
package org.openbits.shell.language;
