/** Tests of the choice between the languages and of Groovy. */
@org.jspecify.annotations.NullMarked
package org.openbits.shell.groovy;
