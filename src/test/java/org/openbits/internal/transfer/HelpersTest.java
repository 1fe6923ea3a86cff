package org.openbits.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openbits.FileSpec;
import org.openbits.JobPriority;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.internal.http.HttpProtocol;
import org.openbits.testing.Fault;
import org.openbits.testing.FaultyServer;

/** Several connections for one file, on a server whose pace the test decides. */
class HelpersTest {

    private static final int LENGTH = 6 << 20;
    private static final int FIRST_BYTES = 1 << 20;
    private static final byte[] CONTENT = new byte[LENGTH];

    static {
        new Random(9).nextBytes(CONTENT);
    }

    /** No measuring: further connections begin with the first bytes. */
    private static final Pieces AT_ONCE = new Pieces(1 << 20, Duration.ZERO, Duration.ZERO, 256 << 10, 512 << 10);

    @TempDir
    Path directory;

    private final FileTransferEngine engine =
            new FileTransferEngine(List.of(new HttpProtocol()), () -> 5 * System.nanoTime(), AT_ONCE);
    private final FaultyServer server = FaultyServer.serving(CONTENT);
    /** The first connection brings its first bytes, and the others only after so many parts were asked for. */
    private final CountDownLatch partsAsked = new CountDownLatch(2);

    private final Recorder observer = new Recorder();

    @BeforeEach
    void holdTheFirst() {
        server.always(holding(Fault.NONE));
    }

    /** The pace of the first connection, and what becomes of the others. */
    private Fault holding(Fault parts) {
        return new Fault("the first waits for others, which have " + parts, answer -> {
            if (answer.request.from() > 0) {
                partsAsked.countDown();
                parts.effect().accept(answer);
            } else {
                answer.holdAt(FIRST_BYTES, partsAsked);
            }
        });
    }

    @AfterEach
    void close() {
        engine.close();
        server.close();
    }

    @Test
    void fetchesPiecesFromTheEndOverFurtherConnections() throws IOException {
        TransferOrder order = order(JobPriority.NORMAL);
        engine.start(order, observer);

        assertThat(observer.awaitEnd()).isEqualTo("finished");
        assertThat(order.temporary()).hasBinaryContent(CONTENT);
        assertThat(observer.calls()).isEqualTo("ctr");
        assertThat(server.requests()).hasSizeGreaterThan(2);
        assertThat(server.requests().stream().skip(1)).allSatisfy(request -> {
            assertThat(request.from()).isPositive();
            // Whoever takes the last bytes of the file may ask for them without naming their end.
            assertThat(request.range().endsWith("-") ? LENGTH : request.to())
                    .isBetween(request.from() + 1, (long) LENGTH);
            assertThat(request.ifRange()).isEqualTo(server.version().etag());
        });
    }

    @Test
    void staysWithOneConnectionAtLowPriority() throws IOException {
        server.recovered();
        TransferOrder order = order(JobPriority.LOW);
        engine.start(order, observer);

        assertThat(observer.awaitEnd()).isEqualTo("finished");
        assertThat(server.requests()).hasSize(1);
        assertThat(order.temporary()).hasBinaryContent(CONTENT);
    }

    static Stream<Fault> faultsOfFurtherConnections() {
        return Stream.of(Fault.STALL_AT_ONCE, Fault.CHANGED_ETAG, Fault.TWO_HUNDRED_FOR_A_PART);
    }

    static Stream<Fault> moreFaultsOfFurtherConnections() {
        return Stream.of(
                Fault.status(503),
                Fault.cutShort(70_000),
                Fault.status(404),
                Fault.RESET_AT_ONCE,
                Fault.resetAfter(100_000),
                Fault.stallAfter(100_000),
                Fault.SHIFTED_RANGE);
    }

    @ParameterizedTest
    @Tag("full")
    @MethodSource("moreFaultsOfFurtherConnections")
    void doesWithoutThemWhateverTheyDo(Fault fault) throws IOException {
        doesWithoutThemWhenTheServerDoesNotLikeThem(fault);
    }

    @ParameterizedTest
    @MethodSource("faultsOfFurtherConnections")
    void doesWithoutThemWhenTheServerDoesNotLikeThem(Fault fault) throws IOException {
        boolean[] first = {true};
        server.always(holding(new Fault("at first " + fault, answer -> {
            if (first[0]) {
                first[0] = false;
                fault.effect().accept(answer);
            }
        })));
        TransferOrder order = order(JobPriority.NORMAL);
        engine.start(order, observer);

        assertThat(observer.awaitEnd()).isEqualTo("finished");
        assertThat(order.temporary()).hasBinaryContent(CONTENT);
        assertThat(observer.restarts()).isZero();
    }

