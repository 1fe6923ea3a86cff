package org.openbits.internal.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.openbits.BackgroundCopyError;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.FileRange;
import org.openbits.JobEvent;
import org.openbits.JobProperty;
import org.openbits.internal.queue.JobRules.Cell;
import org.openbits.internal.queue.JobRules.Input;
import org.openbits.internal.transfer.Checkpoint;
import org.openbits.internal.transfer.Demand;
import org.openbits.internal.transfer.TransferObserver.Failure;
import org.openbits.internal.transfer.TransferObserver.SourceFacts;
import org.openbits.spi.Severity;

/**
 * What transfers say of themselves, turned into files, states and events. All on the queue thread, and all behind one
 * guard: a report counts only as long as its job is there, and moves it only as long as its attempt has a place.
 */
final class Reports implements Attempt.Listener {

    private static final long FILE_RANGES_FLAG = 32;

    private final JobQueue queue;
    private final Runner runner;
    private final RandomGenerator random;

    Reports(JobQueue queue, Runner runner, RandomGenerator random) {
        this.queue = queue;
        this.runner = runner;
        this.random = random;
    }

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
            if (file.transferred() || isOfAnotherAddress(attempt, file)) {
                return;
            }
            Job job = turn.edit(row);
            runner.replace(
                    turn,
                    job,
                    file,
                    learned(turn, row, file, facts).withBytes(facts.bytesTotal(), file.bytesTransferred(), false));
            attempt.connected = true;
            note(job, facts);
            row.losesAllWhenStopped = job.before.type().isUpload() && !facts.resumable();
            moveByReport(turn, row, attempt, Input.CONNECTED);
            if (tooLarge(job)) {
                runner.end(
                        turn, job, Input.FATAL_FAILURE, error(ErrorCode.BG_E_MAX_DOWNLOAD_SIZE_LIMIT_REACHED, attempt));
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
                if (running.refused() == null) {
                    runner.fill(turn, turn.view(row), running);
                }
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
                // It stays one that the server named: what has that name when the job is completed is not replaced.
                ? learned.withSpec(file.spec().withLocalName(name).withServerMayName(true))
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
            if (running != null && turn.nowMillis - running.toldMillis >= interval(turn.view(row))) {
                running.toldMillis = turn.nowMillis;
                turn.event(JobEvent.Kind.MODIFICATION, row, -1);
            }
        });
    }

    /** Ten times a second, or less often where the job says so. */
    private static long interval(Job job) {
        long own = job.settings.isSet(JobProperty.MINIMUM_NOTIFICATION_INTERVAL)
                ? job.settings.get(JobProperty.MINIMUM_NOTIFICATION_INTERVAL)
                : 0;
        return Math.max(Attempt.PROGRESS_INTERVAL_MILLIS, own);
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
            turn.put(row, attempt.index, isOfAnotherAddress(attempt, file) ? checkpoint.elsewhere() : checkpoint);
            Job job = turn.edit(row);
            runner.replace(turn, job, file, file.withBytes(file.bytesTotal(), bytes, false));
            attempt.held = checkpoint.held();
            if (turn.nowMillis - attempt.toldMillis >= interval(job)) {
                tellFilled(turn, row, attempt);
            }
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
            attempt.held = List.of();
            attempt.told = List.of();
            turn.afterwards(forgotten);
        });
    }

    @Override
    public void finished(Attempt attempt, SourceFacts facts, long bytes) {
        lastWord(attempt, (turn, row) -> {
            FileRecord file = turn.file(row, attempt.index);
            Job job = turn.edit(row);
            if (isOfAnotherAddress(attempt, file)) {
                runner.dropContent(turn, job, file);
                drained(turn, row, attempt);
                return;
            }
            runner.replace(turn, job, file, learned(turn, row, file, facts).withBytes(bytes, bytes, true));
            turn.put(row, attempt.index, (Checkpoint) null);
            job.touch(turn.instant);
            job.forgetFailures();
            note(job, facts);
            attempt.held = bytes > 0 ? List.of(new Checkpoint.Range(0, bytes)) : List.of();
            tellFilled(turn, row, attempt);
            turn.event(JobEvent.Kind.FILE_TRANSFERRED, row, attempt.index);
            Running running = row.running;
            if (running == null || !runner.remove(running, attempt)) {
                drained(turn, row, attempt);
            } else if (tooLarge(job)) {
                runner.end(
                        turn, job, Input.FATAL_FAILURE, error(ErrorCode.BG_E_MAX_DOWNLOAD_SIZE_LIMIT_REACHED, attempt));
            } else {
                goOn(turn, job, running);
            }
        });
    }

    /** Which bytes came since the last word of it, of a job whose owner wants to know (BG_NOTIFY_FILE_RANGES_TRANSFERRED). */
    private static void tellFilled(Turn turn, Row row, Attempt attempt) {
        Job job = turn.view(row);
        boolean wanted = (job.settings.get(JobProperty.NOTIFY_FLAGS) & FILE_RANGES_FLAG) != 0;
        if (!wanted || !Demands.isPossible(job, attempt.order.file())) {
            return;
        }
        List<FileRange> filled = Demand.filled(attempt.told, attempt.held);
        attempt.told = attempt.held;
        attempt.toldMillis = turn.nowMillis;
        if (!filled.isEmpty()) {
            turn.filled(row, attempt.index, filled);
        }
    }

    @Override
    public void demandMet(Attempt attempt) {
        lastWord(attempt, (turn, row) -> {
            Running running = row.running;
            tellFilled(turn, row, attempt);
            if (running != null && runner.remove(running, attempt)) {
                goOn(turn, turn.edit(row), running);
            } else {
                drained(turn, row, attempt);
            }
        });
    }

    @Override
    public void stopped(Attempt attempt) {
        lastWord(attempt, (turn, row) -> {
            Running running = row.running;
            if (running == null || !runner.remove(running, attempt)) {
                drained(turn, row, attempt);
            } else if (running.attempts.isEmpty()) {
                Runner.giveNamesBack(turn, row, running);
                row.running = null; // the transfers are being closed: the job goes on when they are there again
                turn.edit(row).move(Input.PREEMPTED);
            }
        });
    }

    @Override
    public void failed(Attempt attempt, Failure failure) {
        lastWord(attempt, (turn, row) -> {
            Running running = row.running;
            if (running == null || !runner.remove(running, attempt)) {
                drained(turn, row, attempt);
                return;
            }
            Job job = turn.edit(row);
            job.touch(turn.instant);
            if (failure.progressed() || attempt.hasMoved()) {
                job.forgetFailures();
            }
            keepOrDropPart(turn, row, attempt, failure);
            boolean offline = queue.isOffline()
                    && Offline.explains(failure, attempt.order.file().remoteName());
            ErrorCode code = offline ? ErrorCode.BG_E_NETWORK_DISCONNECTED : failure.code();
            BackgroundCopyError error = new BackgroundCopyError(
                    code, failure.context(), failure.message(), attempt.index, failure.protocol());
            if (failure.severity() instanceof Severity.Fatal || !Timing.retries(job.settings) || isCustom(job)) {
                running.refuse(error);
                goOn(turn, job, running);
            } else {
                runner.detach(turn, row);
                Retries.tryLater(turn, job, error, failure.severity(), random);
            }
        });
    }

    /**
     * Begins the next files; ends a job of which a file was refused, once the files before that one have come or failed: as
     * with BITS, which moves one after the other, what stands before the bad file in the list is there.
     */
    private void goOn(Turn turn, Job job, Running running) {
        BackgroundCopyError refused = running.refused();
        if (refused == null) {
            runner.fill(turn, job, running);
        } else if (!running.isMovingBefore(refused.fileIndex())) {
            runner.detach(turn, job.row);
            runner.end(turn, job, Input.FATAL_FAILURE, refused);
        }
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

    /** Whether the file got another remote name while this attempt was being stopped: what it brings is not that file. */
    private static boolean isOfAnotherAddress(Attempt attempt, FileRecord file) {
        return !attempt.order.file().remoteName().equals(file.spec().remoteName());
    }

    private static boolean isCustom(Job job) {
        return !job.settings.get(JobProperty.HTTP_METHOD).equals(JobProperty.HTTP_METHOD.defaultValue());
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
        heard(attempt, report, false);
    }

    /** The same for the last one. */
    private void lastWord(Attempt attempt, Report report) {
        heard(attempt, report, true);
    }

    private void heard(Attempt attempt, Report report, boolean last) {
        boolean attached = isAttached(attempt.row, attempt);
        queue.turn(turn -> {
            if (queue.table().find(attempt.row.id) == attempt.row) {
                try {
                    report.apply(turn, attempt.row);
                } catch (RuntimeException | Error e) {
                    queue.execute(() -> queue.turn(later -> notUnderstood(later, attempt, attached, last, e)));
                    throw e;
                }
            }
        });
    }

    /** Say its file's record cannot be read: the job must not wait for ever for what was said already. */
    private void notUnderstood(Turn turn, Attempt attempt, boolean attached, boolean last, Throwable why) {
        Row row = attempt.row;
        if (queue.table().find(row.id) != row) {
            return;
        }
        if (last && row.running != null) {
            runner.remove(row.running, attempt);
        }
        if (attached) {
            String text = "What its transfer said cannot be dealt with: " + why.getMessage();
            runner.endAnyhow(
                    turn,
                    turn.edit(row),
                    new BackgroundCopyError(
                            ErrorCode.E_FAIL, ErrorContext.GENERAL_QUEUE_MANAGER, text, attempt.index, null));
        }
        if (last) {
            drained(turn, row, attempt);
        }
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
