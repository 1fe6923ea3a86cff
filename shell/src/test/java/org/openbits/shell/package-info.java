/** Tests of the program and of its packaged distribution. */
@org.jspecify.annotations.NullMarked
package org.openbits.shell;
