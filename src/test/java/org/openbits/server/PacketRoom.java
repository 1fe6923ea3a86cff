package org.openbits.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.server.RawHttp.Answer;

/** A server that takes uploads, and the packets to send it. */
abstract class PacketRoom {

    static final String PROTOCOL = "BITS-Supported-Protocols: {7DF0354D-249B-430F-820D-3D2A9BEF4931}";

    static final byte[] NOTHING = {};

    @TempDir
    Path room;

    Path root;

    BitsServer server;

    Instant now = Instant.now();

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
    final void begin() throws IOException {
        root = Files.createDirectories(room.resolve("www"));
        start(settings());
    }

    ServerSettings settings() {
        return ServerSettings.of(root).with(ServerSetting.ALLOW_UPLOAD, true);
    }

    void start(ServerSettings settings) throws IOException {
        if (server != null) {
            server.close();
        }
        server = BitsServer.start(settings, clock, null);
    }

    @AfterEach
    final void end() throws IOException {
        server.close();
    }

    Answer packet(String type, String path, byte[] body, String... headers) {
        try (RawHttp http = new RawHttp(server.port())) {
            String[] all = Arrays.copyOf(headers, headers.length + 1);
            all[headers.length] = "BITS-Packet-Type: " + type;
            return http.ask("BITS_POST " + path, body, all);
        }
    }

    String create(String path) {
        Answer answer = packet("CREATE-SESSION", path, NOTHING, PROTOCOL);
        assertThat(answer.status()).as(answer.headers().toString()).isEqualTo(200);
        assertThat(answer.header("BITS-Packet-Type")).isEqualTo("Ack");
        return answer.header("BITS-Session-Id");
    }

    Answer fragment(String path, String id, String range, String body) {
        return packet("Fragment", path, body.getBytes(), "BITS-Session-Id: " + id, "Content-Range: bytes " + range);
    }

    Answer close(String path, String id) {
        return packet("Close-Session", path, NOTHING, "BITS-Session-Id: " + id);
    }

    static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("BITS-Error-Code")).isEqualTo(code);
        assertThat(answer.header("BITS-Packet-Type")).isEqualTo("Ack");
    }

    static String error(Answer answer) {
        return answer.status() + " " + answer.header("BITS-Error-Code");
    }
}
