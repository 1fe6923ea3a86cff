package org.openbits.internal.queue;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.openbits.BackgroundCopyError;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.JobEvent;
import org.openbits.JobInfo;
import org.openbits.JobProperty;
import org.openbits.JobState;
import org.openbits.internal.channel.JobChannel;
import org.openbits.internal.file.LocalSide;
import org.openbits.internal.queue.JobRecord.Intent;
import org.openbits.internal.transfer.FileTransfers;
import org.openbits.spi.TransferProtocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queue: one thread owns all jobs.
 *
 * <p>{@link #open} loads the store, finishes what a crash interrupted and starts to run jobs; {@link #channel} gives each
 * caller its view. Closing stops transfers, keeps every job and closes the store, the transfers and the protocols.
 *
 * <p>Everything happens in {@link Turn}s: a step changes jobs, then timers that ran out and the scheduler have their say,
 * then all of it becomes one batch of the store, and what the turn has to say leaves after that batch is durable.
 */
public final class JobQueue implements AutoCloseable {

    /**
     * What a queue is made of; it owns store, transfers and protocols from {@link JobQueue#open} on.
     *
     * @param store keeps the jobs
     * @param transfers moves the bytes
     * @param localSide checks, publishes and discards local files
     * @param protocols check and expand remote names
     * @param nanoTime elapsed time in nanoseconds, as {@link System#nanoTime()}; all timers count it
     * @param clock wall clock, for time stamps only
     * @param random spreads retries
     * @param policies limits
     */
    public record Parts(
            JobStore store,
            FileTransfers transfers,
            LocalSide localSide,
            List<TransferProtocol> protocols,
            LongSupplier nanoTime,
            InstantSource clock,
            RandomGenerator random,
            Policies policies) {

        public Parts {
            protocols = List.copyOf(protocols);
        }
    }

    /** How often the time that passed is saved for a job to which nothing else happens; a day where it hardly matters. */
    private static final long HOUR_MILLIS = 3_600_000;

    private static final int MOST_JOBS_SAVED_AT_CLOSE = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);

    private final Parts parts;
    private final long originNanos;
    private final JobTable table;
    private final QueueThread thread;
    private final Announcer announcer = new Announcer();
    private final ExecutorService workers = Workers.create();
    private final Subscribers subscribers = new Subscribers(workers);
    private final Tombstones tombstones = new Tombstones();
    private final Runner runner;
    private final Endings endings;
    /** What the start found running or ending. */
    private final List<Row> unfinished = new ArrayList<>();

    private long rounds;
    private boolean closing;

    private JobQueue(Parts parts) {
        this.parts = parts;
        this.originNanos = parts.nanoTime().getAsLong();
        this.table = new JobTable(parts.store());
        this.runner = new Runner(this, parts);
        this.endings = new Endings(this, parts, workers, tombstones);
        this.thread = new QueueThread(this::untilDueMillis, () -> turn(turn -> {}));
    }

    /** Loads the jobs and starts to run them. Blocks until they are loaded and the scheduler ran once. */
    public static JobQueue open(Parts parts) {
        JobQueue queue = new JobQueue(parts);
        queue.load();
        queue.thread.start();
        CompletableFuture<Void> started = new CompletableFuture<>();
        queue.execute(() -> {
            queue.turn(queue::goOnAfterRestart);
            started.complete(null);
        });
        started.join();
        return queue;
    }

    /** The queue as this caller sees it. Closing a channel ends its subscriptions, nothing else. */
    public JobChannel channel(Caller caller) {
        Operations operations = new Operations(this, parts);
        return new QueueChannel(this, operations, new Admission(parts), caller);
    }

    /** Whether no job is QUEUED, CONNECTING, TRANSFERRING or TRANSIENT_ERROR and nothing is pending. Any thread. */
    public boolean isIdle() {
        return table.busy() == 0;
    }

    /** How many jobs are in the queue. Any thread. */
    public int jobCount() {
        return table.count();
    }

    /** Makes the queue look at its timers: elapsed time may have jumped. Any thread. */
    public void wake() {
        execute(() -> turn(turn -> {}));
    }

    /** Stops the transfers, saves what they have, and closes what the queue owns. Blocks. */
    @Override
    public void close() {
        CompletableFuture<Void> told = new CompletableFuture<>();
        execute(() -> {
            closing = true;
            turn(this::saveTimePassed);
            told.complete(null);
        });
        told.join();
        parts.transfers().close();
        CompletableFuture<Void> quiet = new CompletableFuture<>();
        execute(() -> announcer.quiet().whenComplete((nothing, lost) -> quiet.complete(null)));
        quiet.join();
        thread.close();
        workers.shutdown();
        announcer.close();
        parts.store().close();
        parts.protocols().forEach(TransferProtocol::close);
    }

    static BitsException closed() {
        return new BitsException(ErrorCode.ERROR_SERVICE_NOT_ACTIVE, "The queue is closed");
    }

    /** Time that passed without a change is saved at the end; with very many jobs only where something is under way. */
    private void saveTimePassed(Turn turn) {
        boolean all = table.count() <= MOST_JOBS_SAVED_AT_CLOSE;
        for (Row row : table.rows()) {
            if (all || row.state.isActive()) {
                turn.edit(row);
            }
        }
    }

    // ---- start

    /** Rows only: the records of many jobs do not fit into memory. */
    private void load() {
        List<Row> rows = new ArrayList<>();
        parts.store().scan(record -> {
            Row row = new Row(
                    record.id(),
                    record.position(),
                    record.owner(),
                    JobRules.stateAfterRestart(record),
                    record.settings().get(JobProperty.PRIORITY));
            row.dueMillis = Timing.untilNext(record.timers(), row.state, false, record.settings(), parts.policies());
            if (record.intent() != Intent.NONE || row.state != record.state()) {
                unfinished.add(row);
            }
            rows.add(row);
        });
        rows.sort(Comparator.comparingLong(row -> row.position));
        for (Row row : rows) {
            rounds = Math.max(rounds, row.position + 1);
            table.load(row);
        }
    }

    private void goOnAfterRestart(Turn turn) {
        for (Row row : unfinished) {
            Job job = turn.edit(row);
            job.move(JobRules.Input.RESTART);
            if (job.intent != Intent.NONE) {
                endings.goOn(turn, row);
            }
        }
        unfinished.clear();
    }

    // ---- for the parts of the queue

    JobTable table() {
        return table;
    }

    Runner runner() {
        return runner;
    }

    Endings endings() {
        return endings;
    }

    Tombstones tombstones() {
        return tombstones;
    }

    Subscribers subscribers() {
        return subscribers;
    }

    ExecutorService workers() {
        return workers;
    }

    /** Milliseconds since the queue was opened. Any thread. */
    long nowMillis() {
        return (parts.nanoTime().getAsLong() - originNanos) / 1_000_000;
    }

    /** Brings work to the queue thread; dropped once the queue is closed. Any thread. */
    void execute(Runnable task) {
        thread.execute(task);
    }

    /** The next number in the order of jobs. */
    long nextPosition() {
        return rounds++;
    }

    /** Its slice is over: equals come first now. */
    void lastInRound(Row row) {
        table.resort(row, () -> row.turn = nextPosition());
    }

    /** Lets go of what had to wait for the end of a transfer or of Complete. */
    void resumeDeferred(Row row) {
        List<Runnable> deferred = row.deferred;
        if (deferred != null) {
            row.deferred = null;
            deferred.forEach(this::execute);
        }
    }

    /** A step on the queue thread whose answer is given when its changes are durable, or that is refused. Any thread. */
    <T> CompletableFuture<T> ask(CompletableFuture<T> answer, Consumer<Turn> step) {
        if (!thread.execute(() -> turn(step, answer))) {
            answer.completeExceptionally(closed());
        }
        return answer;
    }

    /** A step that nobody waits for. On the queue thread. */
    void turn(Consumer<Turn> step) {
        turn(step, null);
    }

    private void turn(Consumer<Turn> step, @Nullable CompletableFuture<?> answer) {
        Turn turn = new Turn(table, nowMillis(), parts.clock().instant());
        try {
            step.accept(turn);
            settle(turn);
        } catch (RuntimeException e) {
            turn = new Turn(table, turn.nowMillis, turn.instant);
            refuse(turn, answer, e);
        }
        completeByItself(turn);
        expire(turn);
        schedule(turn);
        commit(turn);
    }

    private static void refuse(Turn turn, @Nullable CompletableFuture<?> answer, RuntimeException e) {
        if (!(e instanceof BitsException) || answer == null) {
            LOG.error("A step of the queue failed; the jobs are as before it", e);
        }
        if (answer != null) {
            BitsException refusal = e instanceof BitsException
                    ? (BitsException) e
                    : new BitsException(ErrorCode.E_FAIL, "The queue could not do that: " + e, e);
            turn.sayings.add(lost -> answer.completeExceptionally(refusal));
        }
    }

    // ---- the rest of a turn

    private void completeByItself(Turn turn) {
        for (Job job : new ArrayList<>(turn.jobs.values())) {
            if (job.state == JobState.TRANSFERRED
                    && job.row.ending == null
                    && job.settings.get(JobProperty.AUTO_COMPLETE)) {
                endings.begin(turn, job.row, Intent.COMPLETE, null);
            }
        }
        settle(turn);
    }

    private void expire(Turn turn) {
        for (Row row = table.nextDue(); row != null && row.dueMillis <= turn.nowMillis; row = table.nextDue()) {
            lookAtTimers(turn, row);
        }
    }

    private void lookAtTimers(Turn turn, Row row) {
        Job seen = turn.view(row);
        Timing.Expiry expiry =
                Timing.expired(seen.timers, seen.state, row.running != null, seen.settings, parts.policies());
        if (expiry == null || row.ending != null) {
            turn.edit(row); // nothing is due: only the time that passed is saved
        } else {
            expire(turn, turn.edit(row), expiry);
        }
        settle(turn);
    }

    private void expire(Turn turn, Job job, Timing.Expiry expiry) {
        switch (expiry) {
            case INACTIVITY -> {
                LOG.info("The job {} is cancelled: nothing happened to it for too long", job.row.id);
                endings.begin(turn, job.row, Intent.CANCEL, null);
            }
            case MAXIMUM_DOWNLOAD_TIME ->
                runner.end(
                        turn,
                        job,
                        JobRules.Input.MAXIMUM_DOWNLOAD_TIME,
                        timeOut(ErrorCode.BG_E_MAXDOWNLOAD_TIMEOUT, "The job used up its time for moving bytes"));
            case NO_PROGRESS ->
                runner.end(
                        turn,
                        job,
                        JobRules.Input.NO_PROGRESS_TIMEOUT,
                        timeOut(ErrorCode.BG_E_NO_PROGRESS, noProgress(job)));
            case RETRY -> {
                job.move(JobRules.Input.RETRY_DUE);
                turn.event(JobEvent.Kind.MODIFICATION, job.row, -1);
            }
        }
    }

    private static String noProgress(Job job) {
        BackgroundCopyError last = job.error;
        return "No byte came for " + job.settings.get(JobProperty.NO_PROGRESS_TIMEOUT) + " s"
                + (last == null ? "" : "; the last error was: " + last.message());
    }

    private static BackgroundCopyError timeOut(ErrorCode code, String message) {
        return new BackgroundCopyError(code, ErrorContext.GENERAL_QUEUE_MANAGER, message, -1, null);
    }

    private void schedule(Turn turn) {
        if (closing) {
            return;
        }
        Scheduler.Plan plan = Scheduler.plan(table.waiting(), table.moving(), turn.nowMillis, parts.policies());
        for (Row row : plan.stop()) {
            runner.preempt(turn, row);
        }
        for (Row row : plan.start()) {
            runner.start(turn, row);
        }
        settle(turn);
    }

    /** Takes over the jobs of the turn, so that what follows in it sees them. */
    private void settle(Turn turn) {
        for (Job job : turn.jobs.values()) {
            table.apply(job, job.toRecord(), turn.nowMillis, due(job, turn.nowMillis));
        }
    }

    private long due(Job job, long nowMillis) {
        if (job.row.ending != null) {
            return Timing.NEVER;
        }
        boolean moving = job.row.running != null;
        long wait = Timing.untilNext(job.timers, job.state, moving, job.settings, parts.policies());
        if (moving && job.priority().isBackground()) {
            long slice = job.row.sliceMillis + Scheduler.SLICE_MILLIS - nowMillis;
            wait = Math.min(wait, slice > 0 ? slice : Scheduler.SLICE_MILLIS);
        }
        wait = Math.min(wait, job.state.isActive() ? HOUR_MILLIS : 24 * HOUR_MILLIS);
        return nowMillis + Math.max(1, wait);
    }

    private void commit(Turn turn) {
        for (Job job : turn.jobs.values()) {
            turn.batch.put(table.record(job.row));
        }
        for (Turn.Reply reply : turn.replies) {
            reply.answer().accept(Snapshots.job(turn.view(reply.row())));
        }
        publish(turn);
        CompletableFuture<Void> saved = save(turn.batch);
        if (!turn.batch.isEmpty() || !turn.sayings.isEmpty()) {
            announcer.after(saved, turn.sayings);
        }
    }

    private CompletableFuture<Void> save(JobStore.Batch batch) {
        if (batch.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        try {
            return parts.store().commit(batch);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void publish(Turn turn) {
        if (subscribers.isEmpty()) {
            return;
        }
        for (Turn.PendingEvent event : turn.events) {
            if (table.find(event.row().id) == event.row()) {
                JobInfo info = Snapshots.job(turn.view(event.row()));
                turn.afterwards(() -> subscribers.publish(new JobEvent(event.kind(), info, event.fileIndex())));
            }
        }
        for (JobInfo last : turn.gone) {
            turn.afterwards(() -> subscribers.publish(new JobEvent(JobEvent.Kind.GONE, last, -1)));
        }
    }

    private long untilDueMillis() {
        Row next = table.nextDue();
        return next == null ? 60_000 : Math.min(60_000, next.dueMillis - nowMillis());
    }
}
