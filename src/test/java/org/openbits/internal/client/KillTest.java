package org.openbits.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.BackgroundCopyCallback;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.FileSpec;
import org.openbits.JobInfo;
import org.openbits.JobPriority;
import org.openbits.JobProperty;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.testing.Nginx;
import org.openbits.testing.Relay;

/** The service is killed in the middle of a transfer from a real server; the next call goes on. */
class KillTest {

    private static final Duration LONG = Duration.ofSeconds(120);
    private static final int MIB = 1 << 20;
    private static final int FILE_MIB = 144;
    /** The end comes only when the test has done what it does in the middle, however long that takes. */
    private static final long ALL_BUT_THE_END = (FILE_MIB - 4L) * MIB;
    /** Three seconds at the rate of the server: one between checkpoints, two for a disk that stands still; and buffers. */
    private static final long MOST_TWICE = 96L * MIB;

    @TempDir
    Path room;

    private final ServiceHome home = new ServiceHome();
    private Nginx nginx;
    private Relay relay;
    private Path destination;

    @BeforeEach
    void serve() {
        nginx = Nginx.in(room).limitRate("28m").start();
        relay = new Relay(nginx.port());
        relay.holdsAt = ALL_BUT_THE_END;
        destination = room.resolve("destination.bin");
    }

    @AfterEach
    void end() {
        home.close();
        relay.close();
        nginx.close();
    }

    @RepeatedTest(5)
    void goesOnAtTheCheckpoint(RepetitionInfo round) throws IOException {
        killAndGoOn(new Random(round.getCurrentRepetition()));
    }

    @Tag("full")
    @RepeatedTest(20)
    void goesOnAtTheCheckpointAgainAndAgain(RepetitionInfo round) throws IOException {
        killAndGoOn(new Random(1000L + round.getCurrentRepetition()));
    }

    private void killAndGoOn(Random random) throws IOException {
        String digest = publish(random.nextLong());
        try (BackgroundCopyManager manager = home.connect()) {
            // One connection, whose rate is known.
            BackgroundCopyJob job = start(manager, JobPriority.LOW);
            // Later than three seconds, so that a checkpoint must be there; at a moment nobody chose.
            awaitBytes(job, (88L + random.nextInt(FILE_MIB - 96)) * MIB);
            assertThat(destination).doesNotExist();
            kill();

            await().atMost(LONG).until(() -> job.state() == JobState.TRANSFERRED);
            assertThat(destination).doesNotExist();
            job.complete();
        }

        assertThat(digest(destination)).isEqualTo(digest);
        List<Nginx.Request> requests = nginx.requests();
        assertThat(requests).allMatch(request -> request.method().equals("GET"));
        assertThat(requests).last().satisfies(request -> {
            assertThat(request.status()).isEqualTo(206);
            assertThat(request.from()).isPositive();
        });
        long sent = requests.stream().mapToLong(Nginx.Request::bytes).sum();
        assertThat(sent - FILE_MIB * (long) MIB).isBetween(0L, MOST_TWICE);
        assertThat(room.toFile().list()).noneMatch(name -> name.endsWith(".tmp"));
    }

    @Test
    void startsAgainWhenTheFileChangedBetweenTheHalves() throws IOException {
        publish(1);
        try (BackgroundCopyManager manager = home.connect()) {
            BackgroundCopyJob job = start(manager);
            awaitBytes(job, 100L * MIB);
            kill();
            String digest = publish(2);

            await().atMost(LONG).until(() -> job.state() == JobState.TRANSFERRED);
            job.complete();

            assertThat(digest(destination)).isEqualTo(digest);
        }
        // A large file may have further connections after that one.
        assertThat(nginx.requests()).anySatisfy(request -> {
            assertThat(request.status()).isEqualTo(200);
            assertThat(request.ifRange()).isNotEqualTo("-");
        });
    }

    @Test
    void waitsForAServerThatWentAwayAndGoesOnByItself() throws IOException {
        String digest = publish(3);
        try (BackgroundCopyManager manager = home.connect()) {
            BackgroundCopyJob job = start(manager);
            awaitBytes(job, 60L * MIB);
            nginx.stop();
            relay.holdsAt = Long.MAX_VALUE;
            await().atMost(LONG).until(() -> job.state() == JobState.TRANSIENT_ERROR);
            assertThat(job.error().message()).isNotBlank();
            nginx.start();

            await().atMost(LONG).until(() -> job.state() == JobState.TRANSFERRED);
            job.complete();
        }
        assertThat(digest(destination)).isEqualTo(digest);
        assertThat(nginx.requests())
                .last()
                .satisfies(request -> assertThat(request.from()).isPositive());
    }

