package org.openbits.internal.queue;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that owns the jobs: runs what it is handed, in order, and wakes by itself when a timer is due. */
final class QueueThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(QueueThread.class);
    private static final Runnable LAST = () -> {};

    private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final LongSupplier untilDueMillis;
    private final Runnable due;
    private final Thread thread;
    /** Guarded by this. */
    private boolean closed;

    /** @param untilDueMillis how long until {@code due} has to run; asked on this thread */
    QueueThread(LongSupplier untilDueMillis, Runnable due) {
        this.untilDueMillis = untilDueMillis;
        this.due = due;
        this.thread = new Thread(this::loop, "bits-queue");
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Hands over a task; false when the thread was told to end. Any thread. */
    synchronized boolean execute(Runnable task) {
        return !closed && tasks.add(task);
    }

    private void loop() {
        for (Runnable task = next(); task != LAST; task = next()) {
            try {
                (task == null ? due : task).run();
            } catch (RuntimeException | Error e) {
                LOG.error("A step of the queue failed; the jobs are as before it", e);
            }
        }
    }

    private @Nullable Runnable next() {
        try {
            return tasks.poll(Math.max(0, untilDueMillis.getAsLong()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return null; // nobody may interrupt this thread; look at the timers and go on
        }
    }

    /** Runs what it was handed before and ends. Blocks. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            tasks.add(LAST);
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
