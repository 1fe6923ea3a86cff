/** Tests of running scripts. */
@org.jspecify.annotations.NullMarked
package org.openbits.shell.pipeline;
