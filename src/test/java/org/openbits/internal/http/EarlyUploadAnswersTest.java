package org.openbits.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbits.AuthCredentials;
import org.openbits.AuthScheme;
import org.openbits.AuthTarget;
import org.openbits.FileSpec;
import org.openbits.JobProperty;
import org.openbits.JobSettings;
import org.openbits.JobType;
import org.openbits.UploadProtocol;
import org.openbits.internal.transfer.FileTransferEngine;
import org.openbits.internal.transfer.Recorder;
import org.openbits.internal.transfer.TransferOrder;

/**
 * Answers that come while the body is still sent. The server takes the first MiB, says something, and only then reads on;
 * the file is larger than what sockets hold, so the client cannot miss it.
 */
class EarlyUploadAnswersTest {

    private static final int BYTES = 32 << 20;
    private static final int BEFORE = 1 << 20;
    private static final String DONE = "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n";

    @TempDir
    Path directory;

    private final FileTransferEngine engine = new FileTransferEngine(List.of(new HttpProtocol()), System::nanoTime);
    /** What came behind the first MiB of each body, once all of it is there. */
    private final BlockingQueue<byte[]> received = new LinkedBlockingQueue<>();

    private ServerSocket listener;
    private Path source;

    @BeforeEach
    void start() throws IOException {
        byte[] content = new byte[BYTES];
        new Random(1).nextBytes(content);
        source = Files.write(directory.resolve("source.bin"), content);
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        engine.close();
        listener.close();
    }

    /** What the server does with a connection whose first MiB of a body it has. */
    private interface Way {
        void go(InputStream in, OutputStream out, String head) throws IOException;
    }

    private void serve(Way way) {
        Thread thread = new Thread(
                () -> {
                    while (true) {
                        try (Socket socket = listener.accept()) {
                            InputStream in = socket.getInputStream();
                            OutputStream out = socket.getOutputStream();
                            String head = head(in);
                            say(out, "HTTP/1.1 100 Continue\r\n\r\n");
                            in.skipNBytes(BEFORE);
                            way.go(in, out, head);
                        } catch (IOException e) {
                            if (listener.isClosed()) {
                                return;
                            }
                        }
                    }
                },
                "early");
        thread.setDaemon(true);
        thread.start();
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void takeRest(InputStream in) throws IOException {
        received.add(in.readNBytes(BYTES - BEFORE));
    }

    private Recorder put(List<AuthCredentials> credentials) {
        Recorder observer = new Recorder();
        engine.start(
                new TransferOrder(
                        JobType.UPLOAD,
                        FileSpec.of("http://127.0.0.1:" + listener.getLocalPort() + "/x", source.toString()),
                        Path.of(""),
                        false,
                        null,
                        JobSettings.EMPTY.with(JobProperty.UPLOAD_PROTOCOL, UploadProtocol.PUT),
                        credentials),
                observer);
        observer.awaitEnd();
        return observer;
    }

    /** The server may still be reading what lies in its socket. */
    private void requireWhole() throws InterruptedException {
        assertThat(received.poll(2, TimeUnit.MINUTES)).hasSize(BYTES - BEFORE);
        assertThat(received).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 100 Continue\r\n\r\n",
                "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 104 Upload Resumption Supported\r\nUpload-Offset: 7\r\n\r\n"
            })
    void anInterimOneChangesNothing(String interim) throws InterruptedException {
        serve((in, out, head) -> {
            say(out, interim);
            takeRest(in);
            say(out, DONE);
        });

        Recorder observer = put(List.of());

        assertThat(observer.end()).isEqualTo("finished");
        requireWhole();
    }

    @Test
    void aSuccessIsOneWhenTheServerTakesTheRest() throws InterruptedException {
        serve((in, out, head) -> {
            say(out, DONE);
            takeRest(in);
        });

        Recorder observer = put(List.of());

        assertThat(observer.end()).isEqualTo("finished");
        requireWhole();
    }

    @Test
    void aSuccessIsNoneWhenTheServerHangsUp() {
        serve((in, out, head) -> say(out, DONE));

        Recorder observer = put(List.of());

        assertThat(observer.end()).isEqualTo("failed BG_E_INVALID_SERVER_RESPONSE");
        assertThat(observer.failure().message()).contains("HTTP 201", "hung up");
    }

    @Test
    void aRefusalEndsTheSending() {
        serve((in, out, head) -> {
            say(out, "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
            received.add(in.readAllBytes());
        });

        Recorder observer = put(List.of());

        assertThat(observer.end()).isEqualTo("failed BG_E_HTTP_ERROR_403");
        assertThat(received).allSatisfy(rest -> assertThat(rest.length).isLessThan(BYTES - BEFORE));
    }

    /** The rest of the first body is not sent, so the second request must come on a connection of its own. */
    @Test
    void aChallengeIsAnsweredOnAnotherConnection() throws InterruptedException {
        List<String> authorized = new ArrayList<>();
        serve((in, out, head) -> {
            if (head.contains("Authorization: Basic")) {
                authorized.add(head);
                takeRest(in);
                say(out, DONE);
            } else {
                say(out, "HTTP/1.1 401 Who\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
                in.readAllBytes();
            }
        });

        Recorder observer = put(List.of(new AuthCredentials(AuthTarget.SERVER, AuthScheme.BASIC, "me", "secret")));

        assertThat(observer.end()).isEqualTo("finished");
        assertThat(authorized).hasSize(1);
        requireWhole();
    }
}
