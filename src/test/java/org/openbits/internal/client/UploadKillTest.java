package org.openbits.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.FileSpec;
import org.openbits.JobPriority;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.JobType;
import org.openbits.testing.BitsPostServer;
import org.openbits.testing.Nginx;

/** The service is killed while it sends; the next call goes on, and the file arrives whole and once. */
class UploadKillTest {

    private static final Duration LONG = Duration.ofSeconds(120);
    private static final int BYTES = 8 << 20;
    private static final long RATE = 8L << 20;
    /** One fragment that was under way, at the most, and the small one that asks where to go on. */
    private static final long MOST_TWICE = (8L << 20) + (64 << 10);
    /** What the sockets hold. */
    private static final long ON_THE_WAY = 8L << 20;

    @TempDir
    Path room;

    private final ServiceHome home = new ServiceHome();
    private final BitsPostServer server = new BitsPostServer().start();
    private final byte[] content = new byte[BYTES];
    private Path source;

    @BeforeEach
    void write() throws IOException {
        new Random(5).nextBytes(content);
        source = Files.write(room.resolve("source.bin"), content);
    }

    @AfterEach
    void end() {
        home.close();
        server.close();
    }

    private JobSpec spec(JobType type, String url) {
        return new JobSpec(
                type,
                JobSettings.EMPTY
                        .with(JobProperty.PRIORITY, JobPriority.FOREGROUND)
                        .with(JobProperty.MINIMUM_RETRY_DELAY, 5L),
                List.of(FileSpec.of(url, source.toString())),
                List.of(),
                true);
    }

    private static void awaitBytes(BackgroundCopyJob job, long bytes) {
        await().atMost(LONG).until(() -> job.progress().bytesTransferred() >= bytes);
    }

    private static void awaitTransferred(BackgroundCopyJob job) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(job.state())
                        .as(() -> String.valueOf(job.info()))
                        .isEqualTo(JobState.TRANSFERRED));
    }

    @RepeatedTest(2)
    void goesOnWhereTheServerIs(RepetitionInfo round) {
        killAndGoOn(new Random(round.getCurrentRepetition()), false);
    }

    @Tag("full")
    @RepeatedTest(20)
    void goesOnWhereTheServerIsAgainAndAgain(RepetitionInfo round) {
        killAndGoOn(new Random(100L + round.getCurrentRepetition()), round.getCurrentRepetition() % 2 == 0);
    }

    private void killAndGoOn(Random random, boolean serverKeepsParts) {
        server.rate = RATE;
        server.keepsParts = serverKeepsParts;
        try (BackgroundCopyManager manager = home.connect()) {
            BackgroundCopyJob job = manager.createJob(spec(JobType.UPLOAD, server.url("/in/a.bin")));
            awaitBytes(job, 1 + random.nextInt(BYTES - (2 << 20)));
            home.kill();

            awaitTransferred(job);
            long twice = server.receivedBytes() - BYTES;
            // The job knows of what it saved a second ago at the latest; what the kernel swallowed it counts too.
            assertThat(reported(job)).as("of %d", twice).isBetween(twice - RATE * 3 / 2, twice + ON_THE_WAY);
            job.complete();
        }
        assertThat(server.file("/in/a.bin")).isEqualTo(content);
        assertThat(server.types()).containsOnlyOnce("Create-Session").containsOnlyOnce("Close-Session");
        assertThat(server.receivedBytes() - BYTES).isBetween(0L, MOST_TWICE);
    }

    /** What the job says was sent twice is what came twice, or more: what a kill swallowed on the way counts too. */
    private long reported(BackgroundCopyJob job) {
        return job.info().notes().stream()
                .filter(note -> note.contains(" bytes were sent more than once"))
                .mapToLong(note -> Long.parseLong(note.substring(0, note.indexOf(' '))))
                .sum();
    }

    @Test
    void keepsTheReplyWhenKilledBeforeTheSessionEnds() throws IOException {
        server.drops = killAt("Close-Session");
        replySurvives();
        assertThat(server.types()).containsOnlyOnce("Close-Session");
    }

    @Test
    void keepsTheReplyWhenKilledAfterTheSessionEnded() throws IOException {
        AtomicBoolean killed = new AtomicBoolean();
        server.listener = type -> {
            if (type.equals("Close-Session") && killed.compareAndSet(false, true)) {
                home.kill();
            }
        };
        replySurvives();
    }

    @Test
    void sendsNothingAgainWhenKilledAfterTheSessionEnded() throws IOException {
        AtomicBoolean killed = new AtomicBoolean();
        server.listener = type -> {
            if (type.equals("Close-Session") && killed.compareAndSet(false, true)) {
                home.kill();
            }
        };
        try (BackgroundCopyManager manager = home.connect()) {
            awaitTransferred(manager.createJob(spec(JobType.UPLOAD, server.url("/in/a.bin"))));
        }
        assertThat(killed).isTrue();
        assertThat(server.types()).containsOnlyOnce("Create-Session");
        assertThat(server.file("/in/a.bin")).isEqualTo(content);
    }

    private java.util.function.Predicate<String> killAt(String packet) {
        AtomicBoolean killed = new AtomicBoolean();
        return type -> {
            if (type.equals(packet) && killed.compareAndSet(false, true)) {
                home.kill();
                return true;
            }
            return false;
        };
    }

    private void replySurvives() throws IOException {
        server.application = data -> ("the sum of " + data.length).getBytes();
        Path reply = room.resolve("reply.txt");
        try (BackgroundCopyManager manager = home.connect()) {
            BackgroundCopyJob job = manager.createJob(spec(JobType.UPLOAD_REPLY, server.url("/in/a.bin"))
                    .with(JobProperty.REPLY_FILE_NAME, reply.toString()));
            awaitTransferred(job);
            assertThat(job.replyData()).asString().isEqualTo("the sum of " + BYTES);
            job.complete();
        }
        assertThat(reply).hasContent("the sum of " + BYTES);
        assertThat(server.notified()).isEqualTo(1);
        assertThat(room.toFile().list()).noneMatch(name -> name.endsWith(".tmp"));
    }

    @Test
    void sendsAPutFromTheBeginning() throws IOException {
        try (Nginx nginx = Nginx.in(room)
                        .with("dav_methods PUT;")
                        .with("client_max_body_size 0;")
                        .start();
                BackgroundCopyManager manager = home.connect()) {
            BackgroundCopyJob job = manager.createJob(spec(JobType.UPLOAD, nginx.url("a.bin")));
            awaitBytes(job, 1);
            home.kill();

            awaitTransferred(job);
            job.complete();
            assertThat(nginx.root().resolve("a.bin")).hasBinaryContent(content);
        }
    }
}
