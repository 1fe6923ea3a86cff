import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.JobPriority;
import org.openbits.JobProperty;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.UploadProtocol;

/**
 * Uploads a file again and again, in turns by curl to a server that takes PUT and by jobs of this process to the same or,
 * by BITS_POST, to another, and prints the medians of the ratios of their wall and processor time. Its own time begins warm: one round is not counted.
 * {@code src/bench/upload.sh} starts the server and runs it.
 *
 * <p>Arguments: FILE URL ROUNDS [BITS_POST_URL].
 */
final class UploadBench {

    /** BG_SSL_IGNORE_UNKNOWN_CA: the server's certificate is made for the occasion. */
    private static final long IGNORE_UNKNOWN_CA = 0x8;

    private record Cost(double wall, double cpu) {}

    private UploadBench() {}

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]).toAbsolutePath();
        String url = arguments[1];
        int rounds = Integer.parseInt(arguments[2]);
        String bits = arguments.length > 3 ? arguments[3] : null;
        List<Double> wall = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        Path home = Files.createTempDirectory("bench");
        try (BackgroundCopyManager manager = BackgroundCopyManager.embedded(home)) {
            for (int round = 0; round <= rounds; round++) {
                Cost curl = curl(file, url);
                Cost ours = bits == null
                        ? ours(manager, file, url, UploadProtocol.PUT)
                        : ours(manager, file, bits, UploadProtocol.BITS);
                System.out.printf(
                        "round %d: curl %.3f s, cpu %.3f s; ours %.3f s, cpu %.3f s%n",
                        round, curl.wall, curl.cpu, ours.wall, ours.cpu);
                if (round > 0) { // the first warms up
                    wall.add(ours.wall / curl.wall);
                    cpu.add(ours.cpu / curl.cpu);
                }
            }
        }
        System.out.printf(
                "%s: median of %d ratios to curl -T: wall %.2f (%.2f to %.2f), cpu %.2f (%.2f to %.2f)%n",
                bits == null ? url : bits + " by BITS_POST",
                rounds,
                median(wall),
                wall.get(0),
                wall.get(rounds - 1),
                median(cpu),
                cpu.get(0),
                cpu.get(rounds - 1));
    }

    private static Cost curl(Path file, String url) throws Exception {
        settle();
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        "bash", "-c", "TIMEFORMAT='%U %S'; time curl -sfk -T " + file + " " + url + " -o /dev/null")
                .redirectErrorStream(true)
                .start();
        String[] times = new String(process.getInputStream().readAllBytes()).strip().split(" ");
        if (process.waitFor() != 0) {
            throw new IllegalStateException("curl failed");
        }
        return new Cost((System.nanoTime() - start) / 1e9, Double.parseDouble(times[0]) + Double.parseDouble(times[1]));
    }

    private static Cost ours(BackgroundCopyManager manager, Path file, String url, UploadProtocol protocol)
            throws Exception {
        settle();
        Duration before = cpu();
        long start = System.nanoTime();
        BackgroundCopyJob job = manager.createJob(JobSpec.upload("bench", file.toString(), url)
                .with(JobProperty.UPLOAD_PROTOCOL, protocol)
                .with(JobProperty.PRIORITY, JobPriority.FOREGROUND)
                .with(JobProperty.SECURITY_FLAGS, IGNORE_UNKNOWN_CA)
                .resumed());
        while (job.state() != JobState.TRANSFERRED) {
            if (job.state() == JobState.ERROR || job.state() == JobState.TRANSIENT_ERROR) {
                throw new IllegalStateException(job.error().message());
            }
            LockSupport.parkNanos(2_000_000);
        }
        double wall = (System.nanoTime() - start) / 1e9;
        double cpu = cpu().minus(before).toNanos() / 1e9;
        job.complete();
        return new Cost(wall, cpu);
    }

    /** What the one before left to do, such as the blocks of a replaced file to free, is not the next one's. */
    private static void settle() {
        LockSupport.parkNanos(300_000_000);
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static double median(List<Double> values) {
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
