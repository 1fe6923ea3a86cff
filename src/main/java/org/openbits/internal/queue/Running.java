package org.openbits.internal.queue;

/**
 * The transfer of a job that has a place: its file under way and the sums over its files. Confined to the queue thread.
 * Files move one after another, in their order.
 */
final class Running {

    final Totals totals;
    final Attempt attempt;
    /** What the totals count for the file under way. */
    long savedBytes;

    Running(Totals totals, Attempt attempt, long savedBytes) {
        this.totals = totals;
        this.attempt = attempt;
        this.savedBytes = savedBytes;
    }
}
