package org.openbits.internal.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openbits.JobId;
import org.openbits.internal.transfer.Checkpoint;

/**
 * Keeps jobs across the loss of the process. Headers, files and checkpoints are records of their own, so that finishing
 * one file of many never rewrites the job.
 *
 * <p>Used by the queue thread only, except where said. Reads see every batch handed to {@link #commit} before, also those
 * not durable yet.
 */
public interface JobStore extends AutoCloseable {

    /** Hands every header to the consumer, in no particular order. */
    void scan(Consumer<JobRecord> each);

    /** One header, or null. */
    @Nullable
    JobRecord job(JobId id);

    /** The files of a job, in order; empty when there is no such job. */
    List<FileRecord> files(JobId id);

    /** One file, or null. */
    @Nullable
    FileRecord file(JobId id, int index);

    /** The last checkpoint of a file, or null. */
    @Nullable
    Checkpoint checkpoint(JobId id, int index);

    /**
     * Makes a batch durable: after a crash all of it is there or nothing. Batches become durable in the order of the
     * calls. Returns at once; the future completes, on a thread of the store, when the batch is forced to disk, or fails
     * when it could not be: then no later batch succeeds either, and what was acknowledged before stays.
     *
     * @throws UnstorableException when a record cannot be brought into the form of the store: then nothing of the batch
     *     happened, and other batches succeed
     */
    CompletableFuture<Void> commit(Batch batch);

    /** One job has what no store can hold. */
    final class UnstorableException extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final JobId job;

        public UnstorableException(JobId job, Throwable cause) {
            super("A record of the job " + job + " cannot be saved: " + cause, cause);
            this.job = job;
        }

        JobId job() {
            return job;
        }
    }

    /** Waits for the batches handed over and closes the files. */
    @Override
    void close();

    /** Changes that belong together. Confined to its maker until it is committed. */
    final class Batch {

        private final List<Change> changes = new ArrayList<>();

        /** Adds or replaces a header. */
        public Batch put(JobRecord job) {
            changes.add(new PutJob(job));
            return this;
        }

        /** Adds or replaces a file. */
        public Batch put(FileRecord file) {
            changes.add(new PutFile(file));
            return this;
        }

        /** Replaces the checkpoint of a file; null removes it. */
        public Batch put(JobId job, int index, @Nullable Checkpoint checkpoint) {
            changes.add(new PutCheckpoint(job, index, checkpoint));
            return this;
        }

        /** Removes a job with its files and checkpoints. */
        public Batch remove(JobId job) {
            changes.removeIf(change -> change.job().equals(job)); // of many files, say, that were just completed
            changes.add(new RemoveJob(job));
            return this;
        }

        /** The same without those of a job. */
        Batch without(JobId job) {
            Batch rest = new Batch();
            changes.stream().filter(change -> !change.job().equals(job)).forEach(rest.changes::add);
            return rest;
        }

        /** The changes, in the order they were made. */
        public List<Change> changes() {
            return changes;
        }

        public boolean isEmpty() {
            return changes.isEmpty();
        }
    }

    /** One change of a batch. */
    sealed interface Change {
        /** Whose. */
        JobId job();
    }

    record PutJob(JobRecord record) implements Change {
        @Override
        public JobId job() {
            return record.id();
        }
    }

    record PutFile(FileRecord file) implements Change {
        @Override
        public JobId job() {
            return file.job();
        }
    }

    record PutCheckpoint(JobId job, int index, @Nullable Checkpoint checkpoint) implements Change {}

    record RemoveJob(JobId job) implements Change {}
}
