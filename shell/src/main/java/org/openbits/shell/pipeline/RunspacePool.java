package org.openbits.shell.pipeline;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** .NET's RunspacePool: so many sessions at once. Public because scripts call it by name; several threads use it. */
public final class RunspacePool {

    private final Engine parent;
    private final Runspace.@Nullable Start start;
    private final Semaphore places;
    private int size;

    RunspacePool(Engine parent, Runspace.@Nullable Start start, int size) {
        this.parent = parent;
        this.start = start;
        this.size = Math.max(1, size);
        this.places = new Semaphore(this.size, true);
    }

    void enter() {
        places.acquireUninterruptibly();
    }

    void leave() {
        places.release();
    }

    Engine engine() {
        return new Runspace(parent, start).engine();
    }

    public void open() {}

    public void close() {}

    public void dispose() {}

    public int getMaxRunspaces() {
        return size;
    }

    public synchronized boolean setMaxRunspaces(int value) {
        if (value < size) {
            return false;
        }
        places.release(value - size);
        size = value;
        return true;
    }

    public int getAvailableRunspaces() {
        return places.availablePermits();
    }

    /** Threads of Windows' COM have states; here they have none. */
    public void setApartmentState(@Nullable Object ignored) {}

    /** Every call has a thread of its own. */
    public void setThreadOptions(@Nullable Object ignored) {}
}
