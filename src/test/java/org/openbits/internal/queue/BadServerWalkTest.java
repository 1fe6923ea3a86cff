package org.openbits.internal.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openbits.internal.queue.QueueFixture.get;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.BitsException;
import org.openbits.FileSpec;
import org.openbits.HistoryCheck;
import org.openbits.HistoryEntry;
import org.openbits.JobId;
import org.openbits.JobInfo;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.internal.channel.JobAction;
import org.openbits.internal.channel.JobChannel;
import org.openbits.internal.file.LocalDisk;
import org.openbits.internal.file.LocalSide;
import org.openbits.internal.http.QuickHttp;
import org.openbits.internal.transfer.Checkpoint;
import org.openbits.internal.transfer.FileTransferEngine;
import org.openbits.internal.transfer.Pieces;
import org.openbits.testing.Fault;
import org.openbits.testing.FaultyServer;

/**
 * A real queue, engine and disk against a server that misbehaves at random, with kills in between. A kill also spoils
 * every byte that the store does not claim, as a power cut may. Whatever happens, a final name only ever appears with
 * bytes that the server really held as one version; and once the server is well again every job ends.
 *
 * <p>The class is long because the walk, the world it walks through and what must hold after each step are read together.
 */
class BadServerWalkTest {

    private static final List<Fault> FAULTS = List.of(
            Fault.RESET_AT_ONCE,
            Fault.CLOSE_AT_ONCE,
            Fault.STALL_AT_ONCE,
            Fault.stallAfter(50_000),
            Fault.resetAfter(1000),
            Fault.resetAfter(100_000),
            Fault.cutShort(0),
            Fault.cutShort(70_000),
            Fault.LENGTH_TOO_LARGE,
            /* Without a Content-Range beside it, a length that is too small is the length, for all that anybody can tell. */
            new Fault("lie about length down", answer -> {
                if (answer.headers.containsKey("Content-Range")) {
                    Fault.LENGTH_TOO_SMALL.effect().accept(answer);
                }
            }),
            Fault.LARGER_THAN_ANY_DISK,
            Fault.NO_LENGTH,
            Fault.HTTP_1_0,
            Fault.CHUNKED_WHOLE,
            Fault.CHUNKS_CUT_SHORT,
            Fault.IGNORE_RANGE,
            Fault.TWO_HUNDRED_FOR_A_PART,
            Fault.SHIFTED_RANGE,
            Fault.RANGE_BEYOND_TOTAL,
            Fault.NO_CONTENT_RANGE,
            Fault.MULTIPART,
            Fault.SHORT_PART,
            Fault.RANGE_REFUSED,
            Fault.TWO_LENGTHS,
            Fault.NEGATIVE_LENGTH,
            Fault.WEAK_ETAG,
            Fault.NO_VALIDATOR,
            Fault.CHANGED_ETAG,
            Fault.CHANGED_TOTAL,
            Fault.IF_RANGE_IGNORED,
            Fault.IF_RANGE_IGNORED.and(Fault.without("ETag")),
            Fault.NO_VALIDATOR.and(Fault.SHORT_PART),
            Fault.NO_VALIDATOR.and(Fault.IF_RANGE_IGNORED),
            Fault.TOTAL_UNKNOWN.and(Fault.SHORT_PART),
            Fault.PART_LONGER_THAN_SAID,
            Fault.ENDLESS_EARLY_HINTS,
            Fault.GZIP_UNASKED,
            Fault.BAD_CHUNK_SIZE,
            Fault.HUGE_CHUNK_EXTENSION,
            Fault.GARBAGE,
            Fault.HUGE_HEADER,
            Fault.MANY_HEADERS,
            Fault.NO_CONTENT,
            Fault.status(401),
            Fault.status(404),
            Fault.status(500),
            Fault.retryAfter(503, "3"),
            Fault.retryAfter(429, "Sun, 22 Nov 2026 20:00:09 GMT"),
            Fault.redirect(302, "/elsewhere"),
            Fault.redirect(302, "ftp://elsewhere/"),
            Fault.header("Repr-Digest", "md5=:AAAAAAAAAAAAAAAAAAAAAA==:"));
    private static final Fault SLOW = new Fault("slow", answer -> answer.trickle(24 << 10));
    private static final int LARGEST_BYTES = 400_000;
    /** Most files are large enough for several connections at once. */
    private static final Pieces SEVERAL_CONNECTIONS = new Pieces(100_000, Duration.ZERO, Duration.ZERO, 20_000, 60_000);

