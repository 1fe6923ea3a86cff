package org.openbits.internal.queue;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbits.BackgroundCopyError;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.HistoryEntry;
import org.openbits.JobEvent;
import org.openbits.JobProperty;
import org.openbits.JobState;
import org.openbits.JobType;
import org.openbits.internal.queue.JobRules.Input;
import org.openbits.internal.transfer.Checkpoint;
import org.openbits.internal.transfer.Demand;
import org.openbits.internal.transfer.TransferOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the files of the jobs that have a place: starts and stops transfers; what they say of themselves is for {@link
 * Reports}. All on the queue thread. A transfer that was told to stop no longer moves its job, but what it saves still
 * counts.
 */
final class Runner {

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    private final JobQueue queue;
    private final JobQueue.Parts parts;
    private final Reports reports;
    /** Transfers that count, over all jobs. */
    private int transfers;

    Runner(JobQueue queue, JobQueue.Parts parts) {
        this.queue = queue;
        this.parts = parts;
        this.reports = new Reports(queue, this, parts.random());
    }

    /** Gives a job a place; false when it can do nothing with it, as its host has no network. */
    boolean start(Turn turn, Row row) {
        try {
            return begin(turn, row);
        } catch (RuntimeException | Error e) {
            LOG.error("The job {} cannot be started", row.id, e);
            giveUp(turn, row, e);
            return true;
        }
    }

    /** Its records cannot be read: that must not keep the others from their turn. */
    private void giveUp(Turn turn, Row row, Throwable why) {
        endAnyhow(
                turn,
                turn.edit(row),
                new BackgroundCopyError(
                        ErrorCode.E_FAIL,
                        ErrorContext.GENERAL_QUEUE_MANAGER,
                        "The job cannot be started: " + why.getMessage(),
                        -1,
                        null));
    }

    /** Ends a job of which not everything can be read or saved, whatever it was at. */
    void endAnyhow(Turn turn, Job job, BackgroundCopyError error) {
        detach(turn, job.row);
        job.enter(JobState.ERROR);
        job.error = error;
        job.errorCount++;
        turn.event(JobEvent.Kind.ERROR, job.row, -1);
    }

    /** Forgets the transfers of a job that is none. */
    void drop(Row row) {
        Running running = row.running;
        if (running != null) {
            running.attempts.values().forEach(Attempt::stop);
            transfers -= running.attempts.size();
            row.running = null;
        }
    }

    private boolean begin(Turn turn, Row row) {
        Job job = turn.edit(row);
        List<FileRecord> files = turn.files(row);
        int first = 0;
        while (first < files.size() && files.get(first).transferred()) {
            first++;
        }
        if (queue.isOffline()
                && first < files.size()
                && Offline.needsNetwork(files.get(first).spec().remoteName())) {
            Retries.waitForNetwork(turn, job, first);
            return false;
        }
        job.move(Input.CONNECTING);
        row.sliceMillis = turn.nowMillis;
        row.losesAllWhenStopped = false;
        row.running = new Running(new Totals(files), first);
        fill(turn, job, row.running);
        turn.event(JobEvent.Kind.MODIFICATION, row, -1);
        return true;
    }

    /** Begins the next files, as many as may move at once; with nothing left the job is transferred. */
    void fill(Turn turn, Job job, Running running) {
        if (!job.hasWork()) {
            job.row.running = null;
            job.move(Input.ALL_TRANSFERRED);
            job.transferCompletion = turn.instant;
            turn.event(JobEvent.Kind.TRANSFERRED, job.row, -1);
            return;
        }
        while (running.next < job.progress.filesTotal() && mayBeginAnother(job.row, running)) {
            FileRecord file = turn.file(job.row, running.next++);
            Demand demand = file.transferred() ? null : demand(job, file);
            if (demand != null) {
                begin(turn, job, running, file, demand);
            }
        }
        if (!job.settings.get(JobProperty.ON_DEMAND)) {
            nameAhead(turn, job, running);
        } else if (running.attempts.isEmpty()) {
            job.row.running = null;
            job.move(Input.RANGES_TRANSFERRED);
            turn.event(JobEvent.Kind.MODIFICATION, job.row, -1);
        }
    }

    /** What to fetch of a file now; null for nothing. */
    private @Nullable Demand demand(Job job, FileRecord file) {
        return job.settings.get(JobProperty.ON_DEMAND)
                ? Demands.only(file, parts.store().checkpoint(job.row.id, file.index()))
                : Demands.first(file);
    }

    /** One file always; more as long as there are places that no job needs. One that only waits for the disk takes none. */
    private boolean mayBeginAnother(Row row, Running running) {
        Policies policies = queue.policies();
        int most = policies.filesPerJob(row.priority);
        return running.attempts.isEmpty() || (running.moving() < most && transfers < policies.maxActiveTransfers());
    }

    private void nameAhead(Turn turn, Job job, Running running) {
        int end = job.progress.filesTotal();
        if (job.before.type() == JobType.DOWNLOAD && running.names.areFew()) {
            for (int index = running.names.from(running.next);
                    index < end && running.names.areFewerThanWanted();
                    index++) {
                FileRecord file = turn.file(job.row, index);
                boolean unnamed = file.temporaryName() == null && !file.transferred();
                if (unnamed) {
                    turn.put(file.withTemporary(newTemporary(job, file), true));
                }
                running.names.add(index, unnamed);
            }
            turn.afterwards(running.names.saved());
        }
    }

