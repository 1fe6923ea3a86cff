package org.openbits.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbits.shell.Distribution.Result;

/** The packaged program as a server and as its client, and uploads as people write them. */
class ServerIT {

    @TempDir
    Path directory;

    private Distribution distribution;
    private Path root;

    @BeforeEach
    void find() throws IOException {
        distribution = Distribution.fresh();
        root = Files.createDirectories(directory.resolve("www"));
    }

    @AfterEach
    void stop() {
        shell("Get-BitsServer | Stop-BitsServer");
        distribution.close();
    }

    private Result shell(String commands) {
        return distribution.bits(directory, "-NoProfile", "-c", commands);
    }

    private String run(String commands) {
        Result ended = shell(commands);
        assertThat(ended.exitCode()).as(ended.toString()).isZero();
        return ended.out().strip();
    }

    private Path file(String name, int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return Files.write(directory.resolve(name), content);
    }

    private void sameThere(String name) throws IOException {
        assertThat(Files.mismatch(directory.resolve(name), root.resolve(name)))
                .as(name)
                .isEqualTo(-1);
    }

    private String url() {
        return run("(Start-BitsServer -Path www -Port 0 -AllowUpload).Url");
    }

    @Test
    void theCmdletsStartListAndStopAServerThatGivesAndTakes() throws IOException {
        file("up.bin", 3_000_000);
        String url = url();
        assertThat(url).matches("http://127\\.0\\.0\\.1:\\d+/");

        run("Start-BitsTransfer -Source up.bin -Destination " + url + "up.bin -TransferType Upload");
        sameThere("up.bin");
        run("Start-BitsTransfer -Source " + url + "up.bin -Destination back.bin");
        assertThat(Files.mismatch(directory.resolve("up.bin"), directory.resolve("back.bin")))
                .isEqualTo(-1);
        assertThat(run("Get-BitsServer | ForEach-Object { $_.Url + ' ' + $_.Directory }"))
                .isEqualTo(url + " " + root.toRealPath());
        String pid = run("(Get-BitsServer).Id");
        run("Get-BitsServer | Stop-BitsServer");
        assertThat(run("Get-BitsServer")).isEmpty();
        assertThat(ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive))
                .isEmpty();
        assertThat(root.resolve(".bits-sessions").toFile().list()).containsExactly("lock");
    }

    @Test
    void serveRunsUntilItIsTold() throws Exception {
        Path sent = file("up.bin", 200_000);
        Process server = distribution.start(
                directory, distribution.bitsCommand("serve", "www", "--port", "0", "--allow-upload"));
        try (BufferedReader out = server.inputReader()) {
            String line = out.readLine();
            assertThat(line).startsWith("Serving ");
            String url = line.replaceAll("(?s).*(http://\\S+/).*", "$1");
            run("Start-BitsTransfer up.bin " + url + "a.bin -TransferType Upload");
            assertThat(Files.mismatch(sent, root.resolve("a.bin"))).isEqualTo(-1);
            run("Start-BitsTransfer " + url + "a.bin back.bin");
            assertThat(Files.mismatch(sent, directory.resolve("back.bin"))).isEqualTo(-1);
        } finally {
            server.destroy();
            assertThat(server.waitFor(3, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void wildcardsAndListsMakeAnUploadForEachFile() throws IOException {
        for (String name : List.of("a.bin", "b.bin", "c.dat", "d.dat")) {
            file(name, 1000 + name.charAt(0));
        }
        String url = url();
        run("Start-BitsTransfer -Source *.bin -Destination " + url + " -TransferType Upload");
        sameThere("a.bin");
        sameThere("b.bin");
        assertThat(root.resolve("c.dat")).doesNotExist();
        Files.writeString(
                directory.resolve("list.csv"), "Source,Destination\nc.dat," + url + "c.dat\nd.dat," + url + "d.dat\n");
        run("Import-Csv list.csv | Start-BitsTransfer -TransferType Upload");
        sameThere("c.dat");
        sameThere("d.dat");
        assertThat(run("Get-BitsTransfer")).isEmpty();
    }

    /** A server that knows PUT, tus and the resumable draft; which one came is in the header it asks for. */
    private final Map<String, byte[]> taken = new ConcurrentHashMap<>();

    private final Map<String, String> how = new ConcurrentHashMap<>();

    private HttpServer polyglot() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                obey(exchange);
            }
        });
        server.start();
        return server;
    }

    private void obey(HttpExchange exchange) throws IOException {
        boolean isTus = exchange.getRequestHeaders().containsKey("Tus-Resumable");
        byte[] body = exchange.getRequestBody().readAllBytes();
        String offset = exchange.getRequestHeaders().getFirst("Upload-Offset");
        exchange.getResponseHeaders().set("Tus-Resumable", "1.0.0");
        String draft = exchange.getRequestHeaders().getFirst("Upload-Draft-Interop-Version");
        if (draft != null) {
            exchange.getResponseHeaders().set("Upload-Draft-Interop-Version", draft);
        }
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                taken.put("up", body);
                how.put("up", "Put");
                exchange.sendResponseHeaders(201, -1);
            }
            case "POST" -> {
                exchange.getResponseHeaders().set("Location", "/up");
                exchange.sendResponseHeaders(201, -1);
            }
            case "PATCH" -> {
                assertThat(offset).isEqualTo("0");
                taken.put("up", body);
                how.put("up", isTus ? "Tus" : "Resumable");
                exchange.getResponseHeaders().set("Upload-Offset", Integer.toString(body.length));
                exchange.getResponseHeaders().set("Upload-Complete", "?1");
                exchange.sendResponseHeaders(204, -1);
            }
            default -> exchange.sendResponseHeaders(isTus || draft != null ? 404 : 405, -1);
        }
    }

    @ParameterizedTest
    @CsvSource({"Put", "Tus", "Resumable"})
    void speaksTheProtocolItIsTold(String protocol) throws IOException {
        Path sent = file("up.bin", 100_000);
        HttpServer server = polyglot();
        try {
            run("Start-BitsTransfer up.bin http://127.0.0.1:"
                    + server.getAddress().getPort() + "/up -TransferType Upload -UploadProtocol " + protocol);
        } finally {
            server.stop(0);
        }
        assertThat(taken.get("up")).isEqualTo(Files.readAllBytes(sent));
        assertThat(how).containsEntry("up", protocol);
    }

    @Test
    void speaksBitsWhenToldOrWhenTheServerDoes() throws IOException {
        file("up.bin", 100_000);
        String url = url();
        for (String protocol : List.of("Auto", "Bits")) {
            String notes = run("$job = Start-BitsTransfer up.bin " + url + protocol
                    + " -TransferType Upload -Asynchronous -UploadProtocol " + protocol
                    + "; while ($job.JobState -in 'Queued','Connecting','Transferring') { Start-Sleep -Milliseconds 100 }"
                    + "; $job.JobState; Complete-BitsTransfer $job");
            assertThat(notes).isEqualTo("Transferred");
            assertThat(Files.mismatch(directory.resolve("up.bin"), root.resolve(protocol)))
                    .isEqualTo(-1);
        }
        Result refused = shell("Start-BitsTransfer up.bin " + url + "x -TransferType Upload -UploadProtocol Put");
        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.err()).containsAnyOf("405", "PUT");
        assertThat(root.resolve("x")).doesNotExist();
    }
}