    @Test
    void aListenerHearsTheEndThoughTheServiceWasKilled() throws IOException {
        publish(4);
        try (BackgroundCopyManager manager = home.connect()) {
            List<JobState> heard = new CopyOnWriteArrayList<>();
            manager.subscribe(new BackgroundCopyCallback() {
                @Override
                public void jobTransferred(JobInfo job) {
                    heard.add(job.state());
                }
            });
            BackgroundCopyJob job = start(manager);
            awaitBytes(job, 20L * MIB);

            kill();

            await().atMost(LONG).until(() -> heard.contains(JobState.TRANSFERRED));
            job.cancel();
        }
    }

    /** Names of temporary files are saved before the files are made: of neither kind may anything be left. */
    @Test
    void ofManySmallFilesNoneIsLostAndNoNameLeftBehind() throws IOException {
        List<FileSpec> files = new ArrayList<>();
        byte[] bytes = new byte[3000];
        for (int i = 0; i < 400; i++) {
            new Random(i).nextBytes(bytes);
            Files.write(nginx.root().resolve("small" + i), bytes);
            files.add(
                    FileSpec.of(nginx.url("small" + i), room.resolve("got" + i).toString()));
        }
        try (BackgroundCopyManager manager = home.connect()) {
            BackgroundCopyJob kept =
                    manager.createJob(JobSpec.download("kept").withFiles(files).resumed());
            await().atMost(LONG).until(() -> kept.progress().filesTransferred() >= 100);
            home.kill();
            await().atMost(LONG).until(() -> kept.state() == JobState.TRANSFERRED);
            kept.complete();

            BackgroundCopyJob dropped = manager.createJob(JobSpec.download("dropped")
                    .withFiles(files.stream()
                            .map(file -> FileSpec.of(file.remoteName(), file.localName() + ".never"))
                            .toList())
                    .resumed());
            await().atMost(LONG).until(() -> dropped.progress().filesTransferred() >= 100);
            home.kill();
            dropped.cancel();
        }
        for (int i = 0; i < 400; i++) {
            new Random(i).nextBytes(bytes);
            assertThat(room.resolve("got" + i)).hasBinaryContent(bytes);
        }
        assertThat(room.toFile().list()).noneMatch(name -> name.endsWith(".tmp") || name.endsWith(".never"));
    }

    private void kill() {
        home.kill();
        relay.holdsAt = Long.MAX_VALUE;
    }

    private BackgroundCopyJob start(BackgroundCopyManager manager) {
        return start(manager, JobPriority.FOREGROUND);
    }

    private BackgroundCopyJob start(BackgroundCopyManager manager, JobPriority priority) {
        return manager.createJob(JobSpec.download("big")
                .with(JobProperty.PRIORITY, priority)
                .with(JobProperty.MINIMUM_RETRY_DELAY, 5L)
                .withFiles(List.of(FileSpec.of(relay.url("/big.bin"), destination.toString())))
                .resumed());
    }

    private static void awaitBytes(BackgroundCopyJob job, long bytes) {
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> job.progress().bytesTransferred() >= bytes);
    }

    /** Puts random bytes on the server, as a new version; tells their digest. */
    private String publish(long seed) {
        Random random = new Random(seed);
        byte[] block = new byte[MIB];
        Path fresh = room.resolve("fresh");
        try (OutputStream out = Files.newOutputStream(fresh)) {
            for (int i = 0; i < FILE_MIB; i++) {
                random.nextBytes(block);
                out.write(block);
            }
            out.close();
            Files.setLastModifiedTime(fresh, FileTime.from(Instant.ofEpochSecond(1_700_000_000L + seed % 1000)));
            Files.move(fresh, nginx.root().resolve("big.bin"), StandardCopyOption.REPLACE_EXISTING);
            return digest(nginx.root().resolve("big.bin"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[MIB];
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                sha.update(block, 0, n);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