    private String newTemporary(Job job, FileRecord file) {
        Path destination = Path.of(Uploads.finalName(job.toRecord(), file));
        return parts.localSide().temporaryFor(destination).toString();
    }

    private void begin(Turn turn, Job job, Running running, FileRecord file, Demand demand) {
        Row row = job.row;
        JobType type = job.before.type();
        NamesAhead.Name ahead = running.names.take(file.index());
        String temporary = file.temporaryName();
        if (temporary == null && Uploads.hasTemporary(type)) {
            temporary = newTemporary(job, file);
        }
        FileRecord named = file.withTemporary(temporary, true);
        if (!named.equals(file)) {
            turn.put(named);
        }
        boolean createdBefore = file.createdBefore() && ahead == null;
        Checkpoint checkpoint = createdBefore ? parts.store().checkpoint(row.id, file.index()) : null;
        TransferOrder order = new TransferOrder(
                type,
                file.spec(),
                Path.of(temporary == null ? "" : temporary),
                createdBefore,
                checkpoint,
                job.settings,
                job.credentials,
                demand);
        Attempt attempt = new Attempt(row, file.index(), order, file.bytesTransferred(), turn.nowMillis, reports);
        running.attempts.put(file.index(), attempt);
        transfers++;
        if (ahead != null && ahead.isDurable()) {
            turn.beginnings.add(() -> attempt.start(parts.transfers()));
            return;
        }
        turn.sayings.add(lost -> {
            if (lost == null) {
                attempt.start(parts.transfers());
            } else {
                attempt.stopped();
            }
        });
    }

    /** Takes the place away; the transfer says when it is done with its file. */
    void detach(Turn turn, Row row) {
        Running running = row.running;
        if (running == null) {
            return;
        }
        Job job = turn.edit(row);
        for (Attempt attempt : running.attempts.values()) {
            keepBytes(turn, job, attempt);
            row.drains(attempt);
            turn.sayings.add(lost -> attempt.stop());
        }
        giveNamesBack(turn, row, running);
        transfers -= running.attempts.size();
        row.running = null;
    }

    private void keepBytes(Turn turn, Job job, Attempt attempt) {
        try {
            FileRecord file = turn.file(job.row, attempt.index);
            replace(turn, job, file, file.withBytes(file.bytesTotal(), attempt.keptBytes(), false));
        } catch (RuntimeException e) {
            // It is only for show: what the disk holds is in the checkpoint. Its transfer must be stopped all the same.
            LOG.error("The file {} of the job {} cannot be read", attempt.index, job.row.id, e);
        }
    }

    /** What was named for files that do not begin. */
    static void giveNamesBack(Turn turn, Row row, Running running) {
        for (int index : running.names.takeAll()) {
            try {
                turn.put(turn.file(row, index).withTemporary(null, false));
            } catch (RuntimeException e) {
                // The name stays with it, for a file that may never be made.
                LOG.error("The file {} of the job {} cannot be read", index, row.id, e);
            }
        }
    }

    /** Stops without a word to the job: the queue cannot save any more. */
    void abandon(Row row) {
        if (row.running != null) {
            row.running.attempts.values().forEach(Attempt::stop);
        }
    }

    /** A job of higher priority, or the next of equals, needs the place. */
    void preempt(Turn turn, Row row) {
        Job job = turn.edit(row);
        detach(turn, row);
        job.move(Input.PREEMPTED);
        queue.lastInRound(row);
        turn.event(JobEvent.Kind.MODIFICATION, row, -1);
    }

    /** Puts a changed file and keeps the sums of its job right. */
    void replace(Turn turn, Job job, FileRecord old, FileRecord now) {
        turn.put(now);
        Running running = job.row.running;
        if (running == null) {
            job.progress = new Totals(turn.files(job.row)).progress();
            return;
        }
        running.totals.replace(old, now);
        job.progress = running.totals.progress();
        Attempt attempt = running.attempt(now.index());
        if (attempt != null) {
            attempt.savedBytes = now.bytesTransferred();
        }
    }

    /** The content of a file is worthless: it starts over at the next Resume. */
    void dropContent(Turn turn, Job job, FileRecord file) {
        replace(turn, job, file, file.withoutContent());
        turn.put(job.row, file.index(), (Checkpoint) null);
    }

    /** Takes an attempt that is over out of those that count; false when it was told to stop before. */
    boolean remove(Running running, Attempt attempt) {
        boolean counted = running.attempts.remove(attempt.index, attempt);
        transfers -= counted ? 1 : 0;
        return counted;
    }

    /** None when they cannot be read: that is no reason to keep the error of a job from its owner. */
    private static List<FileRecord> files(Turn turn, Job job) {
        try {
            return turn.files(job.row);
        } catch (RuntimeException e) {
            LOG.error("The files of the job {} cannot be read", job.row.id, e);
            return List.of();
        }
    }

    /** Ends what a job was at with an error for its owner. */
    void end(Turn turn, Job job, Input input, BackgroundCopyError error) {
        detach(turn, job.row);
        job.move(input);
        job.error = error;
        job.errorCount++;
        turn.event(JobEvent.Kind.ERROR, job.row, -1);
        HistoryEntry entry =
                HistoryEntries.of(job.toRecord(), files(turn, job), HistoryEntry.Result.FAILED, turn.instant);
        turn.afterwards(() -> queue.workers().execute(() -> parts.history().append(entry)));
    }
}
