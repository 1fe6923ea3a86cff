package org.openbits.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openbits.internal.http.HttpProtocol;
import org.openbits.testing.Fault;
import org.openbits.testing.FaultyServer;

/** A stop is heard at once, wherever the transfer happens to wait. */
class StopTest {

    /** Far below the time-outs of a minute that would end these waits otherwise. */
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    private final FileTransferEngine engine = new FileTransferEngine(List.of(new HttpProtocol()), System::nanoTime);
    private final FaultyServer server = FaultyServer.serving(new byte[1_000_000]);
    private final Recorder observer = new Recorder();

    @AfterEach
    void close() {
        server.close();
        engine.close();
    }

    static List<Fault> waits() {
        return List.of(Fault.STALL_AT_ONCE, Fault.stallAfter(500_000), Fault.TRICKLE, Fault.CLOSE_AT_ONCE);
    }

    @ParameterizedTest
    @MethodSource("waits")
    void endsAWaitForTheServer(Fault fault) {
        server.always(fault);
        FileTransfers.RunningTransfer transfer = engine.start(order(server.url()), observer);
        Awaitility.await()
                .atMost(2, TimeUnit.MINUTES)
                .until(() -> !server.requests().isEmpty());

        transfer.stop();

        Awaitility.await().atMost(AT_ONCE).until(() -> observer.end() != null);
        assertThat(observer.end()).isEqualTo("stopped");
    }

    @Test
    void keepsWhatCameBeforeTheStall() {
        server.always(Fault.stallAfter(500_000));
        FileTransfers.RunningTransfer transfer = engine.start(order(server.url()), observer);
        Awaitility.await()
                .atMost(2, TimeUnit.MINUTES)
                .until(() ->
                        observer.checkpoint() != null && observer.checkpoint().heldBytes() > 0
                                || observer.progress() > 0);

        transfer.stop();

        assertThat(observer.awaitEnd()).isEqualTo("stopped");
        assertThat(observer.checkpoint().heldBytes()).isPositive();
    }

    @Test
    void endsAConnectThatNobodyAnswers() throws Exception {
        List<Socket> fillers = new ArrayList<>();
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 4; i++) {
                Socket filler = new Socket();
                fillers.add(filler);
                try {
                    filler.connect(new InetSocketAddress(deaf.getInetAddress(), deaf.getLocalPort()), 200);
                } catch (java.net.SocketTimeoutException e) {
                    break;
                }
            }
            FileTransfers.RunningTransfer transfer =
                    engine.start(order("http://127.0.0.1:" + deaf.getLocalPort() + "/a"), observer);
            Awaitility.await().until(() -> observer.calls().equals("c"));

            transfer.stop();

            Awaitility.await().atMost(AT_ONCE).until(() -> observer.end() != null);
            assertThat(observer.end()).isEqualTo("stopped");
        } finally {
            for (Socket filler : fillers) {
                filler.close();
            }
        }
    }

    @Test
    void closingTheEngineStopsEveryTransfer() {
        server.always(Fault.STALL_AT_ONCE);
        Recorder second = new Recorder();
        engine.start(order(server.url()), observer);
        engine.start(Recorder.order(server.url(), directory.resolve("BIT1.tmp")), second);

        engine.close();

        assertThat(observer.end()).isEqualTo("stopped");
        assertThat(second.end()).isEqualTo("stopped");
    }

    @Test
    void aTransferStoppedBeforeItBeganSaysSo() {
        FileTransfers.RunningTransfer transfer = engine.start(order(server.url()), observer);
        transfer.stop();
        transfer.stop();

        assertThat(observer.awaitEnd()).isIn("stopped", "finished");
    }

    private TransferOrder order(String url) {
        return Recorder.order(url, directory.resolve("BIT0.tmp"));
    }
}
