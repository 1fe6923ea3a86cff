package org.openbits.internal.queue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openbits.BackgroundCopyError;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.HistoryEntry;
import org.openbits.JobEvent;
import org.openbits.JobProperty;
import org.openbits.JobType;
import org.openbits.internal.queue.JobRules.Cell;
import org.openbits.internal.queue.JobRules.Input;
import org.openbits.internal.transfer.Checkpoint;
import org.openbits.internal.transfer.TransferObserver.Failure;
import org.openbits.internal.transfer.TransferObserver.SourceFacts;
import org.openbits.internal.transfer.TransferOrder;
import org.openbits.spi.Severity;

/**
 * Moves the files of the jobs that have a place: starts and stops transfers and turns their reports into states. All on
 * the queue thread. A transfer that was told to stop no longer moves its job, but what it saves still counts. The class is
 * long because all reports share one guard: whether their attempt still counts.
 */
final class Runner implements Attempt.Listener {

    private final JobQueue queue;
    private final JobQueue.Parts parts;
    /** Transfers that count, over all jobs. */
    private int transfers;

    Runner(JobQueue queue, JobQueue.Parts parts) {
        this.queue = queue;
        this.parts = parts;
    }

    /** Gives a job a place. */
    void start(Turn turn, Row row) {
        Job job = turn.edit(row);
        List<FileRecord> files = turn.files(row);
        int first = 0;
        while (first < files.size() && files.get(first).transferred()) {
            first++;
        }
        job.move(Input.CONNECTING);
        row.sliceMillis = turn.nowMillis;
        row.losesAllWhenStopped = false;
        row.running = new Running(new Totals(files), first);
        fill(turn, job, row.running);
        turn.event(JobEvent.Kind.MODIFICATION, row, -1);
    }

