package org.openbits.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openbits.FileSpec;
import org.openbits.JobProgress;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.internal.transfer.Checkpoint;
import org.openbits.internal.transfer.FileTransferEngine;
import org.openbits.internal.transfer.Recorder;
import org.openbits.internal.transfer.TransferOrder;
import org.openbits.spi.Severity;
import org.openbits.spi.Validator;
import org.openbits.testing.Fault;
import org.openbits.testing.FaultyServer;

/** Given a server with a fault, the file ends with the right bytes or with the right error. */
class BadServerTest {

    private static final int HALF = 300_000;
    private static final byte[] CONTENT = content(1, 2 * HALF);
    private static final byte[] OTHER = content(2, 2 * HALF + 7);

    @TempDir
    Path directory;

    private final FileTransferEngine engine = new FileTransferEngine(List.of(QuickHttp.patient()), System::nanoTime);
    /** For servers that fall silent. Nothing else is tested with it: to it, a pause of the machine is such a server. */
    private final FileTransferEngine hasty =
            new FileTransferEngine(List.of(QuickHttp.waiting(Duration.ofMillis(700))), System::nanoTime);

    private final FaultyServer server = FaultyServer.serving(CONTENT);
    private final Recorder observer = new Recorder();

    @AfterEach
    void close() {
        engine.close();
        hasty.close();
        server.close();
    }

    static Stream<List<Fault>> faultsThatAreOvercome() {
        return Stream.of(
                List.of(Fault.NONE),
                List.of(Fault.RESET_AT_ONCE),
                List.of(Fault.CLOSE_AT_ONCE),
                List.of(Fault.resetAfter(HALF)),
                List.of(Fault.cutShort(0)),
                List.of(Fault.cutShort(HALF)),
                List.of(Fault.resetAfter(10), Fault.resetAfter(20), Fault.resetAfter(30)),
                List.of(Fault.cutShort(HALF), Fault.TWO_HUNDRED_FOR_A_PART),
                List.of(Fault.cutShort(HALF), Fault.IGNORE_RANGE),
                List.of(Fault.cutShort(HALF), Fault.RANGE_REFUSED),
                List.of(Fault.cutShort(HALF), Fault.CHANGED_ETAG),
                List.of(Fault.cutShort(HALF), Fault.CHANGED_TOTAL),
                List.of(Fault.cutShort(HALF), Fault.HTTP_1_0),
                List.of(Fault.cutShort(HALF), Fault.SHORT_PART, Fault.SHORT_PART),
                List.of(Fault.SHORT_PART),
                List.of(Fault.HTTP_1_0),
                List.of(Fault.NO_LENGTH),
                List.of(Fault.CHUNKED_WHOLE),
                List.of(Fault.CHUNKS_CUT_SHORT),
                List.of(Fault.IGNORE_RANGE),
                List.of(Fault.TWO_HUNDRED_FOR_A_PART),
                List.of(Fault.RANGE_REFUSED),
                List.of(Fault.WEAK_ETAG),
                List.of(Fault.NO_VALIDATOR),
                List.of(Fault.redirect(302, "/elsewhere")),
                List.of(Fault.redirect(301, "a"), Fault.redirect(308, "b"), Fault.redirect(307, "c")),
                List.of(Fault.header("Content-Encoding", "identity")));
    }

    @ParameterizedTest
    @MethodSource("faultsThatAreOvercome")
    void bringsTheRightBytesInSpiteOf(List<Fault> faults) throws IOException {
        server.faults(faults.toArray(Fault[]::new));
        TransferOrder order = order(JobSettings.EMPTY);

        engine.start(order, observer);

        assertThat(observer.awaitEnd()).isEqualTo("finished");
        assertThat(order.temporary()).hasBinaryContent(CONTENT);
    }

    static Stream<Fault> stalls() {
        return Stream.of(Fault.STALL_AT_ONCE, Fault.stallAfter(1000));
    }

    @ParameterizedTest
    @MethodSource("stalls")
    void bringsTheRightBytesInSpiteOfAStall(Fault stall) throws IOException {
        server.faults(stall);
        TransferOrder order = order(JobSettings.EMPTY);

        hasty.start(order, observer);

        assertThat(observer.awaitEnd()).isEqualTo("finished");
        assertThat(order.temporary()).hasBinaryContent(CONTENT);
    }

