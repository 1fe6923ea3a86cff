package org.openbits.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbits.server.RawHttp.Answer;

/** The packets of BITS_POST, one by one and in disorder. */
class PacketsTest extends PacketRoom {

    @Test
    void takesFragmentsInOrderAndSaysWhatItExpects() {
        assertThat(packet("Ping", "/a", NOTHING).status()).isEqualTo(200);
        String id = create("/a");
        assertThat(fragment("/a", id, "3-5/6", "def").header("BITS-Received-Content-Range"))
                .isEqualTo("0");
        assertThat(fragment("/a", id, "3-5/6", "def").status()).isEqualTo(416);
        assertThat(fragment("/a", id, "0-2/6", "abc").header("BITS-Received-Content-Range"))
                .isEqualTo("3");
        assertThat(root.resolve("a")).doesNotExist();
        Answer last = fragment("/a", id, "1-5/6", "XXdef");
        assertThat(last.status()).isEqualTo(200);
        assertThat(last.header("BITS-Received-Content-Range")).isEqualTo("6");
        assertThat(root.resolve("a")).hasContent("abcdef");
        assertThat(fragment("/a", id, "5-5/6", "f").status()).as("asked again").isEqualTo(200);
        assertThat(close("/a", id).status()).isEqualTo(200);
        refused(close("/a", id), 500, "0x8020001F");
        assertThat(server.openSessions()).isZero();
        assertThat(root.resolve("a")).hasContent("abcdef");
    }

    @Test
    void takesAnEmptyFile() {
        String id = create("/e");
        assertThat(fragment("/e", id, "*/0", "").status()).isEqualTo(200);
        assertThat(root.resolve("e")).isEmptyFile();
    }

    @Test
    void cancelAndCloseDropWhatIsNotWhole() {
        for (String type : List.of("Cancel-Session", "close-session")) {
            String id = create("/a");
            fragment("/a", id, "0-2/6", "abc");
            assertThat(packet(type, "/a", NOTHING, "BITS-Session-Id: " + id).status())
                    .isEqualTo(200);
            refused(fragment("/a", id, "3-5/6", "def"), 500, "0x8020001F");
            assertThat(root.resolve("a")).doesNotExist();
        }
    }

    @Test
    void overwritesOnlyWhenAllowed() throws IOException {
        Files.writeString(root.resolve("a"), "old");
        refused(packet("Create-Session", "/a", NOTHING, PROTOCOL), 403, "0x80070005");
        String id = create("/b");
        Files.writeString(root.resolve("b"), "meanwhile");
        refused(fragment("/b", id, "0-2/3", "new"), 403, "0x80070005");
        assertThat(root.resolve("b")).hasContent("meanwhile");
        start(settings().with(ServerSetting.ALLOW_OVERWRITE, true));
        id = create("/a");
        fragment("/a", id, "0-2/3", "new");
        assertThat(root.resolve("a")).hasContent("new");
    }

