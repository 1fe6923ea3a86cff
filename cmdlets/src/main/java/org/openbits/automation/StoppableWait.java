package org.openbits.automation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A command's wait for something that ends by itself; the user may end the wait. */
public final class StoppableWait {

    private final CompletableFuture<Boolean> stopped = new CompletableFuture<>();

    /**
     * Waits for the end, which is never a failure.
     *
     * @param seconds the longest wait; negative for no limit
     * @return false when it took longer
     */
    public boolean await(CompletableFuture<?> end, int seconds) {
        CompletableFuture<Object> first = CompletableFuture.anyOf(end, stopped);
        try {
            if (seconds < 0) {
                first.get();
            } else {
                first.get(seconds, TimeUnit.SECONDS);
            }
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return true;
        } catch (ExecutionException never) {
            throw new IllegalStateException("What is waited for ends without failure.", never);
        }
    }

    /** Ends the wait; from any thread. */
    public void stop() {
        stopped.complete(true);
    }
}
