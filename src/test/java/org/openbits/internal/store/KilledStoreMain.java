package org.openbits.internal.store;

import static org.openbits.internal.queue.Records.checkpoint;
import static org.openbits.internal.queue.Records.file;
import static org.openbits.internal.queue.Records.fullFile;
import static org.openbits.internal.queue.Records.fullJob;
import static org.openbits.internal.queue.Records.id;
import static org.openbits.internal.queue.Records.job;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.openbits.JobId;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.internal.queue.JobStore;
import org.openbits.internal.queue.JobStore.Batch;

/** The process that {@link KillTest} kills: commits batch after batch and prints the number of each once it is durable. */
final class KilledStoreMain {

    static final JobId COUNTER = id(1_000_000);
    private static final int JOBS = 20;
    private static final int IN_FLIGHT = 8;
    private static final long CHECKPOINT_BYTES = 30_000;

    private KilledStoreMain() {}

    public static void main(String[] args) {
        try (MapDbJobStore store = MapDbJobStore.open(Path.of(args[0]), CHECKPOINT_BYTES)) {
            long number = lastBatch(store);
            System.out.println("open");
            Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
            while (number >= 0) {
                long next = ++number;
                waiting.add(store.commit(batch(next)).thenRun(() -> System.out.println(next)));
                if (waiting.size() >= IN_FLIGHT) {
                    waiting.remove().join();
                }
            }
        }
    }

    /** The number of the last batch in a store, 0 for none. */
    static long lastBatch(JobStore store) {
        var counter = store.job(COUNTER);
        return counter == null ? 0 : Long.parseLong(counter.settings().get(JobProperty.DESCRIPTION));
    }

    /** The batch of a number, always the same. */
    static Batch batch(long number) {
        JobId job = id(number % JOBS);
        int index = (int) (number % 7);
        Batch batch = new Batch();
        if (number % 11 == 0) {
            batch.remove(job);
        }
        batch.put(number % 3 == 0 ? fullJob(job) : job(job));
        batch.put(number % 5 == 0 ? fullFile(job, index) : file(job, index));
        batch.put(job, index, number % 4 == 0 ? null : checkpoint(number));
        String text = Long.toString(number);
        return batch.put(job(COUNTER, JobSettings.EMPTY.with(JobProperty.DESCRIPTION, text)));
    }
}
