/**
 * Local paths, {@code file:} names and mounted shares. The smallest protocol: the one to copy from.
 *
 * <p>Start at {@link org.openbits.internal.local.LocalProtocol}.
 */
@NullMarked
package org.openbits.internal.local;

import org.jspecify.annotations.NullMarked;