    private static final Policies POLICIES = new Policies(
            5, 2, 2, 60, 60, 50, 50, Duration.ofDays(900), Duration.ofDays(900), Duration.ofDays(365), 64L << 20, null);

    @TempDir
    Path directory;

    private final List<byte[]> versions = new ArrayList<>();
    /** By local name: the only content it may have, or null when each version is right. */
    private final Map<String, byte[]> expected = new LinkedHashMap<>();

    private final List<String> steps = new ArrayList<>();
    private final FaultyServer server = FaultyServer.serving(new byte[0]);
    private final FaultyServer mirror = FaultyServer.serving(new byte[0]);
    private final AtomicLong nanos = new AtomicLong();
    private Random random = new Random(0);
    private MemoryJobStore store = new MemoryJobStore();
    private volatile boolean denied;
    private @Nullable FileTransferEngine engine;
    private @Nullable JobQueue queue;
    private @Nullable JobChannel channel;
    private int names;
    private int published;

    @AfterEach
    void close() {
        server.close();
        mirror.close();
        if (queue != null) {
            queue.close();
        }
    }

    @Test
    void neverPublishesAWrongFile() throws Exception {
        walk(7, 200);
    }

    @Test
    @Tag("full")
    void neverPublishesAWrongFileForLong() throws Exception {
        long seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("BadServerWalkTest: -Dseed=" + seed);
        walk(seed, Integer.getInteger("steps", 2_000));
    }

    private void walk(long seed, int length) throws Exception {
        random = new Random(seed);
        newVersion();
        open();
        int step = 0;
        try {
            for (; step < length; step++) {
                step();
                check();
            }
            end();
            check();
            assertThat(published).isPositive();
            assertThat(server.requests()).anyMatch(request -> request.to() < Long.MAX_VALUE && request.from() > 0);
        } catch (Throwable e) {
            List<String> last = steps.subList(Math.max(0, steps.size() - 25), steps.size());
            throw new AssertionError("seed " + seed + ", step " + step + ", the last were " + last, e);
        }
    }

    private void step() throws Exception {
        List<JobInfo> jobs = get(channel.list(false));
        int dice = random.nextInt(100);
        if (jobs.isEmpty() || (dice < 30 && jobs.size() < 4)) {
            create();
        } else if (dice < 36) {
            newVersion();
        } else if (dice < 52) {
            kill();
        } else if (dice < 60) {
            pass();
        } else if (dice < 63) {
            log("the server breaks all connections");
            server.breakConnections();
        } else {
            act(jobs.get(random.nextInt(jobs.size())));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
            log("next: " + fault);
            server.faults(fault);
        }
        server.always(random.nextInt(3) == 0 ? SLOW : Fault.NONE);
        if (random.nextInt(3) > 0) {
            within(Duration.ofMillis(random.nextInt(250)), () -> !isMoving());
        }
    }

    private void create() throws Exception {
        List<FileSpec> files = new ArrayList<>();
        for (int i = random.nextInt(2); i >= 0; i--) {
            String local = directory.resolve("file-" + names++).toString();
            boolean checked = random.nextInt(4) == 0;
            byte[] current = versions.get(versions.size() - 1);
            expected.put(local, checked ? current : null);
            files.add(new FileSpec(
                    server.url("f" + names),
                    local,
                    List.of(),
                    random.nextInt(4) == 0 ? List.of(mirror.url()) : List.of(),
                    checked ? "sha256:" + sha256(current) : null,
                    null));
        }
        log("create " + files);
        JobSpec spec = JobSpec.download("walk").withFiles(files).resumed();
        JobSettings settings = spec.settings().with(JobProperty.NO_PROGRESS_TIMEOUT, 0xFFFF_FFFFL);
        get(channel.create(JobId.random(), new JobSpec(spec.type(), settings, spec.files(), List.of(), true)));
    }

