package org.openbits.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbits.BackgroundCopyJob;
import org.openbits.BackgroundCopyManager;
import org.openbits.FileSpec;
import org.openbits.JobPriority;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobSpec;
import org.openbits.JobState;
import org.openbits.JobType;
import org.openbits.UploadProtocol;
import org.openbits.testing.OwnServer;

/** Our jobs against our server, which is a process of its own and dies by SIGKILL. */
class ServerJobTest {

    private static final Duration LIMIT = Duration.ofSeconds(120);

    /** Buffers of two sockets, and what one call of the kernel takes. */
    private static final long MOST_ON_THE_WAY = 24L << 20;

    @TempDir
    Path room;

    private Path root;
    private Path source;
    private OwnServer server;
    private BackgroundCopyManager manager;

    @BeforeEach
    void begin() {
        server = OwnServer.in(room).start();
        root = server.root();
        source = room.resolve("source.bin");
        manager = BackgroundCopyManager.embedded(room.resolve("home"));
    }

    @AfterEach
    void end() {
        manager.close();
        server.close();
        assertThat(server.complaints())
                .as("what the server wrote on its error stream")
                .noneMatch(line -> line.startsWith("\tat "));
    }

    private String url(String name) {
        return server.url("/" + name);
    }

    private JobSettings settings() {
        return JobSettings.EMPTY
                .with(JobProperty.PRIORITY, JobPriority.FOREGROUND)
                .with(JobProperty.MINIMUM_RETRY_DELAY, 5L);
    }

    private BackgroundCopyJob upload(String name) {
        return manager.createJob(new JobSpec(
                JobType.UPLOAD, settings(), List.of(FileSpec.of(url(name), source.toString())), List.of(), true));
    }

