package org.openbits.internal.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * How long the head of an answer may take, however its bytes come: one now and then would keep the time-out of reads away
 * for ever. It does not run while a body is written, which is watched where it is read. Guarded by this.
 */
final class AnswerDeadline {

    private final Runnable cancel;
    private CompletableFuture<Void> running = CompletableFuture.completedFuture(null);
    private boolean isOver;

    /** @param cancel makes the request fail; called once the limit is over */
    AnswerDeadline(Runnable cancel) {
        this.cancel = cancel;
    }

    /** So long from now on. */
    synchronized void start(Duration limit) {
        running.complete(null);
        running = new CompletableFuture<Void>().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
        running.whenComplete((nothing, late) -> {
            if (late != null) {
                strike();
            }
        });
    }

    synchronized void stop() {
        running.complete(null);
    }

    private void strike() {
        synchronized (this) {
            isOver = true;
        }
        cancel.run();
    }

    synchronized boolean isOver() {
        return isOver;
    }
}