    /** Begins the next files, as many as may move at once; with nothing left the job is transferred. */
    private void fill(Turn turn, Job job, Running running) {
        if (!job.hasWork()) {
            job.row.running = null;
            job.move(Input.ALL_TRANSFERRED);
            job.transferCompletion = turn.instant;
            turn.event(JobEvent.Kind.TRANSFERRED, job.row, -1);
            return;
        }
        while (running.next < job.progress.filesTotal() && mayBeginAnother(job.row, running)) {
            FileRecord file = turn.file(job.row, running.next++);
            if (!file.transferred()) {
                begin(turn, job, running, file);
            }
        }
        nameAhead(turn, job, running);
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

    private void begin(Turn turn, Job job, Running running, FileRecord file) {
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
                job.credentials);
        Attempt attempt = new Attempt(row, file.index(), order, file.bytesTransferred(), turn.nowMillis, this);
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
            FileRecord file = turn.file(row, attempt.index);
            replace(turn, job, file, file.withBytes(file.bytesTotal(), attempt.keptBytes(), false));
            row.drains(attempt);
            turn.sayings.add(lost -> attempt.stop());
        }
        giveNamesBack(turn, row, running);
        transfers -= running.attempts.size();
        row.running = null;
    }

    private static void giveNamesBack(Turn turn, Row row, Running running) {
        for (int index : running.names.takeAll()) {
            turn.put(turn.file(row, index).withTemporary(null, false));
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
    private void replace(Turn turn, Job job, FileRecord old, FileRecord now) {
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
        replace(turn, job, file, file.withBytes(file.bytesTotal(), 0, false).withValid(false));
        turn.put(job.row, file.index(), (Checkpoint) null);
    }

    // ---- reports

    @Override
    public void connecting(Attempt attempt) {
        heard(attempt, (turn, row) -> {
            attempt.connected = false;
            attempt.received = false;
            if (row.running != null && !row.running.isConnected()) {
                moveByReport(turn, row, attempt, Input.CONNECTING);
            }
        });
    }

    @Override
    public void transferring(Attempt attempt, SourceFacts facts) {
        heard(attempt, (turn, row) -> {
            FileRecord file = turn.file(row, attempt.index);
            if (file.transferred()) {
                return;
            }
            Job job = turn.edit(row);
            replace(
                    turn,
                    job,
                    file,
                    learned(turn, row, file, facts).withBytes(facts.bytesTotal(), file.bytesTransferred(), false));
            attempt.connected = true;
            note(job, facts);
            row.losesAllWhenStopped = job.before.type().isUpload() && !facts.resumable();
            moveByReport(turn, row, attempt, Input.CONNECTED);
            if (tooLarge(job)) {
                end(turn, job, Input.FATAL_FAILURE, error(ErrorCode.BG_E_MAX_DOWNLOAD_SIZE_LIMIT_REACHED, attempt));
            }
        });
    }

    @Override
    public void received(Attempt attempt, SourceFacts facts) {
        heard(attempt, (turn, row) -> {
            Running running = row.running;
            if (running != null && isAttached(row, attempt)) {
                attempt.connected = true;
                attempt.received = true;
                moveByReport(turn, row, attempt, Input.CONNECTED);
                fill(turn, turn.view(row), running);
            }
        });
    }

    /** What a server cannot do is said once in the job, however many files are of that kind. */
    private static void note(Job job, SourceFacts facts) {
        facts.notes().forEach(job::note);
    }

    private static boolean tooLarge(Job job) {
        long maximum = job.settings.get(JobProperty.MAXIMUM_DOWNLOAD_SIZE);
        Running running = job.row.running;
        return maximum > 0 && !job.before.type().isUpload() && running != null && running.totals.knownBytes() > maximum;
    }

    private static BackgroundCopyError error(ErrorCode code, Attempt attempt) {
        return new BackgroundCopyError(code, ErrorContext.REMOTE_FILE, code.text(), attempt.index, null);
    }

    private void moveByReport(Turn turn, Row row, Attempt attempt, Input input) {
        if (isAttached(row, attempt)
                && JobRules.rule(input, turn.view(row).state).cell() == Cell.MOVES) {
            turn.edit(row).move(input);
            turn.event(JobEvent.Kind.MODIFICATION, row, -1);
        }
    }

    private static FileRecord learned(Turn turn, Row row, FileRecord file, SourceFacts facts) {
        List<String> notes = new ArrayList<>(file.notes());
        for (String note : facts.notes()) {
            if (!notes.contains(note)) {
                notes.add(note);
            }
        }
        String reported = facts.remoteName().equals(file.spec().remoteName()) ? null : facts.remoteName();
        FileRecord learned = file.withFacts(facts.lastModified(), facts.responseHeaders(), notes, reported);
        String name = facts.localName();
        boolean isFree = name != null
                && turn.files(row).stream()
                        .noneMatch(other -> other.spec().localName().equals(name));
        return file.spec().serverMayName() && name != null && isFree
                ? learned.withSpec(file.spec().withLocalName(name))
                : learned;
    }

    @Override
    public void progressed(Attempt attempt) {
        heard(attempt, (turn, row) -> {
            if (!isAttached(row, attempt)) {
                return;
            }
            forgetFailuresOnProgress(turn, row, attempt);
            Running running = row.running;
            if (running != null && turn.nowMillis - running.toldMillis >= Attempt.PROGRESS_INTERVAL_MILLIS) {
                running.toldMillis = turn.nowMillis;
                turn.event(JobEvent.Kind.MODIFICATION, row, -1);
            }
        });
    }

    private static void forgetFailuresOnProgress(Turn turn, Row row, Attempt attempt) {
        if (attempt.hasMoved() && turn.view(row).timers.failures() > 0) {
            turn.edit(row).forgetFailures();
        }
    }

    @Override
    public void checkpoint(Attempt attempt, Checkpoint checkpoint, long bytes, Runnable saved) {
        heard(attempt, (turn, row) -> {
            turn.afterwards(saved);
            FileRecord file = turn.file(row, attempt.index);
            if (file.transferred()) {
                return;
            }
            turn.put(row, attempt.index, checkpoint);
            Job job = turn.edit(row);
            replace(turn, job, file, file.withBytes(file.bytesTotal(), bytes, false));
            if (attempt.hasMoved()) {
                job.touch(turn.instant);
            }
            forgetFailuresOnProgress(turn, row, attempt);
        });
    }

    @Override
    public void startsOver(Attempt attempt, Runnable forgotten) {
        heard(attempt, (turn, row) -> {
            turn.put(row, attempt.index, (Checkpoint) null);
            turn.afterwards(forgotten);
        });
    }

    @Override
    public void finished(Attempt attempt, SourceFacts facts, long bytes) {
        heard(attempt, (turn, row) -> {
            FileRecord file = turn.file(row, attempt.index);
            Job job = turn.edit(row);
            replace(turn, job, file, learned(turn, row, file, facts).withBytes(bytes, bytes, true));
            turn.put(row, attempt.index, (Checkpoint) null);
            job.touch(turn.instant);
            job.forgetFailures();
            note(job, facts);
            turn.event(JobEvent.Kind.FILE_TRANSFERRED, row, attempt.index);
            Running running = row.running;
            if (running == null || !remove(running, attempt)) {
                drained(turn, row, attempt);
            } else if (tooLarge(job)) {
                end(turn, job, Input.FATAL_FAILURE, error(ErrorCode.BG_E_MAX_DOWNLOAD_SIZE_LIMIT_REACHED, attempt));
            } else {
                fill(turn, job, running);
            }
        });
    }

    /** Takes an attempt that is over out of those that count; false when it was told to stop before. */
    private boolean remove(Running running, Attempt attempt) {
        boolean counted = running.attempts.remove(attempt.index, attempt);
        transfers -= counted ? 1 : 0;
        return counted;
    }

    @Override
    public void stopped(Attempt attempt) {
        heard(attempt, (turn, row) -> {
            Running running = row.running;
            if (running == null || !remove(running, attempt)) {
                drained(turn, row, attempt);
            } else if (running.attempts.isEmpty()) {
                giveNamesBack(turn, row, running);
                row.running = null; // the transfers are being closed: the job goes on when they are there again
                turn.edit(row).move(Input.PREEMPTED);
            }
        });
    }

    @Override
    public void failed(Attempt attempt, Failure failure) {
        heard(attempt, (turn, row) -> {
            Running running = row.running;
            if (running == null || !remove(running, attempt)) {
                drained(turn, row, attempt);
                return;
            }
            Job job = turn.edit(row);
            detach(turn, row);
            job.touch(turn.instant);
            if (failure.progressed() || attempt.hasMoved()) {
                job.forgetFailures();
            }
            boolean offline = queue.isOffline()
                    && Offline.explains(failure, attempt.order.file().remoteName());
            ErrorCode code = offline ? ErrorCode.BG_E_NETWORK_DISCONNECTED : failure.code();
            BackgroundCopyError error = new BackgroundCopyError(
                    code, failure.context(), failure.message(), attempt.index, failure.protocol());
            keepOrDropPart(turn, row, attempt, failure);
            if (failure.severity() instanceof Severity.Fatal || !Timing.retries(job.settings) || isCustom(job)) {
                end(turn, job, Input.FATAL_FAILURE, error);
            } else {
                Retries.tryLater(turn, job, error, failure.severity(), parts.random());
            }
        });
    }

    /** A name somebody else has taken is given up; what a custom HTTP method brought cannot be continued. */
    private void keepOrDropPart(Turn turn, Row row, Attempt attempt, Failure failure) {
        FileRecord file = turn.file(row, attempt.index);
        if (failure.code().equals(ErrorCode.ERROR_FILE_EXISTS) && !attempt.order.createdBefore()) {
            turn.put(file.withTemporary(null, false));
        } else if (isCustom(turn.edit(row))) {
            turn.put(row, attempt.index, (Checkpoint) null);
        }
    }

    private static boolean isCustom(Job job) {
        return !job.settings.get(JobProperty.HTTP_METHOD).equals(JobProperty.HTTP_METHOD.defaultValue());
    }

    /** Ends what a job was at with an error for its owner. */
    void end(Turn turn, Job job, Input input, BackgroundCopyError error) {
        detach(turn, job.row);
        job.move(input);
        job.error = error;
        job.errorCount++;
        turn.event(JobEvent.Kind.ERROR, job.row, -1);
        HistoryEntry entry =
                HistoryEntries.of(job.toRecord(), turn.files(job.row), HistoryEntry.Result.FAILED, turn.instant);
        turn.afterwards(() -> queue.workers().execute(() -> parts.history().append(entry)));
    }

    private void drained(Turn turn, Row row, Attempt attempt) {
        if (row.drained(attempt)) {
            turn.edit(row);
            queue.endings().afterDrain(turn, row);
        }
    }

    private static boolean isAttached(Row row, Attempt attempt) {
        return row.running != null && row.running.attempt(attempt.index) == attempt;
    }

    private interface Report {
        void apply(Turn turn, Row row);
    }

    /** Runs a report of an attempt whose job is still there. */
    private void heard(Attempt attempt, Report report) {
        queue.turn(turn -> {
            if (queue.table().find(attempt.row.id) == attempt.row) {
                report.apply(turn, attempt.row);
            }
        });
    }

    @Override
    public void report(Runnable report) {
        queue.execute(report);
    }

    @Override
    public long nowMillis() {
        return queue.nowMillis();
    }
}
