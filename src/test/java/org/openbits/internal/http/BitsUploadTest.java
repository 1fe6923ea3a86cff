package org.openbits.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.ErrorContext;
import org.openbits.FileSpec;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobType;
import org.openbits.UploadProtocol;
import org.openbits.internal.transfer.Checkpoint;
import org.openbits.internal.transfer.FileTransferEngine;
import org.openbits.internal.transfer.FileTransfers.RunningTransfer;
import org.openbits.internal.transfer.Recorder;
import org.openbits.internal.transfer.TransferOrder;
import org.openbits.spi.Severity;
import org.openbits.testing.BitsPostServer;

/**
 * Uploads by the BITS protocol against a server written from the specification by other code. Long because it goes through
 * the protocol packet by packet, each answer that a server may give a test of a few lines.
 */
class BitsUploadTest {

    @TempDir
    Path directory;

    private final BitsPostServer server = new BitsPostServer().start();
    private final FileTransferEngine engine = new FileTransferEngine(List.of(new HttpProtocol()), System::nanoTime);
    private Path source;

    @BeforeEach
    void name() {
        source = directory.resolve("source.bin");
    }

    @AfterEach
    void close() {
        engine.close();
        server.close();
    }

    private byte[] content(int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        Files.write(source, content);
        return content;
    }

    private TransferOrder order(JobType type) {
        JobSettings settings = JobSettings.EMPTY
                .with(JobProperty.UPLOAD_PROTOCOL, UploadProtocol.BITS)
                .with(JobProperty.REPLY_FILE_NAME, directory.resolve("reply").toString());
        return new TransferOrder(
                type,
                FileSpec.of(server.url("/in/target.bin"), source.toString()),
                directory.resolve("BIT00000001.tmp"),
                false,
                null,
                settings,
                List.of());
    }

    private static TransferOrder with(TransferOrder order, Checkpoint checkpoint) {
        return new TransferOrder(
                order.type(), order.file(), order.temporary(), true, checkpoint, order.settings(), order.credentials());
    }

