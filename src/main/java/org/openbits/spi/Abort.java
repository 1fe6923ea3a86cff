package org.openbits.spi;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Stops blocking work from another thread by closing what it blocks on; never by interrupt, which would close NIO channels
 * of others. Thread-safe.
 */
public final class Abort {

    private @Nullable Closeable resource;
    private boolean aborted;

    /** Remembers what to close; closes it at once when the abort came first. Replaces the one before. */
    public void guard(@Nullable Closeable newResource) {
        synchronized (this) {
            resource = newResource;
            if (!aborted) {
                return;
            }
        }
        close(newResource);
    }

    /** Ends the work: closes the guarded resource now and every later one at once. */
    public void abort() {
        Closeable toClose;
        synchronized (this) {
            aborted = true;
            toClose = resource;
        }
        close(toClose);
    }

    /** Whether {@link #abort()} was called. */
    public synchronized boolean isAborted() {
        return aborted;
    }

    private static void close(@Nullable Closeable resource) {
        if (resource == null) {
            return;
        }
        try {
            resource.close();
        } catch (IOException e) {
            // The resource is being abandoned: how it ends no longer matters to anyone.
        }
    }
}
