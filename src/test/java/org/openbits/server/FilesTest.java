package org.openbits.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbits.server.RawHttp.Answer;

/** What the server gives, and what it never does. */
class FilesTest {

    @TempDir
    Path room;

    private Path root;
    private BitsServer server;
    private final byte[] content = new byte[1_000_000];

    @BeforeEach
    void begin() throws Exception {
        root = Files.createDirectories(room.resolve("www"));
        new Random(3).nextBytes(content);
        Files.write(root.resolve("big.bin"), content);
        Files.writeString(root.resolve("ten.txt"), "0123456789");
        Files.createFile(root.resolve("empty"));
        Files.createDirectories(root.resolve("sub"));
        Files.writeString(room.resolve("secret.txt"), "secret");
        start(ServerSettings.of(root));
    }

    private void start(ServerSettings settings) throws IOException {
        if (server != null) {
            server.close();
        }
        server = BitsServer.start(settings);
    }

    @AfterEach
    void end() throws IOException {
        server.close();
    }

    private Answer get(String path, String... headers) {
        return RawHttp.once(server.port(), "GET " + path, headers);
    }

    @Test
    void givesAFileWithItsValidatorsAndDigest() throws Exception {
        Answer answer = get("/big.bin");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(content);
        assertThat(answer.header("ETag")).matches("\"[^\"]+\"");
        assertThat(answer.header("Last-Modified")).endsWith("GMT");
        assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.header("Repr-Digest"))
                .isEqualTo("sha-256=:"
                        + Base64.getEncoder()
                                .encodeToString(
                                        MessageDigest.getInstance("SHA-256").digest(content)) + ":");
        assertThat(RawHttp.once(server.port(), "HEAD /big.bin").header("Content-Length"))
                .isEqualTo("1000000");
        assertThat(get("/empty").body()).isEmpty();
    }

    @Test
    void makesTheDigestOfALargeFileInTheBackground() throws Exception {
        byte[] large = new byte[6 << 20];
        Files.write(root.resolve("large"), large);
        assertThat(get("/large").header("Repr-Digest")).isNull();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> RawHttp.once(server.port(), "HEAD /large").header("Repr-Digest") != null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "bytes=0-0|206|0",
                "bytes=2-4|206|234",
                "bytes=7-|206|789",
                "bytes=-3|206|789",
                "bytes=-99|206|0123456789",
                "bytes=0-999999999999999999999|206|0123456789",
                "bytes=10-|416|-",
                "bytes=99999999999999999999-|416|-",
                "bytes=-0|416|-",
                "bytes=5-2|200|0123456789",
                "bytes=a-b|200|0123456789",
                "chapters=1-2|200|0123456789",
                "bytes=0-5,5-9|416|-",
                "bytes=0-,0-,0-,0-,0-|416|-"
            })
    void answersRanges(String range, int status, String body) {
        Answer answer = get("/ten.txt", "Range: " + range);
        assertThat(answer.status()).isEqualTo(status);
        if (body != null) {
            assertThat(answer.text()).isEqualTo(body);
        } else {
            assertThat(answer.header("Content-Range")).isEqualTo("bytes */10");
        }
    }

    @Test
    void answersSeveralRangesButNotThousands() {
        Answer two = get("/ten.txt", "Range: bytes=0-1,8-9");
        assertThat(two.status()).isEqualTo(206);
        assertThat(two.header("Content-Type")).startsWith("multipart/byteranges");
        assertThat(two.text()).contains("bytes 0-1/10\r\n\r\n01\r\n--").contains("bytes 8-9/10\r\n\r\n89\r\n--");
        assertThat(get("/big.bin", "Range: bytes=" + "0-0,".repeat(2000) + "5-6")
                        .status())
                .isEqualTo(416);
    }

    @Test
    void ifRangeKnowsTheVersion() throws IOException {
        Answer first = get("/ten.txt");
        assertThat(get("/ten.txt", "Range: bytes=1-1", "If-Range: " + first.header("ETag"))
                        .status())
                .isEqualTo(206);
        assertThat(get("/ten.txt", "Range: bytes=1-1", "If-Range: " + first.header("Last-Modified"))
                        .status())
                .isEqualTo(206);
        assertThat(get("/ten.txt", "If-None-Match: " + first.header("ETag")).status())
                .isEqualTo(304);
        assertThat(get("/ten.txt", "If-Match: \"other\"").status()).isEqualTo(412);
        Files.writeString(room.resolve("new"), "9876543210");
        Files.move(room.resolve("new"), root.resolve("ten.txt"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Answer other = get("/ten.txt", "Range: bytes=1-1", "If-Range: " + first.header("ETag"));
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.text()).isEqualTo("9876543210");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/sub/../../secret.txt",
                "/%2e%2e/secret.txt",
                "/..%2fsecret.txt",
                "/..%5csecret.txt",
                "/sub/..%2f..%2fsecret.txt",
                "/%252e%252e/secret.txt",
                "/..;/secret.txt",
                "/.%00./secret.txt",
                "/ten.txt%00",
                "/ten.txt/",
                "/ten.txt.",
                "/ten.txt%20",
                "/ten.txt::$DATA",
                "//secret.txt",
                "/C:/secret.txt",
                "/%c0%ae%c0%ae/secret.txt",
                "/%ff",
                "/con",
                "/NUL.txt",
                "/com1",
                "/link-out",
                "/dir-out/secret.txt",
                "/loop",
                "/pipe",
                "/.bits-sessions/lock",
                "/.BITS-sessions/lock",
                "/own/lock",
                "/nothing"
            })
    void neverLeavesItsDirectory(String path) throws Exception {
        start(ServerSettings.of(root).with(ServerSetting.ALLOW_UPLOAD, true));
        Files.createSymbolicLink(root.resolve("link-out"), room.resolve("secret.txt"));
        Files.createSymbolicLink(root.resolve("dir-out"), room);
        Files.createSymbolicLink(root.resolve("loop"), Path.of("loop"));
        Files.createSymbolicLink(root.resolve("own"), Path.of(".bits-sessions"));
        new ProcessBuilder("mkfifo", root.resolve("pipe").toString()).start().waitFor();

        Answer answer = get(path);

        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.text()).doesNotContain("secret\n").isNotEqualTo("secret");
    }

    @Test
    void followsALinkThatStaysInside() throws IOException {
        Files.createSymbolicLink(root.resolve("sub/link"), Path.of("../ten.txt"));
        assertThat(get("/sub/link").text()).isEqualTo("0123456789");
    }

    @Test
    void showsDirectoriesOnlyWhenAsked() throws IOException {
        Files.writeString(root.resolve("sub/<b>&.txt"), "x");
        Files.writeString(root.resolve("sub/a b.txt"), "x");
        assertThat(get("/").status()).isEqualTo(403);
        start(ServerSettings.of(root).with(ServerSetting.LISTING, true));
        assertThat(get("/").text()).contains("ten.txt").doesNotContain("sessions");
        assertThat(get("/sub").header("Location")).isEqualTo("/sub/");
        assertThat(get("/sub/").text()).contains("./a%20b.txt").doesNotContain("<b>");
        Files.writeString(root.resolve("sub/index.html"), "hello");
        assertThat(get("/sub/").text()).isEqualTo("hello");
    }

    @Test
    void wantsAnAccountOrATokenWhenThereAreSome() throws IOException {
        start(ServerSettings.of(root)
                .with(ServerSetting.ACCOUNTS, Map.of("amy", "pass:w\u00f6rd"))
                .with(ServerSetting.TOKENS, Set.of("t0ken")));
        assertThat(get("/ten.txt").status()).isEqualTo(401);
        assertThat(get("/ten.txt").header("WWW-Authenticate")).isNotNull();
        assertThat(get("/ten.txt", basic("amy:pass:w\u00f6rd")).status()).isEqualTo(200);
        assertThat(get("/ten.txt", "Authorization: bearer t0ken").status()).isEqualTo(200);
        for (String wrong : List.of(
                basic("amy:"),
                basic("amy"),
                basic(":"),
                basic("bob:"),
                "Authorization: Basic !!!",
                "Authorization: Bearer",
                "Authorization: Bearer t0ke",
                "Authorization: Digest t0ken")) {
            assertThat(get("/ten.txt", wrong).status()).as(wrong).isEqualTo(401);
        }
    }

    private static String basic(String text) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void closesAConnectionThatCreeps() throws Exception {
        start(ServerSettings.of(root).with(ServerSetting.IDLE_TIMEOUT, Duration.ofSeconds(1)));
        try (RawHttp slow = new RawHttp(server.port())) {
            long start = System.nanoTime();
            // A byte each tenth of a second is never silent for the idle time.
            java.util.concurrent.Executors.newSingleThreadScheduledExecutor(task -> {
                        Thread thread = new Thread(task);
                        thread.setDaemon(true);
                        return thread;
                    })
                    .scheduleAtFixedRate(
                            () -> slow.send(new byte[] {'G'}), 0, 100, java.util.concurrent.TimeUnit.MILLISECONDS);
            assertThat(slow.read(false).status()).isIn(0, 408);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void boundsHeadersAndConnections() throws Exception {
        assertThat(get("/ten.txt", "X: " + "y".repeat(100_000)).status()).isIn(0, 431, 400);
        start(ServerSettings.of(root).with(ServerSetting.MAXIMUM_CONNECTIONS, 2));
        try (RawHttp one = new RawHttp(server.port());
                RawHttp two = new RawHttp(server.port())) {
            assertThat(one.ask("GET /ten.txt", new byte[0]).status()).isEqualTo(200);
            assertThat(two.ask("GET /ten.txt", new byte[0]).status()).isEqualTo(200);
        }
        await().atMost(Duration.ofMinutes(2)).until(() -> get("/ten.txt").status() == 200);
    }

    @Test
    void aFileThatChangesOnTheWayIsNeverTakenForWhole() throws Exception {
        Path file = root.resolve("changing");
        try (java.io.RandomAccessFile large = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(64 << 20);
        }
        try (RawHttp http = new RawHttp(server.port())) {
            http.send("GET /changing HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(http.read(true).status()).isEqualTo(200); // the rest waits in the server
            try (java.io.RandomAccessFile large = new java.io.RandomAccessFile(file.toFile(), "rw")) {
                large.write(1);
            }
            Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(1));
            assertThat(http.rest()).isLessThan(64 << 20);
        }
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(RawHttp.once(server.port(), "DELETE /ten.txt").status()).isEqualTo(405);
        assertThat(RawHttp.once(server.port(), "PUT /x").status()).isEqualTo(405);
        assertThat(RawHttp.once(server.port(), "BITS_POST /x", "BITS-Packet-Type: Ping")
                        .status())
                .isEqualTo(501);
        assertThat(root.resolve("x")).doesNotExist();
        assertThatThrownBy(() -> BitsServer.start(ServerSettings.of(root.resolve("none"))))
                .isInstanceOf(IOException.class);
    }
}
