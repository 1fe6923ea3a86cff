package org.openbits.internal.queue;

import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.openbits.internal.channel.JobChannel;
import org.openbits.internal.file.LocalSide;
import org.openbits.internal.transfer.FileTransfers;
import org.openbits.spi.TransferProtocol;

/**
 * The queue: one thread owns all jobs.
 *
 * <p>{@link #open} loads the store, finishes what a crash interrupted and starts to run jobs; {@link #channel} gives each
 * caller its view. Closing stops transfers, keeps every job and closes the store, the transfers and the protocols.
 */
public final class JobQueue implements AutoCloseable {

    /**
     * What a queue is made of; it owns store, transfers and protocols from {@link JobQueue#open} on.
     *
     * @param store keeps the jobs
     * @param transfers moves the bytes
     * @param localSide checks, publishes and discards local files
     * @param protocols check and expand remote names
     * @param nanoTime elapsed time in nanoseconds, as {@link System#nanoTime()}; all timers count it
     * @param clock wall clock, for time stamps only
     * @param random spreads retries
     * @param policies limits
     */
    public record Parts(
            JobStore store,
            FileTransfers transfers,
            LocalSide localSide,
            List<TransferProtocol> protocols,
            LongSupplier nanoTime,
            InstantSource clock,
            RandomGenerator random,
            Policies policies) {

        public Parts {
            protocols = List.copyOf(protocols);
        }
    }

    private JobQueue(Parts parts) {}

    /** Loads the jobs and starts to run them. Blocks until they are loaded and the scheduler ran once. */
    public static JobQueue open(Parts parts) {
        return new JobQueue(parts);
    }

    /** The queue as this caller sees it. Closing a channel ends its subscriptions, nothing else. */
    public JobChannel channel(Caller caller) {
        throw new UnsupportedOperationException();
    }

    /** Whether no job is QUEUED, CONNECTING, TRANSFERRING or TRANSIENT_ERROR and nothing is pending. Any thread. */
    public boolean isIdle() {
        return true;
    }

    /** How many jobs are in the queue. Any thread. */
    public int jobCount() {
        return 0;
    }

    /** Stops the transfers, saves what they have, and closes what the queue owns. Blocks. */
    @Override
    public void close() {}
}
