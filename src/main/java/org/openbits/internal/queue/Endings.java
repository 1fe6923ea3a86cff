package org.openbits.internal.queue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.openbits.BackgroundCopyError;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.FileInfo;
import org.openbits.HistoryEntry;
import org.openbits.JobInfo;
import org.openbits.internal.channel.Outcome;
import org.openbits.internal.queue.Ending.Result;
import org.openbits.internal.queue.JobRecord.Intent;
import org.openbits.internal.queue.JobRules.Input;
import org.openbits.internal.transfer.Checkpoint;
import org.openbits.internal.transfer.TransferOrder;
import org.openbits.spi.TransferException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Completes and cancels jobs, step by step: save the intent, do the work on a worker, remove the record. Queue thread. */
final class Endings {

    private static final Logger LOG = LoggerFactory.getLogger(Endings.class);

    private static final Duration TELL_SERVER = Duration.ofSeconds(10);

    /** Many files may have the same trouble. */
    private static final int MOST_NOTES = 20;

    private final JobQueue queue;
    private final JobQueue.Parts parts;
    private final Executor workers;
    private final Tombstones tombstones;
    private int underWay;
    private final List<Runnable> waiting = new ArrayList<>();

    Endings(JobQueue queue, JobQueue.Parts parts, Executor workers, Tombstones tombstones) {
        this.queue = queue;
        this.parts = parts;
        this.workers = workers;
        this.tombstones = tombstones;
    }

    /** Begins to end a job that is not ending yet. */
    void begin(Turn turn, Row row, Intent intent, @Nullable CompletableFuture<Outcome> answer) {
        Job job = turn.edit(row);
        job.intent = intent;
        job.touch(turn.instant);
        row.ending = new Ending(intent, answer);
        queue.runner().detach(turn, row);
        if (job.state.isActive()) {
            job.move(Input.SUSPEND); // what it is if a file cannot get its name
        }
        if (!row.isDraining()) {
            workOrStay(turn, row, row.ending);
        }
    }

    /** A job whose ending cannot even begin is not one that ends. */
    private void workOrStay(Turn turn, Row row, Ending ending) {
        try {
            work(turn, row, ending);
        } catch (RuntimeException | Error e) {
            row.ending = null;
            throw e;
        }
    }

    /** The transfer that had to stop first has stopped. */
    void afterDrain(Turn turn, Row row) {
        if (row.ending != null) {
            work(turn, row, row.ending);
        } else {
            queue.resumeDeferred(row);
        }
    }

    /** Goes on with an intent found at the start. */
    void goOn(Turn turn, Row row) {
        Job job = turn.edit(row);
        row.ending = new Ending(job.intent, null);
        workOrStay(turn, row, row.ending);
    }

    private void work(Turn turn, Row row, Ending ending) {
        List<FileRecord> files = files(turn, row, ending);
        JobRecord record = turn.view(row).toRecord();
        List<TransferOrder> givenUp = ending.intent == Intent.CANCEL ? unfinishedUploads(record, files) : List.of();
        HistoryEntry entry = HistoryEntries.of(
                record,
                files,
                ending.intent == Intent.COMPLETE ? HistoryEntry.Result.COMPLETED : HistoryEntry.Result.CANCELLED,
                turn.instant);
        underWay++;
        turn.sayings.add(lost -> {
            if (lost != null) {
                queue.execute(this::oneIsOver);
                return;
            }
            workers.execute(() -> {
                givenUp.forEach(this::tellServer);
                Result result = workSafely(ending, record, files);
                if (result.failure() == null) {
                    remember(entry); // before the record goes: a crash in between repeats both
                }
                queue.execute(() -> queue.turn(later -> done(later, row, ending, result)));
                queue.execute(this::oneIsOver);
            });
        });
    }

    private void oneIsOver() {
        underWay--;
        if (underWay == 0) {
            List<Runnable> told = List.copyOf(waiting);
            waiting.clear();
            told.forEach(Runnable::run);
        }
    }

    /** Runs it as soon as no file is being named or deleted. */
    void whenOver(Runnable then) {
        if (underWay == 0) {
            then.run();
        } else {
            waiting.add(then);
        }
    }

