/**
 * What the author of a protocol implements.
 *
 * <p>Start at {@link org.openbits.spi.TransferProtocol}: open a source at an offset, read, close. Throttle, progress,
 * retry, checkpoints, verification and publication are the engine's. The smallest example is {@code
 * org.openbits.internal.local}.
 */
@NullMarked
package org.openbits.spi;

import org.jspecify.annotations.NullMarked;
