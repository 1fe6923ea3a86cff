package org.openbits.internal.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.FileDetails;
import org.openbits.FileInfo;
import org.openbits.FileRange;
import org.openbits.FileSpec;
import org.openbits.HistoryCheck;
import org.openbits.HistoryEntry;
import org.openbits.JobEvent;
import org.openbits.JobId;
import org.openbits.JobInfo;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobSpec;
import org.openbits.JobType;
import org.openbits.Subscription;
import org.openbits.internal.channel.JobAction;
import org.openbits.internal.channel.JobChannel;
import org.openbits.internal.channel.JobPage;
import org.openbits.internal.channel.Outcome;
import org.openbits.internal.queue.Tombstones.Tombstone;

/**
 * The queue as one caller sees it: who may do what, what is checked before, and when the answer comes. As long as the
 * channel has questions: each is one short method here, and what it does stands elsewhere.
 */
final class QueueChannel implements JobChannel {

    /** Jobs of a page: some milliseconds of the queue thread, some hundred kilobytes of an answer. */
    private static final int PAGE = 256;

    private static final int MOST_ROWS_LOOKED_AT = 20_000;

    private final JobQueue queue;
    private final Operations operations;
    private final Admission admission;
    private final Caller caller;
    private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();

    QueueChannel(JobQueue queue, Operations operations, Admission admission, Caller caller) {
        this.queue = queue;
        this.operations = operations;
        this.admission = admission;
        this.caller = caller;
    }

    @Override
    public CompletableFuture<JobInfo> create(JobId id, JobSpec spec) {
        CompletableFuture<Outcome> answer = new CompletableFuture<>();
        replyAdmitted(
                answer,
                spec.settings(),
                () -> admitted(
                        answer,
                        spec.type(),
                        spec.files(),
                        spec.credentials(),
                        files -> queue.ask(answer, turn -> {
                            Row row = queue.table().find(id);
                            if (row == null && queue.tombstones().find(id) != null) {
                                turn.answer(answer, new Outcome(tombstone(id).job(), ErrorCode.S_OK));
                                return;
                            }
                            Row job = row != null ? allowed(row) : operations.create(turn, caller, id, spec, files);
                            turn.reply(answer, job, ErrorCode.S_OK);
                        })));
        return seen(answer).thenApply(Outcome::job);
    }

    @Override
    public CompletableFuture<Outcome> addFiles(JobId id, List<FileSpec> files) {
        CompletableFuture<Outcome> answer = new CompletableFuture<>();
        return whenFree(
                        id,
                        answer,
                        (asking, job) -> admitted(
                                answer,
                                asking.view(job).before.type(),
                                files,
                                asking.view(job).credentials,
                                admitted -> change(id, answer, (turn, row) -> {
                                    operations.addFiles(turn, caller, row, admitted);
                                    return ErrorCode.S_OK;
                                })))
                .thenApply(this::seen);
    }

    /** A reply's directory must be there; looked at on a worker. */
    private void replyAdmitted(CompletableFuture<?> answer, JobSettings settings, Runnable then) {
        String name = settings.get(JobProperty.REPLY_FILE_NAME);
        if (name.isEmpty()) {
            then.run();
            return;
        }
        onWorker(answer, () -> {
            admission.checkReply(name);
            then.run();
        });
    }

    /** Checks files on a worker, since that looks at disks, and goes on with those to add. */
    private void admitted(
            CompletableFuture<?> answer,
            JobType type,
            List<FileSpec> files,
            List<AuthCredentials> credentials,
            Consumer<List<FileSpec>> then) {
        if (files.isEmpty()) {
            then.accept(files);
            return;
        }
        onWorker(answer, () -> then.accept(admission.admit(type, files, credentials)));
    }

