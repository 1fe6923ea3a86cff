package org.openbits.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openbits.server.RawHttp.Answer;

/** Upload sessions: their owners, their age, and what a restart or a cut connection leaves of them. */
class SessionsTest extends PacketRoom {

    @Test
    void dropsAnAbandonedSession() throws IOException {
        start(settings().with(ServerSetting.SESSION_TIMEOUT, Duration.ofHours(1)));
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
        assertThatThrownBy(() -> BitsServer.start(settings())).hasMessageContaining("Another server");
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

    /** In directories where others write, the name is taken first; the crash came before the file was there. */
    @Test
    void finishesAPublicationThatACrashCutAfterTheNameWasTaken() throws IOException {
        String id = create("/a");
        fragment("/a", id, "0-2/6", "abc");
        server.close();
        Path directory = root.resolve(".bits-sessions").resolve(id.replaceAll("[{}]", ""));
        Files.writeString(directory.resolve("data"), "abcdef");
        Path session = directory.resolve("session");
        Files.writeString(session, Files.readString(session).replace("RECEIVING", "PUBLISHING") + "takesName=true\n");
        Files.createFile(root.resolve("a"));
        start(settings());

        assertThat(root.resolve("a")).hasContent("abcdef");
        assertThat(fragment("/a", id, "5-5/6", "f").status()).isEqualTo(200);
        assertThat(close("/a", id).status()).isEqualTo(200);
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
        start(settings().with(ServerSetting.ACCOUNTS, Map.of("amy", "a", "bob", "b")));
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
}
