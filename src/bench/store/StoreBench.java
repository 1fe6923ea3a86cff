import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.openbits.FileSpec;
import org.openbits.JobId;
import org.openbits.JobProgress;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobState;
import org.openbits.JobTimes;
import org.openbits.JobType;
import org.openbits.internal.queue.FileRecord;
import org.openbits.internal.queue.JobRecord;
import org.openbits.internal.queue.JobStore.Batch;
import org.openbits.internal.store.MapDbJobStore;
import org.openbits.internal.transfer.Checkpoint;
import org.openbits.spi.Validator;

/**
 * Measures the job store by itself. Run by store.sh.
 *
 * <pre>
 * commit DIR      durable commits one after the other: time of each
 * fill DIR N      N jobs with a file each, many commits in flight, then an end without closing, as in a crash
 * open DIR        opens what fill left; scans, reads, and tells the memory
 * </pre>
 */
public final class StoreBench {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final int IN_FLIGHT = 64;

    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[1]);
        switch (args[0]) {
            case "commit" -> commit(directory);
            case "fill" -> fill(directory, Integer.parseInt(args[2]));
            case "open" -> open(directory);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void commit(Path directory) {
        try (MapDbJobStore store = MapDbJobStore.open(directory)) {
            for (int i = 0; i < 2000; i++) {
                store.commit(new Batch().put(job(i + 1_000_000)).put(file(i + 1_000_000))).join(); // warm up
            }
            long[] create = new long[5000];
            for (int i = 0; i < create.length; i++) {
                create[i] = timed(store, new Batch().put(job(i)).put(file(i)));
            }
            print("commit: new job with a file", create);
            Random random = new Random(1);
            long[] progress = new long[50_000];
            for (int i = 0; i < progress.length; i++) {
                int number = random.nextInt(create.length);
                progress[i] = timed(store, new Batch().put(id(number), 0, checkpoint(i)));
            }
            print("commit: checkpoint of a file", progress);
        }
    }

    private static long timed(MapDbJobStore store, Batch batch) {
        long start = System.nanoTime();
        store.commit(batch).join();
        return System.nanoTime() - start;
    }

    private static void fill(Path directory, int jobs) {
        MapDbJobStore store = MapDbJobStore.open(directory);
        Deque<CompletableFuture<Void>> inFlight = new ArrayDeque<>();
        long start = System.nanoTime();
        for (int i = 0; i < jobs; i++) {
            inFlight.add(store.commit(new Batch().put(job(i)).put(file(i))));
            if (inFlight.size() >= IN_FLIGHT) {
                inFlight.remove().join();
            }
        }
        inFlight.forEach(CompletableFuture::join);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("submit %d jobs: %.2f s, %.0f durable jobs/s%n", jobs, seconds, jobs / seconds);
        Runtime.getRuntime().halt(0);
    }

    private static void open(Path directory) throws Exception {
        long start = System.nanoTime();
        MapDbJobStore store = MapDbJobStore.open(directory);
        double opened = (System.nanoTime() - start) / 1e6;
        int[] count = {0};
        start = System.nanoTime();
        store.scan(job -> count[0]++);
        double scanned = (System.nanoTime() - start) / 1e6;
        System.out.printf("open after a crash: %.0f ms, scan of %d headers: %.0f ms%n", opened, count[0], scanned);
        long[] reads = new long[5000];
        Random random = new Random(2);
        for (int i = 0; i < 2 * reads.length; i++) {
            JobId id = id(random.nextInt(count[0]));
            long from = System.nanoTime();
            store.job(id);
            store.files(id);
            reads[i % reads.length] = System.nanoTime() - from;
        }
        print("read a header and its files", reads);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "memory: heap in use %d MiB, resident %d MiB; on disk %d MiB%n",
                (runtime.totalMemory() - runtime.freeMemory()) >> 20, residentKiB() >> 10, sizeOf(directory) >> 20);
        store.close();
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                "%s: p50 %.0f us, p99 %.0f us, p99.9 %.0f us, max %.1f ms (%d)%n",
                what,
                nanos[nanos.length / 2] / 1e3,
                nanos[nanos.length / 100 * 99] / 1e3,
                nanos[nanos.length / 1000 * 999] / 1e3,
                nanos[nanos.length - 1] / 1e6,
                nanos.length);
    }

    private static long residentKiB() throws Exception {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        return 0;
    }

    private static long sizeOf(Path directory) throws Exception {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    /** Identities as they come, in no order. */
    private static JobId id(int number) {
        Random random = new Random(number);
        return new JobId(new UUID(random.nextLong(), random.nextLong()));
    }

    private static JobRecord job(int number) {
        return new JobRecord(
                id(number),
                JobType.DOWNLOAD,
                "somebody",
                "",
                0,
                number,
                JobState.QUEUED,
                JobRecord.Intent.NONE,
                JobSettings.EMPTY
                        .with(JobProperty.DISPLAY_NAME, "nightly mirror " + number)
                        .with(JobProperty.DESCRIPTION, "the packages of a night, one job a package")
                        .with(JobProperty.MINIMUM_RETRY_DELAY, 120L),
                List.of(),
                new JobProgress(JobProgress.SIZE_UNKNOWN, 0, 1, 0),
                new JobTimes(NOW, NOW, null),
                0,
                null,
                true,
                JobRecord.Timers.ZERO,
                List.of(),
                false,
                NOW);
    }

    private static FileRecord file(int number) {
        return new FileRecord(
                id(number),
                0,
                FileSpec.of(
                        "https://mirror.example.org/debian/pool/main/p/package-" + number + "_1.0_amd64.deb",
                        "/srv/mirror/debian/pool/main/p/package-" + number + "_1.0_amd64.deb"),
                null,
                false,
                JobProgress.SIZE_UNKNOWN,
                0,
                false,
                false,
                false,
                null,
                List.of(),
                List.of(), null);
    }

    private static Checkpoint checkpoint(int number) {
        return new Checkpoint(
                new Validator("\"5f3e-61a0b2\"", "Sun, 22 Nov 2026 10:00:00 GMT", 1L << 33),
                List.of(new Checkpoint.Range(0, number + 1L)));
    }
}
