package org.openbits.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.openbits.server.RawHttp.Answer;

/** Clients that are many or greedy, and a disk that is full. */
class HardeningTest extends PacketRoom {

    private static final byte[] GET = "GET /large HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private void large(long bytes) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(root.resolve("large").toFile(), "rw")) {
            file.setLength(bytes);
        }
    }

    private Path data(String id) {
        return root.resolve(".bits-sessions").resolve(id.replaceAll("[{}]", "")).resolve("data");
    }

    @Test
    void slowReadersTakeNobodysPlace() throws Exception {
        large(64 << 20);
        List<RawHttp> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                RawHttp http = new RawHttp(server.port());
                slow.add(http);
                http.send(GET);
                assertThat(http.read(true).status()).isEqualTo(200);
            }
            long threads = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("server"))
                    .count();
            assertThat(threads).as("threads for 60 slow readers").isLessThan(60);
            Files.writeString(root.resolve("small"), "x");
            assertThat(RawHttp.once(server.port(), "GET /small").text()).isEqualTo("x");
            assertThat(slow.get(7).rest(64 << 20)).isEqualTo(64 << 20);
        } finally {
            slow.forEach(RawHttp::close);
        }
    }

    @Test
    void letsAConnectionBeyondTheLimitWait() throws Exception {
        Files.writeString(root.resolve("large"), "x");
        start(settings().with(ServerSetting.MAXIMUM_CONNECTIONS, 2));
        RawHttp one = new RawHttp(server.port());
        try (RawHttp two = new RawHttp(server.port());
                Socket third = new Socket("127.0.0.1", server.port())) {
            assertThat(one.ask("GET /large", NOTHING).status()).isEqualTo(200);
            assertThat(two.ask("GET /large", NOTHING).status()).isEqualTo(200);
            third.getOutputStream().write(GET);
            third.setSoTimeout(500);
            assertThatThrownBy(() -> third.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            one.close();
            third.setSoTimeout(120_000);
            assertThat(third.getInputStream().read()).isEqualTo('H');
        }
    }

    @Test
    void refusesRequestsThatAreTooLong() throws Exception {
        assertThat(RawHttp.once(server.port(), "GET /" + "a".repeat(100_000)).status())
                .isIn(0, 400, 414, 431);
        assertThat(RawHttp.once(server.port(), "GET /x", "X: " + "y".repeat(100_000))
                        .status())
                .isIn(0, 400, 431);
        String[] many = new String[5000];
        for (int i = 0; i < many.length; i++) {
            many[i] = "X-" + i + ": y";
        }
        assertThat(RawHttp.once(server.port(), "GET /x", many).status()).isIn(0, 400, 431);
        assertThat(RawHttp.once(server.port(), "GET /x").status())
                .as("after all that")
                .isEqualTo(404);
    }

    @Test
    void aFullDiskIsToldAndTheUploadGoesOnWhenThereIsRoom() throws Exception {
        server.close();
        Assumptions.assumeTrue(
                mount("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", root.toString()), "no mounts here");
        try {
            start(settings());
            String tooMuch = create("/b");
            refused(fragment("/b", tooMuch, "0-0/99999999", "x"), 500, "0x80070070");
            String id = create("/a");
            assertThat(part(id, 0, 1 << 20).status()).isEqualTo(200);
            Path filler = fill(root.resolve("filler"));
            refused(part(id, 1 << 20, 2 << 20), 500, "0x80070070");
            assertThat(root.resolve("a")).doesNotExist();
            Files.delete(filler);
            long kept = Files.size(data(id));
            assertThat(kept).isBetween(1L << 20, 3L << 20);
            assertThat(part(id, (int) kept, (3 << 20) - (int) kept).header("BITS-Received-Content-Range"))
                    .isEqualTo(Integer.toString(3 << 20));
            assertThat(root.resolve("a")).hasSize(3 << 20);
            close("/a", id);
            packet("Cancel-Session", "/b", NOTHING, "BITS-Session-Id: " + tooMuch);
            try (Stream<Path> left = Files.list(root.resolve(".bits-sessions"))) {
                assertThat(left).containsExactly(root.resolve(".bits-sessions/lock"));
            }
        } finally {
            server.close();
            mount("umount", root.toString());
        }
    }

    private Answer part(String id, int from, int length) {
        String range = "Content-Range: bytes " + from + "-" + (from + length - 1) + "/" + (3 << 20);
        return packet("Fragment", "/a", new byte[length], "BITS-Session-Id: " + id, range);
    }

    /** Takes all the room there is but for some kilobytes. */
    private static Path fill(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            while (true) {
                out.write(new byte[4096]);
            }
        } catch (IOException e) {
            return file;
        }
    }

    private static boolean mount(String... command) throws Exception {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
