package org.openbits.internal.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.awaitility.Awaitility;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.BitsException;
import org.openbits.JobId;
import org.openbits.JobProperty;
import org.openbits.JobType;
import org.openbits.internal.home.Home;

/** A service and its client in one process, on a disk that fills up. Says what happens. */
final class FullDiskServiceMain {

    private FullDiskServiceMain() {}

    public static void main(String[] args) throws Exception {
        Path disk = Path.of(args[0]);
        Thread service = new Thread(() -> BitsdMain.run(Home.ofUser(), System.getenv()), "service");
        service.setDaemon(true);
        service.start();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> Files.exists(Home.ofUser().socket()));
        Set<JobId> acknowledged = new HashSet<>();
        try (BackgroundCopyManager manager = BackgroundCopyManager.connect()) {
            acknowledged.add(job(manager).id());
            Path ballast = Files.write(disk.resolve("ballast"), new byte[(int) (free(disk) - 200_000)]);
            try {
                while (true) {
                    acknowledged.add(job(manager).id());
                }
            } catch (BitsException e) {
                say("refuses with " + e.code().symbol());
            }
            Files.delete(ballast);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .ignoreExceptions()
                    .until(() -> acknowledged.add(job(manager).id()));
            say("goes on");
            Set<JobId> there = new HashSet<>();
            manager.jobs().forEach(job -> there.add(job.id()));
            acknowledged.removeAll(there);
            say(acknowledged.isEmpty() ? "all jobs are there" : acknowledged.size() + " jobs are missing");
        }
        System.exit(0); // the connection to the service has threads, and the test waits for this process
    }

    private static BackgroundCopyJob job(BackgroundCopyManager manager) {
        BackgroundCopyJob job = manager.createJob("job", JobType.DOWNLOAD);
        job.set(JobProperty.DESCRIPTION, "d".repeat(1000));
        return job;
    }

    private static long free(Path disk) throws java.io.IOException {
        return Files.getFileStore(disk).getUsableSpace();
    }

    private static void say(String line) {
        System.out.println("service: " + line);
    }
}
