package org.openbits.internal.queue;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.openbits.BackgroundCopyError;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.JobEvent;
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
 * caller its view. Closing stops transfers, keeps every job and closes what the queue is made of.
 *
 * <p>Everything happens in {@link Turn}s: a step changes jobs, then timers that ran out and the scheduler have their say,
 * then all of it becomes one batch of the store, and what the turn has to say leaves after that batch is durable. Long
 * because the order of opening, of a turn and of closing is one argument; what a step does stands in the other classes.
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
     * @param notifier runs notification command lines
     * @param history keeps what became of jobs
     */
    public record Parts(
            JobStore store,
            FileTransfers transfers,
            LocalSide localSide,
            List<TransferProtocol> protocols,
            LongSupplier nanoTime,
            InstantSource clock,
            RandomGenerator random,
            Policies policies,
            Notifier notifier,
            History history) {

        public Parts {
            protocols = List.copyOf(protocols);
        }
    }

    private static final int ROWS_AT_ONCE = 256;
    private static final int MOST_JOBS_SAVED_AT_CLOSE = 2_000;
    /** A share that hangs must not keep the queue open; the next start finishes what was begun. */
    private static final int MOST_SECONDS_FOR_ENDINGS = 30;

    private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);

    private final Parts parts;
    private final long originNanos;
    private final JobTable table;
    private final QueueThread thread;
    private final ExecutorService workers = Workers.create();
    private final Subscribers subscribers = new Subscribers(workers);
    private final Tombstones tombstones = new Tombstones();
    private final Runner runner;
    private final Endings endings;
    private final Deadlines deadlines;
    private final Notifications notifications;
    private final Commits commits;
    private long rounds;
    private boolean closing;
    private boolean closed;
    private volatile Policies policies;
    private volatile boolean offline;

    private JobQueue(Parts parts) {
        this.parts = parts;
        this.originNanos = parts.nanoTime().getAsLong();
        this.table = new JobTable(parts.store());
        this.runner = new Runner(this, parts);
        this.endings = new Endings(this, parts, workers, tombstones);
        this.deadlines = new Deadlines(this);
        this.notifications = new Notifications(this, parts.notifier());
        this.commits = new Commits(this, parts.store(), subscribers);
        this.policies = parts.policies();
        this.thread = new QueueThread(this::untilDueMillis, () -> turn(turn -> {}));
    }

    /** Loads the jobs and starts to run them. Blocks until they are loaded and the scheduler ran once. */
    public static JobQueue open(Parts parts) {
        JobQueue queue = new JobQueue(parts);
        Restart restart = new Restart(queue);
        queue.rounds = restart.load(parts.store());
        queue.thread.start();
        CompletableFuture<Void> started = new CompletableFuture<>();
        queue.execute(() -> {
            try {
                do {
                    queue.turn(restart::goOn);
                } while (!restart.isDone());
            } finally {
                started.complete(null);
            }
        });
        started.join();
        return queue;
    }

    /** The queue as this caller sees it. Closing a channel ends its subscriptions, nothing else. */
    public JobChannel channel(Caller caller) {
        Operations operations = new Operations(this);
        return new QueueChannel(this, operations, new Admission(parts), caller);
    }

    /** Whether no job is QUEUED, CONNECTING, TRANSFERRING or TRANSIENT_ERROR and nothing is pending. Any thread. */
    public boolean isIdle() {
        return table.busy() == 0;
    }

    /** Whether nothing can be saved any more, and so nothing moves any more. Any thread. */
    public boolean isLost() {
        return commits.isLost();
    }

    /** How many jobs are in the queue. Any thread. */
    public int jobCount() {
        return table.count();
    }

    /** Other limits from now on; what is under way is not undone. Any thread. */
    public void setPolicies(Policies changed) {
        policies = changed;
        wake();
    }

    /**
     * The host has no network: whoever's turn it is waits for one, and so does who cannot connect; what moves may go on.
     * Servers on this host still work. Any thread.
     */
    public void networkWentAway() {
        offline = true;
        wake();
    }

    /** A connection to the network came up, or the machine woke up: whoever waits tries at once. Any thread. */
    public void networkCameUp() {
        offline = false;
        execute(() -> retryAll(new ArrayList<>(table.rows()), 0));
    }

    /** In parts, so that other work of the queue comes between. */
    private void retryAll(List<Row> rows, int from) {
        int to = Math.min(rows.size(), from + ROWS_AT_ONCE);
        turn(turn -> {
            for (Row row : rows.subList(from, to)) {
                if (row.state == JobState.TRANSIENT_ERROR && table.find(row.id) == row && row.ending == null) {
                    turn.edit(row).move(JobRules.Input.RETRY_DUE);
                    turn.event(JobEvent.Kind.MODIFICATION, row, -1);
                }
            }
        });
        if (to < rows.size()) {
            execute(() -> retryAll(rows, to));
        }
    }

    /** Makes the queue look at its timers: elapsed time may have jumped. Any thread. */
    public void wake() {
        execute(() -> turn(turn -> {}));
    }

    /** Stops the transfers, saves what they have, and closes what the queue owns. Blocks; a second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        CompletableFuture<Void> told = new CompletableFuture<>();
        execute(() -> {
            closing = true;
            turn(this::saveTimePassed);
            told.complete(null);
        });
        told.join();
        parts.transfers().close();
        awaitEndings();
        CompletableFuture<Void> quiet = new CompletableFuture<>();
        execute(() -> commits.quiet().whenComplete((nothing, lost) -> quiet.complete(null)));
        quiet.join();
        thread.close();
        workers.shutdown();
        commits.close();
        parts.store().close();
        parts.notifier().close();
        parts.history().close();
        parts.protocols().forEach(TransferProtocol::close);
    }

    /** Naming and deleting of files must not go on behind the back of who opens these jobs next. */
    private void awaitEndings() {
        CompletableFuture<Void> over = new CompletableFuture<>();
        execute(() -> endings.whenOver(() -> over.complete(null)));
        over.completeOnTimeout(null, MOST_SECONDS_FOR_ENDINGS, TimeUnit.SECONDS).join();
    }

    static BitsException closed() {
        return new BitsException(ErrorCode.ERROR_SERVICE_NOT_ACTIVE, "The queue is closed");
    }

    /** Time that passed without a change is saved at the end; with very many jobs only where bytes move. */
    private void saveTimePassed(Turn turn) {
        boolean all = table.count() <= MOST_JOBS_SAVED_AT_CLOSE;
        for (Row row : table.rows()) {
            if (all || row.running != null) {
                turn.edit(row);
            }
        }
    }

    // ---- for the parts of the queue

    JobTable table() {
        return table;
    }

    /** Any thread. */
    Policies policies() {
        return policies;
    }

    /** Whether the host has no network. */
    boolean isOffline() {
        return offline;
    }

    Notifications notifications() {
        return notifications;
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

    /** Any thread. */
    History history() {
        return parts.history();
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

    /** What {@link #nextPosition} gives next. */
    long positions() {
        return rounds;
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
        } catch (RuntimeException | Error e) {
            turn = new Turn(table, turn.nowMillis, turn.instant);
            refuse(turn, answer, e);
        }
        turn.stepIsOver();
        Turn last = turn;
        follow(() -> deadlines.expire(last));
        follow(() -> schedule(last));
        follow(() -> completeByItself(last));
        follow(() -> notifications.send(last));
        settle(turn);
        commits.commit(turn);
    }

    /** Each by itself: where one fails, say for a job that cannot be read, the others must not stand still. */
    private static void follow(Runnable consequence) {
        try {
            consequence.run();
        } catch (RuntimeException | Error e) {
            LOG.error("What follows from a step of the queue failed; the step itself holds", e);
        }
    }

    /** What a turn did to a job cannot be saved: the job ends as it was saved last, or is not there if it never was. */
    void unstorable(Row row, JobStore.UnstorableException why) {
        if (row.endsUnsaved) {
            return; // not even its end can be saved: it is told from memory, and comes back as it was saved at the next
            // start
        }
        runner.abandon(row);
        if (table.forget(row)) {
            execute(() -> {
                row.endsUnsaved = true;
                turn(turn -> endUnsaved(turn, row, why));
                row.endsUnsaved = false;
            });
        } else {
            runner.drop(row);
            table.remove(row);
        }
    }

    private void endUnsaved(Turn turn, Row row, JobStore.UnstorableException why) {
        if (table.find(row.id) != row) {
            return;
        }
        Ending ending = row.ending;
        row.ending = null;
        Job job = turn.edit(row);
        job.intent = Intent.NONE;
        runner.endAnyhow(
                turn,
                job,
                new BackgroundCopyError(
                        ErrorCode.E_FAIL,
                        ErrorContext.GENERAL_QUEUE_MANAGER,
                        why.getMessage() + ". Cancel the job, or resume it to try from what was saved last",
                        -1,
                        null));
        if (ending != null && ending.answer != null) {
            ending.answer.completeExceptionally(Turn.notSaved(why));
        }
        resumeDeferred(row);
    }

    private static void refuse(Turn turn, @Nullable CompletableFuture<?> answer, Throwable e) {
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
    }

    private void schedule(Turn turn) {
        if (closing || commits.isLost()) {
            return;
        }
        Scheduler.Plan plan = Scheduler.plan(table.waiting(), table.moving(), turn.nowMillis, policies);
        for (Row row : plan.stop()) {
            runner.preempt(turn, row);
        }
        boolean all = true;
        for (Row row : plan.start()) {
            all &= runner.start(turn, row);
        }
        settle(turn);
        if (!all) {
            wake(); // the places are still free: whoever comes next is looked at in a turn of its own
        }
    }

    /** Takes over the jobs of the turn, so that what follows in it sees them. */
    void settle(Turn turn) {
        turn.jobs.values().forEach(job -> settle(turn, job));
    }

    /** The same for one job. */
    void settle(Turn turn, Row row) {
        settle(turn, turn.edit(row));
    }

    private void settle(Turn turn, Job job) {
        table.apply(job, job.toRecord(), turn.nowMillis, deadlines.due(job, turn.nowMillis));
    }

    private long untilDueMillis() {
        Row next = table.nextDue();
        return next == null ? 60_000 : Math.min(60_000, next.dueMillis - nowMillis());
    }
}
