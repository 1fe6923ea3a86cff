import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.FileSpec;
import org.openbits.JobPriority;
import org.openbits.JobProperty;
import org.openbits.JobSpec;

/**
 * Measures a service with many waiting jobs, through the API and its socket. Run by scale.sh.
 *
 * <pre>
 * fill N DIR     N jobs of a file each, at a server that accepts and says nothing; then decisions and a list
 * start          connects when the service was killed, which starts another: time until it answers; then a list
 * </pre>
 */
public final class ScaleBench {

    /** Requests of one client that the service works on at once; so many commits share a force. */
    private static final int AT_ONCE = 16;

    private static final int DECISIONS = 300;

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "fill" -> fill(Integer.parseInt(args[1]), Path.of(args[2]));
            case "start" -> start();
            default -> throw new IllegalArgumentException(args[0]);
        }
        System.exit(0);
    }

    private static void fill(int jobs, Path directory) throws Exception {
        String url = "http://127.0.0.1:" + silentServer() + "/package-";
        try (BackgroundCopyManager manager = BackgroundCopyManager.connect()) {
            submit(manager, 200, url + "warm-", directory);
            long begun = System.nanoTime();
            submit(manager, jobs, url, directory);
            double seconds = secondsSince(begun);
            System.out.printf("submit %d jobs: %.1f s, %.0f durable jobs/s%n", jobs, seconds, jobs / seconds);
            decide(manager, url, directory);
            list(manager);
        }
    }

    private static void start() {
        long begun = System.nanoTime();
        try (BackgroundCopyManager manager = BackgroundCopyManager.connect()) {
            System.out.printf("start after a kill: %.2f s%n", secondsSince(begun));
            list(manager);
        }
    }

    private static void submit(BackgroundCopyManager manager, int jobs, String url, Path directory) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<?>> parts = new ArrayList<>();
        for (int caller = 0; caller < AT_ONCE; caller++) {
            int first = caller;
            parts.add(callers.submit(() -> {
                for (int i = first; i < jobs; i += AT_ONCE) {
                    manager.createJob(spec("nightly mirror " + i, url + i, directory, JobPriority.NORMAL));
                }
            }));
        }
        for (Future<?> part : parts) {
            part.get();
        }
        callers.shutdown();
    }

    private static JobSpec spec(String name, String url, Path directory, JobPriority priority) {
        JobSpec spec = JobSpec.download(name)
                .withFiles(List.of(FileSpec.of(url, directory.resolve(url.substring(url.lastIndexOf('/') + 1)).toString())));
        return new JobSpec(
                        spec.type(), spec.settings().with(JobProperty.PRIORITY, priority), spec.files(), List.of(), true);
    }

    /** Each Suspend frees a place and each Resume takes one from a job of lower priority: two decisions, two commits. */
    private static void decide(BackgroundCopyManager manager, String url, Path directory) {
        BackgroundCopyJob job = manager.createJob(spec("urgent", url + "urgent", directory, JobPriority.HIGH));
        long[] nanos = new long[DECISIONS];
        for (int i = -50; i < DECISIONS; i++) {
            long begun = System.nanoTime();
            job.suspend();
            job.resume();
            if (i >= 0) {
                nanos[i] = System.nanoTime() - begun;
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                "suspend and resume: p50 %.2f ms, p95 %.2f ms%n",
                nanos[DECISIONS / 2] / 1e6, nanos[DECISIONS * 95 / 100] / 1e6);
    }

    private static void list(BackgroundCopyManager manager) {
        double[] seconds = new double[3];
        int count = 0;
        for (int i = 0; i < seconds.length; i++) {
            long begun = System.nanoTime();
            count = manager.jobs().size();
            seconds[i] = secondsSince(begun);
        }
        Arrays.sort(seconds);
        System.out.printf("list of %d jobs by the API: %.2f s (median of 3)%n", count, seconds[1]);
    }

    private static int silentServer() throws IOException {
        ServerSocket server = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            List<Socket> open = new ArrayList<>();
            while (true) {
                try {
                    open.add(server.accept());
                } catch (IOException e) {
                    return;
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return server.getLocalPort();
    }

    private static double secondsSince(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toNanos() / 1e9;
    }
}