    @Test
    void endsInATimeoutWhenTheServerNeverSaysAnything() {
        server.always(Fault.STALL_AT_ONCE);
        hasty.start(order(JobSettings.EMPTY), observer);

        fails("ERROR_INTERNET_TIMEOUT", Severity.TRANSIENT);
    }

    static Stream<Arguments> faultsThatEndInAnError() {
        return Stream.of(
                arguments(Fault.cutShort(1000), "BG_E_CONNECTION_CLOSED", Severity.TRANSIENT),
                arguments(Fault.LENGTH_TOO_LARGE, "BG_E_INVALID_SERVER_RESPONSE", Severity.TRANSIENT),
                arguments(Fault.LENGTH_TOO_SMALL, "BG_E_INVALID_SERVER_RESPONSE", Severity.TRANSIENT),
                arguments(Fault.SHIFTED_RANGE, "BG_E_INVALID_SERVER_RESPONSE", Severity.TRANSIENT),
                arguments(Fault.RANGE_BEYOND_TOTAL, "BG_E_INVALID_SERVER_RESPONSE", Severity.TRANSIENT),
                arguments(Fault.NO_CONTENT_RANGE, "BG_E_INVALID_SERVER_RESPONSE", Severity.TRANSIENT),
                arguments(Fault.MULTIPART, "BG_E_INVALID_SERVER_RESPONSE", Severity.TRANSIENT),
                arguments(Fault.NEGATIVE_LENGTH, "ERROR_WINHTTP_INVALID_SERVER_RESPONSE", Severity.TRANSIENT),
                arguments(Fault.TWO_LENGTHS, "ERROR_WINHTTP_INVALID_SERVER_RESPONSE", Severity.TRANSIENT),
                arguments(Fault.BAD_CHUNK_SIZE, "ERROR_WINHTTP_INVALID_SERVER_RESPONSE", Severity.TRANSIENT),
                arguments(Fault.HUGE_CHUNK_EXTENSION, "ERROR_WINHTTP_INVALID_SERVER_RESPONSE", Severity.TRANSIENT),
                arguments(Fault.GARBAGE, "ERROR_WINHTTP_INVALID_SERVER_RESPONSE", Severity.TRANSIENT),
                arguments(Fault.HUGE_HEADER, "ERROR_WINHTTP_INVALID_SERVER_RESPONSE", Severity.TRANSIENT),
                arguments(Fault.MANY_HEADERS, "ERROR_WINHTTP_INVALID_SERVER_RESPONSE", Severity.TRANSIENT),
                arguments(Fault.ENDLESS_EARLY_HINTS, "ERROR_WINHTTP_INVALID_SERVER_RESPONSE", Severity.TRANSIENT),
                arguments(Fault.GZIP_UNASKED, "BG_E_INVALID_SERVER_RESPONSE", Severity.FATAL),
                arguments(Fault.NO_CONTENT, "BG_E_HTTP_ERROR_204", Severity.TRANSIENT),
                arguments(Fault.status(400), "BG_E_HTTP_ERROR_400", Severity.FATAL),
                arguments(Fault.status(401), "BG_E_HTTP_ERROR_401", Severity.FATAL),
                arguments(Fault.status(404), "BG_E_HTTP_ERROR_404", Severity.FATAL),
                arguments(Fault.status(500), "BG_E_HTTP_ERROR_500", Severity.TRANSIENT),
                arguments(Fault.status(503), "BG_E_HTTP_ERROR_503", Severity.TRANSIENT),
                arguments(Fault.status(304), "BG_E_HTTP_ERROR_304", Severity.FATAL),
                arguments(
                        Fault.retryAfter(503, "120"),
                        "BG_E_HTTP_ERROR_503",
                        new Severity.RetryAfter(Duration.ofSeconds(120))),
                arguments(
                        Fault.retryAfter(503, "Sun, 22 Nov 2026 20:02:00 GMT"),
                        "BG_E_HTTP_ERROR_503",
                        new Severity.RetryAfter(Duration.ofSeconds(120))),
                arguments(
                        Fault.retryAfter(429, "7"),
                        "BG_E_HTTP_ERROR_429",
                        new Severity.RetryAfter(Duration.ofSeconds(7))),
                arguments(Fault.retryAfter(429, "soon"), "BG_E_HTTP_ERROR_429", Severity.TRANSIENT),
                arguments(Fault.redirect(302, "/again"), "ERROR_WINHTTP_REDIRECT_FAILED", Severity.FATAL),
                arguments(Fault.redirect(302, "http://[bad"), "ERROR_WINHTTP_REDIRECT_FAILED", Severity.FATAL),
                arguments(Fault.redirect(302, "file:///etc/passwd"), "ERROR_WINHTTP_REDIRECT_FAILED", Severity.FATAL));
    }

