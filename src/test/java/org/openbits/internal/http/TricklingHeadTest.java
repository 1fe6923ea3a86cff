package org.openbits.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbits.JobSettings;
import org.openbits.spi.Abort;
import org.openbits.spi.DownloadRequest;
import org.openbits.spi.Severity;
import org.openbits.spi.TransferException;
import org.openbits.spi.TransferProtocol;

/** A server that sends the head of its answer byte by byte, each soon enough for a time-out of reads, and never ends it. */
@Timeout(120)
class TricklingHeadTest {

    private final TransferProtocol hasty = QuickHttp.waiting(Duration.ofSeconds(2));
    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch hungUp = new CountDownLatch(1);
    private final ServerSocket server = listening();

    @AfterEach
    void close() throws IOException {
        over.countDown();
        server.close();
        hasty.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nX-Long: ",
                "HTTP/1.1 100 Continue\r\n\r\n",
                "HTTP/1.1 401 No\r\nContent-Length: 0\r\nWWW-Authenticate: Basic realm=\""
            })
    void isLeftAloneAndTriedAgainLater(String beginning) throws InterruptedException {
        Thread trickle = new Thread(() -> trickle(beginning), "trickle");
        trickle.setDaemon(true);
        trickle.start();
        DownloadRequest request = new DownloadRequest(
                "http://127.0.0.1:" + server.getLocalPort() + "/a",
                0,
                DownloadRequest.TO_END,
                null,
                JobSettings.EMPTY,
                List.of(),
                new Abort());

        assertThatThrownBy(() -> hasty.open(request))
                .isInstanceOfSatisfying(
                        TransferException.class, e -> assertThat(e.severity()).isInstanceOf(Severity.Transient.class));
        assertThat(hungUp.await(1, TimeUnit.MINUTES))
                .as("the connection is closed")
                .isTrue();
    }

    /** The head of a TLS record that is longer than anybody waits, then its bytes. */
    @Test
    void aHandshakeThatTricklesIsLeftToo() throws InterruptedException {
        Thread trickle = new Thread(() -> trickle("\u0016\u0003\u0003\u0030\u0000"), "trickle");
        trickle.setDaemon(true);
        trickle.start();
        Duration soon = Duration.ofSeconds(1);
        TransferProtocol impatient =
                new HttpProtocol(new HttpLimits(soon, soon, soon, soon, 32 << 10, 200, 10, 32, 64, 100_000), null);
        DownloadRequest request = new DownloadRequest(
                "https://127.0.0.1:" + server.getLocalPort() + "/a",
                0,
                DownloadRequest.TO_END,
                null,
                JobSettings.EMPTY,
                List.of(),
                new Abort());

        assertThatThrownBy(() -> impatient.open(request))
                .isInstanceOfSatisfying(
                        TransferException.class, e -> assertThat(e.severity()).isInstanceOf(Severity.Transient.class));
        impatient.close();
        assertThat(hungUp.await(1, TimeUnit.MINUTES))
                .as("the connection is closed")
                .isTrue();
    }

    private void trickle(String beginning) {
        try (Socket client = server.accept()) {
            InputStream in = client.getInputStream();
            OutputStream out = client.getOutputStream();
            assertThat(in.read()).isPositive();
            out.write(beginning.getBytes(StandardCharsets.US_ASCII));
            while (!over.await(50, TimeUnit.MILLISECONDS)) {
                out.write('H');
                out.flush();
            }
        } catch (IOException e) {
            hungUp.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
