/**
 * Keeps the jobs on disk: MapDB files that are never changed once they have their name, and a journal of what changed
 * since. Start at {@link org.openbits.internal.store.MapDbJobStore}, then {@link
 * org.openbits.internal.store.DurableMap}.
 *
 * <p>Knows records and files, no job rules: what a state means is the queue's business. The only package that imports
 * MapDB.
 */
@NullMarked
package org.openbits.internal.store;

import org.jspecify.annotations.NullMarked;
