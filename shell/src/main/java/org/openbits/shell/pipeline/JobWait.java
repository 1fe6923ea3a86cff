package org.openbits.shell.pipeline;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.openbits.automation.StoppableWait;

/** A wait for background jobs that another thread may end. */
final class JobWait {

    private final StoppableWait waiting = new StoppableWait();

    /** Waits for the end of all, at most so many seconds; a negative number waits without end. */
    void all(List<ScriptJob> jobs, int seconds) {
        waiting.await(CompletableFuture.allOf(ends(jobs)), seconds);
    }

    /** Waits for the first end. */
    void any(List<ScriptJob> jobs, int seconds) {
        if (!jobs.isEmpty()) {
            waiting.await(CompletableFuture.anyOf(ends(jobs)), seconds);
        }
    }

    /** Ends the wait; from any thread. */
    void stop() {
        waiting.stop();
    }

    private static CompletableFuture<?>[] ends(List<ScriptJob> jobs) {
        return jobs.stream().map(ScriptJob::ended).toArray(CompletableFuture<?>[]::new);
    }
}
