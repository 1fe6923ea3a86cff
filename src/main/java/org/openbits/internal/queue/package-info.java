/**
 * The jobs: state table, scheduler, retry and time-out arithmetic, limits.
 *
 * <p>Start at {@link org.openbits.internal.queue.JobStore} for what is kept. One thread owns all jobs. Declares what it
 * needs from outside (store, transfers); knows no MapDB, no HTTP, no socket, no wall clock.
 */
@NullMarked
package org.openbits.internal.queue;

import org.jspecify.annotations.NullMarked;
