/**
 * {@code bitsadmin}: a table of switches, each a method on the API.
 *
 * <p>Start at {@link org.openbits.internal.admin.Switches}. No logic of its own beyond parsing and printing; the words and
 * layouts are those that batch files cut apart, so they must not change.
 */
@NullMarked
package org.openbits.internal.admin;

import org.jspecify.annotations.NullMarked;
