package org.openbits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every manager promises, through the public API, with real files and a real server: the one in this process and the
 * one behind the socket alike.
 */
public abstract class ManagerContract {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    protected Path directory;

    private final byte[] content = new byte[300_000];
    private final CountDownLatch secondHalf = new CountDownLatch(1);
    private final ExecutorService serverThreads = Executors.newCachedThreadPool();
    private BackgroundCopyManager manager;
    private HttpServer server;
    private Path source;

    /** Opens a manager; opened again it knows the same jobs. */
    protected abstract BackgroundCopyManager open() throws Exception;

    @BeforeEach
    void start() throws Exception {
        new Random(7).nextBytes(content);
        source = Files.write(directory.resolve("source.bin"), content);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(serverThreads);
        server.createContext("/file", this::serve);
        server.createContext("/endless", ManagerContract::trickle);
        server.createContext("/unsized", this::serveWithoutLength);
        server.start();
        manager = open();
    }

    @AfterEach
    void stop() {
        manager.close();
        server.stop(0);
        serverThreads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, content.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(content);
        }
    }

    /** In chunks, under a name of its own; the second half when the test says so. */
    private void serveWithoutLength(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Disposition", "attachment; filename=\"../named by the server.bin\"");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(content, 0, content.length / 2);
            body.flush();
            secondHalf.await();
            body.write(content, content.length / 2, content.length - content.length / 2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Promises much, sends little, and then nothing. */
    private static void trickle(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1 << 30);
        exchange.getResponseBody().write(new byte[70_000]);
        exchange.getResponseBody().flush();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private BackgroundCopyJob download(String remoteName, String localName) {
        return manager.createJob(JobSpec.download("contract")
                .withFiles(List.of(
                        FileSpec.of(remoteName, directory.resolve(localName).toString())))
                .resumed());
    }

    private static void await(BackgroundCopyJob job, JobState state) {
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(job.state())
                        .as(() -> String.valueOf(job.info()))
                        .isEqualTo(state));
    }

    private List<String> temporaries() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("BIT[0-9A-Fa-f]{8}\\.tmp"))
                    .toList();
        }
    }

    @Test
    void aFileHasItsNameOnlyAfterComplete() throws Exception {
        BackgroundCopyJob job = download(url("/file"), "got.bin");
        await(job, JobState.TRANSFERRED);

        assertThat(directory.resolve("got.bin")).doesNotExist();
        assertThat(temporaries()).hasSize(1);
        assertThat(job.progress()).isEqualTo(new JobProgress(content.length, content.length, 1, 1));

        assertThat(job.complete()).isEqualTo(ErrorCode.S_OK);
        assertThat(directory.resolve("got.bin")).hasBinaryContent(content);
        assertThat(temporaries()).isEmpty();
    }

    /** BG_SIZE_UNKNOWN, 18446744073709551615, is the unsigned reading of it. */
    @Test
    void aSizeNobodySaysIsUnknownUntilTheFileIsThereAndTheServerMayNameIt() {
        FileSpec file = FileSpec.of(
                        url("/unsized"), directory.resolve("unsized").toString())
                .withServerMayName(true);
        BackgroundCopyJob job = manager.createJob(
                JobSpec.download("contract").withFiles(List.of(file)).resumed());
        Awaitility.await().atMost(LIMIT).until(() -> job.progress().bytesTransferred() > 0);

        assertThat(Long.toUnsignedString(job.progress().bytesTotal())).isEqualTo("18446744073709551615");
        assertThat(job.files().get(0).progress().bytesTotal()).isEqualTo(JobProgress.SIZE_UNKNOWN);

        secondHalf.countDown();
        await(job, JobState.TRANSFERRED);
        assertThat(job.progress()).isEqualTo(new JobProgress(content.length, content.length, 1, 1));
        job.complete();
        assertThat(directory.resolve("named by the server.bin")).hasBinaryContent(content);
        assertThat(directory.resolve("unsized")).doesNotExist();
    }

    @Test
    void bringsALocalFile() {
        BackgroundCopyJob job = download(source.toString(), "copy.bin");
        await(job, JobState.TRANSFERRED);
        job.complete();

        assertThat(directory.resolve("copy.bin")).hasBinaryContent(content);
    }

    @Test
    void aHandleOutlivesItsJob() {
        BackgroundCopyJob job = download(source.toString(), "copy.bin");
        await(job, JobState.TRANSFERRED);
        job.complete();

        assertThat(job.state()).isEqualTo(JobState.ACKNOWLEDGED);
        assertThat(job.files().get(0).progress().completed()).isTrue();
        refuses(ErrorCode.BG_E_INVALID_STATE, job::resume);
        refuses(ErrorCode.BG_E_INVALID_STATE, job::complete);
        refuses(ErrorCode.BG_E_NOT_FOUND, () -> manager.job(job.id()));
        assertThat(manager.jobs()).isEmpty();
    }

    @Test
    void jobsOutliveTheManager() throws Exception {
        BackgroundCopyJob job = manager.createJob("kept", JobType.DOWNLOAD);
        job.addFile(url("/file"), directory.resolve("later.bin").toString());
        manager.close();
        manager = open();

        BackgroundCopyJob again = manager.job(job.id());
        assertThat(again.info().displayName()).isEqualTo("kept");
        assertThat(again.state()).isEqualTo(JobState.SUSPENDED);
        assertThat(again.files().get(0).remoteName()).isEqualTo(url("/file"));
        again.resume();
        await(again, JobState.TRANSFERRED);
    }

    @Test
    void listsTheJobsOldestFirst() {
        manager.createJob("one", JobType.DOWNLOAD);
        manager.createJob("two", JobType.DOWNLOAD);
        manager.createJob("three", JobType.DOWNLOAD);

        assertThat(manager.jobs()).extracting(job -> job.info().displayName()).containsExactly("one", "two", "three");
    }

    @Test
    void keepsPropertiesAsTheyWereSet() {
        BackgroundCopyJob job = manager.createJob("named", JobType.DOWNLOAD);
        job.change(JobSettings.EMPTY
                .with(JobProperty.DESCRIPTION, "na\u00efve \u65e5\u672c")
                .with(JobProperty.PRIORITY, JobPriority.LOW)
                .with(JobProperty.MINIMUM_RETRY_DELAY, 77L)
                .with(JobProperty.CUSTOM_HEADERS, List.of("X-One: 1", "X-Two: 2")));

        BackgroundCopyJob seen = manager.job(job.id());
        assertThat(seen.get(JobProperty.DESCRIPTION)).isEqualTo("na\u00efve \u65e5\u672c");
        assertThat(seen.get(JobProperty.PRIORITY)).isEqualTo(JobPriority.LOW);
        assertThat(seen.get(JobProperty.MINIMUM_RETRY_DELAY)).isEqualTo(77);
        assertThat(seen.get(JobProperty.CUSTOM_HEADERS)).containsExactly("X-One: 1", "X-Two: 2");
        assertThat(seen.get(JobProperty.NO_PROGRESS_TIMEOUT)).isEqualTo(1_209_600);
    }

    @Test
    void aFatalErrorTellsWhatAndWhere() {
        BackgroundCopyJob job = download(url("/nothing-here"), "never.bin");
        await(job, JobState.ERROR);

        BackgroundCopyError error = job.error();
        assertThat(error.code()).isEqualTo(ErrorCode.http(404));
        assertThat(error.context()).isEqualTo(ErrorContext.REMOTE_FILE);
        assertThat(error.fileIndex()).isZero();
        assertThat(error.protocol()).isEqualTo("http");
        assertThat(job.info().errorCount()).isEqualTo(1);
        assertThat(job.info().reason().kind()).isEqualTo(JobReason.Kind.FIX);
    }

    @Test
    void aWrongNameIsMendedAndTheJobGoesOn() {
        BackgroundCopyJob job = download(url("/nothing-here"), "mended.bin");
        await(job, JobState.ERROR);
        assertThat(job.replaceRemotePrefix(url("/nothing-here"), url("/file"))).isEqualTo(ErrorCode.S_OK);
        job.resume();
        await(job, JobState.TRANSFERRED);

        assertThat(job.complete()).isEqualTo(ErrorCode.S_OK);
        assertThat(directory.resolve("mended.bin")).hasBinaryContent(content);
    }

    @Test
    void suspendStopsAndCancelCleansUp() throws Exception {
        BackgroundCopyJob job = download(url("/endless"), "never.bin");
        Awaitility.await().atMost(LIMIT).until(() -> job.progress().bytesTransferred() >= 70_000);
        job.suspend();
        assertThat(job.state()).isEqualTo(JobState.SUSPENDED);
        refuses(ErrorCode.BG_E_ERROR_INFORMATION_UNAVAILABLE, job::error);

        assertThat(job.cancel()).isEqualTo(ErrorCode.S_OK);
        assertThat(job.state()).isEqualTo(JobState.CANCELLED);
        assertThat(temporaries()).isEmpty();
        assertThat(directory.resolve("never.bin")).doesNotExist();
    }

    @Test
    void completeKeepsTheFilesThatAreThere() throws Exception {
        BackgroundCopyJob job = manager.createJob("part", JobType.DOWNLOAD);
        job.addFiles(List.of(
                FileSpec.of(url("/file"), directory.resolve("there.bin").toString()),
                FileSpec.of(url("/endless"), directory.resolve("half.bin").toString())));
        job.resume();
        Awaitility.await().atMost(LIMIT).until(() -> job.progress().filesTransferred() == 1);

        assertThat(job.complete()).isEqualTo(ErrorCode.BG_S_PARTIAL_COMPLETE);
        assertThat(directory.resolve("there.bin")).hasBinaryContent(content);
        assertThat(directory.resolve("half.bin")).doesNotExist();
        assertThat(temporaries()).isEmpty();
    }

    @Test
    void completesByItselfWhenAskedTo() {
        BackgroundCopyJob job = manager.createJob(JobSpec.download("auto")
                .withFiles(List.of(
                        FileSpec.of(url("/file"), directory.resolve("auto.bin").toString())))
                .with(JobProperty.AUTO_COMPLETE, true)
                .resumed());

        await(job, JobState.ACKNOWLEDGED);
        assertThat(directory.resolve("auto.bin")).hasBinaryContent(content);
    }

    @Test
    void expandsWildcardsInLocalSources() throws Exception {
        Path from = Files.createDirectory(directory.resolve("from"));
        Path to = Files.createDirectory(directory.resolve("to"));
        Files.writeString(from.resolve("a.txt"), "a");
        Files.writeString(from.resolve("b.txt"), "b");
        Files.writeString(from.resolve("c.log"), "c");
        BackgroundCopyJob job = manager.createJob(JobSpec.download("many")
                .withFiles(List.of(FileSpec.of(from + "/*.txt", to.toString())))
                .resumed());
        await(job, JobState.TRANSFERRED);
        job.complete();

        assertThat(to.resolve("a.txt")).hasContent("a");
        assertThat(to.resolve("b.txt")).hasContent("b");
        assertThat(to.resolve("c.log")).doesNotExist();
    }

    @Test
    void refusesWhatCannotBeAndLeavesNothing() {
        refuses(ErrorCode.ERROR_PATH_NOT_FOUND, () -> download(url("/file"), "no/such/directory/x"));
        refuses(ErrorCode.E_INVALIDARG, () -> download("gopher://host/x", "x"));
        refuses(
                ErrorCode.BG_E_EMPTY,
                () -> manager.createJob("empty", JobType.DOWNLOAD).resume());
        refuses(ErrorCode.BG_E_NOT_FOUND, () -> manager.job(JobId.random()));

        assertThat(manager.jobs()).extracting(job -> job.info().displayName()).containsExactly("empty");
    }

    @Test
    void callsBack() {
        List<String> heard = new CopyOnWriteArrayList<>();
        manager.subscribe(new BackgroundCopyCallback() {
            @Override
            public void jobTransferred(JobInfo job) {
                heard.add("transferred " + job.displayName());
            }

            @Override
            public void fileTransferred(JobInfo job, int fileIndex) {
                heard.add("file " + fileIndex);
            }
        });
        BackgroundCopyJob job = download(source.toString(), "copy.bin");
        await(job, JobState.TRANSFERRED);

        Awaitility.await().atMost(LIMIT).until(() -> heard.size() == 2);
        assertThat(heard).containsExactlyInAnyOrder("file 0", "transferred contract");
    }

    private static void refuses(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(BitsException.class)
                .satisfies(e -> assertThat(((BitsException) e).code()).isEqualTo(code));
    }
}
