package org.openbits.internal.transfer;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.openbits.ErrorContext;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;

/**
 * How often a broken connection is tried again inside one attempt, where nobody counts it: three times within ten
 * seconds. What a server says in so many words is not a broken connection. Guarded by this.
 */
final class Reconnects {

    private static final List<Duration> WAITS =
            List.of(Duration.ofMillis(100), Duration.ofMillis(900), Duration.ofSeconds(2));
    private static final long WINDOW_NANOS = Duration.ofSeconds(10).toNanos();

    private final LongSupplier nanoTime;
    private long windowStart;
    private int used;

    Reconnects(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * How long to wait before the next try, or null when the failure goes to the queue.
     *
     * @param progressed whether bytes came since the failure before: only then does a new window begin
     */
    synchronized @Nullable Duration next(TransferException failure, boolean progressed) {
        if (!(failure.severity() instanceof Severity.Transient)
                || failure.context() != ErrorContext.GENERAL_TRANSPORT) {
            return null;
        }
        long now = nanoTime.getAsLong();
        boolean windowOver = used > 0 && now - windowStart > WINDOW_NANOS;
        if (windowOver && !progressed) {
            return null;
        }
        if (used == 0 || windowOver) {
            used = 0;
            windowStart = now;
        }
        return used < WAITS.size() ? WAITS.get(used++) : null;
    }
}
