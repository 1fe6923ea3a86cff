package org.openbits.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.BackgroundCopyCallback;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.FileProgress;
import org.openbits.FileSpec;
import org.openbits.HistoryEntry;
import org.openbits.JobInfo;
import org.openbits.JobPriority;
import org.openbits.JobProgress;
import org.openbits.JobProperty;
import org.openbits.JobReason;
import org.openbits.JobSettings;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.JobType;
import org.openbits.Subscription;
import org.openbits.testing.BitsPostServer;

/** Upload jobs through the public API, on a real queue and store. */
class UploadJobTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    private final BitsPostServer server = new BitsPostServer().start();
    private final byte[] content = new byte[3_000_000];
    private BackgroundCopyManager manager;
    private Path source;

    @BeforeEach
    void open() throws IOException {
        new Random(1).nextBytes(content);
        source = Files.write(directory.resolve("source.bin"), content);
        manager = BackgroundCopyManager.embedded(directory.resolve("home"));
    }

    @AfterEach
    void close() {
        manager.close();
        server.close();
    }

    private JobSpec spec(JobType type) {
        return new JobSpec(
                type,
                JobSettings.EMPTY.with(JobProperty.DISPLAY_NAME, "up"),
                List.of(FileSpec.of(server.url("/in/a.bin"), source.toString())),
                List.of(),
                true);
    }

    private static void await(BackgroundCopyJob job, JobState state) {
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(job.state())
                        .as(() -> String.valueOf(job.info()))
                        .isEqualTo(state));
    }

    private static void refused(ErrorCode code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        BitsException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void sendsAFileAndSaysHow() {
        BackgroundCopyJob job = manager.createJob(spec(JobType.UPLOAD));
        await(job, JobState.TRANSFERRED);

        assertThat(server.file("/in/a.bin")).isEqualTo(content);
        assertThat(job.progress()).isEqualTo(new JobProgress(content.length, content.length, 1, 1));
        assertThat(job.info().notes())
                .containsExactly("Sent by BITS_POST; an interrupted upload goes on where it stopped.");
        assertThat(job.info().reason().sentence()).contains("The server has the file");
        assertThat(job.files().get(0).info().temporaryName()).isNull();
        assertThat(job.complete()).isEqualTo(ErrorCode.S_OK);
        assertThat(job.state()).isEqualTo(JobState.ACKNOWLEDGED);
        assertThat(source).hasBinaryContent(content);
    }

    @Test
    void completesByItselfWhenAsked() {
        BackgroundCopyJob job = manager.createJob(spec(JobType.UPLOAD).with(JobProperty.AUTO_COMPLETE, true));

        await(job, JobState.ACKNOWLEDGED);

        assertThat(server.file("/in/a.bin")).isEqualTo(content);
    }

    @Test
    void goesOnInAnotherProcess() {
        server.holdsAt = 800_000;
        BackgroundCopyJob job = manager.createJob(spec(JobType.UPLOAD));
        Awaitility.await().atMost(LIMIT).until(() -> job.progress().bytesTransferred() > 700_000);
        manager.close();
        server.holdsAt = Long.MAX_VALUE;
        manager = BackgroundCopyManager.embedded(directory.resolve("home"));

        BackgroundCopyJob again = manager.job(job.id());
        await(again, JobState.TRANSFERRED);

        assertThat(server.file("/in/a.bin")).isEqualTo(content);
        assertThat(server.types()).containsOnlyOnce("Create-Session");
    }

    @Test
    void waitsForAServerThatWentAway() {
        server.holdsAt = 600_000;
        BackgroundCopyJob job = manager.createJob(spec(JobType.UPLOAD));
        Awaitility.await().atMost(LIMIT).until(() -> job.progress().bytesTransferred() > 500_000);
        server.stop();
        await(job, JobState.TRANSIENT_ERROR);
        assertThat(job.error().message()).isNotBlank();
        server.holdsAt = Long.MAX_VALUE;
        server.start();

        await(job, JobState.TRANSFERRED);

        assertThat(server.file("/in/a.bin")).isEqualTo(content);
    }

    @Test
    void cancelsTheSessionOfACancelledJob() {
        server.holdsAt = 240_000;
        BackgroundCopyJob job = manager.createJob(spec(JobType.UPLOAD));
        Awaitility.await().atMost(LIMIT).until(() -> job.progress().bytesTransferred() > 200_000);

        assertThat(job.cancel()).isEqualTo(ErrorCode.S_OK);

        assertThat(server.types()).last().isEqualTo("Cancel-Session");
        assertThat(server.file("/in/a.bin")).isNull();
        assertThat(source).hasBinaryContent(content);
    }

    @Test
    void cannotBeCompletedBeforeTheServerHasAll() {
        server.holdsAt = 500_000;
        BackgroundCopyJob job = manager.createJob(spec(JobType.UPLOAD));

        refused(ErrorCode.BG_E_INVALID_STATE, job::complete);
        refused(ErrorCode.E_NOTIMPL, () -> job.replaceRemotePrefix("http:", "https:"));
        refused(ErrorCode.E_NOTIMPL, () -> job.files().get(0).setRemoteName(server.url("/b")));
        job.suspend();
        assertThat(job.state()).isEqualTo(JobState.SUSPENDED);
        server.holdsAt = Long.MAX_VALUE;
        job.resume();
        await(job, JobState.TRANSFERRED);
    }

    @Test
    void takesOneFileThatIsThere() {
        BackgroundCopyJob job = manager.createJob("empty", JobType.UPLOAD);
        refused(
                ErrorCode.ERROR_FILE_NOT_FOUND,
                () -> job.addFile(server.url("/x"), directory.resolve("none").toString()));
        refused(ErrorCode.E_INVALIDARG, () -> job.addFile(server.url("/x"), directory.toString()));
        job.addFile(server.url("/x"), source.toString());
        refused(ErrorCode.BG_E_TOO_MANY_FILES, () -> job.addFile(server.url("/y"), source.toString()));
        refused(
                ErrorCode.E_NOTIMPL,
                () -> job.set(
                        JobProperty.REPLY_FILE_NAME, directory.resolve("r").toString()));
    }

    @Test
    void failsForGoodWhenTheSourceChanges() throws IOException {
        server.holdsAt = 200_000;
        BackgroundCopyJob job = manager.createJob(spec(JobType.UPLOAD));
        Awaitility.await().atMost(LIMIT).until(() -> job.progress().bytesTransferred() > 100_000);
        Files.write(source, new byte[10]);
        server.holdsAt = Long.MAX_VALUE;

        await(job, JobState.ERROR);

        assertThat(job.error().code()).isEqualTo(ErrorCode.BG_E_LOCAL_FILE_CHANGED);
        assertThat(server.file("/in/a.bin")).isNull();
        job.cancel();
        assertThat(server.openSessions()).isZero();
    }

    @Test
    void bringsTheReplyBack() throws IOException {
        server.application = data -> ("got " + data.length).getBytes();
        Path reply = directory.resolve("answer.txt");
        BackgroundCopyJob job =
                manager.createJob(spec(JobType.UPLOAD_REPLY).with(JobProperty.REPLY_FILE_NAME, reply.toString()));
        await(job, JobState.TRANSFERRED);

        assertThat(job.replyData()).asString().isEqualTo("got 3000000");
        assertThat(job.replyProgress()).isEqualTo(new FileProgress(11, 11, false));
        assertThat(reply).doesNotExist();
        assertThat(job.complete()).isEqualTo(ErrorCode.S_OK);
        assertThat(reply).hasContent("got 3000000");
        assertThat(job.replyData()).asString().isEqualTo("got 3000000");
        assertThat(server.types()).last().isEqualTo("Close-Session");
    }

    @Test
    void putsAReplyWithoutANameBesideTheFile() {
        server.application = data -> new byte[0];
        BackgroundCopyJob job = manager.createJob(spec(JobType.UPLOAD_REPLY));
        await(job, JobState.TRANSFERRED);
        Path reply = Path.of(job.get(JobProperty.REPLY_FILE_NAME));

        assertThat(reply.getParent()).isEqualTo(directory);
        assertThat(reply.getFileName().toString()).matches("source\\.bin\\.[0-9a-f]{8}\\.reply");
        job.complete();
        assertThat(reply).isEmptyFile();
    }

    @Test
    void aCancelledReplyLeavesNothing() throws IOException {
        server.application = data -> new byte[100];
        BackgroundCopyJob job = manager.createJob(spec(JobType.UPLOAD_REPLY));
        await(job, JobState.TRANSFERRED);

        job.cancel();

        try (Stream<Path> all = Files.list(directory)) {
            assertThat(all.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("home", "source.bin");
        }
    }

    private BackgroundCopyJob send(String path, JobPriority priority) {
        return manager.createJob(new JobSpec(
                JobType.UPLOAD,
                JobSettings.EMPTY.with(JobProperty.PRIORITY, priority),
                List.of(FileSpec.of(server.url(path), source.toString())),
                List.of(),
                true));
    }

    @Test
    void makeRoomForAHigherPriorityAndThenGoOn() {
        server.holdsAt = 200_000;
        List<BackgroundCopyJob> low = Stream.of("/0", "/1", "/2", "/3") // as many as there are places
                .map(path -> send(path, JobPriority.LOW))
                .toList();
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> low.stream().allMatch(job -> job.progress().bytesTransferred() > 100_000));
        BackgroundCopyJob high = send("/high", JobPriority.HIGH);

        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> low.stream()
                        .anyMatch(job -> job.state() == JobState.QUEUED
                                && job.info().reason().kind() == JobReason.Kind.SLOT));
        server.holdsAt = Long.MAX_VALUE;
        await(high, JobState.TRANSFERRED);
        low.forEach(job -> await(job, JobState.TRANSFERRED));

        for (String path : List.of("/0", "/1", "/2", "/3", "/high")) {
            assertThat(server.file(path)).isEqualTo(content);
        }
    }

    @Test
    void tellsWhoListensAndRunsTheCommand() {
        Path told = directory.resolve("told");
        List<String> heard = new CopyOnWriteArrayList<>();
        Subscription subscription = manager.subscribe(new BackgroundCopyCallback() {
            @Override
            public void fileTransferred(JobInfo job, int fileIndex) {
                heard.add("file " + fileIndex);
            }

            @Override
            public void jobTransferred(JobInfo job) {
                heard.add("job");
            }
        });
        BackgroundCopyJob job = manager.createJob(spec(JobType.UPLOAD)
                .with(JobProperty.NOTIFY_FLAGS, 1L + 16)
                .with(JobProperty.NOTIFY_COMMAND_LINE, List.of("/usr/bin/env", "touch", told.toString())));
        await(job, JobState.TRANSFERRED);

        Awaitility.await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(heard).contains("job");
            assertThat(told).exists();
        });
        subscription.close();
    }

    @Test
    void isKeptInTheHistory() {
        BackgroundCopyJob job = manager.createJob(spec(JobType.UPLOAD));
        await(job, JobState.TRANSFERRED);
        job.complete();

        HistoryEntry entry = manager.history(false, 10).get(0);

        assertThat(entry.job()).isEqualTo(job.id());
        assertThat(entry.type()).isEqualTo(JobType.UPLOAD);
        assertThat(entry.result()).isEqualTo(HistoryEntry.Result.COMPLETED);
        assertThat(entry.bytes()).isEqualTo(content.length);
        assertThat(entry.files().get(0).remoteName()).isEqualTo(server.url("/in/a.bin"));
    }

    @Test
    void saysWhatItWaitsForAndUntilWhen() {
        server.stop();
        BackgroundCopyJob job = manager.createJob(spec(JobType.UPLOAD).with(JobProperty.MINIMUM_RETRY_DELAY, 5L));
        await(job, JobState.TRANSIENT_ERROR);

        assertThat(job.info().errorCount()).isPositive();
        assertThat(job.info().reason().kind()).isEqualTo(JobReason.Kind.RETRY);
        assertThat(job.info().reason().nextTry()).isNotNull();
        server.start();
        await(job, JobState.TRANSFERRED);
    }

    @Test
    void foregroundGoesFirst() {
        BackgroundCopyJob job =
                manager.createJob(spec(JobType.UPLOAD).with(JobProperty.PRIORITY, JobPriority.FOREGROUND));

        assertThat(job.known().state()).isNotEqualTo(JobState.QUEUED);
        await(job, JobState.TRANSFERRED);
    }
}
