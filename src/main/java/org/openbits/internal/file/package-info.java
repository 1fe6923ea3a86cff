/**
 * The local side: temporary file, force, atomic publication, discard, free space, names.
 *
 * <p>Start at {@link org.openbits.internal.file.LocalSide}. Knows nothing of jobs or protocols.
 */
@NullMarked
package org.openbits.internal.file;

import org.jspecify.annotations.NullMarked;
