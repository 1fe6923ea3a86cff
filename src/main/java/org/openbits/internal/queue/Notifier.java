package org.openbits.internal.queue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Runs the notification command lines of jobs. */
public interface Notifier extends AutoCloseable {

    /** Runs nothing: for queues without notifications. */
    Notifier NONE = new Notifier() {
        @Override
        public CompletableFuture<Integer> run(List<String> command, Map<String, String> about) {
            return CompletableFuture.completedFuture(0);
        }

        @Override
        public void close() {}
    };

    /**
     * Runs a program, without a shell, soon. Returns at once.
     *
     * @param command the program's full path and its arguments, nothing added
     * @param about what the program learns of the job, as environment variables
     * @return its exit code; fails when it could not be started
     */
    CompletableFuture<Integer> run(List<String> command, Map<String, String> about);

    /** Starts no further program; those that run go on. */
    @Override
    void close();
}
