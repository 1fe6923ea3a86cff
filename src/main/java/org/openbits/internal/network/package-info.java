/**
 * What the host knows of its network.
 *
 * <p>Start at {@link org.openbits.internal.network.NetworkWatch}. Knows nothing of jobs.
 */
@NullMarked
package org.openbits.internal.network;

import org.jspecify.annotations.NullMarked;
