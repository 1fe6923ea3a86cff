import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import jcifs.CIFSContext;
import jcifs.config.PropertyConfiguration;
import jcifs.context.BaseContext;
import jcifs.smb.NtlmPasswordAuthenticator;
import jcifs.smb.SmbFile;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.FileSpec;
import org.openbits.JobPriority;
import org.openbits.JobProperty;
import org.openbits.JobSpec;
import org.openbits.JobState;

/**
 * Reads a file of a share and writes it back, in turns by smbclient, by cp beside the server and by jobs of this process, and
 * prints medians and the medians of the ratios to smbclient. {@code src/bench/smb.sh} starts the server and runs it.
 *
 * <p>Arguments: SHARE-ADDRESS (host:port) DIRECTORY-OF-THE-SHARE WORK-DIRECTORY USER%PASSWORD-or-"-" ROUNDS [handle]. The
 * share is {@code bench}, the file {@code file}. One round before warms up and is not counted. With {@code handle}, one
 * stream of the library jcifs-ng takes part, as a program would use it.
 */
final class SmbBench {

    private record Cost(double wall, double cpu) {}

    private final String server;
    private final Path share;
    private final Path work;
    private final String account;
    private final Map<String, List<Cost>> all = new LinkedHashMap<>();

    private SmbBench(String server, Path share, Path work, String account) {
        this.server = server;
        this.share = share;
        this.work = work;
        this.account = account;
    }

    public static void main(String[] arguments) throws Exception {
        SmbBench bench = new SmbBench(arguments[0], Path.of(arguments[1]), Path.of(arguments[2]), arguments[3]);
        bench.run(Integer.parseInt(arguments[4]), arguments.length > 5 && arguments[5].equals("handle"));
    }

    private void run(int rounds, boolean withHandle) throws Exception {
        Path home = Files.createTempDirectory(work, "home");
        boolean withCopy = Files.exists(share.resolve("file"));
        try (BackgroundCopyManager manager = BackgroundCopyManager.embedded(home)) {
            for (int round = 0; round <= rounds; round++) {
                if (round == 1) {
                    all.clear();
                }
                Path down = work.resolve("down");
                if (withCopy) {
                    note("cp", command("cp", share.resolve("file").toString(), down.toString()));
                    Files.delete(down);
                }
                note("smbclient get", smbclient("get file " + down));
                Files.delete(down);
                note("job down", job(manager, JobSpec.download("bench").withFiles(List.of(FileSpec.of(name("file"), down.toString())))));
                note("smbclient put", smbclient("put " + down + " up"));
                remove();
                note("job up", job(manager, JobSpec.upload("bench", down.toString(), name("up"))));
                if (withCopy && Files.mismatch(down, share.resolve("up")) >= 0) {
                    throw new IllegalStateException("the bytes differ");
                }
                remove();
                if (withHandle) {
                    Path one = work.resolve("one");
                    note("one handle down", handle("file", file -> copy(file.openInputStream(), Files.newOutputStream(one))));
                    Files.delete(one);
                    note("one handle up", handle("up", file -> copy(Files.newInputStream(down), file.openOutputStream())));
                    remove();
                }
                Files.delete(down);
            }
        }
        long bytes = withCopy ? Files.size(share.resolve("file")) : 0;
        System.out.printf("%d MiB, medians of %d rounds%n", bytes >> 20, rounds);
        all.forEach((what, costs) -> System.out.printf(
                "%-14s %6.3f s wall, %6.3f s cpu of the client%n",
                what, median(costs.stream().map(Cost::wall).toList()), median(costs.stream().map(Cost::cpu).toList())));
        ratio("job down", "smbclient get");
        ratio("job up", "smbclient put");
        if (withHandle) {
            ratio("job down", "one handle down");
            ratio("job up", "one handle up");
        }
    }

    /** By 64 KiB, the most that the library sends at once. */
    private static void copy(InputStream from, OutputStream to) throws Exception {
        byte[] room = new byte[1 << 16];
        try (from; to) {
            for (int count = from.read(room); count >= 0; count = from.read(room)) {
                to.write(room, 0, count);
            }
        }
    }

    private interface Use {
        void of(SmbFile file) throws Exception;
    }

    private Cost handle(String file, Use use) throws Exception {
        Properties settings = new Properties();
        settings.setProperty("jcifs.smb.client.minVersion", "SMB210");
        settings.setProperty("jcifs.smb.client.maxVersion", "SMB311");
        settings.setProperty("jcifs.resolveOrder", "DNS");
        String[] words = account.split("%", 2);
        CIFSContext context = new BaseContext(new PropertyConfiguration(settings))
                .withCredentials(
                        account.equals("-") ? new NtlmPasswordAuthenticator() : new NtlmPasswordAuthenticator(words[0], words[1]));
        Duration before = cpu();
        long start = System.nanoTime();
        try (SmbFile remote = new SmbFile(name(file), context)) {
            use.of(remote);
        }
        double wall = (System.nanoTime() - start) / 1e9;
        context.close();
        return new Cost(wall, cpu().minus(before).toNanos() / 1e9);
    }

    private void remove() throws Exception {
        smbclient("del up");
    }

    private String name(String file) {
        return "smb://" + server + "/bench/" + file;
    }

    private void note(String what, Cost cost) {
        all.computeIfAbsent(what, none -> new ArrayList<>()).add(cost);
    }

    private void ratio(String ours, String theirs) {
        List<Double> wall = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        for (int i = 0; i < all.get(ours).size(); i++) {
            wall.add(all.get(ours).get(i).wall / all.get(theirs).get(i).wall);
            cpu.add(all.get(ours).get(i).cpu / all.get(theirs).get(i).cpu);
        }
        System.out.printf(
                "%s : %s = %.2f wall (%.2f to %.2f), %.2f cpu%n",
                ours, theirs, median(wall), Collections.min(wall), Collections.max(wall), median(cpu));
    }

    private Cost smbclient(String what) throws Exception {
        String[] host = server.split(":");
        List<String> words = new ArrayList<>(List.of(
                "smbclient", "//" + host[0] + "/bench", "-p", host[1], "-s", work.resolve("client.conf").toString(), "-c", what));
        words.addAll(account.equals("-") ? List.of("-N") : List.of("-U", account));
        return command(words.toArray(String[]::new));
    }

    private static Cost command(String... words) throws Exception {
        List<String> timed = new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='%U %S'; time \"$@\" >/dev/null 2>&1", "-"));
        timed.addAll(List.of(words));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(timed).redirectErrorStream(true).start();
        String[] times = new String(process.getInputStream().readAllBytes()).strip().split(" ");
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", words) + " failed");
        }
        return new Cost((System.nanoTime() - start) / 1e9, Double.parseDouble(times[0]) + Double.parseDouble(times[1]));
    }

    private Cost job(BackgroundCopyManager manager, JobSpec spec) throws Exception {
        JobSpec urgent = spec.with(JobProperty.PRIORITY, JobPriority.FOREGROUND);
        Duration before = cpu();
        long start = System.nanoTime();
        BackgroundCopyJob job = manager.createJob(urgent);
        if (!account.equals("-")) {
            String[] words = account.split("%", 2);
            job.setCredentials(new AuthCredentials(AuthTarget.SERVER, AuthScheme.NEGOTIATE, words[0], words[1]));
        }
        job.resume();
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

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
