package org.openbits.shell.pipeline;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A wait for background jobs that another thread may end. */
final class JobWait {

    private final CompletableFuture<Boolean> stopped = new CompletableFuture<>();

    /** Waits for the end of all, at most so many seconds; a negative number waits without end. */
    void all(List<ScriptJob> jobs, int seconds) {
        await(CompletableFuture.allOf(ends(jobs)), seconds);
    }

    /** Waits for the first end. */
    void any(List<ScriptJob> jobs, int seconds) {
        if (!jobs.isEmpty()) {
            await(CompletableFuture.anyOf(ends(jobs)), seconds);
        }
    }

    /** Ends the wait; from any thread. */
    void stop() {
        stopped.complete(true);
    }

    private static CompletableFuture<?>[] ends(List<ScriptJob> jobs) {
        return jobs.stream().map(ScriptJob::ended).toArray(CompletableFuture<?>[]::new);
    }

    private void await(CompletableFuture<?> ends, int seconds) {
        CompletableFuture<Object> first = CompletableFuture.anyOf(ends, stopped);
        try {
            if (seconds < 0) {
                first.get();
            } else {
                first.get(seconds, TimeUnit.SECONDS);
            }
        } catch (TimeoutException late) {
            return;
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException never) {
            throw new IllegalStateException("The end of a job is no failure.", never);
        }
    }
}
