package org.openbits.internal.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openbits.JobId;
import org.openbits.internal.transfer.Checkpoint;

/**
 * A store in memory for the tests of those who use one. A batch is durable at once, until {@link #hold} makes the test
 * decide when; {@link #afterCrash} is what a new process would find. Safe for use by several threads.
 */
public final class MemoryJobStore implements JobStore {

    private final State seen;
    private final State durable;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean held;
    private @Nullable JobId unreadable;
    private @Nullable JobId unstorable;
    private @Nullable JobId withoutFiles;
    private boolean once;
    private @Nullable Throwable trouble;
    private @Nullable RuntimeException failure;
    private long mostJobsInABatch;

    public MemoryJobStore() {
        this(new State());
    }

    private MemoryJobStore(State durable) {
        this.durable = durable;
        this.seen = durable.copy();
    }

    /** From here on batches wait, visible but not durable, for {@link #release}. */
    public synchronized void hold() {
        held = true;
    }

    /** Makes all that waits durable, and later batches at once again. */
    public void release() {
        List<Waiting> ready;
        synchronized (this) {
            held = false;
            ready = new ArrayList<>(waiting);
            waiting.clear();
            ready.forEach(batch -> durable.apply(batch.changes));
        }
        ready.forEach(batch -> batch.done.complete(null));
    }

    /** From here on no batch becomes durable, those that wait included. */
    public void fail(RuntimeException cause) {
        List<Waiting> lost;
        synchronized (this) {
            failure = cause;
            lost = new ArrayList<>(waiting);
            waiting.clear();
        }
        lost.forEach(batch -> batch.done.completeExceptionally(cause));
    }

    /** From here on nobody can read the checkpoints of that job. */
    public synchronized void loseCheckpoints(JobId id, Throwable why) {
        unreadable = id;
        trouble = why;
    }

    /** From here on nobody can read the files of that job; null: those of every job again. */
    public synchronized void loseFiles(@Nullable JobId id) {
        withoutFiles = id;
    }

    /** From here on nothing of that job can be brought into the form of the store; null: everything can again. */
    public synchronized void makeUnstorable(@Nullable JobId id) {
        unstorable = id;
    }

    /** The same for the next batch with something of that job. */
    public synchronized void makeUnstorableOnce(JobId id) {
        unstorable = id;
        once = true;
    }

    /** How many batches are not durable yet. */
    public synchronized int heldBatches() {
        return waiting.size();
    }

    /** A new store with what is durable; this one may be thrown away as a killed process is. */
    public synchronized MemoryJobStore afterCrash() {
        MemoryJobStore next = new MemoryJobStore(durable.copy());
        next.withoutFiles = withoutFiles;
        return next;
    }

    /** How many jobs the largest batch since the last call put. */
    public synchronized long takeMostJobsInABatch() {
        long most = mostJobsInABatch;
        mostJobsInABatch = 0;
        return most;
    }

    @Override
    public void scan(Consumer<JobRecord> each) {
        List<JobRecord> all;
        synchronized (this) {
            all = new ArrayList<>(seen.jobs.values());
        }
        all.forEach(each);
    }

    @Override
    public synchronized @Nullable JobRecord job(JobId id) {
        return seen.jobs.get(id);
    }

    @Override
    public synchronized List<FileRecord> files(JobId id) {
        if (id.equals(withoutFiles)) {
            throw new IllegalStateException("the test lost the files");
        }
        return new ArrayList<>(seen.files
                .subMap(new Key(id, 0), true, new Key(id, Integer.MAX_VALUE), true)
                .values());
    }

    @Override
    public synchronized @Nullable FileRecord file(JobId id, int index) {
        if (id.equals(withoutFiles)) {
            throw new IllegalStateException("the test lost the files");
        }
        return seen.files.get(new Key(id, index));
    }

    @Override
    public synchronized @Nullable Checkpoint checkpoint(JobId id, int index) {
        if (id.equals(unreadable)) {
            if (trouble instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(trouble);
        }
        return seen.checkpoints.get(new Key(id, index));
    }

    @Override
    public CompletableFuture<Void> commit(Batch batch) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        List<Change> changes = List.copyOf(batch.changes());
        RuntimeException failed;
        synchronized (this) {
            for (Change change : changes) {
                if (change.job().equals(unstorable)) {
                    unstorable = once ? null : unstorable;
                    once = false;
                    throw new UnstorableException(change.job(), new IllegalStateException("the test said so"));
                }
            }
            seen.apply(changes);
            mostJobsInABatch = Math.max(
                    mostJobsInABatch,
                    changes.stream().filter(change -> change instanceof PutJob).count());
            failed = failure;
            if (failed == null && held) {
                waiting.add(new Waiting(changes, done));
                return done;
            }
            if (failed == null) {
                durable.apply(changes);
            }
        }
        if (failed != null) {
            done.completeExceptionally(failed);
        } else {
            done.complete(null);
        }
        return done;
    }

    @Override
    public void close() {
        release();
    }

    private record Waiting(List<Change> changes, CompletableFuture<Void> done) {}

    private record Key(JobId job, int index) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byJob = job.compareTo(other.job);
            return byJob != 0 ? byJob : Integer.compare(index, other.index);
        }
    }

    private static final class State {

        final TreeMap<JobId, JobRecord> jobs = new TreeMap<>();
        final TreeMap<Key, FileRecord> files = new TreeMap<>();
        final TreeMap<Key, Checkpoint> checkpoints = new TreeMap<>();

        State copy() {
            State copy = new State();
            copy.jobs.putAll(jobs);
            copy.files.putAll(files);
            copy.checkpoints.putAll(checkpoints);
            return copy;
        }

        void apply(List<Change> changes) {
            for (Change change : changes) {
                if (change instanceof PutJob put) {
                    jobs.put(put.job(), put.record());
                } else if (change instanceof PutFile put) {
                    files.put(new Key(put.file().job(), put.file().index()), put.file());
                } else if (change instanceof PutCheckpoint put) {
                    putCheckpoint(new Key(put.job(), put.index()), put.checkpoint());
                } else if (change instanceof RemoveJob remove) {
                    jobs.remove(remove.job());
                    Key first = new Key(remove.job(), 0);
                    Key last = new Key(remove.job(), Integer.MAX_VALUE);
                    files.subMap(first, true, last, true).clear();
                    checkpoints.subMap(first, true, last, true).clear();
                }
            }
        }

        private void putCheckpoint(Key key, @Nullable Checkpoint checkpoint) {
            if (checkpoint == null) {
                checkpoints.remove(key);
            } else {
                checkpoints.put(key, checkpoint);
            }
        }
    }
}
