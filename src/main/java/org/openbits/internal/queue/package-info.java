/**
 * The jobs: state table, scheduler, retry and time-out arithmetic, limits.
 *
 * <p>Start at {@link org.openbits.internal.queue.JobQueue}, then read the table in {@code JobRules}. One thread owns all
 * jobs; {@link org.openbits.internal.queue.JobStore} says what is kept. Declares what it needs from outside (store,
 * transfers, notifier, history); knows no MapDB, no HTTP, no socket, no wall clock.
 */
@NullMarked
package org.openbits.internal.queue;

import org.jspecify.annotations.NullMarked;
