package org.openbits.cmdlets;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openbits.BackgroundCopyManager;

/** The session's connection to the queue: opened by the first command that needs a job, closed with the session. */
public final class JobAccess implements AutoCloseable {

    private final Supplier<BackgroundCopyManager> opener;
    private final WaitPolicy patience;
    private final LongSupplier nanoTime;
    private @Nullable BackgroundCopyManager manager;

    public JobAccess(Supplier<BackgroundCopyManager> opener) {
        this(opener, WaitPolicy.DEFAULT);
    }

    /** @param patience how long commands wait for jobs */
    public JobAccess(Supplier<BackgroundCopyManager> opener, WaitPolicy patience) {
        this(opener, patience, System::nanoTime);
    }

    /** @param nanoTime elapsed time, by which the patience is measured */
    JobAccess(Supplier<BackgroundCopyManager> opener, WaitPolicy patience, LongSupplier nanoTime) {
        this.opener = opener;
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    /**
     * The manager; connects on the first call.
     *
     * @throws org.openbits.BitsException when the service can be neither reached nor started
     */
    public synchronized BackgroundCopyManager manager() {
        BackgroundCopyManager open = manager;
        if (open == null) {
            open = opener.get();
            manager = open;
        }
        return open;
    }

    /** Whether a command has needed the manager yet. */
    public synchronized boolean isOpen() {
        return manager != null;
    }

    /** How long commands wait for jobs. */
    WaitPolicy patience() {
        return patience;
    }

    /** Elapsed time, as {@link System#nanoTime()} gives it. */
    long nanoTime() {
        return nanoTime.getAsLong();
    }

    /** Closes the connection if there is one; the next call opens another. */
    @Override
    public synchronized void close() {
        if (manager != null) {
            manager.close();
            manager = null;
        }
    }
}
