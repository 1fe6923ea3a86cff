package org.openbits.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.openbits.server.RawHttp.Answer;

/** Fragments of many reads and writes each, of several clients at once, cut, and refused by the disk. */
class LargeBodiesTest extends PacketRoom {

    private static final int BYTES = 9 << 20;

    private static byte[] content(int seed) {
        byte[] content = new byte[BYTES];
        new Random(seed).nextBytes(content);
        return content;
    }

    private static void beginFragment(RawHttp http, String path, String id) {
        http.send(("BITS_POST " + path + " HTTP/1.1\r\nHost: x\r\nBITS-Packet-Type: Fragment\r\nBITS-Session-Id: " + id
                        + "\r\nContent-Range: bytes 0-" + (BYTES - 1) + "/" + BYTES + "\r\nContent-Length: " + BYTES
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    private Answer rest(String path, String id, byte[] content, int from) {
        return packet(
                "Fragment",
                path,
                Arrays.copyOfRange(content, from, BYTES),
                "BITS-Session-Id: " + id,
                "Content-Range: bytes " + from + "-" + (BYTES - 1) + "/" + BYTES);
    }

    private Path data(String id) {
        return root.resolve(".bits-sessions").resolve(id.replaceAll("[{}]", "")).resolve("data");
    }

    @Test
    void manyAtOnceKeepTheirBytesApart() throws Exception {
        int clients = 12;
        CyclicBarrier halfway = new CyclicBarrier(clients);
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            byte[] content = content(client);
            String path = "/" + client;
            String id = create(path);
            answers.add(threads.submit(() -> {
                try (RawHttp http = new RawHttp(server.port())) {
                    beginFragment(http, path, id);
                    http.send(Arrays.copyOf(content, BYTES / 2));
                    halfway.await();
                    http.send(Arrays.copyOfRange(content, BYTES / 2, BYTES));
                    return http.read(false).status();
                }
            }));
        }
        for (int client = 0; client < clients; client++) {
            assertThat(answers.get(client).get()).isEqualTo(200);
            assertThat(Files.readAllBytes(root.resolve("" + client))).isEqualTo(content(client));
        }
        threads.shutdown();
    }

    @Test
    void whatCameBeforeACutStays() throws IOException {
        byte[] content = content(1);
        String id = create("/a");
        try (RawHttp http = new RawHttp(server.port())) {
            beginFragment(http, "/a", id);
            http.send(Arrays.copyOf(content, BYTES - 1));
        }
        Answer where = rest("/a", id, content, BYTES - 1);
        int received = Integer.parseInt(where.header("BITS-Received-Content-Range"));
        if (received < BYTES) {
            assertThat(where.status()).isEqualTo(416);
            assertThat(Files.size(data(id))).isEqualTo(received);
            assertThat(rest("/a", id, content, received).status()).isEqualTo(200);
        }
        assertThat(Files.readAllBytes(root.resolve("a"))).isEqualTo(content);
    }

    @Test
    void aWriteThatFailsIsTold() throws IOException {
        byte[] content = content(2);
        String id = create("/a");
        Path data = data(id);
        Files.delete(data);
        Files.createSymbolicLink(data, Files.createFile(room.resolve("elsewhere")));

        refused(rest("/a", id, content, 0), 500, "0x80004005");

        Files.delete(data);
        Files.createFile(data);
        assertThat(rest("/a", id, content, 0).status()).isEqualTo(200);
        assertThat(Files.readAllBytes(root.resolve("a"))).isEqualTo(content);
        assertThat(room.resolve("elsewhere")).isEmptyFile();
    }
}
