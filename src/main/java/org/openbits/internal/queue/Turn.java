package org.openbits.internal.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.FileRange;
import org.openbits.JobEvent;
import org.openbits.JobId;
import org.openbits.JobInfo;
import org.openbits.internal.channel.Outcome;
import org.openbits.internal.transfer.Checkpoint;

/**
 * One step of the queue: what it changes, and what it says once the change is durable. Nothing of it counts before {@link
 * JobQueue} takes it over, so a step that throws has not happened. Confined to the queue thread.
 */
final class Turn {

    /** What leaves after the commit; told of the failure when there was one. */
    interface Saying {
        void say(@Nullable Throwable lost);
    }

    private record FileKey(JobId job, int index) {}

    /** An event whose job is described when the turn is over. */
    record PendingEvent(JobEvent.Kind kind, Row row, int fileIndex, List<FileRange> ranges) {}

    /** An answer that describes the job when the turn is over. */
    record Reply(Row row, Consumer<JobInfo> answer) {}

    final long nowMillis;
    final Instant instant;
    final JobStore.Batch batch = new JobStore.Batch();
    final Map<Row, Job> jobs = new LinkedHashMap<>();
    final List<JobInfo> gone = new ArrayList<>();
    final List<Reply> replies = new ArrayList<>();
    final List<Saying> sayings = new ArrayList<>();
    /** What the step itself touched and said; what follows from it touches other jobs too. */
    final Set<JobId> stepJobs = new HashSet<>();

    int stepSayings;
    /** What begins with the turn's end, for all it rests on is durable. */
    final List<Runnable> beginnings = new ArrayList<>();

    final List<PendingEvent> events = new ArrayList<>();
    private final Map<FileKey, FileRecord> files = new HashMap<>();
    private final JobTable table;

    Turn(JobTable table, long nowMillis, Instant instant) {
        this.table = table;
        this.nowMillis = nowMillis;
        this.instant = instant;
    }

    /** The job, open for changes; the same object for the whole turn. */
    Job edit(Row row) {
        return jobs.computeIfAbsent(row, r -> new Job(r, table.record(r), nowMillis, instant));
    }

    /** The job as this turn sees it, for reading. */
    Job view(Row row) {
        Job open = jobs.get(row);
        return open != null ? open : new Job(row, table.record(row), nowMillis, instant);
    }

    /** The same for one of many. */
    Job glance(Row row) {
        Job open = jobs.get(row);
        return open != null ? open : new Job(row, table.glance(row), nowMillis, instant);
    }

    void add(Job job) {
        jobs.put(job.row, job);
    }

    FileRecord file(Row row, int index) {
        FileRecord changed = files.get(new FileKey(row.id, index));
        FileRecord file = changed != null ? changed : table.store().file(row.id, index);
        if (file == null) {
            throw new BitsException(
                    ErrorCode.E_INVALIDARG,
                    ErrorContext.GENERAL_QUEUE_MANAGER,
                    "The job " + row.id + " has no file number " + index,
                    row.id,
                    null);
        }
        return file;
    }

    List<FileRecord> files(Row row) {
        List<FileRecord> all = new ArrayList<>(table.store().files(row.id));
        for (Map.Entry<FileKey, FileRecord> change : files.entrySet()) {
            if (change.getKey().job().equals(row.id)) {
                int index = change.getKey().index();
                while (all.size() <= index) {
                    all.add(change.getValue());
                }
                all.set(index, change.getValue());
            }
        }
        return all;
    }

    void put(FileRecord file) {
        files.put(new FileKey(file.job(), file.index()), file);
        batch.put(file);
    }

    void put(Row row, int index, @Nullable Checkpoint checkpoint) {
        batch.put(row.id, index, checkpoint);
    }

    /** Runs after the commit, on the thread that announces; not at all when the commit failed. */
    void afterwards(Runnable action) {
        sayings.add(lost -> {
            if (lost == null) {
                action.run();
            }
        });
    }

    /** Answers after the commit. */
    <T> void answer(CompletableFuture<T> answer, T value) {
        sayings.add(lost -> {
            if (lost == null) {
                answer.complete(value);
            } else {
                answer.completeExceptionally(notSaved(lost));
            }
        });
    }

    void event(JobEvent.Kind kind, Row row, int fileIndex) {
        events.add(new PendingEvent(kind, row, fileIndex, List.of()));
    }

    /** Parts of a file are on the disk. */
    void filled(Row row, int fileIndex, List<FileRange> ranges) {
        events.add(new PendingEvent(JobEvent.Kind.FILE_RANGES_TRANSFERRED, row, fileIndex, ranges));
    }

    /** Answers after the commit with the job as this turn leaves it. */
    void reply(CompletableFuture<Outcome> answer, Row row, ErrorCode code) {
        replies.add(new Reply(row, info -> answer(answer, new Outcome(info, code))));
    }

    /** Ends the step: what comes now follows from it. */
    void stepIsOver() {
        jobs.keySet().forEach(row -> stepJobs.add(row.id));
        stepSayings = sayings.size();
    }

    /** Takes a job off the queue. */
    void remove(Row row) {
        jobs.remove(row);
        batch.remove(row.id);
        table.remove(row);
    }

    void gone(JobInfo last) {
        gone.add(last);
    }

    static BitsException notSaved(Throwable lost) {
        if (lost instanceof JobStore.UnstorableException) {
            return new BitsException(ErrorCode.E_FAIL, String.valueOf(lost.getMessage()), lost);
        }
        return new BitsException(
                ErrorCode.BG_E_DATABASE_CORRUPT,
                "The job store cannot be written (" + lost.getMessage()
                        + "); what was answered before is safe. Free the disk or repair it: a service then goes on by itself, a program with jobs of its own must open them"
                        + " again",
                lost);
    }
}
