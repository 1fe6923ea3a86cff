package org.openbits.internal.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.spi.Abort;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;

/**
 * How many files of one host are open at once: as many as the limits allow, half as many after it said that it has too
 * much to do (429, 503), and step by step more again when it does not say so any longer. Guarded by this.
 */
final class HostGates {

    private static final long RECOVERY_NANOS = Duration.ofSeconds(30).toNanos();
    /** What was asked before the host said so is refused as well: that is one complaint, not many. */
    private static final long ONE_COMPLAINT_NANOS = Duration.ofSeconds(1).toNanos();

    private final int most;
    private final LongSupplier nanoTime;
    private final Map<String, Gate> gates = new HashMap<>();

    HostGates(int most, LongSupplier nanoTime) {
        this.most = most;
        this.nanoTime = nanoTime;
    }

    private static final class Gate {

        private int allowed;
        private int inside;
        private int waiting;
        private long changed;

        private Gate(int allowed) {
            this.allowed = allowed;
        }
    }

    /**
     * Waits until one more file of that host may be open.
     *
     * @throws TransferException when the abort ends the wait
     */
    synchronized void enter(String host, Abort abort) throws TransferException {
        Gate gate = gates.computeIfAbsent(host, key -> new Gate(most));
        abort.guard(this::wake);
        gate.waiting++;
        boolean interrupted = false;
        while (!abort.isAborted() && gate.inside >= allowed(gate)) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, RECOVERY_NANOS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        gate.waiting--;
        gate.inside++;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (abort.isAborted()) {
            leave(host);
            throw new TransferException(
                    ErrorCode.BG_E_CONNECTION_CLOSED,
                    ErrorContext.GENERAL_TRANSPORT,
                    Severity.TRANSIENT,
                    "The wait for a free connection to " + host + " was ended",
                    null);
        }
    }

    private int allowed(Gate gate) {
        long now = nanoTime.getAsLong();
        if (gate.allowed < most && now - gate.changed >= RECOVERY_NANOS) {
            gate.allowed = Math.min(most, 2 * gate.allowed);
            gate.changed = now;
        }
        return gate.allowed;
    }

    /** One file of that host is no longer open. */
    synchronized void leave(String host) {
        Gate gate = Objects.requireNonNull(gates.get(host), "nobody entered");
        gate.inside--;
        if (gate.inside == 0 && gate.waiting == 0 && allowed(gate) == most) {
            gates.remove(host);
        }
        notifyAll();
    }

    /** The host says that it has too much to do. Called before {@link #leave}. */
    synchronized void complained(String host) {
        Gate gate = Objects.requireNonNull(gates.get(host), "nobody entered");
        long now = nanoTime.getAsLong();
        if (gate.allowed < most && now - gate.changed < ONE_COMPLAINT_NANOS) {
            return;
        }
        gate.allowed = Math.max(1, Math.min(gate.allowed, gate.inside) / 2);
        gate.changed = now;
    }

    private synchronized void wake() {
        notifyAll();
    }
}