    @Test
    void letsGoOfALargeFileThatItReplaced() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "open files are told elsewhere");
        start(settings().with(ServerSetting.ALLOW_OVERWRITE, true));
        try (RandomAccessFile old = new RandomAccessFile(root.resolve("a").toFile(), "rw")) {
            old.setLength(100L << 20);
        }
        String id = create("/a");
        assertThat(fragment("/a", id, "0-2/3", "new").status()).isEqualTo(200);
        assertThat(root.resolve("a")).hasContent("new");
        String gone = root.resolve("a").toRealPath() + " (deleted)";
        await().atMost(Duration.ofSeconds(20)).until(() -> !openFiles().contains(gone));
    }

    private static List<String> openFiles() throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path file : files) {
                try {
                    names.add(Files.readSymbolicLink(file).toString());
                } catch (NoSuchFileException e) {
                    continue; // closed meanwhile
                }
            }
        }
        return names;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../x",
                "/%2e%2e/x",
                "/..%2fx",
                "/out/x",
                "/a%00b",
                "/con",
                "/x/",
                "/",
                "/.bits-sessions/x",
                "/own/x",
                "/no/such/x",
                "/sub",
                "/link"
            })
    void writesNothingElsewhere(String path) throws IOException {
        Files.createDirectories(root.resolve("sub"));
        Files.createSymbolicLink(root.resolve("out"), room);
        Files.createSymbolicLink(root.resolve("own"), Path.of(".bits-sessions"));
        Files.createSymbolicLink(root.resolve("link"), room.resolve("x"));
        Answer answer = packet("Create-Session", path, NOTHING, PROTOCOL);
        assertThat(answer.status()).isIn(400, 403, 404);
        assertThat(room.resolve("x")).doesNotExist();
        assertThat(server.openSessions()).isZero();
    }

    @Test
    void saysWhatIsWrongWithAPacket() {
        String id = create("/a");
        String session = "BITS-Session-Id: " + id;
        assertThat(error(packet("Nonsense", "/a", NOTHING))).isEqualTo("400 0x80070057");
        assertThat(error(packet("Fragment", "/a", NOTHING))).isEqualTo("400 0x80070057");
        assertThat(error(packet("Create-Session", "/a", NOTHING))).isEqualTo("400 0x80070057");
        assertThat(error(packet("Close-Session", "/a", new byte[1], session))).isEqualTo("400 0x80070057");
        assertThat(error(fragment("/a", "{" + "0".repeat(36) + "}", "0-0/1", "x")))
                .isEqualTo("500 0x8020001F");
        assertThat(error(fragment("/other", id, "0-0/1", "x"))).isEqualTo("500 0x8020001F");
        for (String range : List.of("0-1/1", "1-0/2", "x", "0-0", "*/1", "0-0/0", "0-9/10", "-1-0/1")) {
            assertThat(error(fragment("/a", id, range, "x"))).as(range).isEqualTo("400 0x80070057");
        }
        assertThat(fragment("/a", id, "0-0/2", "x").status()).isEqualTo(200);
        assertThat(error(fragment("/a", id, "1-1/3", "x"))).as("another total").isEqualTo("400 0x80070057");
        try (RawHttp http = new RawHttp(server.port())) {
            http.send("BITS_POST /a HTTP/1.1\r\nHost: x\r\nBITS-Packet-Type: Ping\r\n\r\n".getBytes());
            assertThat(error(http.read(false))).isEqualTo("411 0x80070057");
        }
        try (RawHttp http = new RawHttp(server.port())) {
            http.send("BITS_POST /a HTTP/1.0\r\nBITS-Packet-Type: Ping\r\nContent-Length: 0\r\n\r\n".getBytes());
            assertThat(error(http.read(false))).isEqualTo("400 0x80070057");
        }
    }

    @Test
    void holdsItsLimits() throws IOException {
        start(settings()
                .with(ServerSetting.MAXIMUM_UPLOAD_BYTES, 5L)
                .with(ServerSetting.MAXIMUM_SESSIONS, 3)
                .with(ServerSetting.SESSIONS_PER_CLIENT, 2));
        String id = create("/a");
        assertThat(error(fragment("/a", id, "0-0/6", "x"))).isEqualTo("400 0x80200020");
        assertThat(fragment("/a", id, "0-0/5", "x").status()).isEqualTo(200);
        create("/b");
        Answer third = packet("Create-Session", "/c", NOTHING, PROTOCOL);
        assertThat(third.status()).isEqualTo(503);
        assertThat(third.header("Retry-After")).isNotNull();
        close("/a", id);
        create("/c");
    }

    @Test
    void namesItsLargestFragment() {
        Answer answer = packet("Create-Session", "/a", NOTHING, PROTOCOL);
        long most = Long.parseLong(answer.header("OpenBITS-Fragment-Bytes"));
        for (long length : new long[] {most + 1, most * 1_000}) {
            try (RawHttp http = new RawHttp(server.port())) {
                http.send(("BITS_POST /a HTTP/1.1\r\nHost: x\r\nBITS-Packet-Type: Fragment\r\nBITS-Session-Id: "
                                + answer.header("BITS-Session-Id") + "\r\nContent-Range: bytes 0-" + (length - 1) + "/"
                                + length + "\r\nContent-Length: " + length + "\r\n\r\n")
                        .getBytes());
                assertThat(http.read(false).status()).isEqualTo(413);
            }
        }
    }

    @Test
    void namesAHostWhenToldTo() throws IOException {
        start(settings()
                .with(ServerSetting.HOST_ID, "node7.example.net")
                .with(ServerSetting.HOST_ID_FALLBACK, Duration.ofHours(1)));
        Answer answer = packet("Create-Session", "/a", NOTHING, PROTOCOL);
        assertThat(answer.header("BITS-Host-Id")).isEqualTo("node7.example.net");
        assertThat(answer.header("BITS-Host-Id-Fallback-Timeout")).isEqualTo("3600");
    }

    /** Packets at random, right and wrong; another client's session in between must come to no harm. */
    @Test
    void survivesAnything() throws IOException {
        start(settings().with(ServerSetting.MAXIMUM_SESSIONS, 1000).with(ServerSetting.SESSIONS_PER_CLIENT, 1000));
        String victim = create("/victim");
        fragment("/victim", victim, "0-2/6", "abc");
        Random random = new Random(42);
        String[] types = {"Ping", "Create-Session", "Fragment", "Close-Session", "Cancel-Session", "", "\u00e9", "Ack"};
        String[] ids = {"{}", "", "../../x", "{" + "a".repeat(5000) + "}", "%00", "lock", ".", "\u00ff"};
        String[] numbers = {"0", "1", "3", "-1", "9223372036854775807", "99999999999999999999", "x", "", " 2"};
        String mine = create("/mine");
        for (int i = 0; i < 1500; i++) {
            String range = numbers[random.nextInt(numbers.length)] + "-" + numbers[random.nextInt(numbers.length)] + "/"
                    + numbers[random.nextInt(numbers.length)];
            byte[] body = new byte[random.nextInt(4) == 0 ? random.nextInt(100_000) : random.nextInt(4)];
            String id = random.nextInt(3) == 0 ? ids[random.nextInt(ids.length)] : mine;
            Answer answer = packet(
                    types[random.nextInt(types.length)],
                    random.nextBoolean() ? "/mine" : "/victim",
                    body,
                    "BITS-Session-Id: " + id,
                    "Content-Range: bytes " + range,
                    random.nextBoolean() ? PROTOCOL : "X: y");
            assertThat(answer.status()).isIn(0, 200, 400, 403, 413, 416, 431, 500, 503);
            if (answer.status() == 500) {
                assertThat(answer.header("BITS-Error-Code")).isIn("0x8020001F", "0x80070070");
            }
        }
        assertThat(fragment("/victim", victim, "3-5/6", "def").header("BITS-Received-Content-Range"))
                .isEqualTo("6");
        assertThat(root.resolve("victim")).hasContent("abcdef");
        try (Stream<Path> all = Files.list(room)) {
            assertThat(all).containsExactly(root);
        }
    }
}