    static Stream<Fault> disguises() {
        return Stream.of(Fault.NONE, Fault.IF_RANGE_IGNORED, Fault.IF_RANGE_IGNORED.and(Fault.without("ETag")));
    }

    @ParameterizedTest
    @MethodSource("disguises")
    void neverJoinsPartsOfTwoVersions(Fault disguise) throws IOException {
        byte[] other = new byte[LENGTH];
        new Random(10).nextBytes(other);
        boolean[] changed = {false};
        server.always(holding(new Fault("changes with the first part, and then " + disguise, answer -> {
            if (!changed[0]) {
                changed[0] = true;
                Fault.cutShort(70_000).effect().accept(answer);
                server.content(other);
            } else {
                disguise.effect().accept(answer);
            }
        })));
        TransferOrder order = order(JobPriority.NORMAL);
        engine.start(order, observer);

        assertThat(observer.awaitEnd()).isEqualTo("finished");
        assertThat(changed[0]).isTrue();
        assertThat(order.temporary()).hasBinaryContent(other);
    }

    /** Whatever ends the first connection: who waits for the engine must not wait for a server that is silent. */
    @Test
    @Timeout(50)
    void noConnectionOutlivesAFaultOfTheProgramItself() {
        server.always(holding(Fault.STALL_AT_ONCE));
        Recorder broken = new Recorder() {
            @Override
            public synchronized void progress(long bytes) {
                if (bytes > FIRST_BYTES) {
                    throw new IllegalStateException("the test said so");
                }
            }
        };
        engine.start(order(JobPriority.NORMAL), broken);

        assertThat(broken.awaitEnd()).isEqualTo("failed E_FAIL");
        engine.close();
    }

    /** Where a limit of processes is reached: whatever could be done beside the first connection it does itself. */
    @Test
    @Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void needsNoFurtherThread() throws IOException {
        server.recovered();
        TransferOrder order = order(JobPriority.NORMAL);
        Executor none = task -> {
            throw new OutOfMemoryError("unable to create native thread");
        };

        new FileTransfer(order, observer, List.of(new HttpProtocol()), AT_ONCE, none, none, () -> 5 * System.nanoTime())
                .run();

        assertThat(observer.end()).isEqualTo("finished");
        assertThat(order.temporary()).hasBinaryContent(CONTENT);
    }

    @Test
    void resumesWhatSeveralConnectionsLeft() throws IOException {
        CountDownLatch stopped = new CountDownLatch(1);
        server.always(new Fault("only the parts come", answer -> {
            if (answer.request.from() == 0) {
                answer.holdAt(FIRST_BYTES, stopped);
            }
        }));
        TransferOrder order = order(JobPriority.NORMAL);
        FileTransfers.RunningTransfer transfer = engine.start(order, observer);
        observer.awaitProgress(LENGTH / 2);
        transfer.stop();
        assertThat(observer.awaitEnd()).isEqualTo("stopped");
        server.recovered();
        stopped.countDown();
        int requests = server.requests().size();
        long held = observer.checkpoint().heldBytes();
        assertThat(held).isGreaterThanOrEqualTo(LENGTH / 2);

        Recorder second = new Recorder();
        engine.start(observer.again(order), second);

        assertThat(second.awaitEnd()).isEqualTo("finished");
        assertThat(order.temporary()).hasBinaryContent(CONTENT);
        assertThat(second.restarts()).isZero();
        assertThat(server.requests().subList(requests, server.requests().size()))
                .allSatisfy(request -> assertThat(request.ifRange()).isNotNull());
    }

    @Test
    void theLastConnectionThatStallsDoesNotHoldTheFileUp() throws IOException {
        server.always(holding(new Fault("parts stall", answer -> {
            if (answer.request.to() == LENGTH) {
                Fault.stallAfter(100_000).effect().accept(answer);
            }
        })));
        TransferOrder order = order(JobPriority.NORMAL);
        engine.start(order, observer);

        assertThat(observer.awaitEnd()).isEqualTo("finished");
        assertThat(order.temporary()).hasBinaryContent(CONTENT);
    }

    private TransferOrder order(JobPriority priority) {
        return new TransferOrder(
                FileSpec.of(server.url(), directory.resolve("file").toString()),
                directory.resolve("BIT0.tmp"),
                false,
                null,
                JobSettings.EMPTY.with(JobProperty.PRIORITY, priority),
                List.of());
    }
}
