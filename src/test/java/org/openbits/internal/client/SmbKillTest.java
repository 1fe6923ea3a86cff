package org.openbits.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.FileSpec;
import org.openbits.JobPriority;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.JobType;
import org.openbits.testing.Relay;
import org.openbits.testing.Samba;

/** Whole jobs with a share, whose server or whose service dies or stands still meanwhile. */
class SmbKillTest {

    private static final Duration LONG = Duration.ofSeconds(120);
    private static final int BYTES = 160 << 20;
    private static final List<AuthCredentials> KNOWN =
            List.of(new AuthCredentials(AuthTarget.SERVER, AuthScheme.NEGOTIATE, Samba.USER, Samba.PASSWORD));

    @TempDir
    Path room;

    private final ServiceHome home = new ServiceHome();
    private Samba samba;

    @BeforeEach
    void start() {
        samba = Samba.in(room).start();
    }

    @AfterEach
    void end() {
        home.close();
        if (samba != null) {
            samba.close();
        }
    }

    private static Path write(Path file, int seed) throws IOException {
        byte[] content = new byte[BYTES];
        new Random(seed).nextBytes(content);
        return Files.write(file, content);
    }

    private static BackgroundCopyJob start(BackgroundCopyManager manager, JobType type, String remote, Path local) {
        return start(manager, type, remote, local, List.of());
    }

    private static BackgroundCopyJob start(
            BackgroundCopyManager manager, JobType type, String remote, Path local, List<AuthCredentials> account) {
        JobSettings settings = JobSettings.EMPTY
                .with(JobProperty.PRIORITY, JobPriority.FOREGROUND)
                .with(JobProperty.MINIMUM_RETRY_DELAY, 5L);
        return manager.createJob(
                new JobSpec(type, settings, List.of(FileSpec.of(remote, local.toString())), account, true));
    }

    private List<Path> filesThatHold(String text) throws IOException {
        String octets = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        List<Path> holding = new ArrayList<>();
        try (Stream<Path> all = Files.walk(home.directory())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(octets)) {
                    holding.add(file);
                }
            }
        }
        return holding;
    }

    private static void awaitBytes(BackgroundCopyJob job, long bytes) {
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> job.progress().bytesTransferred() >= bytes);
    }

    private static void complete(BackgroundCopyJob job) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(job.state())
                        .as(() -> String.valueOf(job.info()))
                        .isEqualTo(JobState.TRANSFERRED));
        job.complete();
    }

    @Test
    void goesOnReadingAfterTheServiceWasKilled() throws Exception {
        Path file = write(samba.root().resolve("big"), 1);
        Path local = room.resolve("big");
        try (BackgroundCopyManager manager = home.connect()) {
            BackgroundCopyJob job = start(manager, JobType.DOWNLOAD, samba.name("plain", "big"), local);
            awaitBytes(job, 1);
            home.kill();
            complete(job);
        }
        assertThat(Files.mismatch(local, file)).isEqualTo(-1);
    }

    /** The account is kept for it, and nothing on the disk tells its password. */
    @Test
    void goesOnSendingAfterTheServiceWasKilled() throws Exception {
        Path local = write(room.resolve("big"), 2);
        try (BackgroundCopyManager manager = home.connect()) {
            BackgroundCopyJob job = start(manager, JobType.UPLOAD, samba.name("private", "sent"), local, KNOWN);
            awaitBytes(job, 1);
            home.kill();
            assertThat(filesThatHold(Samba.PASSWORD)).isEmpty();
            complete(job);
        }
        assertThat(Files.mismatch(samba.root().resolve("sent"), local)).isEqualTo(-1);
        assertThat(samba.root()).isDirectoryNotContaining("glob:**BIT*");
    }

    @Test
    void waitsForAServerThatIsAwayAndNoticesWhatChangedMeanwhile() throws Exception {
        write(samba.root().resolve("big"), 3);
        Path local = room.resolve("big");
        try (BackgroundCopyManager manager = home.connect();
                Relay relay = new Relay(samba.port())) {
            relay.holdsAt = BYTES / 2;
            String name = "smb://127.0.0.1:" + relay.port() + "/plain/big";
            BackgroundCopyJob job = start(manager, JobType.DOWNLOAD, name, local);
            awaitBytes(job, 1);
            samba.stop();
            relay.holdsAt = Long.MAX_VALUE;
            await().atMost(LONG)
                    .until(() -> job.state() == JobState.TRANSIENT_ERROR || job.state() == JobState.TRANSFERRED);
            assertThat(job.state()).isEqualTo(JobState.TRANSIENT_ERROR);
            Path other = write(samba.root().resolve("big"), 4);
            Files.setLastModifiedTime(other, FileTime.from(Instant.parse("2021-01-02T03:04:05Z")));
            samba.start();
            job.resume(); // not to wait for the next try
            complete(job);
            assertThat(Files.mismatch(local, other)).isEqualTo(-1);
            assertThat(Files.getLastModifiedTime(local).toInstant()).isEqualTo(Instant.parse("2021-01-02T03:04:05Z"));
        }
    }

    /** Ended, then standing still with every connection open: each for a minute, and nobody helps the job. */
    @Test
    @Tag("full")
    void goesOnByItselfAfterAMinuteWithoutTheServer() throws Exception {
        Path file = write(samba.root().resolve("big"), 5);
        for (boolean isFrozen : List.of(false, true)) {
            Path local = room.resolve("big-" + isFrozen);
            try (BackgroundCopyManager manager = home.connect()) {
                BackgroundCopyJob job = start(manager, JobType.DOWNLOAD, samba.name("plain", "big"), local);
                awaitBytes(job, 1);
                if (isFrozen) {
                    samba.freeze();
                } else {
                    samba.stop();
                }
                await().during(Duration.ofSeconds(60))
                        .atMost(Duration.ofSeconds(62))
                        .until(() -> job.state() != JobState.TRANSFERRED && job.state() != JobState.ERROR);
                if (isFrozen) {
                    samba.thaw();
                } else {
                    samba.start();
                }
                complete(job);
            }
            assertThat(Files.mismatch(local, file)).isEqualTo(-1);
        }
    }

    @Test
    @Tag("full")
    void bringsAThousandFilesInOneJob() throws Exception {
        Path many = Files.createDirectories(samba.root().resolve("many files"));
        for (int i = 0; i < 1000; i++) {
            Files.writeString(many.resolve("\u00e4 " + i + ".txt"), "content " + i);
        }
        Path into = Files.createDirectories(room.resolve("into"));
        try (BackgroundCopyManager manager = home.connect()) {
            BackgroundCopyJob job =
                    start(manager, JobType.DOWNLOAD, samba.name("plain", "many files/*.TXT"), into.resolve("."));
            assertThat(job.progress().filesTotal()).isEqualTo(1000);
            complete(job);
        }
        for (int i = 0; i < 1000; i++) {
            assertThat(into.resolve("\u00e4 " + i + ".txt")).hasContent("content " + i);
        }
    }
}