    private Recorder run(TransferOrder order) {
        Recorder observer = new Recorder();
        engine.start(order, observer);
        observer.awaitEnd();
        return observer;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 5_000_000})
    void sendsFilesOfAnySize(int bytes) throws IOException {
        byte[] content = content(bytes);

        Recorder observer = run(order(JobType.UPLOAD));

        assertThat(observer.end()).isEqualTo("finished");
        assertThat(server.file("/in/target.bin")).isEqualTo(content);
        assertThat(observer.finishedBytes()).isEqualTo(bytes);
        assertThat(observer.facts().notes())
                .containsExactly("Sent by BITS_POST; an interrupted upload goes on where it stopped.");
        assertThat(server.types()).startsWith("Create-Session", "Fragment").endsWith("Fragment", "Close-Session");
        assertThat(server.openSessions()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goesOnWhereTheServerSaysAfterACut(boolean serverKeepsParts) throws IOException {
        byte[] content = content(3_000_000);
        server.keepsParts = serverKeepsParts;
        server.cutAfter = 200_000;

        Recorder observer = run(order(JobType.UPLOAD));

        assertThat(observer.end()).isEqualTo("finished");
        assertThat(server.file("/in/target.bin")).isEqualTo(content);
        // The part that was cut off, and the 64 KiB that ask where to go on.
        assertThat(server.receivedBytes() - content.length).isBetween(1L, 200_000L + 65_536);
        assertThat(server.types()).containsOnlyOnce("Create-Session");
        assertThat(observer.facts().notes()).anyMatch(note -> note.endsWith("because the upload was interrupted."));
    }

    @Test
    void resumesFromAnOldCheckpointAtWhatTheServerHas() throws IOException {
        byte[] content = content(3_000_000);
        server.holdsAt = 1_100_000;
        Recorder first = new Recorder();
        RunningTransfer transfer = engine.start(order(JobType.UPLOAD), first);
        first.awaitProgress(1_000_000);
        transfer.stop();
        assertThat(first.awaitEnd()).isEqualTo("stopped");
        server.holdsAt = Long.MAX_VALUE;

        Checkpoint kept = first.checkpoint();
        Recorder second = run(
                with(order(JobType.UPLOAD), new Checkpoint(kept.validator(), List.of(), kept.upload()))); // of long ago

        assertThat(second.end()).isEqualTo("finished");
        assertThat(server.file("/in/target.bin")).isEqualTo(content);
        assertThat(server.types()).containsOnlyOnce("Create-Session");
    }

    @Test
    void correctsItselfWhenTheServerHasLess() throws IOException {
        byte[] content = content(1_000_000);
        server.cutAfter = 100;
        server.holdsAt = 100_000;
        Recorder first = new Recorder();
        RunningTransfer transfer = engine.start(order(JobType.UPLOAD), first);
        Awaitility.await().until(() -> first.checkpoint() != null);
        transfer.stop();
        first.awaitEnd();
        server.holdsAt = Long.MAX_VALUE;
        Checkpoint ahead = new Checkpoint(
                first.checkpoint().validator(),
                List.of(new Checkpoint.Range(0, 900_000)),
                first.checkpoint().upload());

        Recorder second = run(with(order(JobType.UPLOAD), ahead));

        assertThat(second.end()).isEqualTo("finished");
        assertThat(server.packets()).anyMatch(packet -> packet.status() == 416);
        assertThat(server.file("/in/target.bin")).isEqualTo(content);
    }

    @Test
    void beginsAnewWhenTheServerLostTheSession() throws IOException {
        byte[] content = content(2_000_000);
        server.holdsAt = 600_000;
        Recorder first = new Recorder();
        RunningTransfer transfer = engine.start(order(JobType.UPLOAD), first);
        first.awaitProgress(500_000);
        transfer.stop();
        first.awaitEnd();
        server.loseSessions();
        server.holdsAt = Long.MAX_VALUE;

        Recorder second = run(with(order(JobType.UPLOAD), first.checkpoint()));

        assertThat(second.end()).isEqualTo("finished");
        assertThat(server.file("/in/target.bin")).isEqualTo(content);
    }

    @Test
    void sendsSmallerFragmentsToAServerThatTakesNoLargerOnes() throws IOException {
        byte[] content = content(700_000);
        server.mostFragment = 10_000;

        assertThat(run(order(JobType.UPLOAD)).end()).isEqualTo("finished");

        assertThat(server.packets().stream().filter(packet -> packet.status() == 413))
                .as("what it takes is learned once")
                .hasSize(5);

        assertThat(server.file("/in/target.bin")).isEqualTo(content);
    }

    @Test
    void sendsNoLargerFragmentsThanTheServerNamesAlsoAfterAStop() throws IOException {
        byte[] content = content(2_000_000);
        server.named = "100000";
        server.mostFragment = 100_000;
        server.holdsAt = 900_000;
        Recorder first = new Recorder();
        RunningTransfer transfer = engine.start(order(JobType.UPLOAD), first);
        first.awaitProgress(800_000);
        transfer.stop();
        first.awaitEnd();
        server.holdsAt = Long.MAX_VALUE;

        assertThat(run(with(order(JobType.UPLOAD), first.checkpoint())).end()).isEqualTo("finished");

        assertThat(server.packets()).noneMatch(packet -> packet.status() == 413);
        assertThat(server.file("/in/target.bin")).isEqualTo(content);
    }

    @Test
    void endsTheSessionOnceTheDiskKnowsThatTheServerHasAll() throws IOException {
        content(100_000);
        List<String> seen = new CopyOnWriteArrayList<>();
        server.listener = seen::add;
        Recorder observer = new Recorder() {
            @Override
            public void checkpoint(Checkpoint state, Runnable saved) {
                if (state.upload().session().values().containsKey("whole")) {
                    seen.add("saved as whole");
                }
                super.checkpoint(state, saved);
            }
        };
        engine.start(order(JobType.UPLOAD), observer);

        assertThat(observer.awaitEnd()).isEqualTo("finished");
        assertThat(seen).endsWith("Fragment", "saved as whole", "Close-Session");
    }

    @Test
    void failsWhenTheFileChangedSince() throws IOException {
        content(2_000_000);
        server.holdsAt = 400_000;
        Recorder first = new Recorder();
        RunningTransfer transfer = engine.start(order(JobType.UPLOAD), first);
        first.awaitProgress(300_000);
        transfer.stop();
        first.awaitEnd();
        Files.setLastModifiedTime(source, FileTime.from(Instant.EPOCH));

        Recorder second = run(with(order(JobType.UPLOAD), first.checkpoint()));

        assertThat(second.end()).isEqualTo("failed BG_E_LOCAL_FILE_CHANGED");
        assertThat(second.severity()).isEqualTo(Severity.FATAL);
        assertThat(second.failure().context()).isEqualTo(ErrorContext.LOCAL_FILE);
        assertThat(server.file("/in/target.bin")).isNull();
    }

    @Test
    void failsWhenTheFileChangesMeanwhile() throws IOException {
        content(2_000_000);
        server.holdsAt = 400_000;
        Recorder observer = new Recorder();
        engine.start(order(JobType.UPLOAD), observer);
        observer.awaitProgress(300_000);
        Files.write(source, new byte[2_000_000]);
        server.holdsAt = Long.MAX_VALUE;

        assertThat(observer.awaitEnd()).isEqualTo("failed BG_E_LOCAL_FILE_CHANGED");
        assertThat(server.file("/in/target.bin")).isNull();
    }

    @Test
    void repeatsACloseWhoseAnswerWasLost() throws IOException {
        byte[] content = content(100_000);
        server.losesAnswerTo = "Close-Session";

        Recorder observer = run(order(JobType.UPLOAD));

        assertThat(observer.end()).isEqualTo("finished");
        assertThat(server.file("/in/target.bin")).isEqualTo(content);
        assertThat(server.types())
                .containsOnlyOnce("Create-Session")
                .filteredOn("Close-Session"::equals)
                .hasSize(2);
    }

    @Test
    void repeatsALastFragmentWhoseAnswerWasLost() throws IOException {
        byte[] content = content(100_000);
        server.application = data -> "got".getBytes();
        server.losesAnswerTo = "Fragment";

        Recorder observer = run(order(JobType.UPLOAD_REPLY));

        assertThat(observer.end()).isEqualTo("finished");
        assertThat(server.notified()).isEqualTo(1);
        assertThat(directory.resolve("BIT00000001.tmp")).hasContent("got");
        assertThat(content).hasSize(100_000);
    }

    @Test
    void fetchesTheReplyBeforeItEndsTheSession() throws IOException {
        byte[] content = content(400_000);
        server.application = data -> Arrays.copyOf(data, 150_000);

        Recorder observer = run(order(JobType.UPLOAD_REPLY));

        assertThat(observer.end()).isEqualTo("finished");
        assertThat(directory.resolve("BIT00000001.tmp")).hasBinaryContent(Arrays.copyOf(content, 150_000));
        assertThat(server.types()).last().isEqualTo("Close-Session");
        assertThat(server.openSessions()).isZero();
    }

    @Test
    void doesNotFetchTheReplyAgainWhenTheSessionWasEndedBefore() throws IOException {
        content(400_000);
        server.application = data -> "an answer".getBytes();
        Recorder first = run(order(JobType.UPLOAD_REPLY));
        Checkpoint beforeTheEnd = first.checkpoint();
        assertThat(beforeTheEnd.upload().replyWhole()).isTrue();

        Recorder second = run(with(order(JobType.UPLOAD_REPLY), beforeTheEnd)); // killed before that was known

        assertThat(second.end()).isEqualTo("finished");
        assertThat(server.notified()).isEqualTo(1);
        assertThat(directory.resolve("BIT00000001.tmp")).hasContent("an answer");
    }

    @Test
    void failsWithoutAReply() throws IOException {
        content(1_000);

        Recorder observer = run(order(JobType.UPLOAD_REPLY));

        assertThat(observer.end()).isEqualTo("failed BG_E_INVALID_SERVER_RESPONSE");
        assertThat(observer.severity()).isEqualTo(Severity.FATAL);
    }

    @Test
    void tellsTheErrorOfTheServersApplication() throws IOException {
        content(1_000);
        server.application = data -> data;
        server.applicationError = "403 0x80070005";

        Recorder observer = run(order(JobType.UPLOAD_REPLY));

        assertThat(observer.end()).isEqualTo("failed E_ACCESSDENIED");
        assertThat(observer.failure().context()).isEqualTo(ErrorContext.REMOTE_APPLICATION);
        assertThat(observer.severity()).isEqualTo(Severity.FATAL);
        assertThat(server.notified()).isEqualTo(1);
    }

    @Test
    void goesToTheHostThatTheServerNames() throws IOException {
        byte[] content = content(100_000);
        server.hostId = "localhost:" + server.port();

        assertThat(run(order(JobType.UPLOAD)).end()).isEqualTo("finished");

        assertThat(server.types()).startsWith("Create-Session", "Ping", "Fragment");
        assertThat(server.file("/in/target.bin")).isEqualTo(content);
    }

    /** The host that the server named is not there; after the time that it gave the first has the upload again. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "1"})
    void comesBackFromAHostThatIsSilent(String seconds) throws IOException {
        byte[] content = content(100_000);
        server.hostId = "127.0.0.1:" + closedPort();
        server.hostFallback = seconds;

        assertThat(run(order(JobType.UPLOAD)).end()).isEqualTo("finished");

        assertThat(server.file("/in/target.bin")).isEqualTo(content);
        assertThat(server.types()).containsOnlyOnce("Create-Session").doesNotContain("Ping");
    }

    @Test
    void staysWithASilentHostWhenTheServerGaveNoTime() throws IOException {
        content(100_000);
        server.hostId = "127.0.0.1:" + closedPort();

        Recorder observer = run(order(JobType.UPLOAD));

        assertThat(observer.end()).isEqualTo("failed ERROR_INTERNET_CANNOT_CONNECT");
        assertThat(observer.checkpoint().upload().session().values()).containsEntry("host", server.hostId);
        assertThat(server.types()).containsExactly("Create-Session");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void answersAChallengeOnce() throws IOException {
        byte[] content = content(2_000_000);
        server.account = "ann:secret";
        TransferOrder plain = order(JobType.UPLOAD);
        TransferOrder order = new TransferOrder(
                plain.type(),
                plain.file(),
                plain.temporary(),
                false,
                null,
                plain.settings(),
                List.of(new AuthCredentials(AuthTarget.SERVER, AuthScheme.BASIC, "ann", "secret")));

        assertThat(run(order).end()).isEqualTo("finished");
        assertThat(server.file("/in/target.bin")).isEqualTo(content);
        assertThat(server.receivedBytes()).isEqualTo(content.length);

        Recorder refused = run(plain);
        assertThat(refused.end()).isEqualTo("failed BG_E_HTTP_ERROR_401");
        assertThat(refused.severity()).isEqualTo(Severity.FATAL);
    }

    @Test
    void tellsTheServerThatItIsGivenUp() throws Exception {
        content(2_000_000);
        server.holdsAt = 240_000;
        Recorder observer = new Recorder();
        RunningTransfer transfer = engine.start(order(JobType.UPLOAD), observer);
        observer.awaitProgress(200_000);
        transfer.stop();
        observer.awaitEnd();

        engine.abandon(with(order(JobType.UPLOAD), observer.checkpoint()), Duration.ofSeconds(10));

        assertThat(server.types()).last().isEqualTo("Cancel-Session");
        assertThat(server.openSessions()).isZero();
    }

    @Test
    void stopsAtOnceAtAServerThatTakesNothingMore() throws IOException {
        content(60_000_000);
        server.rate = 1;
        Recorder observer = new Recorder();
        RunningTransfer transfer = engine.start(order(JobType.UPLOAD), observer);
        Awaitility.await().until(() -> server.types().contains("Create-Session"));

        transfer.stop();

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> "stopped".equals(observer.end()));
    }
}