    private static void transferred(BackgroundCopyJob job) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(job.state())
                        .as(() -> String.valueOf(job.info()))
                        .isEqualTo(JobState.TRANSFERRED));
        job.complete();
    }

    private void there(String name) throws IOException {
        assertThat(Files.mismatch(root.resolve(name), source)).isEqualTo(-1);
        try (var left = Files.list(root.resolve(".bits-sessions"))) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactly("lock");
        }
    }

    private void write(long size) throws IOException {
        Random random = new Random(size);
        byte[] block = new byte[1 << 20];
        try (RandomAccessFile file = new RandomAccessFile(source.toFile(), "rw")) {
            for (long left = size; left > 0; left -= block.length) {
                random.nextBytes(block);
                file.write(block, 0, (int) Math.min(left, block.length));
            }
        }
    }

    private void roundTrip(long size) throws IOException {
        write(size);
        BackgroundCopyJob up = upload("a.bin");
        transferred(up);
        assertThat(String.join(" ", up.info().notes())).contains("BITS_POST");
        there("a.bin");
        Path back = room.resolve("back.bin");
        transferred(manager.createJob(new JobSpec(
                JobType.DOWNLOAD, settings(), List.of(FileSpec.of(url("a.bin"), back.toString())), List.of(), true)));
        assertThat(Files.mismatch(back, source)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, (64 << 10) - 1, 64 << 10, 20_000_000})
    void sendsAFileAndFetchesItBack(long size) throws IOException {
        roundTrip(size);
    }

    private void killInMidUpload(boolean areSessionsKept) throws Exception {
        write(96 << 20);
        BackgroundCopyJob job = upload("a.bin");
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> job.progress().bytesTransferred() > 4 << 20);
        server.kill();
        long reached = received();
        assertThat(root.resolve("a.bin")).doesNotExist();
        if (!areSessionsKept) {
            server.loseSessions();
        }
        server.start();
        transferred(job);
        there("a.bin");
        // The server keeps every byte that reached it, so no more than the buffers on the way goes again.
        assertThat(sentAgain(job)).isBetween(0L, areSessionsKept ? MOST_ON_THE_WAY : reached + MOST_ON_THE_WAY);
        if (!areSessionsKept) {
            assertThat(sentAgain(job)).isGreaterThanOrEqualTo(reached);
        }
    }

    /** What the server's only session holds. */
    private long received() throws IOException {
        try (var files = Files.walk(root.resolve(".bits-sessions"))) {
            return files.filter(file -> file.endsWith("data"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** As the job reports it; 0 when it says nothing of it. */
    private static long sentAgain(BackgroundCopyJob job) {
        return job.info().notes().stream()
                .filter(note -> note.contains(" bytes were sent more than once"))
                .mapToLong(note -> Long.parseLong(note.substring(0, note.indexOf(' '))))
                .sum();
    }

    @Test
    void goesOnAfterTheServerWasKilled() throws Exception {
        killInMidUpload(true);
    }

    @Test
    void beginsAgainWhenTheServerLostItsSessions() throws Exception {
        killInMidUpload(false);
    }

    @Test
    void manyClientsAtOnce() throws IOException {
        write(3_000_000);
        List<BackgroundCopyJob> jobs = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            jobs.add(upload("f" + i));
        }
        jobs.forEach(ServerJobTest::transferred);
        for (int i = 0; i < 12; i++) {
            there("f" + i);
        }
    }

    /** The whole way: job, server, application, and the reply back. */
    @ParameterizedTest
    @ValueSource(strings = {"ByValue", "ByReference"})
    void bringsTheReplyOfAServerApplication(String type) throws Exception {
        HttpServer application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        application.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String file = exchange.getRequestHeaders().getFirst("BITS-Request-DataFile-Name");
            byte[] answer = ("got " + (file == null ? body.length : Files.size(Path.of(file)))).getBytes();
            if (file != null) {
                Files.write(Path.of(exchange.getRequestHeaders().getFirst("BITS-Response-DataFile-Name")), answer);
            }
            exchange.sendResponseHeaders(200, file == null ? answer.length : -1);
            if (file == null) {
                exchange.getResponseBody().write(answer);
            }
            exchange.close();
        });
        application.start();
        try {
            server.kill();
            String address = "http://127.0.0.1:" + application.getAddress().getPort() + "/in";
            server.start("--notification-type", type, "--notification-url", address);
            write(3_000_000);
            Path reply = room.resolve("reply.txt");
            BackgroundCopyJob job = manager.createJob(new JobSpec(
                    JobType.UPLOAD_REPLY,
                    settings().with(JobProperty.REPLY_FILE_NAME, reply.toString()),
                    List.of(FileSpec.of(url("a.bin"), source.toString())),
                    List.of(),
                    true));
            transferred(job);

            assertThat(job.replyData()).asString().isEqualTo("got 3000000");
            assertThat(reply).hasContent("got 3000000");
            assertThat(root.resolve("a.bin")).as("the application has it").doesNotExist();
            assertThat(root.resolve(".bits-sessions").toFile().list()).containsExactly("lock");
        } finally {
            application.stop(0);
        }
    }

    @Test
    void refusesToReplaceAFileForGood() throws IOException {
        write(1000);
        Files.writeString(root.resolve("a.bin"), "old");
        BackgroundCopyJob job = manager.createJob(new JobSpec(
                JobType.UPLOAD,
                settings().with(JobProperty.UPLOAD_PROTOCOL, UploadProtocol.BITS),
                List.of(FileSpec.of(url("a.bin"), source.toString())),
                List.of(),
                true));
        await().atMost(LIMIT).until(() -> job.state() == JobState.ERROR);
        assertThat(root.resolve("a.bin")).hasContent("old");
    }

    @Test
    void saysInOneLineThatAFileChangedWhileItWasSent() throws Exception {
        Path file = root.resolve("changing");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw");
                RawHttp http = new RawHttp(server.port())) {
            large.setLength(64 << 20);
            http.send("GET /changing HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(http.read(true).status()).isEqualTo(200); // the rest waits in the server
            large.setLength(1 << 20);
            assertThat(http.rest()).isLessThan(64 << 20);
        }
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(Files.readAllLines(room.resolve("complaints")))
                        .singleElement()
                        .asString()
                        .matches(
                                "bits serve: .*/changing (changed|became shorter) while it was sent; the client sees the"
                                        + " connection end short of its length"));
    }

    @Test
    void listsItselfAndEndsWhenTold() throws Exception {
        Path servers = room.resolve("server-home/run/servers");
        assertThat(servers.resolve(Long.toString(server.process().pid()))).exists();
        server.process().destroy();
        server.process().waitFor();
        assertThat(servers).isEmptyDirectory();
    }
}
