package org.openbits.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openbits.ErrorCode;
import org.openbits.FileSpec;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobType;
import org.openbits.UploadProtocol;
import org.openbits.internal.transfer.FileTransferEngine;
import org.openbits.internal.transfer.Recorder;
import org.openbits.internal.transfer.TransferOrder;
import org.openbits.testing.BitsPostServer;

/**
 * Servers of uploads that lie, talk without end or say nothing: each upload ends soon, with an error that says what the
 * server did, and with little read. Each answers the first request in its way, whatever the protocol.
 */
class HostileUploadTest {

    private static final HttpLimits SHORT = new HttpLimits(
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            32 << 10,
            200,
            10,
            32,
            64,
            1 << 20);
    /** Of all that a server pours out; most of it stands in the buffers of sockets. */
    private static final long MOST_READ = 32L << 20;

    private static final AtomicLong POURED = new AtomicLong();

    /** What a server does with a connection after the head of a request. */
    private interface Way {
        void answer(OutputStream out, CountDownLatch closed) throws IOException, InterruptedException;
    }

    @TempDir
    Path directory;

    private final FileTransferEngine engine = new FileTransferEngine(List.of(QuickHttp.patient()), System::nanoTime);
    /** For servers that are silent or never end; the others must fail for what they say. */
    private final FileTransferEngine hasty =
            new FileTransferEngine(List.of(new HttpProtocol(SHORT, null)), System::nanoTime);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private final List<ServerSocket> listeners = new ArrayList<>();
    private Path source;

    @BeforeEach
    void start() throws IOException {
        POURED.set(0);
        source = Files.write(directory.resolve("source.bin"), new byte[300_000]);
    }

    @AfterEach
    void stop() throws IOException {
        closed.countDown();
        engine.close();
        hasty.close();
        for (ServerSocket listener : listeners) {
            listener.close();
        }
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** @return its port */
    private int serve(Way way) throws IOException {
        ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        listeners.add(listener);
        thread(() -> {
            while (true) {
                Socket socket = listener.accept();
                sockets.add(socket);
                thread(() -> {
                    try (socket) {
                        BufferedReader in = new BufferedReader(
                                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
                        for (String line = in.readLine(); line != null && !line.isEmpty(); ) {
                            line = in.readLine();
                        }
                        requests.incrementAndGet();
                        way.answer(socket.getOutputStream(), closed);
                    }
                });
            }
        });
        return listener.getLocalPort();
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void thread(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException | InterruptedException e) {
                        // Closed: that is how it ends.
                    }
                },
                "hostile");
        thread.setDaemon(true);
        thread.start();
    }

    private Recorder send(int port, UploadProtocol protocol) {
        return send(engine, port, protocol);
    }

    private Recorder send(FileTransferEngine by, int port, UploadProtocol protocol) {
        Recorder observer = new Recorder();
        by.start(
                new TransferOrder(
                        JobType.UPLOAD,
                        FileSpec.of("http://127.0.0.1:" + port + "/in/x", source.toString()),
                        Path.of(""),
                        false,
                        null,
                        JobSettings.EMPTY.with(JobProperty.UPLOAD_PROTOCOL, protocol),
                        List.of()),
                observer);
        return observer;
    }

