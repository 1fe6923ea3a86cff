package org.openbits.cmdlets;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openbits.BackgroundCopyManager;

/** The session's connection to the queue: opened by the first command that needs a job, closed with the session. */
public final class JobAccess implements AutoCloseable {

    private final Supplier<BackgroundCopyManager> opener;
    private @Nullable BackgroundCopyManager manager;

    public JobAccess(Supplier<BackgroundCopyManager> opener) {
        this.opener = opener;
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

    /** Closes the connection if there is one; the next call opens another. */
    @Override
    public synchronized void close() {
        if (manager != null) {
            manager.close();
            manager = null;
        }
    }
}
