package org.openbits.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.server.RawHttp.Answer;

/** Clients that hold on to a server without using it: the only place is theirs until it is taken from them. */
class HostileClientsTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String SESSION = "BITS-Supported-Protocols: {7df0354d-249b-430f-820d-3d2a9bef4931}";

    @TempDir
    Path root;

    private BitsServer server;
    private final ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();

    @BeforeEach
    void start() throws IOException {
        Files.writeString(root.resolve("small"), "here");
        server = BitsServer.start(ServerSettings.of(root)
                .with(ServerSetting.ALLOW_UPLOAD, true)
                .with(ServerSetting.IDLE_TIMEOUT, Duration.ofSeconds(3))
                .with(ServerSetting.MAXIMUM_CONNECTIONS, 1));
    }

    @AfterEach
    void stop() throws IOException {
        drip.shutdownNow();
        server.close();
    }

    @Test
    void aBodyThatCreepsIsCutAndItsBytesStay() {
        String id;
        try (RawHttp http = new RawHttp(server.port())) {
            id = ask(http, "Create-Session", SESSION).header("BITS-Session-Id");
        }
        try (RawHttp slow = new RawHttp(server.port())) {
            slow.send(("BITS_POST /up HTTP/1.1\r\nHost: x\r\nBITS-Packet-Type: Fragment\r\nBITS-Session-Id: " + id
                            + "\r\nContent-Range: bytes 0-999999/1000000\r\nContent-Length: 1000000\r\n\r\nx")
                    .getBytes(StandardCharsets.US_ASCII));
            // Never silent for the idle time, and never fast enough either.
            drip.scheduleAtFixedRate(() -> drop(slow), 0, 100, TimeUnit.MILLISECONDS);
            assertThat(slow.read(false).status()).isZero();
        }

        assertThatOthersAreServed();
        try (RawHttp http = new RawHttp(server.port())) {
            Answer answer =
                    ask(http, "Fragment", "BITS-Session-Id: " + id, "Content-Range: bytes 500000-500000/1000000");
            assertThat(answer.status()).isEqualTo(416);
            assertThat(Long.parseLong(answer.header("BITS-Received-Content-Range")))
                    .isBetween(1L, 1000L);
        }
    }

    @Test
    void aReaderThatDoesNotReadIsCut() throws IOException {
        try (RandomAccessFile large = new RandomAccessFile(root.resolve("large").toFile(), "rw")) {
            large.setLength(256 << 20);
        }
        try (RawHttp reader = new RawHttp(server.port())) {
            reader.send("GET /large HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(reader.read(true).status()).isEqualTo(200);

            assertThatOthersAreServed();
            assertThat(reader.rest()).isLessThan(256 << 20);
        }
    }

    @Test
    void aConnectionThatSaysNothingIsCut() {
        try (RawHttp silent = new RawHttp(server.port())) {
            assertThatOthersAreServed();
            assertThat(silent.rest()).isZero();
        }
    }

    private void assertThatOthersAreServed() {
        await().atMost(LIMIT)
                .until(() -> RawHttp.once(server.port(), "GET /small").text().equals("here"));
    }

    private static void drop(RawHttp slow) {
        try {
            slow.send(new byte[] {'x'});
        } catch (UncheckedIOException e) {
            throw new IllegalStateException("cut, as it should be", e); // ends the schedule
        }
    }

    private Answer ask(RawHttp http, String type, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "BITS-Packet-Type: " + type;
        return http.ask("BITS_POST /up", type.equals("Fragment") ? new byte[1] : new byte[0], all);
    }
}
