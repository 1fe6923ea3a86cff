package org.openbits.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbits.server.RawHttp.Answer;
import org.openbits.server.ServerSettings.NotificationType;

/** The packets of BITS_POST, one by one and in disorder. */
class PacketsTest {

    private static final String PROTOCOL = "BITS-Supported-Protocols: {7DF0354D-249B-430F-820D-3D2A9BEF4931}";
    private static final byte[] NOTHING = {};

    @TempDir
    Path room;

    private Path root;
    private BitsServer server;
    private Instant now = Instant.now();
    private HttpServer application;
    private final List<HttpExchange> notified = new CopyOnWriteArrayList<>();

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    };

    @BeforeEach
    void begin() throws IOException {
        root = Files.createDirectories(room.resolve("www"));
        start(settings());
    }

    private ServerSettings.Builder settings() {
        return ServerSettings.of(root).allowUpload(true);
    }

    private void start(ServerSettings.Builder settings) throws IOException {
        if (server != null) {
            server.close();
        }
        server = BitsServer.start(settings.build(), clock, null);
    }

    @AfterEach
    void end() throws IOException {
        server.close();
        if (application != null) {
            application.stop(0);
        }
    }

    private Answer packet(String type, String path, byte[] body, String... headers) {
        try (RawHttp http = new RawHttp(server.port())) {
            String[] all = Arrays.copyOf(headers, headers.length + 1);
            all[headers.length] = "BITS-Packet-Type: " + type;
            return http.ask("BITS_POST " + path, body, all);
        }
    }

    private String create(String path) {
        Answer answer = packet("CREATE-SESSION", path, NOTHING, PROTOCOL);
        assertThat(answer.status()).as(answer.headers().toString()).isEqualTo(200);
        assertThat(answer.header("BITS-Packet-Type")).isEqualTo("Ack");
        return answer.header("BITS-Session-Id");
    }

    private Answer fragment(String path, String id, String range, String body) {
        return packet("Fragment", path, body.getBytes(), "BITS-Session-Id: " + id, "Content-Range: bytes " + range);
    }

    private Answer close(String path, String id) {
        return packet("Close-Session", path, NOTHING, "BITS-Session-Id: " + id);
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("BITS-Error-Code")).isEqualTo(code);
        assertThat(answer.header("BITS-Packet-Type")).isEqualTo("Ack");
    }

    private String error(Answer answer) {
        return answer.status() + " " + answer.header("BITS-Error-Code");
    }

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
        start(settings().allowOverwrite(true));
        id = create("/a");
        fragment("/a", id, "0-2/3", "new");
        assertThat(root.resolve("a")).hasContent("new");
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
        start(settings().maximumUploadBytes(5).maximumSessions(3, 2));
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
    void dropsAnAbandonedSession() throws IOException {
        start(settings().sessionTimeout(Duration.ofHours(1)));
        String old = create("/a");
        fragment("/a", old, "0-0/2", "x");
        now = now.plus(Duration.ofMinutes(59));
        String young = create("/b");
        server.clean();
        assertThat(server.openSessions()).isEqualTo(2);
        now = now.plus(Duration.ofMinutes(2));
        server.clean();
        refused(fragment("/a", old, "1-1/2", "x"), 500, "0x8020001F");
        assertThat(fragment("/b", young, "0-0/1", "x").status()).isEqualTo(200);
    }

    @Test
    void aSessionSurvivesARestartOrIsLostWithTheRightError() throws IOException {
        String kept = create("/a");
        String broken = create("/b");
        fragment("/a", kept, "0-2/6", "abc");
        assertThatThrownBy(() -> BitsServer.start(settings().build())).hasMessageContaining("Another server");
        server.close();
        Path own = root.resolve(".bits-sessions");
        Files.writeString(own.resolve(broken.replaceAll("[{}]", "")).resolve("session"), "nonsense");
        start(settings());

        assertThat(fragment("/a", kept, "5-5/6", "f").header("BITS-Received-Content-Range"))
                .isEqualTo("3");
        fragment("/a", kept, "3-5/6", "def");
        assertThat(root.resolve("a")).hasContent("abcdef");
        refused(fragment("/b", broken, "0-0/1", "x"), 500, "0x8020001F");
    }

    @Test
    void trustsOnlyForcedBytesAfterTheMachineWentDown() throws IOException {
        String id = create("/a");
        fragment("/a", id, "0-2/6", "abc");
        server.close();
        Path session = root.resolve(".bits-sessions")
                .resolve(id.replaceAll("[{}]", ""))
                .resolve("session");
        Files.writeString(session, Files.readString(session).replaceAll("boot=.*", "boot=another"));
        start(settings());
        assertThat(fragment("/a", id, "3-5/6", "def").header("BITS-Received-Content-Range"))
                .isEqualTo("0");
        fragment("/a", id, "0-5/6", "abcdef");
        assertThat(root.resolve("a")).hasContent("abcdef");
    }

    @Test
    void finishesAPublicationThatACrashCut() throws IOException {
        String before = create("/a");
        fragment("/a", before, "0-2/6", "abc");
        String after = create("/b");
        fragment("/b", after, "0-2/6", "abc");
        server.close();
        for (String id : List.of(before, after)) {
            Path directory = root.resolve(".bits-sessions").resolve(id.replaceAll("[{}]", ""));
            Files.writeString(directory.resolve("data"), "abcdef");
            Path session = directory.resolve("session");
            Files.writeString(session, Files.readString(session).replace("RECEIVING", "PUBLISHING"));
        }
        Files.createLink(root.resolve("b"), root.resolve(".bits-sessions/" + after.replaceAll("[{}]", "") + "/data"));
        start(settings());
        for (String path : List.of("/a", "/b")) {
            String id = path.equals("/a") ? before : after;
            assertThat(fragment(path, id, "5-5/6", "f").status()).isEqualTo(200);
            assertThat(root.resolve(path.substring(1))).hasContent("abcdef");
        }
    }

    @Test
    void aCutFragmentKeepsItsBytesAndTheClientComesBackAtOnce() {
        String id = create("/a");
        try (RawHttp cut = new RawHttp(server.port())) {
            cut.send(("BITS_POST /a HTTP/1.1\r\nHost: x\r\nBITS-Packet-Type: Fragment\r\nBITS-Session-Id: " + id
                            + "\r\nContent-Range: bytes 0-5/6\r\nContent-Length: 6\r\n\r\nabc")
                    .getBytes());
            org.awaitility.Awaitility.await()
                    .until(() -> Files.size(root.resolve(".bits-sessions")
                                    .resolve(id.replaceAll("[{}]", ""))
                                    .resolve("data"))
                            == 3);
            // The first connection still holds the session, and waits.
            Answer again = fragment("/a", id, "0-5/6", "abcdef");
            assertThat(again.status()).isEqualTo(200);
            assertThat(root.resolve("a")).hasContent("abcdef");
        }
    }

    @Test
    void oneClientCannotTouchAnothersSession() throws IOException {
        start(settings().accounts(Map.of("amy", "a", "bob", "b")));
        String amy = "Authorization: Basic YW15OmE=";
        String bob = "Authorization: Basic Ym9iOmI=";
        String id = packet("Create-Session", "/a", NOTHING, PROTOCOL, amy).header("BITS-Session-Id");
        for (String type : List.of("Fragment", "Close-Session", "Cancel-Session")) {
            refused(packet(type, "/a", NOTHING, "BITS-Session-Id: " + id, bob), 500, "0x8020001F");
            assertThat(packet(type, "/a", NOTHING, "BITS-Session-Id: " + id).status())
                    .isEqualTo(401);
        }
        assertThat(packet("Cancel-Session", "/a", NOTHING, "BITS-Session-Id: " + id, amy)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void namesAHostWhenToldTo() throws IOException {
        start(settings().hostId("node7.example.net", Duration.ofHours(1)));
        Answer answer = packet("Create-Session", "/a", NOTHING, PROTOCOL);
        assertThat(answer.header("BITS-Host-Id")).isEqualTo("node7.example.net");
        assertThat(answer.header("BITS-Host-Id-Fallback-Timeout")).isEqualTo("3600");
    }

    private interface Program {
        void answer(HttpExchange exchange, byte[] body) throws IOException;
    }

    private void application(NotificationType type, Program program) throws IOException {
        application = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        application.createContext("/", exchange -> {
            notified.add(exchange);
            program.answer(exchange, exchange.getRequestBody().readAllBytes());
            exchange.close();
        });
        application.start();
        start(settings()
                .notification(
                        type,
                        URI.create(
                                "http://127.0.0.1:" + application.getAddress().getPort() + "/in"),
                        Duration.ofSeconds(2)));
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        exchange.sendResponseHeaders(status, text.isEmpty() ? -1 : text.length());
        exchange.getResponseBody().write(text.getBytes());
    }

    @Test
    void givesTheFileToAnApplicationByValueAndKeepsItsReplyUntilTheEnd() throws IOException {
        application(NotificationType.BY_VALUE, (exchange, body) -> reply(exchange, 200, "got " + new String(body)));
        String id = create("/form?x=1");
        Answer last = fragment("/form?x=1", id, "0-2/3", "abc");
        String url = last.header("BITS-Reply-URL");
        assertThat(RawHttp.once(server.port(), "GET " + URI.create(url).getPath())
                        .text())
                .isEqualTo("got abc");
        assertThat(notified.get(0).getRequestURI()).hasToString("/in?x=1");
        assertThat(notified.get(0).getRequestHeaders().getFirst("BITS-Original-Request-URL"))
                .endsWith("/form?x=1");
        assertThat(fragment("/form?x=1", id, "2-2/3", "c").header("BITS-Reply-URL"))
                .isEqualTo(url);
        assertThat(notified).hasSize(1);
        assertThat(root.resolve("form")).doesNotExist();
        server.close();
        start(settings());
        assertThat(RawHttp.once(server.port(), "GET " + URI.create(url).getPath())
                        .text())
                .isEqualTo("got abc");
        close("/form?x=1", id);
        assertThat(RawHttp.once(server.port(), "GET " + URI.create(url).getPath())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void givesTheFileByReferenceAndCopiesItWhenAsked() throws IOException {
        application(NotificationType.BY_REFERENCE, (exchange, body) -> {
            String data = exchange.getRequestHeaders().getFirst("BITS-Request-DataFile-Name");
            String answer = exchange.getRequestHeaders().getFirst("BITS-Response-DataFile-Name");
            Files.writeString(Path.of(answer), "read " + Files.readString(Path.of(data)));
            exchange.getResponseHeaders().set("BITS-Copy-File-To-Destination", "1");
            reply(exchange, 200, "");
        });
        String id = create("/a");
        String url = fragment("/a", id, "0-2/3", "abc").header("BITS-Reply-URL");
        assertThat(RawHttp.once(server.port(), "GET " + URI.create(url).getPath())
                        .text())
                .isEqualTo("read abc");
        assertThat(root.resolve("a")).hasContent("abc");
    }

    @Test
    void passesTheApplicationsErrorsOnAndTellsItAgain() throws IOException {
        int[] status = {500};
        application(NotificationType.BY_VALUE, (exchange, body) -> {
            exchange.getResponseHeaders().set("BITS-Static-Response-URL", "http://other.example/r");
            if (status[0] == 500) {
                exchange.getResponseHeaders().set("BITS-Error-Code", "0x80040001");
            }
            reply(exchange, status[0], "");
        });
        String id = create("/a");
        Answer failed = fragment("/a", id, "0-2/3", "abc");
        refused(failed, 500, "0x80040001");
        assertThat(failed.header("BITS-Error-Context")).isEqualTo("0x7");
        status[0] = 200;
        assertThat(fragment("/a", id, "2-2/3", "c").header("BITS-Reply-URL")).isEqualTo("http://other.example/r");
        assertThat(notified).hasSize(2);

        status[0] = 403;
        String forbidden = create("/b");
        refused(fragment("/b", forbidden, "0-0/1", "x"), 403, "0x80190193");
        refused(fragment("/b", forbidden, "0-0/1", "x"), 403, "0x80190193");
        assertThat(notified).hasSize(3);
        application.stop(0);
        String alone = create("/c");
        refused(fragment("/c", alone, "0-0/1", "x"), 503, "0x801901F7");
    }

    /** Packets at random, right and wrong; another client's session in between must come to no harm. */
    @Test
    void survivesAnything() throws IOException {
        start(settings().maximumSessions(1000, 1000));
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
