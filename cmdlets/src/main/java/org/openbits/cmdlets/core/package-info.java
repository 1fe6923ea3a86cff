/**
 * The general cmdlets: filtering, sorting, files, text, help.
 *
 * <p>Start at {@link org.openbits.cmdlets.core.CoreCmdlets}, the list of them. Each is a small class that carries its own
 * metadata; how objects become lines is {@link org.openbits.cmdlets.core.display}. Knows nothing of BITS: a type with a
 * table of its own is known there by its name only.
 */
@NullMarked
package org.openbits.cmdlets.core;

import org.jspecify.annotations.NullMarked;
