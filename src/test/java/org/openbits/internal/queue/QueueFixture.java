package org.openbits.internal.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.openbits.BitsException;
import org.openbits.FileSpec;
import org.openbits.HistoryCheck;
import org.openbits.HistoryEntry;
import org.openbits.JobId;
import org.openbits.JobInfo;
import org.openbits.JobPriority;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.internal.channel.JobAction;
import org.openbits.internal.channel.JobChannel;
import org.openbits.internal.channel.Outcome;

/** A queue whose time, chance, disk and network are in the hand of a test. */
final class QueueFixture implements AutoCloseable {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L); // overflows soon: that must not matter
    final FakeLocalSide disk = new FakeLocalSide();
    FakeTransfers transfers = new FakeTransfers();
    MemoryJobStore store = new MemoryJobStore();
    final List<HistoryEntry> ended = new CopyOnWriteArrayList<>();
    private final History history = new History() {
        @Override
        public void append(HistoryEntry entry) {
            if (brokenHistory) {
                throw new IllegalStateException("the test breaks the history");
            }
            ended.add(entry);
        }

        @Override
        public List<HistoryEntry> newest(int most, @Nullable String owner) {
            return ended.stream()
                    .filter(entry -> owner == null || owner.equals(entry.owner()))
                    .limit(most)
                    .toList();
        }

        @Override
        public HistoryCheck check() {
            return new HistoryCheck(ended.size(), null);
        }

        @Override
        public void close() {}
    };
    volatile boolean brokenHistory;
    final FakeNotifier notifier = new FakeNotifier();
    Policies policies = Policies.DEFAULT;
    JobQueue queue;
    JobChannel channel;
    private long elapsed;

    QueueFixture() {
        this(Policies.DEFAULT);
    }

    QueueFixture(Policies policies) {
        this.policies = policies;
        queue = open();
        channel = queue.channel(new Caller("ann", false));
    }

    private JobQueue open() {
        return JobQueue.open(new JobQueue.Parts(
                store,
                transfers,
                disk,
                List.of(new FakeProtocol()),
                nanos::get,
                () -> START.plusNanos(elapsed),
                new RandomGenerator() {
                    @Override
                    public long nextLong() {
                        return 0;
                    }

                    @Override
                    public double nextDouble(double from, double to) {
                        return (from + to) / 2;
                    }
                },
                policies,
                notifier,
                history));
    }

    /** Throws the process away and starts another one. */
    void crash() {
        JobQueue killed = queue;
        MemoryJobStore left = store;
        store = store.afterCrash();
        if (left.heldBatches() > 0) {
            left.fail(new IllegalStateException("the test killed this process"));
        }
        transfers = new FakeTransfers();
        // Only its threads matter: what it still writes goes to the store that was left behind.
        if (disk.isHanging()) {
            Thread closer = new Thread(killed::close, "killed");
            closer.setDaemon(true);
            closer.start();
        } else {
            killed.close();
        }
        queue = open();
        channel = queue.channel(new Caller("ann", false));
    }

    /** Lets time pass and the queue notice. */
    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        elapsed += time.toNanos();
        queue.wake();
        settle();
    }

    /** Waits until everything handed over so far is done and said. */
    void settle() {
        for (int i = 0; i < 3; i++) {
            get(channel.list(false)); // each brings the reports that the answers before it set off
        }
    }

    JobId create(String... remoteNames) {
        return create(JobSettings.EMPTY, true, remoteNames);
    }

    JobId create(JobPriority priority, String... remoteNames) {
        return create(JobSettings.EMPTY.with(JobProperty.PRIORITY, priority), true, remoteNames);
    }

    JobId create(JobSettings settings, boolean resume, String... remoteNames) {
        JobSpec spec = JobSpec.download("test").withFiles(files(remoteNames));
        JobId id = JobId.random();
        JobInfo info = get(channel.create(
                id, new JobSpec(spec.type(), spec.settings().with(settings), spec.files(), List.of(), resume)));
        settle();
        return info.id();
    }

    static List<FileSpec> files(String... remoteNames) {
        List<FileSpec> files = new ArrayList<>();
        Arrays.asList(remoteNames).forEach(name -> files.add(FileSpec.of(name, local(name))));
        return files;
    }

    static String local(String remoteName) {
        return "/data/" + remoteName.substring(remoteName.lastIndexOf('/') + 1);
    }

    FakeTransfers.Transfer transfer(String remoteName) {
        settle();
        return transfers.of(remoteName);
    }

    Outcome act(JobId id, JobAction action) {
        Outcome outcome = get(channel.act(id, action));
        settle();
        return outcome;
    }

    JobInfo info(JobId id) {
        settle();
        return get(channel.info(id));
    }

    JobState state(JobId id) {
        return info(id).state();
    }

    void awaitState(JobId id, JobState state) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> get(channel.info(id)).state() == state);
    }

    static <T> T get(CompletableFuture<T> answer) {
        try {
            return answer.get(2, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof BitsException) {
                throw (BitsException) cause;
            }
            throw new AssertionError(cause);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("no answer", e);
        }
    }

    @Override
    public void close() {
        queue.close();
    }
}