    @ParameterizedTest
    @MethodSource("faultsThatEndInAnError")
    void endsInTheRightErrorWhenAlways(Fault fault, String symbol, Severity severity) {
        server.always(fault);
        engine.start(order(JobSettings.EMPTY), observer);

        fails(symbol, severity);
    }

    private void fails(String symbol, Severity severity) {
        assertThat(observer.awaitEnd()).isEqualTo("failed " + symbol);
        assertThat(observer.severity()).isEqualTo(severity);
        assertThat(observer.failure().protocol()).isEqualTo("http");
        assertThat(observer.failure().message()).contains("127.0.0.1");
    }

    static Stream<Arguments> answersToAResume() {
        return Stream.of(
                arguments(Fault.NONE, HALF),
                arguments(Fault.header("ETag", "W/\"weak\""), 0),
                arguments(Fault.TWO_HUNDRED_FOR_A_PART, 0),
                arguments(Fault.IGNORE_RANGE, 0),
                arguments(Fault.CHANGED_ETAG, 0),
                arguments(Fault.CHANGED_TOTAL, 0),
                arguments(Fault.RANGE_REFUSED, 0));
    }

    @ParameterizedTest
    @MethodSource("answersToAResume")
    void neverMixesVersionsOnAResume(Fault fault, int keptBytes) throws IOException {
        TransferOrder order = halfDone(CONTENT, server.version());
        server.faults(fault);

        engine.start(order, observer);

        assertThat(observer.awaitEnd()).isEqualTo("finished");
        assertThat(order.temporary()).hasBinaryContent(CONTENT);
        assertThat(server.requests().get(0).from()).isEqualTo(HALF);
        assertThat(server.requests().get(0).ifRange())
                .isEqualTo(server.version().etag());
        assertThat(keptBytes == 0 ? observer.restarts() : 0).isLessThanOrEqualTo(1);
        assertThat(observer.restarts() == 0).isEqualTo(keptBytes > 0);
    }

    @Test
    void bringsTheNewVersionWholeWhenTheFileChanged() throws IOException {
        TransferOrder order = halfDone(CONTENT, server.version());
        server.content(OTHER);

        engine.start(order, observer);

        assertThat(observer.awaitEnd()).isEqualTo("finished");
        assertThat(order.temporary()).hasBinaryContent(OTHER);
    }

    @Test
    void startsOverWhenTheTemporaryFileIsShorterThanItsCheckpoint() throws IOException {
        TransferOrder order = halfDone(CONTENT, server.version());
        Files.write(order.temporary(), Arrays.copyOf(CONTENT, 10));

        engine.start(order, observer);

        assertThat(observer.awaitEnd()).isEqualTo("finished");
        assertThat(order.temporary()).hasBinaryContent(CONTENT);
    }

    @Test
    void asksForTheLastByteOnlyWhenAllBytesAreThere() throws IOException {
        TransferOrder order = held(CONTENT, server.version(), CONTENT.length);

        engine.start(order, observer);

        assertThat(observer.awaitEnd()).isEqualTo("finished");
        assertThat(order.temporary()).hasBinaryContent(CONTENT);
        assertThat(server.requests())
                .singleElement()
                .satisfies(r -> assertThat(r.from()).isEqualTo(CONTENT.length - 1));
    }

    @Test
    void saysWhatIsNotKnownOfAFileWithoutLength() throws IOException {
        server.always(Fault.CHUNKED_WHOLE);
        engine.start(order(JobSettings.EMPTY), observer);

        assertThat(observer.awaitEnd()).isEqualTo("finished");
        assertThat(observer.facts().bytesTotal()).isEqualTo(JobProgress.SIZE_UNKNOWN);
        assertThat(observer.facts().notes()).anyMatch(note -> note.contains("how long"));
    }

