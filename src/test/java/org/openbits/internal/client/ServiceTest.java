package org.openbits.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.FileSpec;
import org.openbits.JobProperty;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.internal.home.PrivateDirectory;

/** Real service processes, from the first client to the last. */
class ServiceTest {

    private static final Duration LONG = Duration.ofMinutes(2);

    private final ServiceHome home = new ServiceHome();

    @AfterEach
    void end() {
        home.close();
    }

    @Test
    void theFirstClientStartsItAndTheNextFindsIt() {
        try (BackgroundCopyManager first = home.connect()) {
            BackgroundCopyJob job = first.createJob(JobSpec.download("kept"));
            long pid = home.process().pid();

            try (BackgroundCopyManager second = home.connect()) {
                assertThat(second.job(job.id()).info()).isEqualTo(job.info());
            }

            assertThat(home.process().pid()).isEqualTo(pid);
            ServiceControl.Status status = home.control().status();
            assertThat(status.jobs()).isEqualTo(1);
            assertThat(status.toJson())
                    .startsWith("{\"pid\":" + pid + ",\"version\":")
                    .contains("\"jobs\":1");
        }
    }

    @Test
    void tenClientsAtOneMomentGetOneService() {
        ExecutorService clients = Executors.newFixedThreadPool(10);
        try {
            List<CompletableFuture<Long>> pids = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                String name = "of " + i;
                pids.add(CompletableFuture.supplyAsync(
                        () -> {
                            try (BackgroundCopyManager manager = home.connect()) {
                                manager.createJob(JobSpec.download(name));
                                return home.process().pid();
                            }
                        },
                        clients));
            }
            assertThat(pids.stream().map(CompletableFuture::join).distinct()).hasSize(1);
            assertThat(home.control().status().jobs()).isEqualTo(10);
            assertThat(home.log()).containsOnlyOnce("Ready at");
        } finally {
            clients.shutdown();
        }
    }

    @Test
    void jobsOutliveItsSuddenEndAndItsOrderlyOne() {
        try (BackgroundCopyManager manager = home.connect()) {
            BackgroundCopyJob job =
                    manager.createJob(JobSpec.download("kept").with(JobProperty.DESCRIPTION, "d\u00e9j\u00e0"));

            home.kill();
            assertThat(job.info().displayName()).isEqualTo("kept");
            assertThat(home.control().stop()).isTrue();
            assertThat(home.control().status()).isNull();
            assertThat(home.control().stop()).isFalse();
            assertThat(job.get(JobProperty.DESCRIPTION)).isEqualTo("d\u00e9j\u00e0");
        }
    }

    @Test
    void leavesWhenItHasBeenIdleForLong() {
        home.with("BITS_IDLE_SECONDS", "1");
        BackgroundCopyManager manager = home.connect();
        ProcessHandle process = home.process();
        manager.createJob(JobSpec.download("waits for Resume"));
        manager.close();

        await().atMost(LONG).until(() -> !process.isAlive());

        assertThat(home.log()).contains("Leaving: idle").contains("Left");
        assertThat(home.home().socket()).doesNotExist();
    }

    @Test
    void aJobThatWaitsInTransientErrorKeepsIt() {
        home.with("BITS_IDLE_SECONDS", "1");
        try (BackgroundCopyManager manager = home.connect()) {
            // Nobody listens on port 9 of this host.
            BackgroundCopyJob job = manager.createJob(JobSpec.download("waits")
                    .withFiles(List.of(FileSpec.of("http://127.0.0.1:9/x", home.directory() + "/x")))
                    .resumed());
            await().atMost(LONG).until(() -> job.state() == JobState.TRANSIENT_ERROR);
        }
        ProcessHandle process = home.process();

        await().during(Duration.ofSeconds(4)).atMost(LONG).until(process::isAlive);

        assertThat(home.process().pid()).isEqualTo(process.pid());
    }

    @Test
    void leavesInOrderOnSigterm() throws Exception {
        home.connect().close();
        ProcessHandle process = home.process();

        process.destroy();
        process.onExit().get();

        assertThat(home.log()).contains("Leaving: stop").contains("Left");
        assertThat(home.home().socket()).doesNotExist();
    }

    @Test
    void anEmbeddedManagerOfTheSameHomeIsRefusedAndToldWhoHasIt() {
        try (BackgroundCopyManager manager = home.connect()) {
            long pid = home.process().pid();

            assertThatThrownBy(() -> BackgroundCopyManager.embedded(home.directory()))
                    .isInstanceOfSatisfying(
                            BitsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.E_ACCESSDENIED))
                    .hasMessageContaining(Long.toString(pid));
            assertThat(manager.jobs()).isEmpty();
        }
    }

    @Test
    void whatKeepsItFromStartingIsTold() throws IOException {
        try (BackgroundCopyManager embedded = BackgroundCopyManager.embedded(home.directory())) {
            assertThat(embedded.jobs()).isEmpty();
            assertThatThrownBy(home::connect)
                    .isInstanceOfSatisfying(
                            BitsException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.ERROR_SERVICE_NOT_ACTIVE))
                    .hasMessageContaining("ended with code 1")
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
        }
    }

    @Test
    void aDirectoryThatOthersMayEnterIsRefused() throws IOException {
        Path runtime = home.home().runtime();
        PrivateDirectory.create(runtime);
        Files.setPosixFilePermissions(runtime, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(home::connect)
                .isInstanceOfSatisfying(
                        BitsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ERROR_SERVICE_NOT_ACTIVE))
                .hasMessageContaining("chmod 700 " + runtime);

        Files.setPosixFilePermissions(runtime, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aStaleSocketIsReplaced() throws IOException {
        PrivateDirectory.create(home.home().runtime());
        ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(home.home().socket()))
                .close();
        assertThat(home.home().socket()).exists();

        try (BackgroundCopyManager manager = home.connect()) {
            assertThat(manager.jobs()).isEmpty();
        }
    }

    @Test
    void aClientKilledWhileItCreatesLeavesWholeJobsOnly() throws Exception {
        try (BackgroundCopyManager manager = home.connect()) {
            for (int round = 0; round < 3; round++) {
                int before = manager.jobs().size();
                Process client = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx128m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                CreatingClientMain.class.getName(),
                                home.directory().toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
                client.inputReader().readLine();
                // It is somewhere in the next one.
                client.destroyForcibly().waitFor();

                assertThat(manager.jobs().size()).isGreaterThan(before);
                for (BackgroundCopyJob job : manager.jobs()) {
                    assertThat(job.files()).hasSize(CreatingClientMain.FILES);
                    job.cancel();
                }
            }
        }
    }

    @Test
    void itsFilesAreForItsUserOnly() throws IOException {
        home.connect().close();

        for (Path directory : List.of(
                home.home().state(),
                home.home().store(),
                home.home().logs(),
                home.home().runtime())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                    .as(directory.toString())
                    .isEqualTo("rwx------");
        }
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(home.home().socket())))
                .isEqualTo("rw-------");
    }
}