    /** A job must be able to go though its files cannot be read: what they left on disk stays then. */
    private static List<FileRecord> files(Turn turn, Row row, Ending ending) {
        try {
            return turn.files(row);
        } catch (RuntimeException e) {
            if (ending.intent == Intent.COMPLETE) {
                throw e;
            }
            LOG.error("The files of the job {} cannot be read; it is cancelled without them", row.id, e);
            return List.of();
        }
    }

    private List<TransferOrder> unfinishedUploads(JobRecord job, List<FileRecord> files) {
        List<TransferOrder> orders = new ArrayList<>();
        for (FileRecord file : files) {
            if (job.type().isUpload() && !file.transferred()) {
                Checkpoint checkpoint = checkpointOf(file);
                orders.add(new TransferOrder(
                        job.type(), file.spec(), Path.of(""), true, checkpoint, job.settings(), job.credentials()));
            }
        }
        return orders;
    }

    /** Without it the server is not told, and drops the part by itself. */
    private @Nullable Checkpoint checkpointOf(FileRecord file) {
        try {
            return parts.store().checkpoint(file.job(), file.index());
        } catch (RuntimeException e) {
            LOG.error("What a server has of {} cannot be read", file.spec().localName(), e);
            return null;
        }
    }

    /** Once and briefly: a server that cannot be reached now drops the part when its session times out. */
    private void tellServer(TransferOrder order) {
        try {
            parts.transfers().abandon(order, TELL_SERVER);
        } catch (TransferException | RuntimeException | Error e) {
            LOG.info("The server could not be told that an upload was cancelled: {}", e.getMessage());
        }
    }

    private void remember(HistoryEntry entry) {
        try {
            parts.history().append(entry);
        } catch (RuntimeException | Error e) {
            LOG.error("The end of the job {} may be missing in the history", entry.job(), e);
        }
    }

    private Result workSafely(Ending ending, JobRecord job, List<FileRecord> files) {
        try {
            return ending.work(parts.localSide(), parts.protocols(), job, files);
        } catch (RuntimeException | Error e) {
            LOG.error("Naming or deleting files failed unexpectedly", e);
            return new Result(
                    List.of(),
                    new BitsException(ErrorCode.E_FAIL, "Naming the files failed: " + e, e),
                    false,
                    List.of());
        }
    }

    private void done(Turn turn, Row row, Ending ending, Result result) {
        row.ending = null;
        for (FileRecord file : result.files()) {
            turn.put(file);
        }
        Job job = turn.edit(row);
        job.intent = Intent.NONE;
        result.notes().stream().limit(MOST_NOTES).forEach(job::note);
        BitsException failure = result.failure();
        if (failure == null) {
            leave(turn, job, ending, result.leftovers());
        } else if (ending.answer != null) {
            CompletableFuture<Outcome> answer = ending.answer;
            turn.sayings.add(lost -> answer.completeExceptionally(failure));
        } else {
            BackgroundCopyError error = new BackgroundCopyError(
                    failure.code(), ErrorContext.LOCAL_FILE, String.valueOf(failure.getMessage()), -1, null);
            queue.runner().end(turn, job, Input.AUTO_COMPLETE_FAILED, error);
        }
        queue.resumeDeferred(row);
    }

    private void leave(Turn turn, Job job, Ending ending, boolean leftovers) {
        boolean completed = ending.intent == Intent.COMPLETE;
        job.move(completed ? Input.COMPLETE : Input.CANCEL);
        boolean partial = completed && job.hasWork();
        if (completed && ending.answer == null) {
            queue.notifications().sendLast(turn, job);
        }
        JobInfo last = Snapshots.job(job);
        List<FileInfo> files = files(turn, job.row, ending).stream()
                .map(file -> Snapshots.file(file, null))
                .toList();
        turn.remove(job.row);
        tombstones.add(last, files);
        turn.gone(last);
        if (ending.answer != null) {
            ErrorCode code = partial ? ErrorCode.BG_S_PARTIAL_COMPLETE : ErrorCode.S_OK;
            turn.answer(ending.answer, new Outcome(last, leftovers ? ErrorCode.BG_S_UNABLE_TO_DELETE_FILES : code));
        }
    }
}