    @Test
    void marksAServerWithoutRangesAsNotResumable() {
        server.always(Fault.IGNORE_RANGE);
        engine.start(order(JobSettings.EMPTY), observer);

        assertThat(observer.awaitEnd()).isEqualTo("finished");
        assertThat(observer.facts().resumable()).isFalse();
        assertThat(observer.facts().notes()).hasSize(1);
    }

    @Test
    void endsEndlessBodiesAtTheLimitOfTheJob() {
        server.always(Fault.ENDLESS_CHUNKS);
        engine.start(order(JobSettings.EMPTY.with(JobProperty.MAXIMUM_DOWNLOAD_SIZE, 5_000_000L)), observer);

        assertThat(observer.awaitEnd()).isEqualTo("failed BG_E_MAX_DOWNLOAD_SIZE_LIMIT_REACHED");
        assertThat(observer.severity()).isEqualTo(Severity.FATAL);
    }

    @Test
    void refusesAFileLargerThanTheJobAllowsBeforeItsFirstByte() {
        engine.start(order(JobSettings.EMPTY.with(JobProperty.MAXIMUM_DOWNLOAD_SIZE, 1000L)), observer);

        assertThat(observer.awaitEnd()).isEqualTo("failed BG_E_MAX_DOWNLOAD_SIZE_LIMIT_REACHED");
        assertThat(observer.failure().progressed()).isFalse();
    }

    @Test
    void triesARefusedConnectionThreeTimesMoreAndThenTellsTheQueue() {
        server.refuse();
        engine.start(order(JobSettings.EMPTY), observer);

        assertThat(observer.awaitEnd()).isEqualTo("failed ERROR_INTERNET_CANNOT_CONNECT");
        assertThat(observer.severity()).isEqualTo(Severity.TRANSIENT);
        assertThat(observer.calls()).isEqualTo("cccc");
    }

    @Test
    void goesOnWithinTheAttemptWhenTheServerComesBack() throws IOException {
        server.faults(Fault.resetAfter(HALF));
        TransferOrder order = order(JobSettings.EMPTY);
        engine.start(order, observer);

        assertThat(observer.awaitEnd()).isEqualTo("finished");
        assertThat(observer.calls()).isEqualTo("ctctr");
        assertThat(observer.restarts()).isZero();
        assertThat(server.requests().get(1).from()).isPositive();
        assertThat(order.temporary()).hasBinaryContent(CONTENT);
    }

    @Test
    void aHostThatDoesNotExistIsATransientError() {
        TransferOrder order = Recorder.order("http://no-such-host.invalid/file", directory.resolve("BIT0.tmp"));
        engine.start(order, observer);

        assertThat(observer.awaitEnd()).isEqualTo("failed ERROR_INTERNET_NAME_NOT_RESOLVED");
        assertThat(observer.severity()).isEqualTo(Severity.TRANSIENT);
    }

    @Test
    void keepsBytesWhenItFails() {
        server.faults(Fault.cutShort(HALF)).always(Fault.status(404));
        engine.start(order(JobSettings.EMPTY), observer);

        assertThat(observer.awaitEnd()).isEqualTo("failed BG_E_HTTP_ERROR_404");
        assertThat(observer.failure().progressed()).isTrue();
        assertThat(observer.checkpoint().heldBytes()).isEqualTo(HALF);
    }

    private TransferOrder order(JobSettings settings) {
        Path temporary = directory.resolve("BIT0.tmp");
        return new TransferOrder(
                FileSpec.of(server.url(), directory.resolve("file").toString()),
                temporary,
                false,
                null,
                settings,
                List.of());
    }

    private TransferOrder halfDone(byte[] content, FaultyServer.Version version) throws IOException {
        return held(content, version, HALF);
    }

    private TransferOrder held(byte[] content, FaultyServer.Version version, int bytes) throws IOException {
        TransferOrder fresh = order(JobSettings.EMPTY);
        Files.write(fresh.temporary(), Arrays.copyOf(content, bytes));
        Checkpoint checkpoint = new Checkpoint(
                new Validator(version.etag(), version.lastModified(), content.length),
                List.of(new Checkpoint.Range(0, bytes)));
        return new TransferOrder(
                fresh.file(), fresh.temporary(), true, checkpoint, fresh.settings(), fresh.credentials());
    }

    private static byte[] content(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
