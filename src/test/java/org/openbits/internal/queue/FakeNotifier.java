package org.openbits.internal.queue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Runs no program, but remembers which it should have run. */
final class FakeNotifier implements Notifier {

    record Run(List<String> command, Map<String, String> about, CompletableFuture<Integer> exit) {}

    final List<Run> runs = new CopyOnWriteArrayList<>();
    /** What it throws instead, or null. */
    volatile @Nullable Error broken;

    @Override
    public CompletableFuture<Integer> run(List<String> command, Map<String, String> about) {
        Error trouble = broken;
        if (trouble != null) {
            throw trouble;
        }
        Run run = new Run(command, about, new CompletableFuture<>());
        runs.add(run);
        return run.exit();
    }

    @Override
    public void close() {}
}