    private void newVersion() {
        int dice = versions.isEmpty() ? 0 : random.nextInt(8);
        int length = dice == 0 ? random.nextInt(2) : random.nextInt(LARGEST_BYTES);
        newVersion(dice > 3 ? versions.get(versions.size() - 1).length : length);
    }

    private void newVersion(int length) {
        byte[] content = new byte[length];
        random.nextBytes(content);
        log("version " + versions.size() + " of " + content.length + " bytes");
        versions.add(content);
        server.content(content);
        mirror.content(content);
    }

    private void pass() {
        log("12 minutes pass");
        nanos.addAndGet(Duration.ofMinutes(12).toNanos());
        queue.wake();
    }

    private void act(JobInfo job) {
        int dice = random.nextInt(10);
        // Mostly what brings the job on: a walk of suspended jobs would see little of the server.
        JobAction action = switch (job.state()) {
            case TRANSFERRED -> dice < 8 ? JobAction.COMPLETE : dice < 9 ? JobAction.RESUME : JobAction.SUSPEND;
            case SUSPENDED -> dice < 9 ? JobAction.RESUME : JobAction.SUSPEND;
            default -> dice < 3 ? JobAction.SUSPEND : JobAction.RESUME;
        };
        denied = random.nextInt(4) == 0;
        log(action + " a job in " + job.state() + (denied ? ", renames denied" : ""));
        try {
            get(channel.act(job.id(), action));
        } catch (BitsException e) {
            assertThat(e.code().symbol()).isEqualTo("E_ACCESSDENIED");
        } finally {
            denied = false;
        }
    }

    /** The process is gone: its queue, its threads, and every byte that no checkpoint claims. */
    private void kill() throws IOException {
        log("kill");
        MemoryJobStore left = store;
        left.hold();
        store = left.afterCrash();
        engine.close();
        left.fail(new KilledException());
        queue.close();
        queue = null;
        List<JobRecord> jobs = new ArrayList<>();
        store.scan(jobs::add);
        for (JobRecord job : jobs) {
            for (FileRecord file : store.files(job.id())) {
                if (file.temporaryName() != null && !file.transferred()) {
                    spoil(Path.of(file.temporaryName()), store.checkpoint(job.id(), file.index()));
                }
            }
        }
        open();
    }

    private void spoil(Path temporary, @Nullable Checkpoint claimed) throws IOException {
        if (!Files.exists(temporary)) {
            return;
        }
        // A lie about the length may have made it as large as a hole: what no server sent needs no spoiling.
        byte[] rubbish = new byte[(int) Math.min(Files.size(temporary), LARGEST_BYTES)];
        Arrays.fill(rubbish, (byte) 0xEE);
        try (RandomAccessFile file = new RandomAccessFile(temporary.toFile(), "rw")) {
            for (Checkpoint.Range held : claimed == null ? List.<Checkpoint.Range>of() : claimed.held()) {
                file.seek(held.start());
                file.readFully(rubbish, (int) held.start(), (int) (held.end() - held.start()));
            }
            file.seek(0);
            file.write(rubbish);
        }
    }

    private void open() {
        // A fast clock: checkpoints come often, and a broken connection is soon the queue's concern.
        engine = new FileTransferEngine(
                List.of(QuickHttp.waiting(Duration.ofMillis(400))), () -> System.nanoTime() * 50, SEVERAL_CONNECTIONS);
        LocalDisk disk = new LocalDisk(new Random(random.nextLong()));
        queue = JobQueue.open(new JobQueue.Parts(
                store,
                engine,
                new DenyingDisk(disk),
                List.of(QuickHttp.waiting(Duration.ofMillis(400))),
                nanos::get,
                () -> Instant.EPOCH.plusNanos(nanos.get()),
                new Random(random.nextLong()),
                POLICIES,
                new FakeNotifier(),
                new NoHistory()));
        channel = queue.channel(new Caller("ann", false));
    }

    private boolean isMoving() {
        return get(channel.list(false)).stream()
                .anyMatch(job -> job.state() == JobState.QUEUED
                        || job.state() == JobState.CONNECTING
                        || job.state() == JobState.TRANSFERRING);
    }