    private void onWorker(CompletableFuture<?> answer, Runnable check) {
        try {
            queue.workers().execute(() -> {
                try {
                    check.run();
                } catch (RuntimeException | Error e) {
                    answer.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(JobQueue.closed());
        }
    }

    @Override
    public CompletableFuture<JobInfo> info(JobId id) {
        CompletableFuture<JobInfo> answer = new CompletableFuture<>();
        return queue.ask(answer, turn -> {
            Row row = queue.table().find(id);
            JobInfo info = row != null
                    ? Snapshots.job(turn.view(allowed(row)))
                    : tombstone(id).job();
            turn.answer(answer, seen(info));
        });
    }

    @Override
    public CompletableFuture<List<FileInfo>> files(JobId id) {
        CompletableFuture<List<FileInfo>> answer = new CompletableFuture<>();
        return queue.ask(answer, turn -> {
            Row row = queue.table().find(id);
            if (row != null) {
                allowed(row);
                turn.answer(
                        answer,
                        turn.files(row).stream()
                                .map(file -> Snapshots.file(file, row))
                                .toList());
            } else {
                turn.answer(answer, tombstone(id).files());
            }
        });
    }

    private CompletableFuture<Outcome> seen(CompletableFuture<Outcome> answer) {
        return answer.thenApply(this::seen);
    }

    private Outcome seen(Outcome outcome) {
        return new Outcome(seen(outcome.job()), outcome.code());
    }

    private JobInfo seen(JobInfo job) {
        JobSettings settings = PropertyRules.seenBy(caller, job.owner(), job.settings());
        return settings == job.settings() ? job : job.withSettings(settings);
    }

    private Tombstone tombstone(JobId id) {
        Tombstone stone = queue.tombstones().find(id);
        if (stone == null) {
            queue.table().require(id);
            throw new IllegalStateException("unreachable: the job is in the queue");
        }
        checkAccess(stone.job().owner(), id);
        return stone;
    }

    private Row allowed(Row row) {
        checkAccess(row.owner, row.id);
        return row;
    }

    private void checkAccess(String owner, JobId id) {
        if (!mayAccess(owner)) {
            throw new BitsException(
                    ErrorCode.E_ACCESSDENIED,
                    ErrorContext.GENERAL_QUEUE_MANAGER,
                    "The job " + id + " belongs to another user",
                    id,
                    null);
        }
    }

    private boolean mayAccess(String owner) {
        return caller.administrator() || caller.owner().equals(owner);
    }

    @Override
    public CompletableFuture<JobPage> page(boolean allUsers, @Nullable String from) {
        CompletableFuture<JobPage> answer = new CompletableFuture<>();
        return queue.ask(answer, turn -> {
            checkMayList(allUsers);
            PageStart start = from == null ? new PageStart(0, queue.positions()) : PageStart.parse(from);
            List<JobInfo> infos = new ArrayList<>();
            String next = null;
            int looked = 0;
            for (Row row : queue.table().rowsFrom(start.position, start.end)) {
                if (infos.size() == PAGE || looked++ == MOST_ROWS_LOOKED_AT) {
                    next = new PageStart(row.position, start.end).toString();
                    break;
                }
                if (allUsers || row.owner.equals(caller.owner())) {
                    infos.add(seen(Snapshots.job(turn.glance(row))));
                }
            }
            turn.answer(answer, new JobPage(infos, next));
        });
    }

    private void checkMayList(boolean allUsers) {
        if (allUsers && !caller.administrator()) {
            throw new BitsException(ErrorCode.E_ACCESSDENIED, "Only an administrator can list the jobs of all users");
        }
    }

    @Override
    public CompletableFuture<List<HistoryEntry>> history(boolean allUsers, int most) {
        CompletableFuture<List<HistoryEntry>> answer = new CompletableFuture<>();
        onWorker(answer, () -> {
            checkMayList(allUsers);
            answer.complete(queue.history().newest(most, allUsers ? null : caller.owner()));
        });
        return answer;
    }

    @Override
    public CompletableFuture<HistoryCheck> checkHistory() {
        CompletableFuture<HistoryCheck> answer = new CompletableFuture<>();
        onWorker(answer, () -> answer.complete(queue.history().check()));
        return answer;
    }

    /** The first position of a page, and the position before which the list ends. */
    private record PageStart(long position, long end) {

        static PageStart parse(String text) {
            int dash = text.indexOf('-');
            try {
                return new PageStart(
                        Long.parseLong(text, 0, dash, 10), Long.parseLong(text, dash + 1, text.length(), 10));
            } catch (NumberFormatException | IndexOutOfBoundsException e) {
                throw new BitsException(ErrorCode.E_INVALIDARG, "'" + text + "' is not where a page begins", e);
            }
        }

        @Override
        public String toString() {
            return position + "-" + end;
        }
    }

    @Override
    public CompletableFuture<Outcome> change(JobId id, JobSettings change) {
        CompletableFuture<Outcome> answer = new CompletableFuture<>();
        replyAdmitted(
                answer,
                change,
                () -> change(id, answer, done((turn, row) -> operations.change(turn, caller, row, change))));
        return seen(answer);
    }

    @Override
    public CompletableFuture<Outcome> act(JobId id, JobAction action) {
        CompletableFuture<Outcome> answer = new CompletableFuture<>();
        return seen(
                switch (action) {
                    case SUSPEND -> change(id, answer, done((turn, row) -> operations.suspend(turn, row)));
                    case RESUME -> change(id, answer, done((turn, row) -> operations.resume(turn, row)));
                    case TAKE_OWNERSHIP ->
                        change(id, answer, done((turn, row) -> operations.takeOwnership(turn, caller, row)));
                    case COMPLETE -> whenFree(id, answer, (turn, row) -> operations.complete(turn, row, answer));
                    case CANCEL -> whenFree(id, answer, (turn, row) -> operations.cancel(turn, row, answer));
                });
    }

    private static BiFunction<Turn, Row, ErrorCode> done(BiConsumer<Turn, Row> step) {
        return (turn, row) -> {
            step.accept(turn, row);
            return ErrorCode.S_OK;
        };
    }

    @Override
    public CompletableFuture<Outcome> setCredentials(JobId id, AuthCredentials credentials) {
        return change(id, done((turn, row) -> operations.setCredentials(turn, caller, row, credentials)));
    }

    @Override
    public CompletableFuture<Outcome> removeCredentials(JobId id, AuthTarget target, AuthScheme scheme) {
        return change(id, (turn, row) -> operations.removeCredentials(turn, row, target, scheme));
    }

    @Override
    public CompletableFuture<Outcome> setRemoteName(JobId id, int fileIndex, String remoteName) {
        return change(id, done((turn, row) -> {
            admission.checkRemote(remoteName);
            operations.setRemoteName(turn, row, fileIndex, remoteName);
        }));
    }

    @Override
    public CompletableFuture<Outcome> replaceRemotePrefix(JobId id, String oldPrefix, String newPrefix) {
        return change(id, (turn, row) -> operations.replaceRemotePrefix(turn, row, oldPrefix, newPrefix, admission));
    }

    @Override
    public CompletableFuture<Outcome> requestRanges(JobId id, int fileIndex, List<FileRange> ranges) {
        return change(id, done((turn, row) -> operations.requestRanges(turn, row, fileIndex, ranges, admission)));
    }

    @Override
    public CompletableFuture<Outcome> updateDownloadPosition(JobId id, int fileIndex, long offset) {
        return change(
                id, done((turn, row) -> operations.updateDownloadPosition(turn, row, fileIndex, offset, admission)));
    }

    @Override
    public CompletableFuture<FileDetails> details(JobId id, int fileIndex) {
        CompletableFuture<FileDetails> answer = new CompletableFuture<>();
        return queue.ask(answer, turn -> {
            Row row = allowed(queue.table().require(id));
            FileRecord file = turn.file(row, fileIndex);
            turn.answer(
                    answer,
                    Snapshots.details(turn.view(row), file, queue.table().store()));
        });
    }

    @Override
    public CompletableFuture<Outcome> setValidationState(JobId id, int fileIndex, boolean valid) {
        return change(id, done((turn, row) -> operations.setValidationState(turn, row, fileIndex, valid)));
    }

    private CompletableFuture<Outcome> change(JobId id, BiFunction<Turn, Row, ErrorCode> step) {
        return seen(change(id, new CompletableFuture<>(), step));
    }

    private CompletableFuture<Outcome> change(
            JobId id, CompletableFuture<Outcome> answer, BiFunction<Turn, Row, ErrorCode> step) {
        return whenFree(id, answer, (turn, row) -> turn.reply(answer, row, step.apply(turn, row)));
    }

    /** Runs a change of a job; while the job is being completed or cancelled it waits for the end of that. */
    private CompletableFuture<Outcome> whenFree(
            JobId id, CompletableFuture<Outcome> answer, BiConsumer<Turn, Row> step) {
        return queue.ask(answer, turn -> {
            Row row = queue.table().find(id);
            if (row == null) {
                JobRules.require(
                        JobRules.Input.SET_PROPERTY, tombstone(id).job().state(), id);
                throw new IllegalStateException("unreachable: the job is in a final state");
            }
            allowed(row);
            if (row.ending != null) {
                row.defer(() -> whenFree(id, answer, step));
            } else {
                step.accept(turn, row);
            }
        });
    }

    @Override
    public Subscription subscribe(Predicate<JobEvent.Kind> wanted, Consumer<JobEvent> listener) {
        Subscription subscription = queue.subscribers()
                .add(
                        this::mayAccess,
                        wanted,
                        event -> listener.accept(
                                new JobEvent(event.kind(), seen(event.job()), event.fileIndex(), event.ranges())));
        subscriptions.add(subscription);
        return () -> {
            subscriptions.remove(subscription);
            subscription.close();
        };
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::close);
        subscriptions.clear();
    }
}
