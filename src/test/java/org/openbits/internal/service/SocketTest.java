package org.openbits.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.BackgroundCopyCallback;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.BitsException;
import org.openbits.ErrorCode;
import org.openbits.ErrorContext;
import org.openbits.FileRange;
import org.openbits.FileSpec;
import org.openbits.HistoryCheck;
import org.openbits.HistoryEntry;
import org.openbits.JobEvent;
import org.openbits.JobId;
import org.openbits.JobInfo;
import org.openbits.JobProperty;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.JobType;
import org.openbits.Subscription;
import org.openbits.internal.client.SocketManagers;
import org.openbits.internal.wire.Fields;
import org.openbits.internal.wire.LineChannel;
import org.openbits.internal.wire.Message;
import org.openbits.internal.wire.Methods;

/** The API over a real socket, with a queue in memory behind it. */
class SocketTest {

    private final FakeQueue queue = new FakeQueue();
    private Path directory;
    private Path socket;
    private SocketServer server;
    private BackgroundCopyManager manager;

    @BeforeEach
    void listen() throws IOException {
        directory = Files.createTempDirectory("bits");
        socket = directory.resolve("s");
        server = open();
        manager = SocketManagers.connect(socket);
    }

    @AfterEach
    void hangUp() throws IOException {
        manager.close();
        server.leave("stop");
        server.close();
        Files.delete(directory);
    }

    @Test
    void createsAJobWithEverythingItWasGiven() {
        AuthCredentials secret = new AuthCredentials(AuthTarget.SERVER, AuthScheme.BASIC, "ada", "l\u00f8ve\n\"1\"");
        FileSpec file = new FileSpec(
                "http://host/\u00e5?a=%20",
                "/srv/\ud83d\ude00 x",
                List.of(new FileRange(0, 5), new FileRange(9, FileRange.TO_EOF)),
                List.of("http://mirror/"),
                "sha256:00",
                null);
        JobSpec spec = new JobSpec(
                JobSpec.download("n").type(),
                JobSpec.download("n")
                        .with(JobProperty.CUSTOM_HEADERS, List.of("X: y"))
                        .with(JobProperty.NOTIFY_FLAGS, 9L)
                        .settings(),
                List.of(file),
                List.of(secret),
                true);

        BackgroundCopyJob job = manager.createJob(spec);

        assertThat(queue.specs).containsExactly(java.util.Map.entry(job.id(), spec));
        assertThat(job.info()).isEqualTo(queue.jobs.get(job.id()));
        assertThat(job.files().get(0).info().ranges()).isEqualTo(file.ranges());
    }

    @Test
    void bringsListsThatTakeManyLinesWhole() {
        List<FileSpec> files = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            files.add(FileSpec.of("http://host/a/long/name/to/fill/the/line/" + i, "/srv/files/" + i));
        }

        BackgroundCopyJob job = manager.createJob(JobSpec.download("many").withFiles(files));
        job.addFiles(files);

