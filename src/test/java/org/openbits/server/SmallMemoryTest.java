package org.openbits.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbits.server.RawHttp.Answer;

/** A server process with little memory, which ends at once when that is too little, under packets at random from many. */
class SmallMemoryTest {

    private static final String PROTOCOL = "BITS-Supported-Protocols: {7DF0354D-249B-430F-820D-3D2A9BEF4931}";
    private static final String[] TYPES = {"Ping", "Create-Session", "Fragment", "Close-Session", "Cancel-Session", "x"
    };
    private static final String[] NUMBERS = {"0", "1", "7", "-1", "262143", "9223372036854775807", "1e9", ""};

    @TempDir
    Path room;

    private int port;

    @Test
    void bearsManyClientsThatSendAnything() throws Exception {
        Path root = Files.createDirectories(room.resolve("www"));
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:MaxDirectMemorySize=32m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.openbits.server.ServerMain",
                        root.toString(),
                        "--port",
                        "0",
                        "--allow-upload")
                .redirectError(room.resolve("log").toFile());
        builder.environment().put("BITS_HOME", room.resolve("home").toString());
        Process server = builder.start();
        try (BufferedReader out = server.inputReader()) {
            String line = out.readLine();
            assertThat(line).startsWith("Serving ").contains("http://127.0.0.1:");
            port = Integer.parseInt(line.replaceAll("(?s).*http://127\\.0\\.0\\.1:(\\d+).*", "$1"));
            String victim = ask("Create-Session", "/victim", new byte[0]).header("BITS-Session-Id");
            ask("Fragment", "/victim", "abc".getBytes(), "BITS-Session-Id: " + victim, "Content-Range: bytes 0-2/6");

            List<Future<Integer>> clients = new ArrayList<>();
            ExecutorService threads = Executors.newFixedThreadPool(24);
            for (int seed = 0; seed < 24; seed++) {
                Random random = new Random(seed);
                clients.add(threads.submit(() -> annoy(random)));
            }
            int answered = 0;
            for (Future<Integer> client : clients) {
                answered += client.get();
            }
            threads.shutdown();

            assertThat(answered).isGreaterThan(1000);
            assertThat(server.isAlive()).as("it had memory enough").isTrue();
            ask("Fragment", "/victim", "def".getBytes(), "BITS-Session-Id: " + victim, "Content-Range: bytes 3-5/6");
            assertThat(root.resolve("victim")).hasContent("abcdef");
            assertThat(Files.readString(room.resolve("log"))).doesNotContain("Exception in", "\tat ");
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    private Answer ask(String type, String path, byte[] body, String... headers) {
        try (RawHttp http = new RawHttp(port)) {
            List<String> all = new ArrayList<>(List.of(headers));
            all.add("BITS-Packet-Type: " + type);
            all.add(PROTOCOL);
            return http.ask("BITS_POST " + path, body, all.toArray(String[]::new));
        }
    }

    /** @return how many packets were answered, rightly or with an error that the protocol knows */
    private int annoy(Random random) {
        int answered = 0;
        String id = "{}";
        for (int i = 0; i < 150; i++) {
            byte[] body = new byte[random.nextInt(5) == 0 ? 1 << 18 : random.nextInt(3)];
            String[] headers = new String[1 + random.nextInt(80)];
            for (int h = 0; h < headers.length; h++) {
                headers[h] = "X-" + h + ": " + "y".repeat(random.nextInt(300));
            }
            headers[0] = "Content-Range: bytes " + any(random) + "-" + any(random) + "/" + any(random);
            String session = "BITS-Session-Id: " + (random.nextInt(4) == 0 ? "{" + "a".repeat(3000) + "}" : id);
            Answer answer = random.nextInt(10) == 0
                    ? halfARequest(random)
                    : askOrBeCut(
                            TYPES[random.nextInt(TYPES.length)],
                            "/f" + random.nextInt(4),
                            body,
                            with(headers, session));
            assertThat(answer.status()).isIn(0, 200, 400, 403, 411, 413, 416, 431, 500, 503);
            id = answer.headers().getOrDefault("bits-session-id", id);
            answered += answer.status() == 0 ? 0 : 1;
        }
        return answered;
    }

    private Answer askOrBeCut(String type, String path, byte[] body, String... headers) {
        try {
            return ask(type, path, body, headers);
        } catch (UncheckedIOException cut) {
            return new Answer(0, Map.of(), new byte[0]); // the server need not read on what it has refused
        }
    }

    private static String[] with(String[] headers, String one) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add(one);
        return all.toArray(String[]::new);
    }

    private static String any(Random random) {
        return NUMBERS[random.nextInt(NUMBERS.length)];
    }

    /** A head that promises much, a few bytes, and away. */
    private Answer halfARequest(Random random) {
        try (RawHttp http = new RawHttp(port)) {
            http.send(("BITS_POST /f HTTP/1.1\r\nHost: x\r\nBITS-Packet-Type: Fragment\r\nContent-Length: "
                            + random.nextInt(1 << 28) + "\r\n" + (random.nextBoolean() ? "\r\nabc" : ""))
                    .getBytes(StandardCharsets.US_ASCII));
            return new Answer(0, Map.of(), new byte[0]);
        }
    }
}
