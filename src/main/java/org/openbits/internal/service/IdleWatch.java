package org.openbits.internal.service;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Tells when a service has been idle long enough. Confined to its owner's thread. */
final class IdleWatch {

    private final long limitNanos;
    private final LongSupplier nanoTime;
    private long idleSince;
    private boolean idle;

    IdleWatch(Duration limit, LongSupplier nanoTime) {
        this.limitNanos = limit.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Takes note of the present; whether idleness without a break has reached the limit. */
    boolean isDue(boolean idleNow) {
        if (!idleNow) {
            idle = false;
            return false;
        }
        if (!idle) {
            idle = true;
            idleSince = nanoTime.getAsLong();
        }
        return nanoTime.getAsLong() - idleSince >= limitNanos;
    }
}
