/**
 * Moves the bytes of one file: range loop, throttle, progress, checkpoints, verification.
 *
 * <p>Start at {@link org.openbits.internal.transfer.FileTransfers}. Knows no protocol by name, and nothing of jobs but
 * the order it is given.
 */
@NullMarked
package org.openbits.internal.transfer;

import org.jspecify.annotations.NullMarked;