    private static Way says(String text) {
        return (out, closed) -> out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The same piece again and again, until the client has had enough. */
    private static Way withoutEnd(String start, String piece) {
        byte[] many = piece.repeat(Math.max(1, 4096 / piece.length())).getBytes(StandardCharsets.ISO_8859_1);
        return (out, closed) -> {
            out.write(start.getBytes(StandardCharsets.ISO_8859_1));
            while (POURED.get() < 1L << 30) {
                out.write(many);
                POURED.addAndGet(many.length);
            }
        };
    }

    /** A byte now and then: never silent for as long as a read may wait. */
    private static Way trickling(String text) {
        return (out, closed) -> {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            while (!closed.await(200, TimeUnit.MILLISECONDS)) {
                out.write('x');
                out.flush();
            }
        };
    }

    private static final Map<String, Way> WAYS = Map.of(
            "nothing at all", (out, closed) -> closed.await(),
            "a head that trickles", trickling("HTTP/1.1 200 OK\r\nX: "),
            "a line without end", withoutEnd("HTTP/1.1 200 OK\r\nX: ", "y"),
            "lines without end", withoutEnd("HTTP/1.1 200 OK\r\n", "X: y\r\n"),
            "interim answers without end", withoutEnd("", "HTTP/1.1 102 Processing\r\n\r\n"),
            "no HTTP", says("220 mail.example.net ESMTP\r\n"),
            "binary", says("\u0000\u0001\u0002\u00ff".repeat(1000)));

    @Test
    void endsSoonAndSaysWhy() throws IOException {
        Map<String, Recorder> running = new TreeMap<>();
        for (Map.Entry<String, Way> way : WAYS.entrySet()) {
            int port = serve(way.getValue());
            for (UploadProtocol protocol : UploadProtocol.values()) {
                running.put(way.getKey() + " to " + protocol, send(hasty, port, protocol));
            }
        }
        running.forEach((name, observer) -> {
            assertThat(observer.awaitEnd()).as(name).startsWith("failed ");
            assertThat(observer.failure().message()).as(name).contains("127.0.0.1");
        });
        assertThat(POURED.get()).isLessThan(running.size() * 4 * MOST_READ);
    }

    /** No protocol here needs the body of an answer: its beginning is read, and the connection dropped. */
    @ParameterizedTest
    @EnumSource(names = {"BITS", "PUT", "TUS", "RESUMABLE"})
    void readsLittleOfABodyWithoutEnd(UploadProtocol protocol) throws IOException {
        int port = serve(withoutEnd("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n", "spam "));

        Recorder observer = send(port, protocol);

        assertThat(observer.awaitEnd()).startsWith("failed ");
        assertThat(observer.failure().code()).isEqualTo(ErrorCode.http(403));
        assertThat(POURED.get()).isLessThan(MOST_READ);
    }

    /** Where the packets of BITS_POST say that things are which cannot be. */
    @ParameterizedTest
    @CsvSource({"-5", "99999999999", "300001", "18446744073709551616", "abc", "''", "0", "0x10000"})
    void believesNoNumberThatCannotBe(String claim) throws IOException {
        try (BitsPostServer server = new BitsPostServer().start()) {
            server.claims = claim;
            Recorder observer = send(server.port(), UploadProtocol.BITS);

            assertThat(observer.awaitEnd()).isEqualTo("failed BG_E_INVALID_SERVER_RESPONSE");
            assertThat(observer.failure().message()).contains("broke the protocol", "byte");
            assertThat(server.receivedBytes()).isLessThan(5_000_000);
        }
    }

    /** Each of its letters takes six when it is encoded: what is kept with the job would have no end. */
    @Test
    void keepsNoAddressWithoutEnd() throws IOException {
        int port = serve(says(
                "HTTP/1.1 201 Created\r\nTus-Resumable: 1.0.0\r\nContent-Length: 0\r\nConnection: close\r\nLocation: /in/"
                        + "\u00e9".repeat(12_000) + "\r\n\r\n"));

        Recorder observer = send(port, UploadProtocol.TUS);

        assertThat(observer.awaitEnd()).isEqualTo("failed BG_E_INVALID_SERVER_RESPONSE");
        assertThat(observer.checkpoint()).isNull();
    }

    /** Takes a fragment, then goes back to the start, for ever. */
    @Test
    void aServerThatGoesBackForEverIsLeft() throws IOException {
        List<String> turns = new ArrayList<>();
        int port = serve((out, closed) -> {
            String answer;
            synchronized (turns) {
                answer = turns.size() % 2 == 0
                        ? "HTTP/1.1 200 OK\r\nBITS-Session-Id: {1}\r\nBITS-Received-Content-Range: 65536\r\n"
                        : "HTTP/1.1 416 No\r\nBITS-Received-Content-Range: 0\r\n";
                turns.add(answer);
            }
            says(answer + "BITS-Packet-Type: Ack\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                    .answer(out, closed);
        });

        Recorder observer = send(port, UploadProtocol.BITS);

        assertThat(observer.awaitEnd()).startsWith("failed ");
        assertThat(requests.get()).isLessThan(300);
    }
}