    private static void within(Duration limit, BooleanSupplier condition) {
        try {
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .atMost(limit.plusMillis(20))
                    .until(condition::getAsBoolean);
        } catch (ConditionTimeoutException e) {
            // The walk goes on while they move: that is what it wants to see, too.
        }
    }

    /** What has its final name is right. */
    private void check() throws IOException {
        published = 0;
        for (Map.Entry<String, byte[]> file : expected.entrySet()) {
            Path local = Path.of(file.getKey());
            if (Files.exists(local)) {
                published++;
                byte[] bytes = Files.readAllBytes(local);
                List<byte[]> right = file.getValue() == null ? versions : List.of(file.getValue());
                assertThat(right.stream().anyMatch(each -> Arrays.equals(each, bytes)))
                        .as("%s with %s bytes is what the server held: %s", local, bytes.length, origin(bytes))
                        .isTrue();
            }
        }
    }

    /** Where each stretch of a wrong file came from. */
    private String origin(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < bytes.length; ) {
            int most = 0;
            String from = "nobody knows";
            for (int i = 0; i < versions.size(); i++) {
                byte[] version = versions.get(i);
                int end = Math.min(bytes.length, version.length);
                int same = at >= end ? -1 : Arrays.mismatch(bytes, at, end, version, at, end);
                int length = at >= end ? 0 : same < 0 ? end - at : same;
                if (length > most) {
                    most = length;
                    from = "version " + i + " of " + version.length;
                }
            }
            text.append("\n  from ").append(at).append(": ").append(from);
            at += Math.max(most, most == 0 ? bytes.length : 1);
        }
        return text.toString();
    }

    /**
     * The server is well again, though slow: every job ends, and nothing is left but what was asked for. The last job is
     * large, so that each walk has seen several connections.
     */
    private void end() throws Exception {
        log("all is well again");
        server.recovered();
        server.always(SLOW);
        newVersion(LARGEST_BYTES);
        create();
        for (int i = 0; i < 100 && !get(channel.list(false)).isEmpty(); i++) {
            pass();
            within(Duration.ofSeconds(2), () -> !isMoving());
            for (JobInfo job : get(channel.list(false))) {
                boolean hopeless =
                        job.error() != null && job.error().code().symbol().equals("ERROR_CRC");
                get(channel.act(
                        job.id(),
                        hopeless
                                ? JobAction.CANCEL
                                : job.state() == JobState.TRANSFERRED ? JobAction.COMPLETE : JobAction.RESUME));
            }
        }
        assertThat(get(channel.list(false))).isEmpty();
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left.filter(file -> !file.getFileName().toString().startsWith("file-")))
                    .isEmpty();
        }
    }

    private void log(String step) {
        steps.add(step);
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** What a killed queue hears of its store; its place in the program says nothing. */
    private static final class KilledException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private KilledException() {
            super("the test killed this process", null, false, false);
        }
    }

    /** The real disk, which denies renames when the test says so. */
    private final class DenyingDisk implements LocalSide {

        private final LocalSide disk;

        private DenyingDisk(LocalSide disk) {
            this.disk = disk;
        }

        @Override
        public void checkDestination(String localName) {
            disk.checkDestination(localName);
        }

        @Override
        public void checkSource(String localName) {
            disk.checkSource(localName);
        }

        @Override
        public Path temporaryFor(Path destination) {
            return disk.temporaryFor(destination);
        }

        @Override
        public void publish(Path temporary, Path destination, @Nullable Instant lastModified) throws IOException {
            if (denied) {
                throw new AccessDeniedException(destination.toString());
            }
            disk.publish(temporary, destination, lastModified);
        }

        @Override
        public void discard(Path temporary) throws IOException {
            disk.discard(temporary);
        }
    }

    /** Ended jobs do not matter here. */
    private static final class NoHistory implements History {

        @Override
        public void append(HistoryEntry entry) {
            // Nobody asks for it.
        }

        @Override
        public List<HistoryEntry> newest(int most, @Nullable String owner) {
            return List.of();
        }

        @Override
        public HistoryCheck check() {
            return new HistoryCheck(0, null);
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