        assertThat(queue.specs.get(job.id()).files()).hasSize(10_000).startsWith(files.get(0), files.get(1));
        assertThat(job.files()).hasSize(10_000);
        assertThat(job.files().get(9_999).remoteName()).endsWith("/4999");
    }

    @Test
    void aListComesPageByPage() {
        List<JobId> created = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            created.add(manager.createJob(JobSpec.download("a")).id());
        }

        assertThat(manager.jobs()).extracting(BackgroundCopyJob::id).containsExactlyInAnyOrderElementsOf(created);
    }

    @Test
    void bringsTheHistory() {
        Instant noon = Instant.parse("2026-11-22T12:00:00.5Z");
        HistoryEntry failed = new HistoryEntry(
                noon,
                JobId.random(),
                "n",
                "ada",
                JobType.DOWNLOAD,
                HistoryEntry.Result.FAILED,
                new HistoryEntry.Failure(0x80190194, "none"),
                noon,
                Duration.ofMillis(1500),
                7,
                101,
                List.of(
                        new HistoryEntry.File("http://h/a", "/srv/a", 7, "sha256:00"),
                        new HistoryEntry.File("http://h/b", "/srv/b", 0, null)));
        queue.history.add(failed);

        assertThat(manager.history(false, 10)).containsExactly(failed);
        assertThat(manager.history(false, 0)).isEmpty();
        assertThat(manager.checkHistory()).isEqualTo(new HistoryCheck(1, "Line 9 was changed"));
    }

    @Test
    void refusalsKeepCodeContextMessageAndJob() {
        BackgroundCopyJob job =
                manager.createJob(JobSpec.download("a").withFiles(List.of(FileSpec.of("http://h/", "/x"))));

        assertThatThrownBy(() -> job.files().get(0).setValidationState(false))
                .isInstanceOfSatisfying(BitsException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.E_PENDING);
                    assertThat(e.context()).isEqualTo(ErrorContext.LOCAL_FILE);
                    assertThat(e.job()).isEqualTo(job.id());
                    assertThat(e).hasMessage("File 0 is not there yet");
                });
        assertThatThrownBy(() -> manager.job(JobId.random()))
                .isInstanceOfSatisfying(
                        BitsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BG_E_NOT_FOUND));
    }

    @Test
    void partsOfAFileAreAskedForAndToldOf() {
        BackgroundCopyJob job =
                manager.createJob(JobSpec.download("a").withFiles(List.of(FileSpec.of("http://h/", "/x"))));
        List<FileRange> some = List.of(new FileRange(5, 10), new FileRange(100, FileRange.TO_EOF));

        job.files().get(0).requestRanges(some);
        assertThat(job.files().get(0).filledRanges()).isEqualTo(some);
        job.files().get(0).updateDownloadPosition(7);
        assertThat(job.files().get(0).filledRanges()).startsWith(new FileRange(7, FileRange.TO_EOF));
        assertThat(job.files().get(0).responseHeaders()).containsExactly("ETag: \"0\"");
    }

    @Test
    void aDefectOfTheQueueIsAnAnswerToo() {
        BackgroundCopyJob job = manager.createJob(JobSpec.download("a"));

        assertThatThrownBy(job::takeOwnership)
                .isInstanceOfSatisfying(
                        BitsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.E_FAIL));
        assertThat(job.state()).isEqualTo(JobState.SUSPENDED);
    }

    @Test
    void tellsListenersWhoMayAskBack() {
        BackgroundCopyJob job = manager.createJob(JobSpec.download("a"));
        List<JobState> heard = new CopyOnWriteArrayList<>();
        Subscription subscription = manager.subscribe(new BackgroundCopyCallback() {
            @Override
            public void jobModification(JobInfo info) {
                heard.add(job.info().state());
            }
        });

        job.resume();
        await().until(() -> heard.contains(JobState.QUEUED));
        subscription.close();
        job.suspend();

        await().until(() -> queue.listeners.isEmpty());
    }

    @Test
    void asksForTheEventsOfFilesOnlyWhileSomebodyHearsThem() throws IOException {
        BackgroundCopyCallback ofJobs = new BackgroundCopyCallback() {
            @Override
            public void jobModification(JobInfo info) {}
        };
        BackgroundCopyCallback ofFiles = new BackgroundCopyCallback() {
            @Override
            public void fileTransferred(JobInfo info, int fileIndex) {}
        };
        manager.subscribe(ofJobs);
        await().until(() -> queue.wanted.test(JobEvent.Kind.MODIFICATION));
        assertThat(queue.wanted.test(JobEvent.Kind.FILE_TRANSFERRED)).isFalse();

        Subscription files = manager.subscribe(ofFiles);
        await().until(() -> queue.wanted.test(JobEvent.Kind.FILE_TRANSFERRED));
        server.leave("crash");
        server.close();
        queue.wanted = kind -> false;
        server = open();
        await().until(() -> queue.wanted.test(JobEvent.Kind.FILE_TRANSFERRED));

        files.close();
        await().until(() -> !queue.wanted.test(JobEvent.Kind.FILE_TRANSFERRED));
        assertThat(queue.wanted.test(JobEvent.Kind.TRANSFERRED)).isTrue();
    }

    @Test
    void goesOnWithTheNextServiceWhenTheFirstIsLost() throws IOException {
        BackgroundCopyJob job = manager.createJob(JobSpec.download("a"));
        List<JobState> heard = new CopyOnWriteArrayList<>();
        job.subscribe(new BackgroundCopyCallback() {
            @Override
            public void jobModification(JobInfo info) {
                heard.add(info.state());
            }
        });
        await().until(() -> queue.listeners.size() == 1);

        server.leave("crash");
        server.close();
        queue.become(job.id(), JobState.TRANSFERRING);
        heard.clear();
        server = open();

        await().untilAsserted(() -> assertThat(heard).contains(JobState.TRANSFERRING));
        assertThat(job.state()).isEqualTo(JobState.TRANSFERRING);
    }

    @Test
    void anInterruptedCallerHarmsNobody() {
        BackgroundCopyJob job = manager.createJob(JobSpec.download("a"));

        Thread.currentThread().interrupt();
        try {
            job.info();
        } catch (CancellationException e) {
            // The answer had not come yet; when it had, it is given.
            assertThat(e).hasMessageContaining("Interrupted");
        }
        assertThat(Thread.interrupted()).isTrue();

        assertThat(job.state()).isEqualTo(JobState.SUSPENDED);
    }

    @Test
    void hangsUpOnGarbageAndOnEndlessLines() throws IOException {
        for (String garbage : List.of("GET / HTTP/1.1\r\n\r\n", "[]\n", "{\"id\":1}\n", "[".repeat(5000) + "\n")) {
            assertThat(answerTo(garbage.getBytes())).isNull();
        }
        assertThat(answerTo(new byte[2 << 20])).isNull();

        assertThat(manager.jobs()).isEmpty();
    }

    @Test
    void refusesUnknownRequestsAndMissingFieldsWithoutHangingUp() throws IOException {
        try (LineChannel raw = raw()) {
            raw.write("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"job.fly\"}");
            raw.write("{\"jsonrpc\":\"2.0\",\"id\":8,\"method\":\"job.info\",\"params\":{\"id\":true}}");
            raw.write("{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"service.status\"}");

            assertThat(raw.read()).contains("\"id\":7", "E_NOTIMPL");
            assertThat(raw.read()).contains("\"id\":8", "E_INVALIDARG");
            assertThat(raw.read()).contains("\"id\":9", "result");
        }
    }

    @Test
    void forgetsFilesWhoseRequestNeverCame() throws IOException {
        try (LineChannel raw = raw()) {
            Fields file = org.openbits.internal.wire.FileForm.write(FileSpec.of("http://h/", "/x"));
            new Message.Note(Message.PART, Fields.empty().put("of", 1).put("items", List.of(file))).lines(raw::write);
        }

        assertThat(manager.jobs()).isEmpty();
        assertThat(queue.creates).isZero();
    }

    @Test
    void theSocketIsForItsUserOnly() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");

        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("chmod 700");
    }

    private SocketServer open() throws IOException {
        return SocketServer.open(socket, () -> queue, new ServiceRequests() {
            @Override
            public Fields status() {
                return Fields.empty().put("pid", 1);
            }

            @Override
            public void stop() {}

            @Override
            public boolean retire() {
                return false;
            }
        });
    }

    /** A client of its own that has heard the hello. */
    private LineChannel raw() throws IOException {
        LineChannel lines = new LineChannel(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
        assertThat(lines.read()).contains("\"" + Methods.HELLO + "\"");
        return lines;
    }

    private String answerTo(byte[] bytes) throws IOException {
        SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        try (LineChannel lines = new LineChannel(channel)) {
            lines.read();
            ByteBuffer out = ByteBuffer.wrap(bytes);
            while (out.hasRemaining()) {
                channel.write(out);
            }
            return lines.read();
        } catch (IOException e) {
            // It hung up while we still wrote.
            return null;
        }
    }
}
