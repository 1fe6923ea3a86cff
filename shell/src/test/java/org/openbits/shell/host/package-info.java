/** Tests of the streams around a shell. */
@org.jspecify.annotations.NullMarked
package org.openbits.shell.host;
